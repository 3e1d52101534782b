import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../src/reminders/settings.ts'
import { toDate } from '../../src/store/instants.ts'
import { at, createBench, oslo, person, type Sent, texts } from './harness.ts'

const since = oslo('2026-04-01T12:00')
const attendee = (name: string, tenant?: string) => ({ personId: person(name, tenant), since })

describe('gathering reminders', () => {
  it('come at each of the times before the start, to everybody who comes', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    bench.world.set({
      id: 'g',
      startsAt: oslo('2026-05-05T10:00'),
      attendees: [attendee('anne'), attendee('bo', 't2')],
    })
    await reminders.replan('g')
    await bench.runUntil(reminders, oslo('2026-05-06T00:00'))
    expect(texts(bench.sent).toSorted()).toEqual([
      '2026-04-28T08:00:00Z t1/anne P7D',
      '2026-04-28T08:00:00Z t2/bo P7D',
      '2026-05-04T08:00:00Z t1/anne P1D',
      '2026-05-04T08:00:00Z t2/bo P1D',
      '2026-05-05T07:00:00Z t1/anne PT1H',
      '2026-05-05T07:00:00Z t2/bo PT1H',
    ])
  })

  it('move with the gathering', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    bench.world.set({ id: 'g', reminders: ['P1D'], attendees: [attendee('anne')] })
    await reminders.replan('g')
    bench.world.set({ id: 'g', startsAt: oslo('2026-05-05T14:30') })
    await reminders.replan('g')
    await bench.runUntil(reminders, oslo('2026-05-06T00:00'))
    expect(texts(bench.sent)).toEqual([`${oslo('2026-05-04T14:30')} t1/anne P1D`])
  })

  it('come anew for another day, and not again for another hour', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    bench.world.set({ id: 'g', reminders: ['P7D'], attendees: [attendee('anne')] })
    await reminders.replan('g')
    await bench.runUntil(reminders, oslo('2026-04-30T00:00'))
    bench.world.set({ id: 'g', startsAt: oslo('2026-05-05T15:00'), timeSetAt: bench.now() })
    await reminders.replan('g')
    await bench.runUntil(reminders, oslo('2026-05-01T00:00'))
    bench.world.set({ id: 'g', startsAt: oslo('2026-06-02T10:00'), timeSetAt: bench.now() })
    await reminders.replan('g')
    await bench.runUntil(reminders, oslo('2026-06-03T00:00'))
    expect(texts(bench.sent)).toEqual([
      `${oslo('2026-04-28T10:00')} t1/anne P7D`,
      `${oslo('2026-05-26T10:00')} t1/anne P7D`,
    ])
  })

  it('come when the person wants them, also where the gathering itself has none', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    bench.world.set({ id: 'g', reminders: [], attendees: [attendee('anne')] })
    await reminders.replan('g')
    await reminders.saveSettings({ ...defaultSettings(person('anne')), reminders: ['P2D'] })
    await bench.runUntil(reminders, oslo('2026-05-06T00:00'))
    expect(texts(bench.sent)).toEqual([`${oslo('2026-05-03T10:00')} t1/anne P2D`])
  })

  it('come after all when «done» is taken back while the night holds them back', async () => {
    const bench = await createBench(oslo('2026-05-04T20:00'))
    const reminders = await bench.open({ settings: { hours: { from: '21:00', to: '07:00' } } })
    const call = { about: 'call:x', kind: 'call-closing', personId: person('anne'), data: { callId: 'x' } } as const
    const post = (key: string, due: string) =>
      reminders.post([{ key, ...call, dueAt: toDate(oslo(due)), expiresAt: toDate(oslo('2026-05-09T10:00')) }])
    await post('evening', '2026-05-04T20:00')
    await post('night', '2026-05-04T22:00')
    await bench.runUntil(reminders, oslo('2026-05-04T22:30'))
    await reminders.done(person('anne'), ['evening'])
    await reminders.undoDone(person('anne'), ['evening'])
    await bench.runUntil(reminders, oslo('2026-05-05T09:00'))
    expect(bench.sent.map(({ rows }) => rows.map(({ key }) => key))).toEqual([['evening'], ['night']])
  })

  it('never come to who has turned everything off, not even while other choices are being saved', async () => {
    const bench = await createBench(oslo('2026-05-04T20:00'))
    const reminders = await bench.open()
    const off = { ...defaultSettings(person('anne')), off: true }
    await reminders.saveSettings({ ...off, reminders: ['P2D'] })
    const [, seen] = await Promise.all([reminders.saveSettings(off), reminders.settingsOf(person('anne'))])
    expect(seen.off).toBe(true)
    expect(await reminders.settingsOf(person('anne'))).toEqual(off)
  })

  describe('of who comes on the second day only', () => {
    const firstDay = oslo('2026-05-05T10:00')
    const secondDay = oslo('2026-05-06T09:00')
    const late = (name: string) => ({ ...attendee(name), comesAt: secondDay })
    const moments = (sent: readonly Sent[]) => sent.map(({ at, rows }) => [at, rows[0]?.data.before])
    const bySecondDay = [
      [oslo('2026-04-29T09:00'), 'P7D'],
      [oslo('2026-05-05T09:00'), 'P1D'],
      [oslo('2026-05-06T08:00'), 'PT1H'],
    ]

    it('go by the start of that day, and by the first day to the others', async () => {
      const bench = await createBench(oslo('2026-04-02T12:00'))
      const reminders = await bench.open()
      bench.world.set({ id: 'g', startsAt: firstDay, attendees: [late('anne'), attendee('bo')] })
      await reminders.replan('g')
      await bench.runUntil(reminders, oslo('2026-05-07T00:00'))
      const to = (name: string) => bench.sent.filter(({ personId }) => personId === person(name))
      expect(moments(to('anne'))).toEqual(bySecondDay)
      expect(moments(to('bo'))).toEqual([
        [oslo('2026-04-28T10:00'), 'P7D'],
        [oslo('2026-05-04T10:00'), 'P1D'],
        [oslo('2026-05-05T09:00'), 'PT1H'],
      ])
    })

    it('are planned at the start also while the first day goes on', async () => {
      const bench = await createBench(oslo('2026-05-05T11:00'))
      bench.world.set({ id: 'g', startsAt: firstDay, attendees: [late('anne')] })
      const reminders = await bench.open()
      await reminders.start()
      await bench.runUntil(reminders, oslo('2026-05-07T00:00'))
      expect(moments(bench.sent).at(-1)).toEqual(bySecondDay.at(-1))
      await reminders.stop()
    })

    it('move when they choose other days, and each comes once', async () => {
      const bench = await createBench(oslo('2026-04-02T12:00'))
      const reminders = await bench.open()
      const choose = async (chosen: ReturnType<typeof attendee>) => {
        bench.world.set({ id: 'g', startsAt: firstDay, attendees: [chosen] })
        await reminders.replan('g', [person('anne')])
      }
      await choose(attendee('anne'))
      await bench.runUntil(reminders, oslo('2026-04-28T12:00'))
      await choose(late('anne'))
      await bench.runUntil(reminders, oslo('2026-05-05T09:30'))
      await choose(attendee('anne'))
      await choose(late('anne'))
      await bench.runUntil(reminders, oslo('2026-05-07T00:00'))
      expect(moments(bench.sent)).toEqual([[oslo('2026-04-28T10:00'), 'P7D'], ...bySecondDay.slice(1)])
    })

    it('move when the plan is behind, and are put off until before that day', async () => {
      const bench = await createBench(oslo('2026-04-02T12:00'))
      const reminders = await bench.open()
      bench.world.set({ id: 'g', startsAt: firstDay, reminders: ['P1D'], attendees: [attendee('anne')] })
      await reminders.replan('g')
      bench.world.set({ id: 'g', attendees: [late('anne')] })
      await bench.runUntil(reminders, oslo('2026-05-05T09:30'))
      expect(moments(bench.sent)).toEqual([bySecondDay[1]])
      const keys = bench.sent.flatMap(({ rows }) => rows.map(({ key }) => key))
      const later = await reminders.later(person('anne'), keys, 'tomorrow')
      expect(later).toMatchObject({ ok: true })
      await bench.runUntil(reminders, oslo('2026-05-07T00:00'))
      expect(bench.sent).toHaveLength(2)
    })
  })

  it('stop when the gathering is called off, or its person no longer comes; and start again when they register again', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    bench.world.set({ id: 'off', reminders: ['P1D'], attendees: [attendee('anne')] })
    bench.world.set({
      id: 'on',
      reminders: ['P1D'],
      attendees: [attendee('anne'), attendee('bo'), attendee('cecilie')],
    })
    await reminders.replan('off')
    await reminders.replan('on')
    bench.world.set({ id: 'off', takesPlace: false })
    await reminders.replan('off')
    bench.world.set({ id: 'on', attendees: [attendee('cecilie')] })
    await reminders.replan('on')
    bench.world.set({ id: 'on', attendees: [attendee('cecilie'), attendee('bo')] })
    await reminders.replan('on', [person('bo')])
    await bench.runUntil(reminders, oslo('2026-05-06T00:00'))
    expect(bench.sent.map((each) => each.personId).toSorted()).toEqual(['t1/bo', 't1/cecilie'])
  })

  it('are not sent when the change was not planned yet', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    for (const id of ['moved', 'called-off', 'left']) {
      bench.world.set({ id, reminders: ['P1D'], attendees: [attendee('anne')] })
      await reminders.replan(id)
    }
    bench.world.set({ id: 'moved', startsAt: oslo('2026-05-05T12:00') })
    bench.world.set({ id: 'called-off', takesPlace: false })
    bench.world.set({ id: 'left', attendees: [] })
    await bench.runUntil(reminders, oslo('2026-05-06T00:00'))
    expect(texts(bench.sent)).toEqual([`${oslo('2026-05-04T12:00')} t1/anne P1D`])
  })

  it('that were due before somebody registered do not come late', async () => {
    const bench = await createBench(oslo('2026-05-03T12:00'))
    const reminders = await bench.open()
    bench.world.set({ id: 'g', attendees: [{ personId: person('anne'), since: oslo('2026-05-03T12:00') }] })
    await reminders.replan('g')
    await bench.runUntil(reminders, oslo('2026-05-06T00:00'))
    expect(bench.sent.flatMap((each) => each.rows.map((row) => row.data.before))).toEqual(['P1D', 'PT1H'])
  })

  it('that fell due while the bot was down go out at the start, the last of them only', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const before = await bench.open()
    bench.world.set({ id: 'g', attendees: [attendee('anne')] })
    await before.replan('g')
    bench.goTo(oslo('2026-05-04T12:00'))
    const after = await bench.open()
    await after.start()
    await after.passOnce()
    expect(texts(bench.sent)).toEqual([`${oslo('2026-05-04T12:00')} t1/anne P1D`])
    await after.stop()
  })

  it('that were never planned before a crash are planned at the start', async () => {
    const bench = await createBench(oslo('2026-05-04T09:59'))
    bench.world.set({ id: 'g', reminders: ['P1D'], attendees: [attendee('anne')] })
    bench.goTo(oslo('2026-05-04T10:30'))
    const reminders = await bench.open()
    await reminders.start()
    await reminders.passOnce()
    expect(texts(bench.sent)).toEqual([`${oslo('2026-05-04T10:30')} t1/anne P1D`])
    await reminders.stop()
  })

  it('are dropped, and counted so, when the gathering has begun', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    bench.world.set({ id: 'g', reminders: ['P1D'], attendees: [attendee('anne')] })
    await reminders.replan('g')
    bench.goTo(oslo('2026-05-05T10:00'))
    await reminders.passOnce()
    expect(bench.sent).toEqual([])
    expect((await reminders.status()).counts).toMatchObject({ dropped: 1, due: 0 })
  })

  it('come as one message when several are due together', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    bench.world.set({ id: 'g', reminders: ['P1D'], attendees: [attendee('anne')] })
    bench.world.set({ id: 'h', reminders: ['P7D'], startsAt: oslo('2026-05-11T10:01'), attendees: [attendee('anne')] })
    await reminders.replan('g')
    await reminders.replan('h')
    await bench.runUntil(reminders, oslo('2026-05-05T00:00'))
    expect(texts(bench.sent)).toEqual([`${oslo('2026-05-04T10:00')} t1/anne P1D+P7D`])
  })

  it('are planned once, however often and wherever they are planned', async () => {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const [one, two] = [await bench.open(), await bench.open()]
    bench.world.set({ id: 'g', attendees: [attendee('anne'), attendee('bo')] })
    await Promise.all([one.replan('g'), two.replan('g'), one.replan('g', [person('bo')])])
    expect((await one.status()).counts.due).toBe(6)
    await bench.runUntil(one, oslo('2026-05-06T00:00'))
    await two.replan('g')
    await bench.runUntil(two, oslo('2026-05-07T00:00'))
    expect(bench.sent).toHaveLength(6)
  })
})

describe('a message that cannot be delivered', () => {
  const start = oslo('2026-05-04T10:00')
  async function dueNow(count = 1) {
    const bench = await createBench(oslo('2026-04-02T12:00'))
    const reminders = await bench.open()
    const names = Array.from({ length: count }, (_, index) => `p${index}`)
    bench.world.set({ id: 'g', reminders: ['P1D'], attendees: names.map((name) => attendee(name)) })
    await reminders.replan('g')
    bench.goTo(start)
    return { bench, reminders }
  }

  it('waits as long as the service says when throttled', async () => {
    const { bench, reminders } = await dueNow()
    let answers = 0
    bench.answer = () => (answers++ === 0 ? { kind: 'throttled', retryAfterMs: 7_000 } : { kind: 'delivered' })
    await bench.runUntil(reminders, oslo('2026-05-04T11:00'))
    expect(texts(bench.sent)).toEqual([`${start} t1/p0 P1D`, `${at('2026-05-04T08:00:07.5Z')} t1/p0 P1D`])
    expect(bench.counted.get('throttled')).toBe(1)
  })

  it('is tried again after 503, and got through', async () => {
    const { bench, reminders } = await dueNow()
    let answers = 0
    bench.answer = () => (answers++ < 3 ? { kind: 'failed', retryable: true, status: 503 } : { kind: 'delivered' })
    await bench.runUntil(reminders, oslo('2026-05-04T11:00'))
    expect(bench.sent).toHaveLength(4)
    expect((await reminders.status()).counts.sent).toBe(1)
  })

  it('marks its person unreachable after 403, and comes when they write again', async () => {
    const { bench, reminders } = await dueNow()
    bench.answer = () => ({ kind: 'unreachable', reason: 'MessageWritesBlocked', status: 403 })
    await bench.runUntil(reminders, oslo('2026-05-04T11:00'))
    expect(bench.sent).toHaveLength(1)
    expect([...bench.world.unreachablePersons]).toEqual([['t1/p0', 'MessageWritesBlocked']])
    bench.answer = () => ({ kind: 'delivered' })
    bench.world.unreachablePersons.clear()
    await reminders.personIsBack('t1/p0')
    await bench.runUntil(reminders, oslo('2026-05-04T11:30'))
    expect(bench.sent).toHaveLength(2)
    expect((await reminders.status()).counts).toMatchObject({ sent: 1, unreachable: 0 })
  })

  it('is not tried again when the service refuses it for good', async () => {
    const { bench, reminders } = await dueNow()
    bench.answer = () => ({ kind: 'failed', retryable: false, status: 400 })
    await bench.runUntil(reminders, oslo('2026-05-04T20:00'))
    expect(bench.sent).toHaveLength(1)
    expect((await reminders.status()).counts.failed).toBe(1)
  })

  it('is given up after ten failures while others get through', async () => {
    const { bench, reminders } = await dueNow(3)
    bench.answer = ({ personId }) =>
      personId === 't1/p0' ? { kind: 'failed', retryable: true, status: 500 } : { kind: 'delivered' }
    for (let minute = 0; minute < 240; minute += 10) {
      await reminders.post([
        {
          key: `changed:${minute}`,
          about: 'gathering:h',
          kind: 'gathering-changed',
          personId: 't1/p1',
          data: {},
          dueAt: new Date(start.epochMilliseconds + minute * 60_000),
          expiresAt: new Date(start.epochMilliseconds + 864e5),
        },
      ])
    }
    await bench.runUntil(reminders, oslo('2026-05-04T20:00'))
    expect((await reminders.status()).counts).toMatchObject({ failed: 1, due: 0 })
    expect(bench.sent.filter((each) => each.personId === 't1/p0').length).toBeLessThan(30)
  })

  it('waits through an outage of hours, and comes soon after it, the urgent ones first', async () => {
    const { bench, reminders } = await dueNow(30)
    bench.answer = () => ({ kind: 'failed', retryable: true, status: 503 })
    await bench.runUntil(reminders, oslo('2026-05-04T13:00'))
    expect(bench.sent.length).toBeLessThan(400)
    const changed = { about: 'gathering:g', kind: 'gathering-called-off', data: {}, personId: 't1/p29' } as const
    await reminders.post([
      { ...changed, key: 'off', dueAt: new Date(bench.now().epochMilliseconds), expiresAt: new Date('2026-05-05') },
    ])
    bench.answer = () => ({ kind: 'delivered' })
    bench.sent.length = 0
    await bench.runUntil(reminders, oslo('2026-05-04T13:02'))
    expect(new Set(bench.sent.map((each) => each.personId)).size).toBe(30)
    expect(bench.sent.findIndex((each) => each.personId === 't1/p29')).toBeLessThan(2)
  })
})
