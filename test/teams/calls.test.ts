import { describe, expect, it, onTestFinished } from 'vitest'
import { type CallEntry, callsAhead, toCall } from '../../src/knowledge/calls.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { buttons, startTestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, stillTimers } from '../support/clock.ts'

const inThree = (text: string) => ({ nb: text, nn: `${text} (nn)`, en: `${text} (en)` })

function entry(fields: Partial<CallEntry> = {}): CallEntry {
  return {
    id: 'ka210-2027',
    topic: 'erasmus-plus',
    title: inThree('Erasmus+ KA210: små partnerskap'),
    who: inThree('minst to organisasjoner fra to land'),
    opens: '2027-03-01',
    closes: '2027-05-04T12:00',
    zone: 'Europe/Brussels',
    url: 'https://example.org/ka210',
    checked: '2027-02',
    file: 'calls/erasmus-plus.yaml',
    line: 1,
    ...fields,
  }
}

/** A bot whose content has these calls; what is set later is there once the bot has planned anew. */
async function start(...entries: CallEntry[]) {
  const clock = createClock('2027-02-01T09:00:00Z')
  let calls = entries
  const bot = await startTestBot({
    now: clock.now,
    surroundings: {
      timers: stillTimers,
      openKnowledge: async (options) => ({
        ...(await openKnowledge(options)),
        callsAhead: (now) => callsAhead(calls.map(toCall), now),
      }),
    },
  })
  onTestFinished(() => bot[Symbol.asyncDispose]())

  async function follower(name: string, topics: string[], language: 'nb' | 'nn' | 'en' = 'nb'): Promise<TestPerson> {
    const person = bot.person(name)
    await person.says('hei')
    const email = `${name.toLowerCase()}@example.no`
    const profile = { name, email, municipality: 'Drammen', role: '', topics, language }
    await bot.running.network.members.save(person.id, profile, clock.now())
    return person
  }
  return {
    bot,
    clock,
    follower,
    async contentIs(...changed: CallEntry[]) {
      calls = changed
      await bot.running.planMessages()
    },
    async at(...moments: string[]) {
      for (const moment of moments) {
        clock.moveTo(moment)
        await bot.running.reminders.passOnce()
      }
    },
  }
}

/** What notifications said since. */
const titles = (person: TestPerson, count: number) =>
  person
    .inbox()
    .slice(count)
    .map(({ card }) => card?.fallbackText)

describe('a call in a programme that somebody follows', () => {
  it('is told of when it opens, and thirty and seven days before it closes, each once', async () => {
    const { follower, at } = await start(entry())
    const kari = await follower('Kari', ['erasmus-plus'])
    const ola = await follower('Ola', ['cerv'])
    const [before, olas] = [kari.inbox().length, ola.inbox().length]
    await at('2027-03-01T08:00:00Z', '2027-03-01T08:30:00Z', '2027-04-05T07:00:00Z', '2027-04-27T07:00:00Z')
    expect(titles(kari, before)).toEqual([
      'Åpen for søknader: Erasmus+ KA210: små partnerskap',
      'Frist om 29 dager: Erasmus+ KA210: små partnerskap',
      'Frist om 7 dager: Erasmus+ KA210: små partnerskap',
    ])
    expect(titles(ola, olas)).toEqual([])
    const last = kari.inbox().at(-1) ?? { text: '', card: null }
    expect(words(last)).toContain('tirsdag 4. mai 2027 kl. 12:00')
    expect(buttons(last)).toContain('reminders.settings')
  })

  it('comes in the language of each, and of a family of programmes too', async () => {
    const call = entry({ id: 'npa', topic: 'interreg-npa', title: inThree('Interreg NPA') })
    const { follower, at } = await start(call)
    const kari = await follower('Kari', ['interreg'], 'nn')
    const ola = await follower('Ola', ['interreg-npa'], 'en')
    const [before, olas] = [kari.inbox().length, ola.inbox().length]
    await at('2027-03-01T08:00:00Z')
    expect(titles(kari, before)).toEqual(['Open for søknader: Interreg NPA (nn)'])
    expect(titles(ola, olas)).toEqual(['Open for applications: Interreg NPA (en)'])
  })

  it('is told once to who follows two programmes that share it, and to who follows one of them', async () => {
    const call = entry({
      id: 'nature',
      topic: 'eu-missions',
      also: ['new-european-bauhaus'],
      title: inThree('Natur i byen'),
    })
    const { follower, at } = await start(call)
    const both = await follower('Kari', ['eu-missions', 'new-european-bauhaus'])
    const one = await follower('Ola', ['new-european-bauhaus'])
    const [before, ones] = [both.inbox().length, one.inbox().length]
    await at('2027-03-01T08:00:00Z')
    expect(titles(both, before)).toEqual(['Åpen for søknader: Natur i byen'])
    expect(titles(one, ones)).toEqual(['Åpen for søknader: Natur i byen'])
  })

  it('comes together with others that are due', async () => {
    const { follower, at } = await start(entry(), entry({ id: 'ka220-2027', title: inThree('Erasmus+ KA220') }))
    const kari = await follower('Kari', ['erasmus-plus'])
    const before = kari.inbox().length
    await at('2027-03-01T08:00:00Z')
    expect(titles(kari, before)).toEqual([
      'Åpen for søknader: Erasmus+ KA210: små partnerskap · Åpen for søknader: Erasmus+ KA220',
    ])
  })

  it('is nothing of what was, to somebody who comes to the network later or stops following', async () => {
    const { bot, clock, follower, at } = await start(entry())
    const kari = await follower('Kari', ['erasmus-plus'])
    clock.moveTo('2027-04-10T08:00:00Z')
    const ola = await follower('Ola', ['erasmus-plus'])
    const [before, olas] = [kari.inbox().length, ola.inbox().length]
    await bot.running.network.members.leave(kari.id, clock.now())
    await at('2027-04-10T08:00:00Z', '2027-04-27T07:00:00Z')
    expect(titles(ola, olas)).toEqual(['Frist om 7 dager: Erasmus+ KA210: små partnerskap'])
    expect(titles(kari, before)).toEqual([])
  })

  it('is told of when its date changes, from what to what, and not if it was put right at once', async () => {
    const { clock, follower, at, contentIs } = await start(entry({ opens: '2027-01-11' }))
    const kari = await follower('Kari', ['erasmus-plus'])
    const before = kari.inbox().length
    clock.moveTo('2027-02-09T09:00:00Z')
    await contentIs(entry({ opens: '2027-01-11', closes: '2027-05-05T12:00' }))
    clock.moveTo('2027-02-09T09:20:00Z')
    await contentIs(entry({ opens: '2027-01-11' }))
    await at('2027-02-09T10:30:00Z')
    expect(titles(kari, before)).toEqual([])
    await contentIs(entry({ opens: '2027-01-11', closes: '2027-05-20T12:00' }))
    await at('2027-02-09T12:00:00Z', '2027-05-04T07:00:00Z', '2027-05-13T07:00:00Z')
    expect(titles(kari, before)).toEqual([
      'Endret frist: Erasmus+ KA210: små partnerskap',
      'Frist om 16 dager: Erasmus+ KA210: små partnerskap',
      'Frist om 7 dager: Erasmus+ KA210: små partnerskap',
    ])
    expect(words(kari.inbox()[before] ?? { text: '', card: null })).toContain(
      'torsdag 20. mai 2027 kl. 12:00 (før: tirsdag 4. mai 2027 kl. 12:00)',
    )
  })

  it('that the content no longer has is not told of', async () => {
    const { follower, at, contentIs } = await start(entry())
    const kari = await follower('Kari', ['erasmus-plus'])
    const before = kari.inbox().length
    await contentIs()
    await at('2027-03-01T08:00:00Z')
    expect(titles(kari, before)).toEqual([])
  })
})
