import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttons, type Seen, startTestBot, type TestBot, words } from '../support/bot.ts'
import { understanding } from '../support/understanding.ts'

const script = {
  'Hvilket EU-program passer best for ideen vår?': 'guide/choose',
  'Når er fristen i Erasmus+?': 'erasmus-plus/deadlines',
  ungdomsutveksling: 'erasmus-plus/funds',
  'Hvilket program passer når ungdomsklubben i Modum vil reise til Spania?': 'guide/choose',
}

let bot: TestBot
let now = Temporal.Instant.from('2026-11-24T09:00:00Z')
beforeAll(async () => {
  bot = await startTestBot({ now: () => now, surroundings: { openKnowledge: understanding(script) } })
})
afterAll(() => bot[Symbol.asyncDispose]())

const allAnswered = { aim: 'exchange', who: 'children', partners: 'nordic', size: 'small', stage: 'idea' }

function result(seen: Seen): string {
  expect(words(seen)).toContain('Dette kan passe for dere')
  return words(seen)
}

describe('the guide', () => {
  it('is offered where somebody asks which programme to choose', async () => {
    const answer = await bot.person('Gro').says('Hvilket EU-program passer best for ideen vår?')
    expect(buttons(answer)).toContain('guide.start')
  })

  it.each(['finn program', 'Finn program som passer', 'finn eit program som passar for oss', 'find a programme'])(
    'starts by «%s»',
    async (text) => {
      expect(buttons(await bot.person(`Gro ${text}`).says(text))).toContain('guide.answer')
    },
  )

  it('asks five questions by buttons, and recommends with reasons, doubts, deadline and first step', async () => {
    const gro = bot.person('Gro Knapp')
    expect(words(await gro.presses('guide.start'))).toContain('Spørsmål 1 av 5')
    for (const choice of ['exchange', 'children', 'nordic', 'small']) await gro.presses('guide.answer', { choice })
    const shown = result(await gro.presses('guide.answer', { choice: 'idea' }))
    expect(shown).toContain('Nordplus')
    expect(shown).toContain('Hvorfor det passer')
    expect(shown).toContain('Tenk på dette')
    expect(shown).toContain('Neste frist')
    expect(shown).toContain('Første steg')
  })

  it('takes answers in people’s own words, several at once, in the chat as on the card', async () => {
    const gro = bot.person('Gro Fritekst')
    await gro.presses('guide.start')
    const third = await gro.says('sende lærere på barneskolen i Ringerike til Spania')
    expect(words(third)).toContain('Hvor stort skal det være?')
    expect(words(third)).toContain('Barnehage og skole')
    expect(words(await gro.presses('guide.answer', { text: 'et lite prosjekt' }))).toContain('Hvor langt')
    expect(result(await gro.says('vi har bare en idé'))).toContain('Erasmus+')
  })

  it('takes what the question that led to it has said already', async () => {
    const gro = bot.person('Gro Spurte')
    await gro.says('Hvilket program passer når ungdomsklubben i Modum vil reise til Spania?')
    const first = words(await gro.presses('guide.start'))
    expect(first).toContain('Så langt: Reise ut, ta imot besøk og lære · Ungdom i fritida · Andre land i Europa')
    expect(first).toContain('Hvor stort skal det være?')
    expect(words(await gro.presses('guide.again'))).toContain('Spørsmål 1 av 5')
  })

  it('asks again, with what was typed, when it does not understand', async () => {
    const gro = bot.person('Gro Uklar')
    await gro.presses('guide.start')
    const again = await gro.presses('guide.answer', { text: 'tja' })
    expect(words(again)).toContain('Det kjente jeg ikke igjen')
    expect(words(again)).toContain('tja')
  })

  it('notes what answers a later question, without calling it not understood', async () => {
    const gro = bot.person('Gro Forut')
    await gro.presses('guide.start')
    const noted = words(await gro.presses('guide.answer', { text: 'Norden' }))
    expect(noted).toContain('Så langt: Sverige, Danmark eller andre i Norden')
    expect(noted).not.toContain('Det kjente jeg ikke igjen')
    expect(words(await gro.presses('guide.answer', { text: 'Norden' }))).toContain('Det kjente jeg ikke igjen')
  })

  it('is not answered by a question about something else, with or without its sign', async () => {
    const gro = bot.person('Gro Uten Tegn')
    await gro.presses('guide.start')
    expect(words(await gro.says('er samlinga gratis'))).not.toContain('Spørsmål 1 av 5')
    expect(words(await gro.says('kan vi ta med en kollega'))).not.toContain('Spørsmål 1 av 5')
  })

  it('goes back, by the button and by the word, and keeps the other answers', async () => {
    const gro = bot.person('Gro Tilbake')
    await gro.presses('guide.start')
    await gro.presses('guide.answer', { choice: 'exchange' })
    await gro.presses('guide.answer', { choice: 'children' })
    expect(words(await gro.says('tilbake'))).toContain('Hvem eller hva gjelder det?')
    expect(words(await gro.presses('guide.back'))).toContain('Hva vil dere gjøre?')
    expect(words(await gro.presses('guide.answer', { choice: 'develop' }))).toContain('Hvem vil dere samarbeide med?')
  })

  it('answers a question about something else in between, and goes on afterwards', async () => {
    const gro = bot.person('Gro Avbrutt')
    await gro.presses('guide.start')
    await gro.presses('guide.answer', { choice: 'exchange' })
    const other = await gro.says('Når er fristen i Erasmus+?')
    expect(words(other)).toMatch(/frist/i)
    expect(words(other)).toContain('Fortsett veiviseren')
    expect(words(await gro.presses('guide.start'))).toContain('Hvem eller hva gjelder det?')
  })

  it('can be left, and taken up again where it was', async () => {
    const gro = bot.person('Gro Pause')
    await gro.presses('guide.start')
    await gro.presses('guide.answer', { choice: 'exchange' })
    expect(buttons(await gro.says('avbryt'))).toContain('guide.start')
    expect(words(await gro.says('ungdomsutveksling'))).not.toContain('Spørsmål')
    expect(words(await gro.presses('guide.start'))).toContain('Spørsmål 2 av 5')
    expect(words(await gro.presses('guide.again'))).toContain('Spørsmål 1 av 5')
  })

  it('does not take a message of the next day for an answer', async () => {
    const gro = bot.person('Gro Neste Dag')
    await gro.presses('guide.start')
    await gro.presses('guide.answer', { choice: 'exchange' })
    now = now.add({ hours: 20 })
    expect(words(await gro.says('ungdomsutveksling'))).not.toContain('Spørsmål 3')
    expect(words(await gro.presses('guide.start'))).toContain('Spørsmål 2 av 5')
  })

  it('works on from an old card, and with data that somebody made up', async () => {
    const gro = bot.person('Gro Gammel')
    const answers = { ...allAnswered, admin: 'yes', who: 'everybody' }
    const shown = await gro.presses('guide.answer', { questionId: 'stage', choice: 'idea', answers })
    expect(words(shown)).toContain('Hvem eller hva gjelder det?')
    expect(words(await gro.presses('guide.answer', { questionId: 'nothing', choice: '../..' }))).toContain('Spørsmål')
  })

  it('counts with the owner’s county, and with another when somebody says so', async () => {
    const gro = bot.person('Gro Sted')
    const answers = { aim: 'develop', who: 'business', partners: 'nordic', size: 'medium', stage: 'partners' }
    const here = await gro.presses('guide.answer', { questionId: 'stage', choice: 'partners', answers })
    expect(result(here)).toContain('kommuner i Buskerud')
    expect(result(here)).not.toContain('Sverige–Norge')
    const asked = await gro.presses('guide.back', { questionId: 'place', answers })
    expect(words(asked)).toContain('Hvor ligger kommunen?')
    expect(result(await gro.presses('guide.answer', { questionId: 'place', text: 'Kongsvinger', answers }))).toMatch(
      /Sverige–Norge/,
    )
  })

  it('sends the answers along to the adviser', async () => {
    const gro = bot.person('Gro Rådgiver')
    const asked = await gro.presses('guidance.ask', { answers: allAnswered })
    expect(words(asked)).toContain('Barnehage og skole')
    expect(decodeURIComponent(JSON.stringify(asked.card))).toContain('Forslagene vi fikk: Nordplus, Erasmus+')
  })

  it('speaks the language of the person', async () => {
    const gro = bot.person('Gro Nynorsk')
    await gro.says('svar på nynorsk')
    expect(words(await gro.presses('guide.start'))).toContain('Kva vil de gjere?')
    await gro.says('answer in english')
    expect(words(await gro.presses('guide.start'))).toContain('What do you want to do?')
  })

  it('goes on in the language of the question that led to it', async () => {
    const gro = bot.person('Gro Spør')
    await gro.says('Which EU programmes can our schools and kindergartens apply for?')
    expect(words(await gro.presses('guide.start'))).toContain('What do you want to do?')
  })
})
