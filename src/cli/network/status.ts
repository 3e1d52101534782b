import type { Network } from '../../network/network.ts'
import { createStatus } from '../../reminders/status.ts'
import type { Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'

type Status = Awaited<ReturnType<typeof readStatus>>

export async function readStatus(database: Database, network: Network, now: Temporal.Instant) {
  const ahead = await network.gatherings.ahead(now)
  const gatherings = ahead.map(({ _id, startsAt, status, capacity, registrations }) => {
    const count = (state: string) => registrations.filter((each) => each.state === state).length
    const seats = { registered: count('registered'), offered: count('offered'), waiting: count('waiting') }
    return { id: _id, startsAt, status, capacity, ...seats }
  })
  const outbox = await createStatus(database, () => now)()
  return {
    at: toDate(now),
    members: await network.members.count(),
    ...(await network.people.count()),
    gatherings,
    outbox: {
      ...outbox.counts,
      oldestOverdueAt: outbox.oldestOverdueAt?.toString() ?? null,
      tried: outbox.tried,
      tenants: outbox.tenants.map(({ tenantId, due, overdue, oldestAt }) => {
        return { tenantId, due, overdue, oldestAt: oldestAt.toString() }
      }),
    },
  }
}

/** Those with most overdue come first. */
const MOST_TENANTS = 10

export function describeStatus({ members, people, unreachable, gatherings, outbox }: Status): string {
  const { oldestOverdueAt, tried, tenants, ...counts } = outbox
  const shown = tenants.slice(0, MOST_TENANTS)
  const lines = [
    `members      ${members.active} (${members.imported} imported and not heard from), ${members.left} left`,
    `people       ${people}, ${unreachable} unreachable`,
    `gatherings   ${gatherings.length} ahead`,
    ...gatherings.map(
      ({ id, startsAt, status, capacity, registered, offered, waiting }) =>
        `  ${startsAt.toISOString().slice(0, 10)} ${id} (${status}): ${registered} registered` +
        `${capacity === null ? '' : ` of ${capacity}`}, ${offered} offered, ${waiting} waiting`,
    ),
    `outbox       ${Object.entries(counts)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ')}`,
    `overdue      ${oldestOverdueAt === null ? 'nothing' : `since ${oldestOverdueAt}`}`,
    `waiting      ${tried.retry} to be tried again, ${tried.throttled} throttled, ${tried.held} held back for the person's own quiet, pause or daily number`,
    ...shown.map(
      ({ tenantId, due, overdue, oldestAt }) =>
        `  ${tenantId}: ${due} due, ${overdue} overdue, the first at ${oldestAt}`,
    ),
    ...(tenants.length > shown.length ? [`  … and ${tenants.length - shown.length} tenants more`] : []),
  ]
  return `${lines.join('\n')}\n`
}
