import type { Language } from '../taxonomy.ts'
import { type Advice, advise, type MostImportant, placeMatters } from './advise.ts'
import { type GuideContent, loadGuide } from './load.ts'
import { createAnswerReader, readAnswer } from './read-answer.ts'
import { type Answers, type QuestionId, questionIds, undecided } from './schema.ts'

export { type Answers, type QuestionId, questionIds } from './schema.ts'

export type GuideQuestion = {
  id: QuestionId
  ask: string
  example: string
  choices: { id: string; title: string }[]
}

/** A recommended programme in the language of who asks. */
export type GuideAdvice = {
  topic: string
  /** `partner`: somebody else applies and leads. */
  role: 'apply' | 'partner'
  reasons: string[]
  against: string[]
  firstStep: string
}

const mostQuestions = 5
const askedIds = questionIds.filter((id) => id !== 'place')

export type Guide = ReturnType<typeof createGuide>

/** Reads the guide's part of the knowledge directory. Throws ContentError, which names every mistake by file and line. */
export async function openGuide(directory: string): Promise<Guide> {
  return createGuide(await loadGuide(directory))
}

/** Reads the guide when it is first needed, again as long as there are mistakes in it, and anew when it may have changed. */
export function keepGuide(directory: string) {
  let opened: Promise<Guide> | undefined

  function current(): Promise<Guide> {
    opened ??= openGuide(directory).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }

  return {
    current,
    /** Throws ContentError when there are mistakes in it now; the one before stays. */
    async readAnew(): Promise<void> {
      if (opened === undefined) return
      const fresh = await openGuide(directory)
      opened = Promise.resolve(fresh)
    },
  }
}

/** Finds which programmes fit an idea, in at most five questions. What it is given and gives back is plain data. */
function createGuide({ questions, programmes, places }: GuideContent) {
  const reader = createAnswerReader(questions, places)
  const counties = Object.keys(places.counties)

  function choicesOf(question: QuestionId, language: Language): { id: string; title: string }[] {
    return question === 'place'
      ? counties.toSorted((a, b) => a.localeCompare(b, 'nb')).map((county) => ({ id: county, title: county }))
      : Object.entries(questions[question].choices).map(([id, { title }]) => ({ id, title: title[language] }))
  }

  function isChoice(question: QuestionId, choice: string): boolean {
    return choice === undecided || choicesOf(question, 'nb').some(({ id }) => id === choice)
  }

  /**
   * The questions of this conversation, answered and not. Where the municipality lies is asked only when nobody has
   * said so and it can matter; then how far along they are is left out.
   */
  function agenda(answers: Answers, home: string | null): QuestionId[] {
    const asksPlace = home === null && (answers.place !== undefined || placeMatters(programmes, answers))
    return questionIds.filter((question) => question !== 'place' || asksPlace).slice(0, mostQuestions)
  }

  function worded(advice: Advice, language: Language): GuideAdvice[] {
    return advice.recommended.map(({ programme, reasons, against }) => ({
      topic: programme.topic,
      role: programme.takesPart,
      reasons: reasons.map(({ text }) => text[language]),
      against: against.map(({ text }) => text[language]),
      firstStep: programme.firstStep[language],
    }))
  }

  return {
    agenda,

    /** The first question that has no answer yet; null when all are answered. */
    next: (answers: Answers, home: string | null): QuestionId | null =>
      agenda(answers, home).find((question) => answers[question] === undefined) ?? null,

    question(id: QuestionId, language: Language): GuideQuestion {
      const { ask, example } = questions[id]
      return { id, ask: ask[language], example: example[language], choices: choicesOf(id, language) }
    },

    /** Drops what is no question or no choice: card data may be old or forged. */
    accept(raw: Readonly<Record<string, unknown>>): Answers {
      return Object.fromEntries(
        questionIds.flatMap((question) => {
          const choice = raw[question]
          return typeof choice === 'string' && isChoice(question, choice) ? [[question, choice]] : []
        }),
      )
    },

    /** What a text in people's own words answers: perhaps this question, perhaps others too, perhaps none. */
    read: (question: QuestionId, text: string): Answers => readAnswer(reader, question, text),

    /** The county that a municipality, or an owner such as «Buskerud fylkeskommune», belongs to. */
    countyOf: (name: string): string | null => reader.countyIn(name)?.county ?? null,

    /** The answers in words, in the order of the questions, without those that are undecided. */
    describe(answers: Answers, language: Language): string[] {
      return questionIds.flatMap((question) => {
        const chosen = choicesOf(question, language).find(({ id }) => id === answers[question])
        return chosen ? [chosen.title] : []
      })
    },

    /** What a text says of the idea, when it says whom or what it is about; null when it does not. */
    need(text: string): Answers | null {
      const answers = reader.read(text)
      return answers.who === undefined ? null : answers
    },

    /** What no programme pays for in what was answered, in the order of the questions. */
    limits(answers: Answers, language: Language): string[] {
      return askedIds.flatMap((id) => questions[id].choices[answers[id] ?? undecided]?.limit?.[language] ?? [])
    },

    /** @param home the county to count with when the answers name none */
    advise(answers: Answers, home: string | null, language: Language, most?: MostImportant) {
      const place = answers.place ?? home ?? undecided
      const advice = advise(programmes, { ...answers, place }, most)
      return {
        programmes: worded(advice, language),
        setAside: advice.setAside,
        county: place === undecided ? null : place,
      }
    },
  }
}
