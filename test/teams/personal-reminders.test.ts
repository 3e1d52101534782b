import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { type CallEntry, callsAhead, toCall } from '../../src/knowledge/calls.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { buttons, type Seen, startTestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, stillTimers } from '../support/clock.ts'
import { buttonOf, fieldOf } from './advisers/support.ts'

const inThree = (text: string) => ({ nb: text, nn: text, en: text })

function call(fields: Partial<CallEntry> = {}): CallEntry {
  return {
    id: 'ka210-2027',
    topic: 'erasmus-plus',
    title: inThree('Erasmus+ KA210: små partnerskap'),
    who: inThree('minst to organisasjoner'),
    closes: '2027-03-05T12:00',
    zone: 'Europe/Brussels',
    url: 'https://example.org/ka210',
    checked: null,
    file: 'calls/erasmus-plus.yaml',
    line: 1,
    ...fields,
  }
}

const ka220 = call({ id: 'ka220-2027', title: inThree('Erasmus+ KA220: samarbeidspartnerskap') })

/** A Wednesday in November, a little after ten. */
async function start(...entries: CallEntry[]) {
  const clock = createClock('2026-11-25T09:20:00Z')
  let calls = entries
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
  return {
    bot,
    clock,
    kari: bot.person('Kari'),
    async contentIs(...changed: CallEntry[]) {
      calls = changed
      await bot.running.planMessages()
    },
    async at(moment: string) {
      clock.moveTo(moment)
      await bot.running.reminders.passOnce()
    },
  }
}

const last = (person: TestPerson): Seen => person.inbox().at(-1) ?? { text: '', card: null }
const title = ({ card }: Seen) => card?.fallbackText

describe('a reminder that somebody asks for', () => {
  it('is confirmed with the day that was understood, and comes then, once', async () => {
    const { kari, at } = await start()
    const set = await kari.says('minn meg på å sende budsjettet fredag klokka 10')
    expect(title(set)).toBe('Jeg minner deg fredag 27. november 2026 kl. 10:00: sende budsjettet')
    expect(buttons(set)).toEqual(['personal.edit', 'personal.delete', 'personal.list'])
    const before = kari.inbox().length
    await at('2026-11-27T08:59:00Z')
    expect(kari.inbox().length).toBe(before)
    await at('2026-11-27T09:00:00Z')
    await at('2026-11-27T09:05:00Z')
    expect(kari.inbox().slice(before).map(title)).toEqual(['Påminnelse: sende budsjettet'])
    expect(buttons(last(kari))).toContain('reminders.settings')
  })

  it('is understood and answered in the language that it is asked in', async () => {
    const { kari } = await start()
    expect(title(await kari.says('Hugs å minne meg på søknaden om to veker, takk'))).toMatch(
      /^Eg minner deg onsdag 9\. desember/,
    )
    expect(title(await kari.says('please remind me to call the partner tomorrow at 3pm'))).toBe(
      'I will remind you on Thursday, 26 November 2026 at 15:00: call the partner',
    )
  })

  it('is answered in the Norwegian that somebody has chosen, whatever they are to be reminded of', async () => {
    const { kari } = await start()
    await kari.presses('language.set', { language: 'nn' })
    expect(title(await kari.says('minn meg på rapporten fredag klokka 10'))).toMatch(/^Eg minner deg/)
    expect(title(await kari.says('remind me to call Lier on Friday'))).toMatch(/^I will remind you/)
  })

  it('comes on a Sunday when that is what was asked, with a word of it', async () => {
    const { kari, at } = await start()
    const set = await kari.says('minn meg på reisen søndag kl. 18')
    expect(words(set)).toContain('fridag')
    await at('2026-11-29T17:00:00Z')
    expect(title(last(kari))).toBe('Påminnelse: reisen')
  })

  it('is of what was just read, when they say «dette»', async () => {
    const { kari, at } = await start()
    await kari.says('hva er Erasmus+?')
    const set = await kari.says('minn meg på dette om tre dager')
    expect(title(set)).toMatch(/lørdag 28\. november 2026 kl\. 09:00: .*Erasmus\+/)
    await at('2026-11-28T08:00:00Z')
    expect(buttonOf(last(kari), 'answers.show')).toMatchObject({ answerId: 'erasmus-plus/what' })
  })

  it('is asked for again, kindly, where the moment is not said, is past, or is no day', async () => {
    const { kari } = await start()
    const unsaid = await kari.says('minn meg på rapporten')
    expect(words(unsaid)).toContain('Når skal jeg minne deg?')
    expect(fieldOf(unsaid, 'text')).toBe('rapporten')
    expect(words(await kari.says('minn meg hver mandag på timelista'))).toContain('Jeg kan minne deg én gang')
    const past = await kari.says('minn meg på rapporten 3.2.2026')
    expect(words(past)).toContain('Det tidspunktet er forbi')
    expect(fieldOf(past, 'text')).toBe('rapporten')
    expect(words(await kari.says('minn meg 31. februar på rapporten'))).toContain('finnes ikke i kalenderen')
    const what = await kari.says('minn meg fredag klokka 10')
    expect([fieldOf(what, 'date'), fieldOf(what, 'time')]).toEqual(['2026-11-27', '10:00'])
    expect(words(await kari.presses('personal.list'))).toContain('Du har ingen påminnelser')
  })

  it('can be changed and deleted, from the list too; a second press does no harm', async () => {
    const { kari, at } = await start()
    const data = buttonOf(await kari.says('minn meg på rapporten fredag klokka 10'), 'personal.edit')
    const form = await kari.presses('personal.edit', data)
    expect([fieldOf(form, 'text'), fieldOf(form, 'date'), fieldOf(form, 'time')]).toEqual([
      'rapporten',
      '2026-11-27',
      '10:00',
    ])
    const empty = await kari.presses('personal.save', { ...data, text: ' ', date: '2026-11-30', time: '' })
    expect(words(empty)).toContain('Skriv hva jeg skal minne deg på.')
    expect(fieldOf(empty, 'date')).toBe('2026-11-30')
    const changed = { ...data, text: 'årsrapporten', date: '2026-11-30', time: '08:30' }
    await kari.presses('personal.save', changed)
    expect(title(await kari.presses('personal.save', changed))).toBe(
      'Jeg minner deg mandag 30. november 2026 kl. 08:30: årsrapporten',
    )
    const before = kari.inbox().length
    await at('2026-11-27T09:00:00Z')
    expect(kari.inbox().length).toBe(before)
    expect(words(await kari.says('mine påminnelser'))).toContain('årsrapporten')
    expect(words(await kari.presses('personal.delete', data))).toContain('Slettet: årsrapporten')
    expect(words(await kari.presses('personal.delete', data))).toContain('ikke der lenger')
    await at('2026-11-30T07:30:00Z')
    expect(title(last(kari))).not.toContain('Påminnelse')
  })

  it('says so at once when it would not come, as they have turned such things off', async () => {
    const { kari } = await start()
    await kari.says('hei')
    await kari.presses('reminders.save', { kinds: 'gatherings' })
    const set = await kari.says('minn meg på rapporten fredag klokka 10')
    expect(words(set)).toContain('Du har slått av')
    expect(buttons(set)).toContain('reminders.settings')
  })

  it('comes also on a day with many messages', async () => {
    const { kari, at } = await start()
    const minutes = ['01', '03', '05', '07', '09', '11', '13']
    for (const minute of minutes) await kari.says(`minn meg på punkt ${minute} fredag kl. 11:${minute}`)
    for (const minute of minutes) await at(`2026-11-27T10:${minute}:00Z`)
    expect(words(last(kari))).toContain('punkt 13')
  })

  it('is nobody else’s: not to read, change or delete', async () => {
    const { bot, kari, at } = await start()
    const data = buttonOf(await kari.says('minn meg på lønnssamtalen fredag klokka 10'), 'personal.edit')
    const ola = bot.person('Ola')
    expect(words(await ola.presses('personal.edit', data))).not.toContain('lønnssamtalen')
    await ola.presses('personal.save', { ...data, text: 'tull', date: '2026-12-01', time: '10:00' })
    await ola.presses('personal.delete', data)
    await at('2026-11-27T09:00:00Z')
    expect(title(last(kari))).toBe('Påminnelse: lønnssamtalen')
    const channel = bot.person('Kari', { conversationId: 'channel-1', scope: 'channel' })
    expect((await channel.says('minn meg på lønn i morgen')).text).not.toBe('')
    expect((await channel.says('mine påminnelser')).card).toBeNull()
  })

  it('is in what is stored of them, and goes with it', async () => {
    const { bot, kari, at } = await start()
    await kari.says('minn meg på lønnssamtalen fredag klokka 10')
    await kari.presses('privacy.confirm-delete')
    const before = kari.inbox().length
    await at('2026-11-27T09:00:00Z')
    expect(kari.inbox().length).toBe(before)
    expect(await bot.running.database.collection({ name: 'personalReminders', schema: anything }).find({})).toEqual([])
  })
})

describe('a reminder that is not wanted after all', () => {
  const wish = 'minn meg på rapporten fredag klokka 10'

  it.each([
    'glem det',
    'slett den',
    'slett den siste',
    'Nei, stopp det!',
    'avbryt',
    'angre',
    'never mind',
    'please delete it',
    'fjern påminnelsen om rapporten',
    'slett påminninga',
  ])('is deleted by «%s», and nothing else is', async (text) => {
    const { kari } = await start()
    await kari.says(wish)
    const reply = await kari.says(text)
    expect(words(reply)).toMatch(/(?:Slettet|Sletta|Deleted): rapporten/)
    expect(buttons(reply)).not.toContain('privacy.confirm-delete')
  })

  it('is found by its words among others, and asked for where several or none have them', async () => {
    const { kari } = await start()
    await kari.says(wish)
    await kari.says('minn meg på budsjettet til Lier mandag')
    await kari.says('minn meg på budsjettet til Asker tirsdag')
    await kari.says('hva er Erasmus+?')
    expect(words(await kari.says('slett påminnelsen om budsjettet'))).toContain('Hvilken påminnelse mener du?')
    expect(words(await kari.says('slett den siste'))).toContain('Hvilken påminnelse mener du?')
    expect(words(await kari.says('slett påminnelsen om møtet'))).toContain('Jeg fant ingen påminnelse om det')
    expect(words(await kari.says('fjern påminnelsen om rapporten'))).toContain('Slettet: rapporten')
    expect(words(await kari.says('mine påminnelser'))).toMatch(/Lier[\s\S]*Asker/)
  })

  it('stays when something else has been talked about since, and no «slett den» deletes all about somebody', async () => {
    const { kari } = await start()
    for (const about of [wish, 'mine påminnelser']) {
      await kari.says(about)
      await kari.says('hva er Erasmus+?')
      for (const text of [
        'glem det',
        'slett den',
        'sletta den siste er du snill',
        'slett',
        'forget it',
        'delete that one',
      ]) {
        const reply = await kari.says(text)
        expect(words(reply)).toMatch(/ikke endret eller slettet|ikkje endra eller sletta|not changed or deleted/)
        expect(buttons(reply)).toEqual(expect.arrayContaining(['personal.list', 'gatherings.mine', 'privacy.show']))
      }
    }
    expect(words(await kari.says('mine påminnelser'))).toContain('rapporten')
    expect(buttons(await kari.says('slett alt om meg'))).toContain('privacy.confirm-delete')
  })
})

describe('a reminder that was just set', () => {
  it.each([
    ['flytt den til mandag', 'mandag 30. november 2026 kl. 10:00'],
    ['utsett en uke', 'fredag 4. desember 2026 kl. 10:00'],
    ['kan du flytte den til kl. 14?', 'fredag 27. november 2026 kl. 14:00'],
    ['nei, heller torsdag klokka 12', 'torsdag 26. november 2026 kl. 12:00'],
    ['utsett med to dager', 'søndag 29. november 2026 kl. 10:00'],
    ['endre det til 3. desember', 'torsdag 3. desember 2026 kl. 10:00'],
    ['flytt henne til om to uker', 'onsdag 9. desember 2026 kl. 10:00'],
  ])('is moved by «%s», and «angre» moves it back', async (text, when) => {
    const { kari } = await start()
    await kari.says('minn meg på rapporten fredag klokka 10')
    expect(title(await kari.says(text))).toBe(`Jeg minner deg ${when}: rapporten`)
    expect(title(await kari.says('angre'))).toBe('Jeg minner deg fredag 27. november 2026 kl. 10:00: rapporten')
  })

  it('is moved in nynorsk and English too', async () => {
    const { kari } = await start()
    await kari.says('Hugs å minne meg på søknaden om to veker, takk')
    expect(title(await kari.says('utset ho ei veke'))).toMatch(/^Eg minner deg onsdag 16\. desember/)
    await kari.says('please remind me to call the partner tomorrow at 3pm')
    expect(title(await kari.says('push it back two days'))).toMatch(/Saturday, 28 November 2026 at 15:00/)
    expect(title(await kari.says('move it to Monday at 9'))).toMatch(/Monday, 30 November 2026 at 09:00/)
  })

  it('stays where it is when the next thing is a question', async () => {
    const { kari } = await start()
    await kari.says('minn meg på rapporten fredag klokka 10')
    expect(words(await kari.says('når er fristen for Erasmus+?'))).toMatch(/frist/i)
    expect(words(await kari.says('mine påminnelser'))).toContain('fredag 27. november')
  })
})

describe('what is missing of a reminder', () => {
  it.each([
    ['minn meg på rapporten', 'i morgen kl 9', 'torsdag 26. november 2026 kl. 09:00: rapporten'],
    ['minn meg på rapporten', 'på fredag', 'fredag 27. november 2026 kl. 09:00: rapporten'],
    ['minn meg fredag klokka 10', 'ringe Lier', 'fredag 27. november 2026 kl. 10:00: ringe Lier'],
    ['minn meg 31. februar på rapporten', '28. februar', 'søndag 28. februar 2027 kl. 09:00: rapporten'],
  ])('is taken from the next message: «%s», then «%s»', async (first, next, set) => {
    const { kari } = await start()
    await kari.says(first)
    expect(title(await kari.says(next))).toBe(`Jeg minner deg ${set}`)
    await kari.says('angre')
    expect(words(await kari.says('mine påminnelser'))).toContain('Du har ingen påminnelser')
  })

  it('may be the programme', async () => {
    const { kari } = await start(call())
    await kari.says('minn meg på fristen')
    expect(title(await kari.says('Erasmus+'))).toMatch(/^Jeg minner deg fredag 19\. februar/)
  })

  it('may be given up, or left for a question', async () => {
    const { kari } = await start()
    await kari.says('minn meg på rapporten')
    expect(words(await kari.says('glem det'))).toContain('jeg satte ingen påminnelse')
    await kari.says('minn meg fredag klokka 10')
    expect(words(await kari.says('hva er Erasmus+?'))).toContain('Kilder')
  })
})

describe('a reminder before the deadline of a call', () => {
  it('goes by the deadline, and moves with it', async () => {
    const { kari, at, contentIs } = await start(call())
    const set = await kari.says('minn meg på Erasmus-fristen to uker før')
    expect(title(set)).toBe('Jeg minner deg fredag 19. februar 2027 kl. 09:00: Erasmus+ KA210: små partnerskap')
    expect(words(set)).toContain('fredag 5. mars 2027 kl. 12:00')
    await contentIs(call({ closes: '2027-03-12T12:00' }))
    const before = kari.inbox().length
    await at('2027-02-19T08:00:00Z')
    expect(kari.inbox().length).toBe(before)
    await at('2027-02-26T08:00:00Z')
    expect(title(last(kari))).toBe('Påminnelse: Erasmus+ KA210: små partnerskap')
  })

  it('asks which of several, and takes one that was named', async () => {
    const { kari } = await start(call(), ka220)
    const which = await kari.says('minn meg på Erasmus-fristen en uke før')
    expect(words(which)).toContain('Hvilken frist mener du?')
    const [first] = [buttonOf(which, 'personal.for-call')]
    expect(title(await kari.presses('personal.for-call', first))).toMatch(/^Jeg minner deg fredag 26\. februar/)
    expect(title(await kari.says('minn meg på Erasmus KA220-fristen en uke før'))).toContain('KA220')
  })

  it('finds the one that closes in the month that was said', async () => {
    const { kari } = await start(call(), call({ id: 'a', closes: '2027-01-29T12:00', title: inThree('Erasmus+ A') }))
    expect(title(await kari.says('remind me about the Erasmus deadline in January'))).toBe(
      'I will remind you on Friday, 15 January 2027 at 09:00: Erasmus+ A',
    )
  })

  it('says so where no deadline is known, or the moment before it has passed', async () => {
    const { kari } = await start(call({ closes: '2026-12-02T12:00' }))
    expect(words(await kari.says('minn meg på Erasmus-fristen to uker før'))).toContain('så det tidspunktet er forbi')
    expect(words(await kari.says('minn meg på Nordplus-fristen en uke før'))).toContain(
      'ingen kommende frist i Nordplus',
    )
  })
})

const anything = z.looseObject({ _id: z.string() })
