import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Knowledge, openKnowledge, type QuestionContext } from '../../src/knowledge/knowledge.ts'
import { placeholders } from '../support/content.ts'

const directory = fileURLToPath(new URL('../../src/knowledge', import.meta.url))
let knowledge: Knowledge

beforeAll(async () => {
  knowledge = await openKnowledge({ directory, placeholders, timeZone: 'Europe/Oslo' })
}, 120_000)

function ask(question: string, context?: QuestionContext) {
  return knowledge.understand(question, context)
}

describe('a need that names no programme', () => {
  it.each([
    'finnes det midler til sykkelveier?',
    'Kan vi søke om støtte til solceller på skoletak?',
    'vi vil kutte utslipp fra byggeplasser',
    'is there funding for refugee integration?',
    'finst det EU-pengar til vassmiljø og elvar',
    'we want to electrify our bus fleet',
    'hvilket program passer for digitalisering',
    'kan skolen min søke om noe?',
    'kan SFO søke noe?',
    'ka kan vi søk om te barnehagen',
  ])('leads to the programmes that fit its theme: %s', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'answer', id: 'guide/choose' })
  })

  it('leads there after a question about the network too', () => {
    const after = ask('finnes det midler til sykkelveier?', { topic: 'network' })
    expect(after).toMatchObject({ kind: 'answer', id: 'guide/choose' })
  })

  it.each([
    ['øve på skogbrann og flom sammen med andre land', 'civil-protection/funds'],
    ['penger til lading av tungtransport og togstasjon fra EU', 'cef/funds'],
  ])('is answered by the one programme that is made for it: %s', (question, id) => {
    expect(ask(question).id).toBe(id)
  })

  it.each([
    'Enova-støtte til solceller på taket av skolen',
    'Husbanken tilskudd til omsorgsboliger, hvor mye dekker de',
    'Miljødirektoratet tilskudd til naturrestaurering',
    'hvordan søker jeg om barnehageplass',
    'can I get a grant for my private house insulation',
    'what is the weather like in Oslo tomorrow',
  ])('is none where other money or another matter is meant: %s', (question) => {
    expect(ask(question).kind).toBe('handoff')
  })
})

describe('a programme', () => {
  it.each([
    ['eg treng hjelp med Erasmus+, kan skulen vår søkje?', 'erasmus-plus'],
    ['jeg trenger hjelp med Erasmus+, kan skolen vår søke?', 'erasmus-plus'],
    ['er det noe i Nordplus for sånne som oss, tro', 'nordplus'],
  ])('that is named is not refused: %s', (question, topic) => {
    expect(ask(question)).toMatchObject({ kind: expect.not.stringMatching('handoff'), topic })
  })

  it.each([
    ['hva er fristen for KA1 i skole?', 'erasmus-plus/deadlines'],
    ['forskjellen på KA1 og KA2', 'erasmus-plus/what'],
    ['hvor mye får vi i KA210', 'erasmus-plus/money'],
    ['when is the deadline for DiscoverEU', 'erasmus-plus/deadlines'],
    ['hva er MSCA', 'horizon-europe/what'],
    ['what is pillar II', 'horizon-europe/what'],
    ['is Norway part of LIFE Clean Energy Transition', 'life/norway'],
  ])('may be called by a part of it: %s', (question, id) => {
    expect(ask(question).id).toBe(id)
  })

  it.each([
    ['intereg nordsjøn frist 2027', 'interreg-north-sea'],
    ['hva er interregg', 'interreg'],
    ['eramus skole', 'erasmus-plus'],
    ['intereg europa frist', 'interreg-europe'],
    ['eøsmidlene frist', 'eea-grants'],
  ])('may be misspelled, and the longer name is meant: %s', (question, topic) => {
    expect(knowledge.programmesIn(question)).toEqual([topic])
  })
})

describe('a question with two parts', () => {
  it('may have no more than a comma between them', () => {
    expect(ask('Når er fristen i Erasmus+, hvor mye kan vi få?').parts).toEqual([
      'erasmus-plus/deadlines',
      'erasmus-plus/money',
    ])
  })
})

describe('what follows', () => {
  it.each(['og i Nordsjøen?', 'and the North Sea?', 'hva med Interreg Nordsjøen?'])(
    'asks the same of another programme: %s',
    (question) => {
      const after = { topic: 'interreg-baltic-sea', aspect: 'partners' }
      expect(ask(question, after)).toMatchObject({ id: 'interreg-north-sea/partners' })
    },
  )

  it('is about the programmes that were offered, where none is named', () => {
    const { id, alternatives } = ask('når er fristen?', { offered: ['erasmus-plus', 'nordplus'] })
    expect([id, alternatives[0]].toSorted()).toEqual(['erasmus-plus/deadlines', 'nordplus/deadlines'])
  })

  it('is read without the thanks in front of it', () => {
    expect(ask('thanks! and what about kindergartens?', { topic: 'erasmus-plus' })).toMatchObject({
      id: 'erasmus-plus/eligibility',
    })
    expect(ask('tusen takk!')).toMatchObject({ kind: 'command', id: 'greeting' })
  })
})
