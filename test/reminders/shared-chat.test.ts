import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEssential, type Kind, kindNames, kinds } from '../../src/reminders/kinds.ts'
import { parcelsOf } from '../../src/reminders/parcel.ts'
import type { Reminders } from '../../src/reminders/reminders.ts'
import { newRow, type PlannedRow, type Row } from '../../src/reminders/row.ts'
import { defaultSettings } from '../../src/reminders/settings.ts'
import { toDate } from '../../src/store/instants.ts'
import { createLimiter, TEAMS_LIMITS } from '../support/teams-limits.ts'
import { createBench, oslo, person, type Sent } from './harness.ts'

const start = oslo('2026-05-05T09:00')
const chat = (id: string) => ({ id, group: id, kind: 'channel' as const, reference: { id } })

function message(personId: string, kind: Kind = 'call-opened', key = `${kind}:${personId}`): PlannedRow {
  const expiresAt = toDate(start.add({ hours: 24 }))
  return { key, about: kind, kind, personId, data: {}, dueAt: toDate(start), expiresAt }
}

async function choose(reminders: Reminders, id: string, ...personIds: string[]) {
  for (const personId of personIds) await reminders.saveSettings({ ...defaultSettings(personId), chat: chat(id) })
}

const many = (count: number, name = 'p') => Array.from({ length: count }, (_, index) => person(`${name}${index}`))
const conversationOf = ({ chat, personId }: Sent) => chat?.id ?? personId

/** Messages that Teams would have refused for coming too fast into one conversation. */
function refused(sent: readonly Sent[]): number {
  const limiter = createLimiter(TEAMS_LIMITS)
  const take = (each: Sent) =>
    limiter.take({ operation: 'send', tenantId: 't1', conversationId: conversationOf(each) }, each.at.epochMilliseconds)
  return sent.filter((each) => take(each) > 0).length
}

describe('a chat that several chose', () => {
  it('gets their messages at the pace of one conversation, each once', async () => {
    const bench = await createBench(start)
    const reminders = await bench.open()
    const persons = many(90)
    await choose(reminders, 'team', ...persons)
    await reminders.post(persons.map((personId) => message(personId)))
    await bench.runUntil(reminders, start.add({ minutes: 3 }))
    expect(bench.sent.map(({ personId }) => personId).sort()).toEqual([...persons].sort())
    expect(new Set(bench.sent.map(conversationOf))).toEqual(new Set(['team']))
    expect(refused(bench.sent)).toBe(0)
  })

  it('is not written to faster when processes take turns', async () => {
    const bench = await createBench(start)
    const [one, two] = [await bench.open(), await bench.open()]
    const persons = many(100)
    await choose(one, 'team', ...persons)
    for (let round = 0; round < 10; round++) {
      const process = round % 2 === 0 ? one : two
      const some = persons.slice(round * 10, round * 10 + 10)
      await process.post(some.map((personId) => message(personId)))
      await bench.runUntil(process, bench.now().add({ seconds: 4 }))
    }
    await bench.runUntil(one, start.add({ minutes: 2 }))
    await bench.runUntil(two, start.add({ minutes: 3 }))
    expect(bench.sent).toHaveLength(100)
    expect(refused(bench.sent)).toBe(0)
  })

  it('holds up nobody else, however many messages wait for it', async () => {
    const bench = await createBench(start)
    const reminders = await bench.open()
    const persons = many(400)
    await choose(reminders, 'team', ...persons)
    await reminders.post(persons.map((personId) => message(personId)))
    await reminders.post(many(20, 'alone').map((personId) => message(personId, 'thanks')))
    await bench.runUntil(reminders, start.add({ seconds: 5 }))
    expect(bench.sent.filter(({ chat }) => chat === null)).toHaveLength(20)
    await bench.runUntil(reminders, start.add({ minutes: 10 }))
    expect(bench.sent).toHaveLength(420)
    expect(refused(bench.sent)).toBe(0)
  })

  it('that is throttled waits alone', async () => {
    const bench = await createBench(start)
    const reminders = await bench.open()
    const persons = many(3)
    await choose(reminders, 'team', ...persons)
    bench.answer = ({ chat }) => (chat === null ? { kind: 'delivered' } : { kind: 'throttled', retryAfterMs: 60_000 })
    await reminders.post([...persons, person('alone')].map((personId) => message(personId)))
    await bench.runUntil(reminders, start.add({ seconds: 2 }))
    expect(bench.sent.filter(({ chat }) => chat === null)).toHaveLength(1)
    bench.answer = () => ({ kind: 'delivered' })
    await bench.runUntil(reminders, start.add({ minutes: 2 }))
    expect((await reminders.status()).counts).toMatchObject({ sent: 4, due: 0, failed: 0 })
  })

  it.each([
    { kind: 'unreachable' as const, reason: 'BotNotInConversationRoster', status: 403 },
    { kind: 'failed' as const, retryable: false, status: 400 },
  ])('and that refuses, by $kind, is chosen no more; the message comes to the own chat', async (refusal) => {
    const bench = await createBench(start)
    const reminders = await bench.open()
    const [anne = '', bo = ''] = many(2)
    await choose(reminders, 'team', anne, bo)
    bench.answer = ({ chat }) => (chat === null ? { kind: 'delivered' } : refusal)
    await reminders.post([message(anne)])
    await bench.runUntil(reminders, start.add({ minutes: 1 }))
    expect(bench.sent.map(conversationOf)).toEqual(['team', anne])
    expect(bench.world.unreachablePersons.size).toBe(0)
    expect((await reminders.settingsOf(anne)).chat).toBeUndefined()
    expect((await reminders.settingsOf(bo)).chat).toEqual(chat('team'))
  })

  it('that fails for a while is tried again, and stays chosen', async () => {
    const bench = await createBench(start)
    const reminders = await bench.open()
    const anne = person('anne')
    await choose(reminders, 'team', anne)
    bench.answer = () => ({ kind: 'failed', retryable: true, status: 503 })
    await reminders.post([message(anne)])
    await reminders.passOnce()
    bench.answer = () => ({ kind: 'delivered' })
    await bench.runUntil(reminders, start.add({ minutes: 1 }))
    expect(bench.sent.map(conversationOf)).toEqual(['team', 'team'])
  })

  it('gets what others may see, and the own chat what is due with it', async () => {
    const bench = await createBench(start)
    const reminders = await bench.open()
    const anne = person('anne')
    await choose(reminders, 'team', anne)
    await reminders.post([message(anne), message(anne, 'seat-offered'), message(anne, 'announcement')])
    await reminders.passOnce()
    const kindsOf = (conversation: string) =>
      bench.sent.filter((each) => conversationOf(each) === conversation).map(({ rows }) => rows.map(({ kind }) => kind))
    expect(kindsOf('team')).toEqual([['call-opened', 'announcement']])
    expect(kindsOf(anne)).toEqual([['seat-offered']])
  })
})

describe('where messages go', () => {
  const rows = fc.array(
    fc.record({
      kind: fc.constantFrom(...kindNames),
      who: fc.nat(3),
      isForFew: fc.boolean(),
      sentTo: fc.option(fc.constantFrom('team', 'old'), { nil: undefined }),
    }),
    { maxLength: 40 },
  )
  const chosen = fc.array(fc.option(fc.constantFrom('team', 'club'), { nil: undefined }), {
    minLength: 4,
    maxLength: 4,
  })

  it('is decided by kind, for each row once, and never shows others what is the own', () => {
    fc.assert(
      fc.property(rows, chosen, (some, chats) => {
        const all: Row[] = some.map(({ kind, who, isForFew, sentTo }, index) => {
          const data = { ...(isForFew && { few: 'yes' }), ...(sentTo && { chat: sentTo }) }
          return newRow({ ...message(person(`p${who}`), kind, `${index}`), data })
        })
        const chosenBy = (personId: string) => chats[Number(personId.at(-1))]
        const chatOf = (personId: string) => {
          const id = chosenBy(personId)
          return id === undefined ? undefined : chat(id)
        }
        const parcels = parcelsOf(all, chatOf, ({ data }) => data.few === 'yes')
        expect(parcels.flatMap((parcel) => parcel.rows.map(({ _id }) => _id)).sort()).toEqual(
          all.map(({ _id }) => _id).sort(),
        )
        for (const { personId, conversation, chat: to, rows: together } of parcels) {
          expect(together.length).toBeLessThanOrEqual(10)
          for (const row of together) {
            expect(row.personId).toBe(personId)
            const mayShare = kinds[row.kind].mayBeSeen && row.data.few === undefined
            const wanted = row.kind === 'message-update' ? row.data.chat : mayShare ? chosenBy(personId) : undefined
            expect(conversation).toBe(wanted ?? personId)
            if (row.kind !== 'message-update') expect(to?.id).toBe(wanted)
          }
        }
      }),
    )
  })

  it('is the own chat for all that a seat hangs on, and that somebody asked for', () => {
    for (const kind of kindNames) {
      if (isEssential(kind) || kinds[kind].category === 'personal')
        expect([kind, kinds[kind].mayBeSeen]).toEqual([kind, false])
    }
  })
})
