import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MessageRow } from '../../src/reminders/message.ts'
import type { Reminders } from '../../src/reminders/reminders.ts'
import { type Row, rowsDefinition } from '../../src/reminders/row.ts'
import type { Database } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { type Bench, benchOn, oslo, person } from './harness.ts'
import { createInterleaving, createLife, databaseIn, type Life } from './life.ts'

const start = oslo('2026-05-04T06:00')
const names = ['anne', 'bo', 'cai', 'dag'].map((name, index) => person(name, index < 3 ? 't1' : 't2'))
const reminders = ['P1D', 'PT3H', 'PT1H']

const process = fc.nat(1)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('pass'), process }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('run'), steps: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('next') }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('clock'), seconds: fc.constantFrom(1, 6, 6, 6, 31, 3_600) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('die'), process, answered: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('register'), who: fc.constantFrom(...names), process }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel'), who: fc.constantFrom(...names), process }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('move'), hours: fc.constantFrom(-2, 1, 3), process }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Change = Extract<Step, { who: string } | { hours: number }>

const scripts = fc.record({
  seed: fc.nat(),
  comers: fc.subarray(names, { minLength: 1 }),
  steps: fc.array(step, { minLength: 20, maxLength: 80 }),
  /** What the service answers to one call after another, and then that it took the message. */
  answers: fc.array(fc.constantFrom('delivered', 'throttled', 'failed'), { maxLength: 12 }),
})
type Script = typeof scripts extends fc.Arbitrary<infer T> ? T : never

interface Process {
  life: Life
  reminders: Reminders
  passing: boolean
}

interface Delivered {
  key: string
  inVain: boolean
}

/**
 * Two processes on one database. Their calls to the store and the service happen in any order, each may stall at any of
 * them for hours or die at it, and gatherings change meanwhile. At last one process is left alone until all is over.
 */
async function play(database: Database, { seed, comers, steps, answers }: Script) {
  const bench = benchOn(database, start, () => 0.5)
  const rows = database.collection(rowsDefinition)
  const interleaving = createInterleaving(seed)
  const delivered: Delivered[] = []
  /** A row once for each time that its process died or stalled after it arrived and before it was marked. */
  const onTheWire: string[] = []
  /** Rows that a process had in its hands while the world changed. */
  const inHands = new Set<string>()
  const pair: Process[] = []
  let sends = 0
  let processes = 0

  async function noteOnTheWire(): Promise<void> {
    const unmarked = (await rows.find({})).filter((row) => row.state !== 'sent').map((row) => row._id)
    onTheWire.push(...unmarked.filter((key) => delivered.some((each) => each.key === key)))
  }

  async function goTo(instant: Temporal.Instant): Promise<void> {
    if (bench.now().until(instant).total('seconds') > 15) await noteOnTheWire()
    bench.goTo(instant)
  }

  /** The moment at which the next row is due that is not due yet. */
  async function nextDue(): Promise<Temporal.Instant> {
    const times = (await rows.find({ state: 'due' })).map((row) => row.nextAt.getTime())
    const ahead = times.filter((time) => time > bench.now().epochMilliseconds)
    return ahead.length === 0 ? bench.now() : Temporal.Instant.fromEpochMilliseconds(Math.min(...ahead))
  }

  async function born(): Promise<Process> {
    const life = createLife(interleaving)
    const answer: Bench['answer'] = ({ personId, rows }) => {
      const arriving = rows.map((row) => ({ key: row.key, inVain: isInVain(bench, personId, row) }))
      return life.call(async () => {
        const answer = answers[sends++] ?? 'delivered'
        if (answer === 'throttled') return { kind: 'throttled', retryAfterMs: 2_000 }
        if (answer === 'failed') return { kind: 'failed', retryable: true, status: 503 }
        delivered.push(...arriving)
        return { kind: 'delivered' }
      })
    }
    const reminders = await bench.open({
      database: databaseIn(life, bench.database),
      processId: `process-${++processes}`,
      answer,
    })
    return { life, reminders, passing: false }
  }

  function pass(process: Process): void {
    if (process.passing) return
    process.passing = true
    process.reminders.passOnce().then(() => {
      process.passing = false
    })
  }

  async function rebirth(): Promise<void> {
    for (const [index, process] of pair.entries()) {
      if (!process.life.isOver()) continue
      await noteOnTheWire()
      pair[index] = await born()
      void pair[index].reminders.start().then(() => pair[index]?.reminders.stop())
    }
  }

  async function take(step: Step): Promise<void> {
    if ('steps' in step) return interleaving.run(step.steps)
    if ('seconds' in step) return goTo(bench.now().add({ seconds: step.seconds }))
    if (!('process' in step)) return goTo(await nextDue())
    const process = pair[step.process]
    if (!process) return
    if ('answered' in step) process.life.end(step.answered)
    else if ('who' in step || 'hours' in step) {
      for (const row of await rows.find({ state: 'leased' })) inHands.add(row._id)
      change(bench, step)
      void process.reminders.replan('g')
    } else pass(process)
  }

  /** When processes died, another one comes in the end that knows only what is stored; otherwise one of them goes on. */
  async function successor(): Promise<Reminders> {
    bench.answer = async ({ personId, rows }) => {
      for (const row of rows) delivered.push({ key: row.key, inVain: isInVain(bench, personId, row) })
      return { kind: 'delivered' }
    }
    const last = await bench.open({ processId: 'last' })
    await last.start()
    return last
  }

  const attendees = comers.map((personId) => ({ personId, since: start }))
  bench.world.set({ id: 'g', startsAt: oslo('2026-05-05T12:00'), reminders, attendees })
  pair.push(await born(), await born())
  void pair[0]?.reminders.replan('g')
  await interleaving.run(100)
  for (const step of steps) {
    await take(step)
    await rebirth()
  }

  const isOver = bench.now().epochMilliseconds >= startOf(bench).epochMilliseconds
  const someDie = steps.some((step) => 'answered' in step)
  if (someDie) for (const { life } of pair) life.end(false)
  await interleaving.release()
  await noteOnTheWire()
  const last = someDie ? await successor() : (pair[0]?.reminders ?? (await successor()))
  await bench.runUntil(last, oslo('2026-05-06T12:00'))
  await last.stop()
  const left = await rows.find({})
  const lost = demanded(bench).filter((key) => {
    const row = left.find((each) => each._id === key)
    // When everybody who knew of a change died until the gathering began, nobody could plan what it demands.
    const wasPlanned = row?.state !== 'withdrawn' && row?.expiresAt.getTime() === startOf(bench).epochMilliseconds
    return !isSettled(row) && (wasPlanned || !isOver)
  })
  return { lost, delivered, onTheWire, inHands, left }
}

/** Nobody should get a reminder of what they don't come to, of what has begun, or before its time. */
function isInVain(bench: Bench, personId: string, { data }: MessageRow): boolean {
  const gathering = bench.world.gatherings.get('g')
  const isAttendee = gathering?.attendees.some((each) => each.personId === personId) ?? false
  const now = bench.now().epochMilliseconds
  const dueAt = startOf(bench)
    .toZonedDateTimeISO('Europe/Oslo')
    .subtract(data.before ?? 'PT0S').epochMilliseconds
  return !isAttendee || startOf(bench).epochMilliseconds <= now || now < dueAt - 2 * 60_000
}

function change(bench: Bench, step: Change): void {
  const startsAt = startOf(bench)
  if ('hours' in step) {
    const moved = startsAt.add({ hours: step.hours })
    const isAhead = [startsAt, moved].every((each) => each.epochMilliseconds > bench.now().epochMilliseconds)
    if (isAhead) bench.world.set({ id: 'g', startsAt: moved, timeSetAt: bench.now() })
    return
  }
  const attendees = bench.world.gatherings.get('g')?.attendees ?? []
  const others = attendees.filter((each) => each.personId !== step.who)
  const own = attendees.find((each) => each.personId === step.who) ?? { personId: step.who, since: bench.now() }
  bench.world.set({ id: 'g', attendees: step.act === 'register' ? [...others, own] : others })
}

function startOf(bench: Bench): Temporal.Instant {
  return bench.world.gatherings.get('g')?.startsAt ?? start
}

/** The reminders that the world demands in the end: of those who come, due after they and the time were known. */
function demanded(bench: Bench): string[] {
  const { attendees = [], timeSetAt = start } = bench.world.gatherings.get('g') ?? {}
  const startsAt = startOf(bench).toZonedDateTimeISO('Europe/Oslo')
  return attendees.flatMap(({ personId, since }) => {
    const known = Math.max(since.epochMilliseconds, timeSetAt.epochMilliseconds)
    const after = reminders.filter((before) => startsAt.subtract(before).epochMilliseconds > known)
    return after.map((before) => `reminder:g:${personId}:${before}@${startsAt.toPlainDate()}`)
  })
}

function isSettled(row: Row | undefined): boolean {
  return row?.state === 'sent' || row?.reason === 'superseded' || row?.reason === 'too-late'
}

describe('processes that stall and die at any step, in any order', () => {
  it('lose no reminder, repeat none but what was on the wire, and send none in vain', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const database = await openEmbedded(':memory:')
        const { lost, delivered, onTheWire, inHands, left } = await play(database, script)
        await database.close()

        expect(left.filter((row) => row.state === 'due' || row.state === 'leased')).toEqual([])
        expect(lost).toEqual([])
        const arrived = Map.groupBy(delivered, (each) => each.key)
        const repeated = [...arrived].filter(
          ([key, times]) => times.length - 1 > onTheWire.filter((each) => each === key).length,
        )
        expect(repeated.map(([key]) => key)).toEqual([])
        expect(delivered.filter((each) => each.inVain && !inHands.has(each.key))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
