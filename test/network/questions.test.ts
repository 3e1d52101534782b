import { describe, expect, it } from 'vitest'
import { contentWords } from '../../src/knowledge/content-words.ts'
import { groupNeeds } from '../../src/network/questions/needs.ts'
import { createQuestions, questionDefinitions } from '../../src/network/questions/questions.ts'
import { withoutPersonalDetails } from '../../src/network/questions/scrub.ts'
import { temporaryDatabase } from '../support/store.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const later = (days: number) => now.add({ hours: days * 24 })

async function fresh() {
  const database = await temporaryDatabase(...questionDefinitions)
  const questions = createQuestions(database)
  let messages = 0
  const asks = (personId: string | null, text: string, topic: string | null = null, at = now) =>
    questions.noteUnanswered({ messageId: `m${messages++}`, personId, text, language: 'nb', topic }, at)
  const votes = (personId: string, vote: 'helpful' | 'unhelpful', question: string | null = null, at = now) =>
    questions.vote(personId, { answerId: 'erasmus-plus/money', vote, question, language: 'nb' }, at)
  return { database, questions, asks, votes }
}

describe('a vote', () => {
  it('is changed by a second one of the same person', async () => {
    const { questions, votes } = await fresh()
    await votes('t/kari', 'helpful')
    await votes('t/kari', 'helpful')
    await votes('t/kari', 'unhelpful')
    await votes('t/ola', 'helpful')
    expect(await questions.tallyOf('erasmus-plus/money')).toEqual({ helpful: 1, unhelpful: 1 })
  })

  it('counts once when it is pressed twice at the same moment', async () => {
    const { questions, votes } = await fresh()
    await Promise.all(Array.from({ length: 5 }, () => votes('t/kari', 'unhelpful')))
    expect(await questions.tallyOf('erasmus-plus/money')).toEqual({ helpful: 0, unhelpful: 1 })
  })

  it('against an answer is on the list until it is changed', async () => {
    const { questions, votes } = await fresh()
    await votes('t/kari', 'unhelpful', 'hva koster det?')
    expect(await questions.open()).toMatchObject([{ kind: 'unhelpful', text: 'hva koster det?', contact: null }])
    await votes('t/kari', 'helpful')
    expect(await questions.open()).toEqual([])
  })

  it('keeps its word and its question when it is given again', async () => {
    const { questions, votes } = await fresh()
    await votes('t/kari', 'unhelpful', 'hva koster det?')
    await questions.explain('t/kari', { answerId: 'erasmus-plus/money', word: 'satser', mayContact: false }, now)
    await votes('t/kari', 'unhelpful')
    expect(await questions.open()).toMatchObject([{ text: 'hva koster det?', word: 'satser' }])
  })
})

describe('who asked', () => {
  it('is nowhere in what is stored, unless they agree', async () => {
    const { database, asks, votes } = await fresh()
    await asks('tenant-a/kari-oid', 'Får vi støtte til svømmehall?')
    await votes('tenant-a/kari-oid', 'unhelpful')
    for (const definition of questionDefinitions) {
      const stored = JSON.stringify(await database.collection<{ _id: string }>(definition as never).find({}))
      expect(stored).not.toMatch(/kari-oid|tenant-a/)
    }
  })

  it('is told to the advisers by their own leave, and by nobody else’s', async () => {
    const { questions, asks } = await fresh()
    const id = await asks('t/kari', 'Får vi støtte til svømmehall?')
    expect(await questions.allowContact('t/ola', id, now)).toBe(false)
    expect(await questions.open()).toMatchObject([{ contact: null }])
    expect(await questions.allowContact('t/kari', id, now)).toBe(true)
    expect(await questions.open()).toMatchObject([{ contact: 't/kari' }])
  })

  it('gets what is theirs, and has it deleted', async () => {
    const { questions, asks, votes } = await fresh()
    await asks('t/kari', 'Får vi støtte til svømmehall?')
    await asks('t/ola', 'Hvem betaler hotellet?')
    await votes('t/kari', 'unhelpful')
    expect(await questions.personalData.everythingAbout('t/kari')).toMatchObject({
      votes: [{ answerId: 'erasmus-plus/money' }],
      unanswered: [{ question: 'Får vi støtte til svømmehall?' }],
    })
    await questions.personalData.forget('t/kari', now)
    expect(await questions.personalData.everythingAbout('t/kari')).toBeNull()
    expect(await questions.open()).toMatchObject([{ text: 'Hvem betaler hotellet?' }])
  })
})

describe('what is kept', () => {
  it('is one question for a message that is delivered twice', async () => {
    const { questions } = await fresh()
    const asked = {
      messageId: 'same',
      personId: 't/kari',
      text: 'Får vi svømmehall?',
      language: 'nb',
      topic: null,
    } as const
    await questions.noteUnanswered(asked, now)
    await questions.noteUnanswered(asked, now)
    expect(await questions.open()).toHaveLength(1)
  })

  it('goes when an adviser has dealt with it, and the vote still counts', async () => {
    const { questions, asks, votes } = await fresh()
    await asks('t/kari', 'Får vi svømmehall?')
    await votes('t/kari', 'unhelpful', 'hva koster det?')
    const open = await questions.open()
    await questions.handled(
      open.map(({ id }) => id),
      now,
    )
    expect(await questions.open()).toEqual([])
    expect(await questions.tallyOf('erasmus-plus/money')).toEqual({ helpful: 0, unhelpful: 1 })
    expect(JSON.stringify(await questions.personalData.everythingAbout('t/kari'))).not.toMatch(/koster|svømmehall/)
  })

  it('goes by itself after half a year', async () => {
    const { questions, asks, votes } = await fresh()
    await asks('t/kari', 'Får vi svømmehall?')
    await votes('t/kari', 'unhelpful', 'hva koster det?')
    await questions.tidy(later(179))
    expect((await questions.open()).map(({ text }) => text).toSorted()).toEqual([
      'Får vi svømmehall?',
      'hva koster det?',
    ])
    await questions.tidy(later(181))
    expect((await questions.open()).map(({ text }) => text)).toEqual([''])
  })

  it.each([
    ['Ring meg på 912 34 567 eller kari.nordmann@drammen.kommune.no', 'Ring meg på (…) eller (…)'],
    ['tlf +47 91 23 45 67', 'tlf (…)'],
    ['fødselsnummeret er 010190 12345', 'fødselsnummeret er (…)'],
    ['Kan vi få 30 000 000 kroner? Hilsen Kari Nordmann', 'Kan vi få 30 000 000 kroner? Hilsen (…)'],
    ['jeg heter Ola og lurer på KA210 i 2027', 'jeg heter (…) og lurer på KA210 i 2027'],
    ['se https://example.org/min-side?bruker=kari', 'se (…)'],
  ])('is without addresses, numbers and names that give people away: %s', (written, kept) => {
    expect(withoutPersonalDetails(written)).toBe(kept)
  })
})

describe('needs', () => {
  it('come together by answer, and by subject and wording; what most people need first', async () => {
    const { questions, asks, votes } = await fresh()
    await asks('t/a', 'Hvem kan betale for ny svømmehall i kommunen?', null, now)
    await asks('t/b', 'finnes det penger til svømmehall', null, later(1))
    await asks('t/c', 'støtte til svømmehaller?', null, later(2))
    await asks('t/d', 'Kan vi få tolk på samlingen?', null, later(3))
    await votes('t/a', 'unhelpful', 'hva koster det', later(4))
    await votes('t/b', 'unhelpful', 'får vi dekket timene', later(5))
    const needs = groupNeeds(await questions.open(), contentWords)
    expect(needs.map(({ people, answerId, questions: asked }) => [people, answerId, asked[0]?.text])).toEqual([
      [3, null, 'støtte til svømmehaller?'],
      [2, 'erasmus-plus/money', 'får vi dekket timene'],
      [1, null, 'Kan vi få tolk på samlingen?'],
    ])
  })

  it('do not count one person who asks again as several', async () => {
    const { questions, asks } = await fresh()
    await asks('t/a', 'penger til svømmehall')
    await asks('t/a', 'svømmehall penger', null, later(1))
    expect(groupNeeds(await questions.open(), contentWords)).toMatchObject([{ people: 1 }])
  })
})
