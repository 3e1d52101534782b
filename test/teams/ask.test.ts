import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandIds } from '../../src/knowledge/commands.ts'
import { nb } from '../../src/texts/nb.ts'
import { buttons, startTestBot, type TestBot, words } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot()
})
afterAll(() => bot[Symbol.asyncDispose]())

describe('a question', () => {
  it('is answered in the language it is asked in, with sources', async () => {
    const kari = bot.person('Kari Ask')
    const nb = await kari.says('Hva er Erasmus+?')
    expect(words(nb)).toContain('Hva er Erasmus+?')
    expect(words(nb)).toContain('Kilder')
    const nn = await kari.says('Kven kan søkje om Interreg-midlar i kommunen vår?')
    expect(words(nn)).toContain('Kjelder')
    const en = await kari.says('Who can apply for Horizon Europe?')
    expect(words(en)).toContain('Sources')
  })

  it('is understood as a follow-up of the one before', async () => {
    const ola = bot.person('Ola Oppfølging')
    await ola.says('Hva er Erasmus+?')
    const next = await ola.says('og når er fristen?')
    expect(words(next)).toMatch(/Erasmus/)
    expect(words(next)).toMatch(/frist/i)
  })

  it('is understood as a follow-up of suggestions that were all of one programme', async () => {
    const ola = bot.person('Ola Forslag')
    expect(words(await ola.says('nordplus barnehge reise'))).toContain('Mente du noe av dette?')
    const next = words(await ola.says('og når er fristen?'))
    expect(next).not.toContain('Mente du')
    expect(next).toMatch(/Nordplus[\s\S]*frist/i)
  })

  it('does not take the topic of another conversation', async () => {
    await bot.person('Anne').says('Hva er Erasmus+?')
    expect(words(await bot.person('Bjørn').says('og når er fristen?'))).toContain('Mente du noe av dette?')
  })

  it('about Interreg in a place says which areas it lies in, also after a vote', async () => {
    const kari = bot.person('Kari Halden')
    const answer = words(await kari.says('kan Halden kommune søke interreg?'))
    expect(answer).toMatch(/Østfold.*: Interreg Sverige–Norge/)
    const elsewhere = words(await kari.says('kan Halden kommune være med i NPA?'))
    expect(elsewhere).toContain('**Østfold** ligger ikke i området til Interreg Nordlig periferi')
    const voted = await kari.presses('answers.helpful', { answerId: 'interreg/eligibility', counties: ['Østfold'] })
    expect(words(voted)).toContain('Østfold')
    const made = await kari.presses('answers.helpful', { answerId: 'interreg/eligibility', counties: ['Atlantis'] })
    expect(words(made)).not.toContain('Atlantis')
  })

  it('about Interreg without a place is answered for who asks: the own municipality, or the network’s county', async () => {
    const bodil = bot.person('Bodil Buskerud')
    expect(words(await bodil.says('kan kommunen vår søke på Interreg Sverige–Norge?'))).toContain(
      '**Buskerud** ligger ikke i området til Interreg Sverige–Norge.',
    )
    expect(words(await bodil.says('kan Hamar og Halden søke interreg'))).toMatch(/Innlandet.*Østfold/s)
  })

  it('outside the field is handed to the adviser', async () => {
    const answer = await bot.person('Kari Ask').says('printeren i tredje etasje virker ikke')
    expect(words(answer)).toContain('internasjonalt@example.no')
  })

  it('leads on to related answers by buttons', async () => {
    const kari = bot.person('Kari Ask')
    const answer = await kari.says('Hva er Erasmus+?')
    expect(buttons(answer)).toContain('answers.show')
    const shown = await kari.presses('answers.show', { answerId: 'erasmus-plus/money' })
    expect(shown.card?.type).toBe('AdaptiveCard')
    const submitted = await kari.submits('answers.show', { answerId: 'erasmus-plus/money' })
    expect(submitted.card).toEqual(shown.card)
  })
})

describe('what Teams demands of every bot', () => {
  it.each(['hi', 'Hello', 'HEI', 'help', 'Hjelp', 'HELP'])('answers «%s» with what it can do', async (text) => {
    expect(buttons(await bot.person('Kari Krav').says(text))).toContain('gatherings.list')
  })

  it.each(['', ' ', '👍', 'asdfgh jkl', '???'])('answers «%s»', async (text) => {
    expect(words(await bot.person('Kari Krav').says(text))).not.toBe('')
  })

  it.each([
    ['👍', 'Bare hyggelig'],
    ['Tusen takk for svaret!', 'Bare hyggelig'],
    ['mange takk for hjelpa, no veit eg det', 'Berre hyggeleg'],
    ['thank you very much', 'You’re welcome'],
    ['takk, det var akkurat det jeg trengte', 'Bare hyggelig'],
    ['takk skal du ha, da rekker jeg det', 'Bare hyggelig'],
    ['thanks a lot, exactly what my boss wanted', 'You’re welcome'],
  ])('takes «%s» for thanks, without a tour of what it can do', async (text, said) => {
    const reply = await bot.person(`Takk ${text}`).says(text)
    expect(words(reply)).toContain(said)
    expect(reply.card).toBeNull()
  })

  it('answers a picture by asking for words', async () => {
    const answer = await bot.person('Kari Krav').says('', {
      attachments: [{ contentType: 'image/png', contentUrl: 'https://example.com/a.png' }],
    })
    expect(words(answer)).toMatch(/bilder/)
  })

  it('welcomes once, however many activities the installation brings', async () => {
    const ny = bot.person('Ny i Nettverket')
    await ny.installs()
    await ny.installs()
    expect(ny.inbox()).toHaveLength(1)
    expect(words(ny.inbox()[0] ?? { text: '', card: null })).toContain('Velkommen')
  })
})

describe('language', () => {
  it('is kept when the person chose it', async () => {
    const eva = bot.person('Eva Engelsk')
    expect(words(await eva.says('can you answer in english'))).toContain('English')
    expect(words(await eva.says('help'))).toContain('This is what I can help with')
  })

  it.each([
    [
      'nb',
      'Hvordan søker vi Erasmus+?',
      'når får vi svar på Interreg-søknaden',
      /Kilder|Mente du/,
      /Kjelder|Meinte du/,
    ],
    ['nn', 'Korleis søkjer vi Erasmus+?', 'supert, tusen takk for hjelpa', /Berre hyggeleg/, /Bare hyggelig/],
    ['nn', 'Korleis søkjer vi Erasmus+?', 'kan barnehagen vere med?', /Kjelder/, /Kilder/],
    ['nn', 'korleis får eg bytt lås på garasjen?', 'og når er fristen?', /Meinte du/, /Mente du/],
  ])('of a %s chat stays what it was for «%s» and then «%s»', async (_, first, next, own, other) => {
    const kari = bot.person(`Kari ${next}`)
    await kari.says(first)
    const reply = words(await kari.says(next))
    expect(reply).toMatch(own)
    expect(reply).not.toMatch(other)
  })

  it.each([
    ['Hvordan søker vi Erasmus+?', 'eg forstår ikkje kva eigendel er', 'Kjelder'],
    ['Korleis søkjer vi Erasmus+?', 'hva er egentlig Interreg?', 'Kilder'],
    ['Hvordan søker vi Erasmus+?', 'who can apply?', 'Sources'],
  ])('changes when «%s» is followed by what is clearly another, «%s»', async (first, next, said) => {
    const kari = bot.person(`Kari ${next}`)
    await kari.says(first)
    expect(words(await kari.says(next))).toContain(said)
  })
})

describe('a word that the glossary explains', () => {
  it.each([
    ['nb', 'Hvordan søker vi Erasmus+?', ['Forklar «EU Login»', 'Forklar «OID»', 'Forklar «akkreditering»']],
    ['nn', 'Korleis søkjer vi Erasmus+?', ['Forklar «EU Login»', 'Forklar «OID»', 'Forklar «akkreditering»']],
    ['en', 'How do we apply for Erasmus+?', ['Explain "EU Login"', 'Explain "OID"', 'Explain "accreditation"']],
  ])('is one press away, in %s', async (language, question, terms) => {
    const kari = bot.person(`Kari Ord ${language}`)
    const answer = words(await kari.says(question)).split('\n')
    expect(answer).toEqual(expect.arrayContaining(terms))
    expect(words(await kari.presses('answers.show', { answerId: 'glossary/oid' }))).toContain('OID')
  })

  it('is found in other forms than the glossary has it in', async () => {
    const answer = await bot.person('Kari Bøyning').presses('answers.show', { answerId: 'guide/budget' })
    expect(words(answer)).toContain('**Egenandelen** er')
    expect(words(answer)).toContain('Forklar «egenandel»')
  })
})

describe('a programme', () => {
  it('has a card with key figures and a way to each aspect', async () => {
    const card = await bot.person('Kari Program').presses('programmes.show', { topic: 'nordplus' })
    expect(words(card)).toContain('Nordisk ministerråd, ikke EU')
    expect(buttons(card).filter((verb) => verb === 'answers.show')).toHaveLength(10)
  })

  it('is named above an answer that does not say which one it is about', async () => {
    const answer = await bot.person('Kari Program').presses('answers.show', { answerId: 'cef/deadlines' })
    expect(words(answer)).toContain('Connecting Europe Facility (CEF)')
  })

  it('comes among the first when most municipalities can use it', async () => {
    const list = words(await bot.person('Kari Program').presses('programmes.list'))
    expect(list).toContain('Erasmus+')
    expect(list).not.toContain('CERV')
  })
})

describe('a command', () => {
  it.each(commandIds)('%s is done by the button of a suggestion', async (answerId) => {
    const seen = await bot.person(`Kari ${answerId}`).presses('answers.show', { answerId })
    expect(seen.text).not.toBe(nb.common.staleCard)
    expect(seen).not.toEqual({ text: '', card: null })
  })
})
