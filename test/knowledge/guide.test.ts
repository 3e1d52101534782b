import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Answers, keepGuide, openGuide, type QuestionId, questionIds } from '../../src/knowledge/guide/guide.ts'
import { languages } from '../../src/language.ts'

const guide = await openGuide(fileURLToPath(new URL('../../src/knowledge', import.meta.url)))
const counties = guide.question('place', 'nb').choices.map(({ id }) => id)

/** Any answers that people can have given, with places and without. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    Object.fromEntries(
      questionIds.map((question) => [
        question,
        fc.constantFrom(...guide.question(question, 'nb').choices.map(({ id }) => id), 'any'),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((answers) => guide.accept(answers))
const anyHome = fc.option(fc.constantFrom(...counties))
const anyLanguage = fc.constantFrom(...languages)

/** The programmes that Norway does not take part in, by the facts that the content rests on. */
const closed = ['life', 'cerv', 'cef', 'just-transition', 'european-urban-initiative']
/** The counties that lie in each Interreg programme, wholly or in part. */
const areas: Record<string, readonly string[]> = {
  'interreg-sweden-norway': ['Trøndelag', 'Innlandet', 'Akershus', 'Østfold'],
  'interreg-oks': ['Agder', 'Telemark', 'Vestfold', 'Buskerud', 'Akershus', 'Østfold', 'Oslo'],
  'interreg-npa': ['Trøndelag', 'Nordland', 'Troms', 'Finnmark'],
  'interreg-aurora': ['Nordland', 'Troms', 'Finnmark', 'Trøndelag'],
  'interreg-north-sea': counties.filter((county) => !['Nordland', 'Troms', 'Finnmark'].includes(county)),
  'interreg-baltic-sea': counties.filter((county) => !['Nordland', 'Troms', 'Finnmark'].includes(county)),
}

describe('recommending', () => {
  it('always finds one to three programmes, and says why and what speaks against each', () => {
    fc.assert(
      fc.property(anyAnswers, anyHome, anyLanguage, (answers, home, language) => {
        const { programmes } = guide.advise(answers, home, language)
        expect(programmes.length).toBeGreaterThanOrEqual(1)
        expect(programmes.length).toBeLessThanOrEqual(3)
        for (const { reasons, against, firstStep } of programmes) {
          expect(reasons.length).toBeGreaterThan(0)
          expect(against.length).toBeGreaterThan(0)
          expect(firstStep).not.toBe('')
        }
      }),
    )
  })

  it('never names a programme that a Norwegian municipality, or this one, cannot take part in', () => {
    fc.assert(
      fc.property(anyAnswers, anyHome, (answers, home) => {
        const { programmes, county } = guide.advise(answers, home, 'nb')
        for (const { topic } of programmes) {
          expect(closed).not.toContain(topic)
          if (topic in areas) expect(areas[topic]).toContain(county)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('says so where a municipality cannot apply itself', () => {
    fc.assert(
      fc.property(anyAnswers, anyHome, (answers, home) => {
        for (const { topic, role } of guide.advise(answers, home, 'nb').programmes) {
          if (topic === 'eea-grants' || topic === 'solidarity-corps') expect(role).toBe('partner')
        }
      }),
    )
  })

  it('is the same for the same answers, in whatever order they came', () => {
    fc.assert(
      fc.property(anyAnswers, anyHome, (answers, home) => {
        const reversed = Object.fromEntries(Object.entries(answers).reverse())
        expect(guide.advise(guide.accept(reversed), home, 'nn')).toEqual(guide.advise(answers, home, 'nn'))
      }),
    )
  })

  it('asks at most five questions, whatever is answered', () => {
    const picks = fc.array(fc.nat(20), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(picks, anyHome, (choices, home) => {
        let answers: Answers = {}
        let asked = 0
        for (let next = guide.next(answers, home); next !== null; next = guide.next(answers, home)) {
          const options = guide.question(next, 'nb').choices
          const choice = options[(choices[asked] ?? 0) % options.length]?.id ?? 'any'
          answers = { ...answers, [next]: choice }
          asked++
          expect(asked).toBeLessThanOrEqual(5)
        }
      }),
    )
  })

  it.each<[string, Answers, string, string]>([
    [
      'teachers to Spain',
      { aim: 'exchange', who: 'children', partners: 'europe', size: 'small' },
      'Buskerud',
      'erasmus-plus',
    ],
    [
      'pupils to Denmark',
      { aim: 'exchange', who: 'children', partners: 'nordic', size: 'small' },
      'Buskerud',
      'nordplus',
    ],
    [
      'climate with Sweden',
      { aim: 'develop', who: 'climate', partners: 'nordic', size: 'medium' },
      'Buskerud',
      'interreg-oks',
    ],
    [
      'business in Innlandet',
      { aim: 'develop', who: 'business', partners: 'nordic' },
      'Innlandet',
      'interreg-sweden-norway',
    ],
    ['business in Troms', { aim: 'develop', who: 'business', partners: 'nordic' }, 'Troms', 'interreg-aurora'],
    [
      'research on health',
      { aim: 'research', who: 'health', partners: 'europe', size: 'large' },
      'Oslo',
      'horizon-europe',
    ],
    [
      'a festival',
      { aim: 'develop', who: 'culture', partners: 'europe', size: 'medium' },
      'Vestland',
      'creative-europe',
    ],
    ['town planning', { aim: 'policy', who: 'town', partners: 'europe', size: 'small' }, 'Rogaland', 'urbact'],
    ['climate with Poland', { aim: 'develop', who: 'climate', partners: 'central-east' }, 'Agder', 'eea-grants'],
    [
      'a district heating plant',
      { aim: 'invest', who: 'climate', partners: 'none', size: 'large' },
      'Oslo',
      'innovation-fund',
    ],
  ])('puts first what is made for it: %s', (_, answers, home, expected) => {
    expect(guide.advise(answers, home, 'nb').programmes[0]?.topic).toBe(expected)
  })

  it('says which answer it left out of account when nothing fits them all', () => {
    const { programmes, setAside } = guide.advise({ aim: 'invest', who: 'children' }, 'Buskerud', 'nb')
    expect(programmes.length).toBeGreaterThan(0)
    expect(setAside).toEqual(['who'])
  })

  it('recommends Interreg as a family to those who do not say where they are', () => {
    const { programmes } = guide.advise(
      { aim: 'develop', who: 'climate', partners: 'nordic', place: 'any' },
      null,
      'nb',
    )
    expect(programmes.map(({ topic }) => topic)).toContain('interreg')
  })
})

describe('an answer in people’s own words', () => {
  it.each<[QuestionId, string, Answers]>([
    ['aim', 'sende lærere til Spania', { aim: 'exchange', who: 'children', partners: 'europe' }],
    ['aim', 'me vil utvikle velferdsteknologi saman med svenskane', { aim: 'develop', who: 'health' }],
    [
      'aim',
      'we want to test new ways of saving energy with Denmark',
      { aim: 'develop', who: 'climate', partners: 'nordic' },
    ],
    ['aim', 'forske på demens', { aim: 'research', who: 'health' }],
    ['who', 'elevar på barneskulen i Modum', { who: 'children', place: 'Buskerud' }],
    ['who', 'ungdomsklubben', { who: 'youth' }],
    ['who', 'flyktningar', { who: 'adults' }],
    ['who', 'the library', { who: 'culture' }],
    ['who', 'flom og skred', { who: 'safety' }],
    ['partners', 'Sverige', { partners: 'nordic' }],
    ['partners', 'en kommune i Polen', { partners: 'central-east' }],
    ['partners', 'Germany and Italy', { partners: 'europe' }],
    ['partners', 'ingen', { partners: 'none' }],
    ['size', 'et lite prosjekt', { size: 'small' }],
    ['size', 'large', { size: 'large' }],
    ['stage', 'vi har en idé, men ingen partnere', { stage: 'idea' }],
    ['stage', 'vi har hatt Erasmus-prosjekter tidligere', { stage: 'experienced' }],
    ['place', 'nore og uvdal', { place: 'Buskerud' }],
    ['place', 'Ås kommune', { place: 'Akershus' }],
    ['stage', 'veit ikkje', { stage: 'any' }],
    ['size', 'dont know', { size: 'any' }],
  ])('to %s: «%s»', (question, text, expected) => {
    expect(guide.read(question, text)).toMatchObject(expected)
  })

  it.each(['blabla', '👍', '', '42'])('is not found in «%s»', (text) => {
    expect(guide.read('aim', text)).toEqual({})
  })
})

describe('answers that come back from a card', () => {
  it('are dropped when they are none of the guide’s', () => {
    expect(guide.accept({ aim: 'exchange', who: 'everybody', admin: 'yes', place: 'Atlantis' })).toEqual({
      aim: 'exchange',
    })
  })
})

describe('changing the guide while the bot runs', () => {
  it('is taken over, and the guide stays as it was when there is a mistake', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'guide-'))
    onTestFinished(() => rm(directory, { recursive: true }))
    for (const folder of ['guide', 'phrases']) {
      await cp(fileURLToPath(new URL(`../../src/knowledge/${folder}`, import.meta.url)), join(directory, folder), {
        recursive: true,
      })
    }
    const file = join(directory, 'guide/questions.yaml')
    const questions = await readFile(file, 'utf8')
    const kept = keepGuide(directory)
    const asked = async () => (await kept.current()).question('aim', 'nb').ask
    const before = await asked()

    await writeFile(file, questions.replace(before, 'Hva drømmer dere om?'))
    await kept.readAnew()
    expect(await asked()).toBe('Hva drømmer dere om?')

    await writeFile(file, questions.replace(before, ''))
    await expect(kept.readAnew()).rejects.toThrow('questions.yaml')
    expect(await asked()).toBe('Hva drømmer dere om?')
  })
})
