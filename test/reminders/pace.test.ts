import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace, type Pace } from '../../src/reminders/pace.ts'
import { createLimiter, TEAMS_LIMITS } from '../support/teams-limits.ts'
import { createBench, oslo, person, type Sent } from './harness.ts'

const START = Date.UTC(2026, 4, 5, 8)

/** Sends to these conversations in turn, each as soon as the pace lets it; gives the moments. */
function sendAll(pace: Pace, conversations: readonly string[], from = START) {
  let now = from
  return conversations.map((conversation) => {
    for (let wait = 1; wait > 0; now += Math.ceil(wait))
      wait = Math.max(pace.wait(now), pace.waitFor(conversation, now))
    pace.took(conversation, now)
    return { conversation, at: now }
  })
}

function refused(sent: readonly { conversation: string; at: number }[]): number {
  const limiter = createLimiter(TEAMS_LIMITS)
  const take = ({ conversation, at }: { conversation: string; at: number }) =>
    limiter.take({ operation: 'send', tenantId: 't', conversationId: conversation }, at)
  return sent.filter((each) => take(each) > 0).length
}

describe('the pace of a tenant', () => {
  it('is at least 95 % of what Teams lets through, and never more', () => {
    const sent = sendAll(
      createPace(50),
      Array.from({ length: 3_000 }, (_, index) => `c${index}`),
    )
    expect(refused(sent)).toBe(0)
    expect(3_000 / (((sent.at(-1)?.at ?? 0) - START) / 1_000)).toBeGreaterThan(0.95 * 50)
  })

  it('keeps each conversation within what Teams lets into it: 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour', () => {
    const sent = sendAll(
      createPace(50),
      Array.from({ length: 1_900 }, () => 'one'),
    )
    expect(refused(sent)).toBe(0)
    const inFirst = (seconds: number) => sent.filter(({ at }) => at < START + seconds * 1_000).length
    expect([inFirst(1), inFirst(2), inFirst(30), inFirst(3_600)]).toEqual([7, 8, 60, 1_800])
  })

  it('is never too fast, whoever is written to and whenever', () => {
    const gaps = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(0, 0, 0, 3, 150, 1_500, 40_000)), {
      minLength: 20,
      maxLength: 200,
    })
    fc.assert(
      fc.property(gaps, fc.constantFrom(5, 20, 50), (script, rate) => {
        const pace = createPace(rate)
        let from = START
        const sent = script.flatMap(([who, gap]) => {
          const some = sendAll(pace, [`c${who}`], from)
          from = (some.at(-1)?.at ?? from) + gap
          return some
        })
        expect(refused(sent)).toBe(0)
      }),
    )
  })

  it('waits as a whole when two conversations in a row are throttled, and alone when one is', () => {
    const pace = createPace(50)
    expect(pace.throttled('a', 30_000, START)).toBe('conversation')
    expect([pace.wait(START), pace.waitFor('a', START), pace.waitFor('b', START)]).toEqual([0, 30_000, 0])
    expect(pace.throttled('b', 10_000, START)).toBe('tenant')
    expect(pace.wait(START)).toBe(10_000)
  })
})

describe('two processes that send to one tenant', () => {
  it('take over from each other without sending more in a second than the tenant may get', async () => {
    const bench = await createBench(oslo('2026-05-04T06:00'))
    const settings = { sendRate: 5 }
    const pair = [await bench.open({ settings }), await bench.open({ settings })]
    const expiresAt = new Date(oslo('2026-05-09T06:00').epochMilliseconds)
    for (let round = 0; round < 6; round++) {
      const [process] = round % 2 === 0 ? pair : pair.toReversed()
      if (!process) throw new Error('no process')
      await process.post(
        Array.from({ length: 5 }, (_, index) => ({
          key: `r${round}-${index}`,
          about: 'x',
          kind: 'announcement' as const,
          personId: person(`p${round}-${index}`),
          data: {},
          dueAt: new Date(bench.now().epochMilliseconds),
          expiresAt,
        })),
      )
      for (let sent = bench.sent.length + 5; bench.sent.length < sent; ) {
        const { nextAt } = await process.passOnce()
        bench.goTo(
          nextAt && Temporal.Instant.compare(nextAt, bench.now()) > 0 ? nextAt : bench.now().add({ milliseconds: 5 }),
        )
      }
      await process.passOnce()
    }
    expect(bench.sent).toHaveLength(30)
    expect(mostInASecond(bench.sent)).toBeLessThanOrEqual(5)
  })
})

function mostInASecond(sent: readonly Sent[]): number {
  const times = sent.map(({ at }) => at.epochMilliseconds)
  return Math.max(...times.map((time) => times.filter((other) => other >= time && other < time + 1_000).length))
}
