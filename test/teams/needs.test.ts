import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttons, startTestBot, type TestBot, words } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot()
})
afterAll(() => bot[Symbol.asyncDispose]())

describe('a need that names no programme', () => {
  it('is answered by the programmes that fit its theme, why, and what none of them pays for', async () => {
    const shown = words(await bot.person('Siv Sykkel').says('finnes det midler til sykkelveier?'))
    expect(shown).toContain('Tema: By, tettsted, bolig og transport')
    expect(shown).toContain('Programmene betaler sjelden for å bygge')
    expect(shown).toContain('Hvorfor det passer')
    expect(shown).toContain('URBACT')
  })

  it('is answered in the language it is asked in', async () => {
    const nina = bot.person('Nina Natur')
    expect(words(await nina.says('finst det EU-pengar til vassmiljø og elvar?'))).toContain(
      'Tema: Klima, natur og energi',
    )
    expect(words(await nina.says('is there funding for refugee integration?'))).toContain(
      'Theme: Adults, refugees and work',
    )
  })

  it('says when building is what no programme fits', async () => {
    const shown = words(await bot.person('Berit Bygg').says('vi vil bygge ny skole'))
    expect(shown).toContain('Her har jeg sett bort fra dette: Ta i bruk teknologi eller gjøre en stor investering')
    expect(shown).toContain('Erasmus+')
  })

  it('leads on to the other questions of the guide, with the theme kept', async () => {
    const sara = bot.person('Sara SFO')
    expect(buttons(await sara.says('kan SFO søke noe?'))).toContain('guide.start')
    const next = words(await sara.presses('guide.start'))
    expect(next).toContain('Så langt: Barnehage og skole')
    expect(next).toContain('Hva vil dere gjøre?')
  })

  it('is what a question about deadlines after it is about', async () => {
    const kjell = bot.person('Kjell Klasse')
    expect(words(await kjell.says('kan skolen min søke om noe?'))).toContain('Nordplus')
    const deadlines = words(await kjell.says('når er fristen?'))
    expect(deadlines).toMatch(/Erasmus\+/)
    expect(deadlines).toMatch(/Nordplus/)
    expect(deadlines).not.toMatch(/Horisont/)
  })
})

describe('a follow-up', () => {
  it('asks the same of another programme: «og i Nordsjøen?»', async () => {
    const pia = bot.person('Pia Partner')
    await pia.says('hvor mange partnere må vi ha i Interreg Østersjøen?')
    expect(words(await pia.says('og i Nordsjøen?'))).toMatch(/Nordsjø[\s\S]*partner/i)
  })

  it('is read without the thanks in front of it', async () => {
    const tim = bot.person('Tim Thanks')
    await tim.says('Who can apply for Erasmus+?')
    expect(words(await tim.says('thanks! and what about kindergartens?'))).toContain('Erasmus+')
  })
})
