import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contents, gatheringFile, profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'

const clock = Temporal.Instant.from('2026-11-24T09:00:00Z')
let bot: TestBot
beforeEach(async () => {
  bot = await startTestBot({ now: () => clock })
  await bot.running.network.gatherings.importAll(
    contents(
      {
        ...gatheringFile,
        id: 'december',
        title: 'Samling om skoleutveksling',
        startsAt: '2026-12-09T09:30',
        endsAt: '2026-12-09T15:00',
        place: 'Fylkeshuset i Drammen',
        onlineUrl: 'https://example.no/meet',
        registrationDeadline: '2026-12-04T12:00',
      },
      {
        ...gatheringFile,
        id: 'february',
        title: 'Verksted om klimaprosjekter',
        startsAt: '2027-02-04T10:00',
        endsAt: '2027-02-04T15:00',
        place: 'Moss',
        registrationDeadline: '2027-01-21T12:00',
      },
    ),
    clock,
  )
})
afterEach(() => bot[Symbol.asyncDispose]())

async function member(name: string): Promise<TestPerson> {
  const someone = bot.person(name)
  await someone.says('hei')
  await bot.running.network.members.save(someone.id, profile(name), clock)
  return someone
}

async function seeing(gatheringId: string, name = 'Per Ser'): Promise<TestPerson> {
  const someone = bot.person(name)
  await someone.presses('gatherings.show', { gatheringId })
  return someone
}

const december = 'Samling om skoleutveksling'
const february = 'Verksted om klimaprosjekter'

describe('a question about the gathering that was just shown', () => {
  it.each([
    ['når er påmeldingsfristen?', 'Påmeldingsfristen er torsdag 21. januar 2027 kl. 12:00.'],
    ['når er fristen?', 'Påmeldingsfristen er torsdag 21. januar 2027 kl. 12:00.'],
    ['hvor er det?', 'Vi møtes her: Moss'],
    ['når må jeg være der?', 'Samlingen er torsdag 4. februar 2027 kl. 10:00–15:00.'],
    ['kan jeg delta digitalt?', 'Samlingen kan ikke følges på nett.'],
    ['er det lunsj?', 'Står det ikke noe om mat i programmet'],
    ['kvar er det?', 'Vi møtest her: Moss'],
    ['when do I have to sign up by?', 'Please register by Thursday, 21 January 2027 at 12:00.'],
    ['where is it?', 'We meet here: Moss'],
    ['can I attend online?', 'The gathering cannot be attended online.'],
  ])('is answered first, and the card has the rest: %s', async (question, answer) => {
    const per = await seeing('february')
    const seen = await per.says(question)
    expect(words(seen)).toContain(answer)
    expect(words(seen)).toContain(february)
    expect(buttons(seen)).toContain('gatherings.register')
  })

  it('goes on about it, and not about the programme before it', async () => {
    const per = bot.person('Per Følger')
    await per.says('hva er Erasmus+?')
    await per.presses('gatherings.show', { gatheringId: 'december' })
    expect(words(await per.says('er det parkering?'))).toContain('Praktisk om samlingene')
    expect(words(await per.says('er det gratis?'))).toContain('Hva koster det å være med?')
    expect(words(await per.says('kan jeg delta digitalt?'))).toContain('Ja, du kan delta på nett.')
    expect(words(await per.says('når må jeg være der?'))).toContain(december)
  })

  it('of one who is registered says where to change it', async () => {
    const ada = await member('Ada Bytter')
    await ada.presses('gatherings.register', { gatheringId: 'december' })
    expect(words(await ada.says('kan jeg bytte til digital deltakelse?'))).toContain('Bytt med «Endre påmeldingen».')
  })

  it('leaves a programme that is asked about by name to itself', async () => {
    const per = await seeing('december')
    expect(words(await per.says('når er fristen i Nordplus?'))).toContain('Nordplus')
  })
})

describe('a question about gatherings', () => {
  it.each(['når er påmeldingsfristen til neste samling?', 'når er neste samling', 'where is the next gathering?'])(
    'that names the next one shows that: %s',
    async (question) => {
      const seen = words(await bot.person('Per Neste').says(question))
      expect(seen).toContain(december)
      expect(seen).not.toContain(february)
    },
  )

  it('shows the one of its month or place', async () => {
    const per = bot.person('Per Navn')
    expect(words(await per.says('er det ledige plasser på samlingen i februar?'))).not.toContain(december)
    expect(words(await per.says('er det lunsj på samlingen i Drammen?'))).not.toContain(february)
  })

  it.each([
    ['samlinger', 'Påmeldingsfrist: 4. desember kl. 12:00'],
    ['hvilke samlinger kommer', 'Påmeldingsfrist: 4. desember kl. 12:00'],
    ['kva samlingar kjem', 'Påmeldingsfrist: 4. desember kl. 12:00'],
    ['what gatherings are coming up', 'Register by: 4 December at 12:00'],
  ])(
    'that wants them all lists them with their deadlines, whatever was shown before: %s',
    async (question, deadline) => {
      const per = await seeing('december')
      const seen = words(await per.says(question))
      expect(seen).toContain(deadline)
      expect(seen).toContain(february)
    },
  )
})

describe('wanting to come', () => {
  it.each([
    ['ok meld meg på den', 'february'],
    ['ja, meld meg på', 'february'],
    ['sign me up for it', 'february'],
    ['meld meg på samlingen 9. desember', 'december'],
    ['meld meg på samlinga i Drammen', 'december'],
    ['meld meg på neste samling', 'december'],
    ['eg vil melde meg på samlinga 9. desember', 'december'],
    ['register me for the next gathering', 'december'],
  ])('leads to the one that is meant: %s', async (text, id) => {
    const per = await seeing('february')
    const seen = words(await per.says(text))
    expect(seen).toContain(id === 'december' ? december : february)
    expect(seen).not.toContain(id === 'december' ? february : december)
    expect(seen).toMatch(/Trykk «Meld meg på»|Press “Register”/)
  })

  it('asks which, where that is not said', async () => {
    const seen = words(await bot.person('Per Hvilken').says('meld meg på'))
    expect(seen).toContain('Hvilken samling gjelder det?')
    expect(seen).toContain(december)
    expect(seen).toContain(february)
  })
})

describe('bringing a colleague', () => {
  it.each([
    'kan jeg ta med en kollega?',
    'kollegaen min vil også være med',
    'kollegaen min vil òg vere med',
    'can I bring my manager?',
  ])('leads to registering one for the gathering talked about: %s', async (text) => {
    const ada = await member('Ada Sammen')
    await ada.presses('gatherings.show', { gatheringId: 'february' })
    const seen = await ada.says(text)
    expect(words(seen)).toContain(february)
    expect(buttons(seen)).toContain('colleagues.find')
  })

  it('asks which gathering where several may be meant', async () => {
    const ada = await member('Ada Hvilken')
    const seen = words(await ada.says('kan jeg ta med en kollega på samlingen?'))
    expect(seen).toContain('Hvilken samling gjelder det?')
  })

  it('is told of to who is no member, with the gathering', async () => {
    const per = await seeing('december')
    const seen = await per.says('kan jeg ta med en kollega?')
    expect(words(seen)).toContain('Flere fra samme kommune kan gjerne komme.')
    expect(words(seen)).toContain(december)
  })
})

describe('what is practical', () => {
  it.each([
    ['kan eg berre kome halve dagen', 'Praktisk om samlingane'],
    ['kan jeg få presentasjonene', 'Praktisk om samlingene'],
    ['er det parkering ved samlingsstedet?', 'Praktisk om samlingene'],
    ['will there be slides or a recording afterwards?', 'Practical matters at the gatherings'],
  ])('is answered, with what the adviser knows: %s', async (question, title) => {
    expect(words(await bot.person('Per Praktisk').says(question))).toContain(title)
  })
})
