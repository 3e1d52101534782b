import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { values } from '../support/inputs.ts'

let clock = Temporal.Instant.from('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: () => clock })
})
afterAll(() => bot[Symbol.asyncDispose]())

async function member(name: string): Promise<TestPerson> {
  const someone = bot.person(name)
  await bot.running.network.members.save(someone.id, profile(name), clock)
  return someone
}

function pausedUntil({ id }: TestPerson) {
  return bot.running.reminders.settingsOf(id).then((settings) => settings.pausedUntil)
}

describe('a break', () => {
  it('lasts to the end of the day that was chosen, is seen in the profile, and ends by one press', async () => {
    const ada = await member('Ada Pause')
    const form = await ada.presses('membership.pause')
    expect(values(form).until).toBe('2027-03-01')
    const done = await ada.presses('membership.save-pause', { until: '2027-03-31' })
    expect(words(done)).toContain('Pause til og med onsdag 31. mars 2027')
    expect(await pausedUntil(ada)).toEqual(new Date('2027-03-31T22:00:00Z'))
    const shown = await ada.presses('membership.show')
    expect(words(shown)).toContain('onsdag 31. mars 2027')
    expect(buttons(shown)).toContain('membership.resume')
    expect(words(await ada.presses('membership.resume'))).toContain('Pausen er over')
    expect(await pausedUntil(ada)).toBeNull()
  })

  it.each([
    ['pause til 1. mars', 'Pause til og med mandag 1. mars 2027'],
    ['stopp alle varsler til 1. mars', 'Pause til og med mandag 1. mars 2027'],
    ['ikkje send meg noko før 1. mars', 'Pause til og med måndag 1. mars 2027'],
    ['stop all notifications until 1 March', 'On a break until Monday, 1 March 2027'],
    ['Jeg vil ta en pause fram til 15. mars.', 'Pause til og med mandag 15. mars 2027'],
    ['ta pause til mars', 'Pause til og med søndag 28. februar 2027'],
    ['pause i to uker', 'Pause til og med mandag 15. februar 2027'],
    ['take a break until March 1', 'On a break until Monday, 1 March 2027'],
    ['pause for two weeks', 'On a break until Monday, 15 February 2027'],
    ['pause', 'Ta en pause'],
    ['pause over påske', 'Ta en pause'],
    ['pause til 31. februar', 'Velg en dato'],
    ['pause til 1. mars 2029', 'høyst ett år'],
  ])('is asked for in words: «%s»', async (text, said) => {
    const ada = await member(`Ada ${text}`)
    expect(words(await ada.says(text))).toContain(said)
  })

  it('is ended in words, and is not heard in what is about something else', async () => {
    const ada = await member('Ada Ord')
    await ada.says('pause til 1. mars')
    expect(words(await ada.says('når er det pause på samlingen?'))).not.toContain('Pause til og med')
    expect(words(await ada.says('pause i programmet'))).not.toContain('Ta en pause')
    expect(buttons(await ada.says('stopp alle varsler'))).not.toContain('membership.resume')
    expect(words(await ada.says('avslutt pausen'))).toContain('Pausen er over')
    expect(await pausedUntil(ada)).toBeNull()
  })

  it('that is over is told of no more', async () => {
    const ada = await member('Ada Over')
    await ada.presses('membership.save-pause', { until: '2027-02-02' })
    clock = Temporal.Instant.from('2027-02-03T09:00:00Z')
    expect(buttons(await ada.presses('membership.show'))).not.toContain('membership.resume')
    clock = Temporal.Instant.from('2027-02-01T09:00:00Z')
  })

  it.each([
    ['', 'Velg en dato'],
    ['i morgen', 'Velg en dato'],
    ['2027-01-31', 'Denne dagen er forbi'],
    ['2028-02-02', 'høyst ett år'],
  ])('is not taken until «%s»; the field says why', async (until, why) => {
    const ada = await member(`Ada ${until}`)
    expect(words(await ada.presses('membership.save-pause', { until }))).toContain(why)
    expect(await pausedUntil(ada)).toBeNull()
  })

  it('can be for today alone, and changes nothing else that was chosen', async () => {
    const ada = await member('Ada I Dag')
    await ada.presses('reminders.save', { kinds: 'gatherings', early: 'P1D', off: 'false', pausedUntil: '' })
    await ada.presses('membership.save-pause', { until: '2027-02-01' })
    expect(await bot.running.reminders.settingsOf(ada.id)).toMatchObject({ reminders: ['P1D'], off: false })
  })
})

describe('a language', () => {
  it('that a member chooses is theirs in the profile too', async () => {
    const ada = await member('Ada Språk')
    await ada.says('english please')
    await ada.presses('language.set', { language: 'en' })
    expect(await bot.running.network.members.of(ada.id)).toMatchObject({ language: 'en' })
  })
})
