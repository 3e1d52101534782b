import { describe, expect, it } from 'vitest'
import type { Kind } from '../../src/reminders/kinds.ts'
import type { Delivery } from '../../src/reminders/message.ts'
import { type PlannedRow, rowsDefinition } from '../../src/reminders/row.ts'
import type { Database } from '../../src/store/database.ts'
import { type Bench, benchOn, oslo, person } from './harness.ts'

const morning = oslo('2026-05-05T09:00')
const nightly = { from: '21:00', to: '07:00' }

function message(key: string, to: string, kind: Kind, at: Temporal.Instant): PlannedRow {
  const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)
  const expiresAt = date(at.add({ hours: 24 * 30 }))
  return { key, about: key, kind, personId: person(to), data: {}, dueAt: date(at), expiresAt }
}

/** The answers of the service to one person, in turn; from then on it takes the messages. */
function answerInTurn(bench: Bench, answers: Record<string, Delivery[]>): void {
  bench.answer = ({ personId }) => answers[personId.slice(3)]?.shift() ?? { kind: 'delivered' }
}

const away: Delivery = { kind: 'failed', retryable: true, status: 503 }
const slower: Delivery = { kind: 'throttled', retryAfterMs: 3_000 }

/** What operators read of the outbox; the same on each store. */
export function statusCases(openDatabase: () => Promise<Database>): void {
  const benchAt = async (start: Temporal.Instant) => benchOn(await openDatabase(), start, () => 0.5)

  describe('the status of the outbox', () => {
    it('is what all processes counted, however often they were started anew', async () => {
      const bench = await benchAt(morning)
      answerInTurn(bench, {
        bo: [slower],
        cy: [away, away],
        dag: [{ kind: 'unreachable', reason: 'blocked', status: 403 }],
        eva: [{ kind: 'failed', retryable: false, status: 400 }],
        fay: [{ kind: 'pointless' }],
      })
      const one = await bench.open()
      const names = ['anne', 'bo', 'cy', 'dag', 'eva', 'fay']
      await one.post(names.map((name) => message(name, name, name === 'bo' ? 'seat-given' : 'announcement', morning)))
      await one.passOnce()
      await one.stop()
      const other = await bench.open()
      await bench.runUntil(other, morning.add({ seconds: 30 }))
      await other.post([message('ahead', 'anne', 'announcement', morning.add({ hours: 1 }))])

      const { counts, kinds, lateness, since } = await other.status()
      expect(counts).toMatchObject({ due: 1, leased: 0, sent: 3, unreachable: 1, failed: 1, withdrawn: 0, dropped: 1 })
      expect(counts).toMatchObject({ retried: 2, throttled: 1, postponed: 0 })
      for (const outcome of ['sent', 'unreachable', 'failed', 'dropped', 'retried', 'throttled'] as const) {
        expect([outcome, counts[outcome]]).toEqual([outcome, bench.counted.get(outcome)])
      }
      expect(Object.keys(kinds).sort()).toEqual(['announcement', 'seat-given'])
      expect(kinds['seat-given']).toMatchObject({ sent: 1, throttled: 1, retried: 0 })
      expect(kinds.announcement).toMatchObject({ sent: 2, retried: 2, due: 1 })
      expect(lateness.kept).toMatchObject({ messages: 3, p50: 1, p99: 5, most: 3.5 })
      expect(lateness.kept.within).toMatchObject({ 0.1: 1, 1: 2, 5: 3, 86400: 3 })
      expect(bench.lateness.toSorted((a, b) => a - b).at(-1)).toBe(lateness.kept.most)
      expect(since).toEqual(morning)
    })

    it('tells the last day apart from all that is kept', async () => {
      const bench = await benchAt(morning)
      const reminders = await bench.open()
      await reminders.post([message('old', 'anne', 'announcement', morning)])
      await reminders.passOnce()
      const later = morning.add({ hours: 48 })
      bench.goTo(later.add({ seconds: 40 }))
      await reminders.post([message('new', 'anne', 'announcement', later)])
      await reminders.passOnce()
      const { lateness } = await reminders.status()
      expect(lateness.kept).toMatchObject({ messages: 2, p50: 0.1, p99: 60, most: 40 })
      expect(lateness.lastDay).toMatchObject({ messages: 1, p50: 60, p99: 60, most: 40 })
    })

    it('does not call late what waited for its person’s quiet hours, also when it was throttled after them', async () => {
      const night = oslo('2026-05-05T23:00')
      const bench = await benchAt(night)
      answerInTurn(bench, { anne: [slower] })
      const reminders = await bench.open({ settings: { hours: nightly } })
      await reminders.post([message('a', 'anne', 'announcement', night)])
      await bench.runUntil(reminders, oslo('2026-05-06T08:00'))
      const { counts, lateness } = await reminders.status()
      expect(counts).toMatchObject({ sent: 1, postponed: 1, throttled: 1 })
      expect(lateness.kept).toMatchObject({ messages: 1, p50: 5, most: 3.5 })
      expect(bench.lateness).toEqual([3.5])
    })

    it('does not call late what its person lets come sooner by ending a pause', async () => {
      const bench = await benchAt(morning)
      const reminders = await bench.open()
      const settings = await reminders.settingsOf(person('anne'))
      await reminders.saveSettings({ ...settings, pausedUntil: new Date('2026-05-09T09:00Z') })
      await reminders.post([message('a', 'anne', 'announcement', morning)])
      await reminders.passOnce()
      bench.goTo(morning.add({ hours: 30 }))
      await reminders.saveSettings(settings)
      await reminders.passOnce()
      const { counts, lateness } = await reminders.status()
      expect(counts).toMatchObject({ sent: 1, postponed: 1 })
      expect(lateness.kept).toMatchObject({ messages: 1, most: 0 })
    })

    it('leaves out of the lateness what an older version sent, of which it is not known', async () => {
      const bench = await benchAt(morning)
      const reminders = await bench.open()
      await reminders.post([message('old', 'anne', 'announcement', morning)])
      await reminders.passOnce()
      await bench.database.collection(rowsDefinition).updateMany({}, { $unset: { promisedAt: true } })
      const { counts, lateness } = await reminders.status()
      expect([counts.sent, lateness.kept.messages]).toEqual([1, 0])
    })

    it('is empty where nothing was sent', async () => {
      const reminders = await (await benchAt(morning)).open()
      const { since, kinds, lateness } = await reminders.status()
      expect({ since, kinds }).toEqual({ since: null, kinds: {} })
      expect(lateness.kept).toMatchObject({ messages: 0, p50: null, p99: null, most: 0 })
    })
  })
}
