import { describe, expect, it, onTestFinished } from 'vitest'
import { type CallEntry, callsAhead, toCall } from '../../src/knowledge/calls.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { readGatherings } from '../../src/network/gathering-file.ts'
import { digestMoment } from '../../src/reminders/digest.ts'
import { buttons, startTestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, stillTimers } from '../support/clock.ts'

const inThree = (text: string) => ({ nb: text, nn: `${text} (nn)`, en: `${text} (en)` })

function call(fields: Partial<CallEntry>): CallEntry {
  return {
    id: 'ka210',
    topic: 'erasmus-plus',
    title: inThree('Erasmus+ KA210'),
    who: inThree('to organisasjoner'),
    opens: '2027-02-10',
    closes: '2027-06-15T12:00',
    zone: 'Europe/Brussels',
    url: 'https://example.org/ka210',
    checked: null,
    file: 'calls/erasmus-plus.yaml',
    line: 1,
    ...fields,
  }
}

/** In January 2027, with a call that opens in February and one that closes in March. */
async function start() {
  const clock = createClock('2027-01-05T09:00:00Z')
  const calls = [
    call({}),
    call({ id: 'ka120', title: inThree('Erasmus+ KA120'), opens: '2026-11-01', closes: '2027-03-18T12:00' }),
    call({ id: 'cerv', topic: 'cerv', title: inThree('CERV') }),
  ]
  const bot = await startTestBot({
    now: clock.now,
    surroundings: {
      timers: stillTimers,
      openKnowledge: async (options) => ({
        ...(await openKnowledge(options)),
        callsAhead: (now, topic) =>
          callsAhead(calls.map(toCall), now).filter((each) => topic === undefined || each.topic === topic),
      }),
    },
  })
  onTestFinished(() => bot[Symbol.asyncDispose]())

  async function member(name: string, topics: string[], { wants }: { wants: string }): Promise<TestPerson> {
    const person = bot.person(name)
    await person.says('hei')
    const email = `${name.toLowerCase()}@example.no`
    const profile = { name, email, municipality: 'Drammen', role: '', topics, language: 'nb' as const }
    await bot.running.network.members.save(person.id, profile, clock.now())
    await person.presses('reminders.save', { kinds: wants })
    return person
  }

  async function announce() {
    const file = {
      id: 'vaar',
      title: 'Vårsamling',
      startsAt: '2027-04-16T10:00',
      endsAt: '2027-04-16T15:00',
      place: 'Drammen',
    }
    const read = readGatherings([file], { timeZone: 'Europe/Oslo', isTopic: () => true })
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
    await bot.running.network.gatherings.importAll(read.gatherings, clock.now())
  }

  async function at(...moments: string[]) {
    for (const moment of moments) {
      clock.moveTo(moment)
      await bot.running.planMessages()
      await bot.running.reminders.passOnce()
    }
  }
  return { bot, clock, member, announce, at }
}

const titles = (person: TestPerson, count: number) =>
  person
    .inbox()
    .slice(count)
    .map(({ card }) => card?.fallbackText)

describe('the month’s summary', () => {
  it('tells those who want it what is new in what they follow, once, on the first working day', async () => {
    const { clock, member, announce, at } = await start()
    const kari = await member('Kari', ['erasmus-plus'], { wants: 'gatherings,digest' })
    clock.moveTo('2027-02-12T09:00:00Z')
    await announce()
    const before = kari.inbox().length
    await at('2027-02-28T09:00:00Z', '2027-03-01T07:59:00Z')
    expect(titles(kari, before)).toEqual([])
    await at('2027-03-01T08:00:00Z', '2027-03-01T09:00:00Z', '2027-03-02T09:00:00Z')
    expect(titles(kari, before)).toEqual(['Måneden for deg: 1 ny utlysning, 1 frist, 1 ny samling'])
    const summary = words(kari.inbox().at(-1) ?? { text: '', card: null })
    expect(summary).toContain('[Erasmus+ KA210](https://example.org/ka210): frist 15. juni')
    expect(summary).toContain('[Erasmus+ KA120](https://example.org/ka210): frist 18. mars')
    expect(summary).toContain('Vårsamling')
    expect(summary).not.toContain('CERV')
    expect(buttons(kari.inbox().at(-1) ?? { text: '', card: null })).toContain('reminders.settings')
  })

  it('comes to nobody who has not asked for it, and to nobody to whom it would say nothing', async () => {
    const { member, at } = await start()
    const ola = await member('Ola', ['erasmus-plus'], { wants: 'gatherings,announcements' })
    const siv = await member('Siv', ['nordplus'], { wants: 'digest' })
    const before = [ola.inbox().length, siv.inbox().length]
    await at('2027-03-01T08:00:00Z', '2027-03-01T09:00:00Z')
    expect([titles(ola, before[0] ?? 0), titles(siv, before[1] ?? 0)]).toEqual([[], []])
  })

  it.each([
    ['2027-01', '2027-01-04T09:00'],
    ['2027-05', '2027-05-03T09:00'],
    ['2027-08', '2027-08-02T09:00'],
    ['2029-04', '2029-04-03T09:00'],
  ])('of %s goes out at %s: on no weekend, no public holiday', (month, moment) => {
    const at = digestMoment(Temporal.PlainYearMonth.from(month), 'Europe/Oslo').toZonedDateTimeISO('Europe/Oslo')
    expect(at.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(moment)
  })
})
