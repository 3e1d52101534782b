import { describe, expect, it } from 'vitest'
import type { Kind } from '../../src/reminders/kinds.ts'
import type { PlannedRow } from '../../src/reminders/row.ts'
import { createBench, oslo, person } from './harness.ts'

const morning = oslo('2026-05-05T09:00')
const expiresAt = new Date(oslo('2026-05-12T09:00').epochMilliseconds)

function message(key: string, personId: string, kind: Kind = 'announcement', at = morning): PlannedRow {
  return { key, about: key, kind, personId, data: {}, dueAt: new Date(at.epochMilliseconds), expiresAt }
}

const many = (count: number, tenant: string, kind?: Kind) =>
  Array.from({ length: count }, (_, index) => message(`${tenant}-${kind}-${index}`, person(`p${index}`, tenant), kind))

describe('what is due at once', () => {
  it('goes in order of urgency: changes and offers, then reminders, then the rest', async () => {
    const bench = await createBench(morning)
    const reminders = await bench.open({ settings: { maxInFlight: 1 } })
    const kinds: Kind[] = ['digest', 'announcement', 'call-closing', 'seat-offered', 'thanks', 'gathering-changed']
    await reminders.saveSettings({ ...(await reminders.settingsOf(person('k0'))), muted: [] })
    await reminders.post(kinds.map((kind, index) => message(`k${index}`, person(`k${index}`), kind)))
    await bench.runUntil(reminders, morning.add({ seconds: 30 }))
    expect(bench.sent.map(({ rows }) => rows[0]?.kind)).toEqual([
      'seat-offered',
      'gathering-changed',
      'call-closing',
      'announcement',
      'digest',
      'thanks',
    ])
  })

  it('to a large tenant does not keep a small one waiting', async () => {
    const bench = await createBench(morning)
    const reminders = await bench.open({ settings: { maxInFlight: 4 } })
    await reminders.post([...many(400, 'large'), ...many(3, 'small')])
    await bench.runUntil(reminders, morning.add({ seconds: 1 }))
    expect(bench.sent.filter(({ tenantId }) => tenantId === 'small')).toHaveLength(3)
    expect(bench.sent.filter(({ tenantId }) => tenantId === 'large').length).toBeLessThan(60)
  })

  it('comes as one message to one person, ten things at most in each', async () => {
    const bench = await createBench(morning)
    const reminders = await bench.open()
    await reminders.post(Array.from({ length: 12 }, (_, index) => message(`m${index}`, person('anne'))))
    await bench.runUntil(reminders, morning.add({ seconds: 5 }))
    expect(bench.sent.map(({ rows }) => rows.length)).toEqual([10, 2])
  })
})

describe('a tenant that is throttled', () => {
  it('waits as long as it was told, while the others go on', async () => {
    const bench = await createBench(morning)
    bench.answer = ({ tenantId }) =>
      tenantId === 'busy' && Temporal.Instant.compare(bench.now(), morning.add({ seconds: 5 })) < 0
        ? { kind: 'throttled', retryAfterMs: 20_000 }
        : { kind: 'delivered' }
    const reminders = await bench.open({ settings: { maxInFlight: 2 } })
    await reminders.post([...many(30, 'busy'), ...many(30, 'calm')])
    await bench.runUntil(reminders, morning.add({ seconds: 15 }))
    expect(bench.sent.filter(({ tenantId }) => tenantId === 'calm')).toHaveLength(30)
    expect(bench.sent.filter(({ tenantId }) => tenantId === 'busy').length).toBeLessThan(6)
    await bench.runUntil(reminders, morning.add({ seconds: 60 }))
    expect(bench.counted.get('sent')).toBe(60)
  })
})

describe('a person’s day', () => {
  it('has so many messages at most; the rest comes the next morning, and changes come all the same', async () => {
    const bench = await createBench(morning)
    const reminders = await bench.open({ settings: { dailyLimit: 2, hours: { from: '21:00', to: '07:00' } } })
    for (let hour = 0; hour < 4; hour++) {
      const at = morning.add({ hours: hour })
      await reminders.post([message(`m${hour}`, person('anne'), 'announcement', at)])
      await bench.runUntil(reminders, at.add({ seconds: 5 }))
    }
    await reminders.post([message('change', person('anne'), 'gathering-changed', bench.now())])
    await bench.runUntil(reminders, oslo('2026-05-05T20:00'))
    expect(bench.sent.map(({ rows }) => rows.map(({ key }) => key).join())).toEqual(['m0', 'm1', 'change'])
    await bench.runUntil(reminders, oslo('2026-05-06T07:01'))
    expect(bench.sent.at(-1)?.rows.map(({ key }) => key)).toEqual(['m2', 'm3'])
    expect(bench.sent.at(-1)?.at.toString()).toBe(oslo('2026-05-06T07:00').toString())
  })

  it('is quiet on a public holiday, unless the matter is of that day', async () => {
    const bench = await createBench(oslo('2026-05-17T10:00'))
    const reminders = await bench.open({ settings: { daysOff: true, hours: { from: '21:00', to: '07:00' } } })
    const today = new Date(oslo('2026-05-17T18:00').epochMilliseconds)
    await reminders.post([
      { ...message('later', person('anne'), 'announcement', bench.now()), expiresAt: new Date('2026-06-01') },
      { ...message('today', person('bo'), 'announcement', bench.now()), expiresAt: today },
    ])
    await bench.runUntil(reminders, oslo('2026-05-17T20:00'))
    expect(bench.sent.map(({ personId }) => personId)).toEqual([person('bo')])
    await bench.runUntil(reminders, oslo('2026-05-18T10:00'))
    expect(bench.sent.map(({ personId }) => personId)).toEqual([person('bo'), person('anne')])
  })
})

describe('a process that dies', () => {
  it('loses its tenants to another in five seconds, and what it had leased in thirty', async () => {
    const bench = await createBench(morning)
    const dead = await bench.open({ answer: () => new Promise(() => {}), settings: { maxInFlight: 1 } })
    await dead.post(many(20, 't1'))
    void dead.passOnce()
    await new Promise((resolve) => setTimeout(resolve, 50))
    const alive = await bench.open()
    await bench.runUntil(alive, morning.add({ seconds: 4 }))
    expect(bench.sent).toHaveLength(1)
    await bench.runUntil(alive, morning.add({ seconds: 29 }))
    await bench.runUntil(alive, morning.add({ seconds: 61 }))
    const arrived = new Set(bench.sent.map(({ personId }) => personId))
    expect([arrived.size, bench.sent.length]).toEqual([20, 21])
  })
})

describe('what came long ago', () => {
  it('is forgotten half a year after it meant something', async () => {
    const bench = await createBench(morning)
    const reminders = await bench.open()
    await reminders.post([message('old', person('anne'))])
    await bench.runUntil(reminders, morning.add({ seconds: 5 }))
    bench.goTo(oslo('2026-11-07T09:00'))
    await reminders.tidy()
    expect((await reminders.status()).counts.sent).toBe(1)
    bench.goTo(oslo('2026-11-09T09:00'))
    await reminders.tidy()
    expect((await reminders.status()).counts.sent).toBe(0)
  })
})

describe('after an outage', () => {
  it('nobody waits for longer than a minute or two, also where all processes are new and a tenant has one message', async () => {
    const bench = await createBench(morning, 0.99)
    const end = morning.add({ hours: 2 })
    bench.answer = () =>
      Temporal.Instant.compare(bench.now(), end) < 0
        ? { kind: 'failed', retryable: true, status: 503 }
        : { kind: 'delivered' }
    const first = await bench.open()
    await first.post([...many(1, 'small'), ...many(40, 'large')])
    await bench.runUntil(first, morning.add({ hours: 1 }))
    await first.stop()
    const second = await bench.open()
    await bench.runUntil(second, end.add({ seconds: 130 }))
    expect(bench.counted.get('sent')).toBe(41)
  })
})
