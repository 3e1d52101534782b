import type { Network } from '../../network/network.ts'
import { states } from '../../reminders/row.ts'
import { createStatus } from '../../reminders/status.ts'
import type { Counts, Lateness } from '../../reminders/tally.ts'
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
      since: outbox.since?.toString() ?? null,
      kinds: outbox.kinds,
      lateness: outbox.lateness,
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
  const { tried, tenants } = outbox
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
    `outbox       ${list(states, outbox)}`,
    `went back    ${list(delays, outbox)}${outbox.since === null ? '' : ` (times, since ${outbox.since})`}`,
    `lateness     ${describeLateness(outbox.lateness.kept)}`,
    `  last day   ${describeLateness(outbox.lateness.lastDay)}`,
    `overdue      ${outbox.oldestOverdueAt === null ? 'nothing' : `since ${outbox.oldestOverdueAt}`}`,
    `waiting      ${tried.retry} to be tried again, ${tried.throttled} throttled, ${tried.held} held back for the person's own quiet, pause or daily number`,
    ...shown.map(
      ({ tenantId, due, overdue, oldestAt }) =>
        `  ${tenantId}: ${due} due, ${overdue} overdue, the first at ${oldestAt}`,
    ),
    ...(tenants.length > shown.length ? [`  … and ${tenants.length - shown.length} tenants more`] : []),
    ...describeKinds(outbox.kinds),
  ]
  return `${lines.join('\n')}\n`
}

const delays = ['retried', 'throttled', 'postponed'] as const

function list(names: readonly (keyof Counts)[], counts: Counts): string {
  return names.map((name) => `${counts[name]} ${name}`).join(', ')
}

function describeLateness({ messages, p50, p99, most }: Lateness): string {
  if (messages === 0) return 'nothing sent'
  const within = (seconds: number | null) => (seconds === null ? 'over a day' : `within ${seconds} s`)
  return `of ${messages} sent: half ${within(p50)}, 99 in 100 ${within(p99)}, at most ${most} s`
}

/** A table: what became of the rows of each kind. */
function describeKinds(kinds: Status['outbox']['kinds']): string[] {
  const columns = [...states, ...delays]
  const rows = Object.entries(kinds).map(([kind, counts]) => [`  ${kind}`, ...columns.map((name) => `${counts[name]}`)])
  if (rows.length === 0) return []
  return [['kinds', ...columns], ...rows.sort()].map(([kind = '', ...cells]) =>
    [kind.padEnd(27), ...cells.map((cell) => cell.padStart(12))].join(''),
  )
}
