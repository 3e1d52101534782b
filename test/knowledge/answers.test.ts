import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Knowledge, openKnowledge } from '../../src/knowledge/knowledge.ts'
import { placeholders, writeContent } from '../support/content.ts'

const calls = `
- id: nordplus-2026
  title: { nb: Utlysning 2026, nn: Utlysing 2026, en: Call 2026 }
  opens: "2025-12-01"
  closes: "2026-02-02T12:00"
  zone: Europe/Helsinki
  who: { nb: skoler, nn: skular, en: schools }
  url: https://hkdir.no/2026
  checked: 2025-12
- id: nordplus-2027
  title: { nb: Utlysning 2027, nn: Utlysing 2027, en: Call 2027 }
  closes: "2027-02-01"
  zone: Europe/Oslo
  who: { nb: skoler, nn: skular, en: schools }
  budget: { nb: 10 millioner euro, nn: 10 millionar euro, en: EUR 10 million }
  url: https://hkdir.no/2027
`

let directory: string
let knowledge: Knowledge

beforeAll(async () => {
  directory = await writeContent({ 'calls/nordplus.yaml': calls })
  knowledge = await openKnowledge({ directory, placeholders, timeZone: 'Europe/Oslo' })
})

afterAll(() => rm(directory, { recursive: true }))

const at = (instant: string) => Temporal.Instant.from(instant)
const deadlines = (instant: string) => knowledge.answer('nordplus/deadlines', 'nb', at(instant))

describe('an answer', () => {
  it('has the network’s own names filled in, and links as plain words with their answers beside', () => {
    const answer = knowledge.answer('nordplus/what', 'nb', at('2026-11-24T09:00:00Z'))
    expect(answer?.text).toMatch(/Spør Kari Rådgiver om fristene\.$/)
    expect(answer?.related).toEqual(['nordplus/deadlines'])
  })

  it('gives its sources, and says when nobody has checked any of them', () => {
    expect(knowledge.answer('nordplus/what', 'nb', at('2026-11-24T09:00:00Z'))).toMatchObject({
      sources: [{ title: 'HK-dir: Nordplus', url: 'https://hkdir.no/nordplus', checked: '2026-11' }],
      unchecked: false,
    })
    expect(deadlines('2026-11-24T09:00:00Z')).toMatchObject({ sources: [{ checked: null }], unchecked: true })
  })

  it('comes in another language when there is none in the one asked for', () => {
    expect(knowledge.answer('nordplus/what', 'en', at('2026-11-24T09:00:00Z'))?.language).toBe('nb')
  })

  it('is not there for an id that is none', () => {
    expect(knowledge.answer('nordplus/money', 'nb', at('2026-11-24T09:00:00Z'))).toBeUndefined()
    expect(knowledge.answer('constructor', 'nb', at('2026-11-24T09:00:00Z'))).toBeUndefined()
  })
})

describe('an answer about deadlines', () => {
  it('lists the calls ahead, the first to close first, with times in the network’s zone', () => {
    const answer = deadlines('2026-01-15T09:00:00Z')
    expect(answer?.calls?.map(({ id }) => id)).toEqual(['nordplus-2026', 'nordplus-2027'])
    expect(answer?.text).toContain(
      '- [Utlysning 2026](https://hkdir.no/2026): åpen nå, frist **2. februar 2026 kl. 11:00**. Hvem: skoler.',
    )
    expect(answer?.text).toContain(
      '[Utlysning 2027](https://hkdir.no/2027): frist **1. februar 2027**. Hvem: skoler. Budsjett: 10 millioner euro. Ikke kontrollert.',
    )
  })

  it('tells when a call opens until it has opened', () => {
    expect(deadlines('2025-11-30T21:59:59Z')?.text).toContain('åpner 1. desember 2025, frist')
    expect(deadlines('2025-11-30T22:00:00Z')?.text).toContain('åpen nå, frist')
  })

  it('drops a call the moment it has closed', () => {
    expect(deadlines('2026-02-02T09:59:59Z')?.calls).toHaveLength(2)
    expect(deadlines('2026-02-02T10:00:00Z')?.calls?.map(({ id }) => id)).toEqual(['nordplus-2027'])
  })

  it('counts the whole last day where no time is known', () => {
    expect(deadlines('2027-02-01T22:59:00Z')?.calls).toHaveLength(1)
    expect(deadlines('2027-02-01T23:00:00Z')?.calls).toEqual([])
  })

  it('says so when no call is known', () => {
    expect(deadlines('2027-02-02T09:00:00Z')?.text).toMatch(/Ingen kjent utlysning$/)
  })
})

describe('a title', () => {
  it('names the programme when the heading does not', () => {
    expect(knowledge.titleOf('nordplus/what', 'nb')).toBe('Hva er Nordplus?')
    expect(knowledge.titleOf('nordplus/deadlines', 'nb')).toBe('Nordplus: Når er fristene?')
  })

  it('is there for commands too', () => {
    expect(knowledge.titleOf('join', 'nb')).toBe('join')
  })
})

describe('the programmes', () => {
  it('have a card with key figures and a button for each aspect', () => {
    expect(knowledge.programmes('nb')).toEqual([
      { topic: 'nordplus', title: 'Nordplus', summary: 'Utveksling i Norden.' },
    ])
    expect(knowledge.programme('nordplus', 'nb')).toMatchObject({
      facts: [{ label: 'Støtte', value: 'etter søknad' }],
      aspects: [
        { id: 'nordplus/what', title: 'Hva er Nordplus?' },
        { id: 'nordplus/deadlines', title: 'Når er fristene?' },
      ],
    })
    expect(knowledge.programme('glossary-of-none', 'nb')).toBeUndefined()
  })
})
