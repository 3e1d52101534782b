import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buttons, startTestBot, type TestBot, words } from '../support/bot.ts'
import { understanding } from '../support/understanding.ts'

const question = 'Hva er Erasmus+?'
const answerId = 'erasmus-plus/what'
const unanswered = {
  'printeren i tredje etasje virker ikke': null,
  'kaffemaskinen i kantina lekker': null,
  'heisen på rådhuset står': null,
}

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({
    env: { ADVISERS: 'tenant-a/oid-astrid-adviser oid-per-adviser' },
    surroundings: { openKnowledge: understanding({ [question]: answerId, ...unanswered }) },
  })
})
afterAll(() => bot[Symbol.asyncDispose]())

describe('an answer', () => {
  it('asks whether it was helpful, with at most six buttons in all', async () => {
    const answer = await bot.person('Nina').says(question)
    expect(buttons(answer)).toEqual(expect.arrayContaining(['answers.helpful', 'answers.unhelpful']))
    expect(buttons(answer).length).toBeLessThanOrEqual(6)
  })

  it('thanks for the vote in place, still shows the answer, and takes a word', async () => {
    const nina = bot.person('Nina')
    await nina.says(question)
    const voted = await nina.presses('answers.unhelpful', { answerId })
    expect(words(voted)).toContain(question)
    expect(words(voted)).toContain('Hva manglet?')
    expect(buttons(voted).length).toBeLessThanOrEqual(6)
    const sent = await nina.presses('answers.unhelpful', { answerId, sent: true, word: 'Satsene i 2027' })
    expect(words(sent)).toContain('Sendt til rådgiverne')
    expect(buttons(sent)).not.toContain('answers.unhelpful')
  })

  it('lets the vote be changed, also in a client without Universal Actions', async () => {
    const nina = bot.person('Nina Ombestemt')
    const changed = await nina.presses('answers.unhelpful', { answerId })
    expect(buttons(changed)).toContain('answers.helpful')
    expect(words(await nina.submits('answers.helpful', { answerId }))).toContain('Godt å høre')
  })

  it('that is none is no error', async () => {
    const nina = bot.person('Nina')
    expect(words(await nina.presses('answers.helpful', { answerId: 'nothing/at-all' }))).toContain('virker ikke lenger')
    expect(words(await nina.presses('answers.helpful', {}))).toContain('virker ikke lenger')
  })
})

describe('a question without an answer', () => {
  it('goes to the advisers’ list without a name, and says so', async () => {
    const olga = bot.person('Olga Ukjent')
    const handoff = await olga.says('printeren i tredje etasje virker ikke')
    expect(words(handoff)).toContain('uten navnet ditt')
    expect(buttons(handoff)).toContain('questions.contact')
  })

  it('can be signed by who asked, and by nobody else', async () => {
    const olga = bot.person('Olga Signert')
    const handoff = await olga.says('kaffemaskinen i kantina lekker')
    const [contact] = JSON.stringify(handoff.card).match(/(?<="questionId":")[0-9a-f]+/) ?? []
    expect(words(await bot.person('Stian').presses('questions.contact', { questionId: contact }))).toContain(
      'virker ikke',
    )
    expect(words(await olga.presses('questions.contact', { questionId: contact }))).toContain('Nå kan rådgiveren se')
    const astrid = bot.person('Astrid Adviser')
    const shown = await astrid.presses('questions.show', { questionId: contact })
    expect(words(shown)).toContain('kaffemaskinen')
    expect(words(shown)).toContain('Vil gjerne kontaktes')
  })
})

describe('the advisers’ list', () => {
  it('shows by need what members asked, and not who', async () => {
    const astrid = bot.person('Astrid Adviser')
    await bot.person('Pia').says(question)
    await bot.person('Pia').presses('answers.unhelpful', { answerId })
    const list = await astrid.says('ubesvarte spørsmål')
    expect(words(list)).toContain('Svaret hjalp ikke')
    expect(words(list)).toContain('printeren i tredje etasje')
    expect(words(list)).not.toMatch(/Nina|Olga|Pia/)
    expect(words(await astrid.presses('questions.list'))).toEqual(words(list))
  })

  it('opens a need with the questions, the words that came along, and the votes', async () => {
    const astrid = bot.person('Astrid Adviser')
    const [id] = JSON.stringify((await astrid.presses('questions.list')).card).match(/(?<="questionId":")[^"]+/) ?? []
    const need = words(await astrid.presses('questions.show', { questionId: id }))
    expect(need).toContain('Satsene i 2027')
    expect(need).toContain('«Hva er Erasmus+?»')
    expect(need).toContain('1 syntes det var nyttig, 2 ikke')
  })

  it('leaves out what has been dealt with, and minds no second press', async () => {
    const per = bot.person('Per Adviser')
    const [id] = JSON.stringify((await per.presses('questions.list')).card).match(/(?<="questionId":")[^"]+/) ?? []
    const until = Date.parse('2026-11-24T09:00:00Z')
    const after = await per.presses('questions.done', { questionId: id, until })
    expect(words(after)).not.toContain('Svaret hjalp ikke')
    expect(words(await per.presses('questions.done', { questionId: id, until }))).toEqual(words(after))
    expect(words(await per.presses('advise.log')).match(/behandlet \S+ spørsmål/g)).toHaveLength(1)
  })

  it('is for advisers only', async () => {
    const nina = bot.person('Nina')
    for (const verb of ['questions.list', 'questions.show', 'questions.done']) {
      const refused = words(await nina.presses(verb, { questionId: 'x', until: 0 }))
      expect(refused).toContain('bare rådgiverne')
    }
    expect(words(await nina.says('ubesvarte spørsmål'))).toContain('bare rådgiverne')
  })
})

describe('what is stored about somebody', () => {
  it('has their votes and questions, and is deleted with the rest', async () => {
    const rita = bot.person('Rita Sletter')
    await rita.says('heisen på rådhuset står')
    await rita.presses('answers.helpful', { answerId })
    expect(words(await rita.presses('privacy.show'))).toContain('Én tilbakemelding på svar')
    await rita.presses('privacy.confirm-delete')
    const list = words(await bot.person('Astrid Adviser').presses('questions.list'))
    expect(list).not.toContain('heisen')
  })
})

describe('what somebody says of an answer in words', () => {
  it.each([
    ['det svaret stemmer ikke', 'Beklager'],
    ['svaret ditt var feil', 'Beklager'],
    ['feil', 'Beklager'],
    ['this is useless', 'I am sorry'],
    ['Det er ikkje rett, fristen var i fjor', 'Orsak'],
  ])('«%s» counts as a vote, with an apology, room to say what was wrong, and the adviser', async (text, sorry) => {
    const lars = bot.person(`Lars ${text}`)
    await lars.says(question)
    const reply = await lars.says(text)
    expect(words(reply)).toContain(sorry)
    expect(buttons(reply)).toEqual(expect.arrayContaining(['answers.unhelpful', 'answers.helpful']))
    expect(JSON.stringify(reply.card)).toContain('mailto:')
    expect(words(await lars.presses('privacy.show'))).toMatch(/tilbakemelding på svar|tilbakemelding på svar|feedback/i)
    expect(words(await lars.presses('answers.unhelpful', { answerId, sent: true, word: 'x' }))).toMatch(
      /Sendt|Send|Sent/,
    )
  })

  it('is no vote where no answer was given, and goes on no list', async () => {
    const lars = bot.person('Lars Uten')
    await lars.says('hei')
    const reply = await lars.says('dette er ubrukelig')
    expect(words(reply)).toContain('Beklager')
    expect(buttons(reply)).toContain('programmes.list')
    expect(buttons(reply)).not.toContain('answers.unhelpful')
    const list = words(await bot.person('Astrid Adviser').says('ubesvarte spørsmål'))
    expect(list).not.toMatch(/ubrukelig|stemmer ikke|useless/)
  })

  it.each(['jo bare ', 'nei nei nei ', 'slett den, takk '])(
    'is looked for in a text of any length: %s…',
    async (text) => {
      const ida = bot.person('Ida Langt')
      expect(await ida.says(text.repeat(250))).toMatchObject({ card: expect.anything() })
    },
  )
})

describe('what the network has nothing to do with', () => {
  it.each([
    ['what’s the weather', 'outside what I can help with'],
    ['middag', 'utenfor det jeg kan hjelpe med'],
  ])('«%s» is not put on the advisers’ list unless who asked sends it', async (text, said) => {
    const mia = bot.person(`Mia ${text}`)
    const astrid = bot.person('Astrid Adviser')
    const reply = await mia.says(text)
    expect(words(reply)).toContain(said)
    expect(buttons(reply)).toContain('answers.none')
    expect(words(await astrid.says('ubesvarte spørsmål'))).not.toContain(text)
    expect(buttons(await mia.presses('answers.none'))).toContain('questions.contact')
    expect(words(await astrid.says('ubesvarte spørsmål'))).toContain(text)
  })

  it('is not what names a programme', async () => {
    const reply = await bot.person('Mia Statistikk').says('hvilke kommuner fikk mest Interreg-penger i fjor')
    expect(buttons(reply)).toContain('questions.contact')
  })
})
