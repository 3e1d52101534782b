import { z } from 'zod'
import { commandIds } from './commands.ts'
import type { Mistake } from './mistakes.ts'
import { aspects, type Language, languageSchema } from './taxonomy.ts'
import { parseYaml } from './yaml-file.ts'

const phrase = z.string().trim().min(1)
const phraseList = z.array(phrase)

/** How people ask for something to be done. `{programme}` stands for the name of any programme. */
const commandsSchema = z.record(z.enum(commandIds), z.strictObject({ title: phrase, phrases: phraseList.min(5) }))

const aspectsSchema = z.strictObject({
  /** Ways to ask for each aspect, with `{programme}` for its name. */
  programme: z.record(z.enum(aspects), phraseList),
  /** Follow-up questions that leave the programme out. */
  followUp: z.record(z.enum(aspects), phraseList),
  /** Ways to ask what a word means, with `{term}` for it. */
  term: phraseList,
})

const outOfScopeSchema = z.strictObject({
  questions: phraseList,
  /** Things that people ask a municipality about, put in the place of `{subject}` in the templates. */
  subjects: phraseList,
  templates: phraseList,
})

/** The words around a list of calls. */
const callWordsSchema = z.strictObject({
  ahead: phrase,
  none: phrase,
  opens: phrase,
  closes: phrase,
  who: phrase,
  budget: phrase,
  unchecked: phrase,
})

const otherLanguagesSchema = z.record(z.string().regex(/^[a-z]{2}$/), phraseList)

const placesSchema = z.strictObject({
  /** County: the Interreg programmes whose area it lies in, wholly or in part. */
  counties: z.record(phrase, z.array(phrase)),
  /** County: its municipalities, and others names of it. */
  municipalities: z.record(phrase, phraseList),
  /** Groups of countries that programmes work with: names of the countries, in all three languages. */
  countries: z.record(phrase, phraseList),
  /** Municipalities that are called like everyday words, and count only with "kommune" behind them. */
  everydayWords: phraseList.default([]),
})

/** Word: other spellings of it, in nynorsk and dialects. */
const formsSchema = z.record(phrase, phraseList)

export type CallWords = z.infer<typeof callWordsSchema>

/** Examples of what people write, and the words needed to read it: `phrases/<kind>.<language>.yaml` and `phrases/<kind>.yaml`. */
export type Phrases = {
  commands: Map<Language, z.infer<typeof commandsSchema>>
  aspects: Map<Language, z.infer<typeof aspectsSchema>>
  outOfScope: Map<Language, z.infer<typeof outOfScopeSchema>>
  callWords: Map<Language, CallWords>
  otherLanguages: z.infer<typeof otherLanguagesSchema>
  places: z.infer<typeof placesSchema>
  forms: z.infer<typeof formsSchema>
  /** Concept: words for it in all languages; a star stands for any ending or beginning. */
  concepts: z.infer<typeof formsSchema>
}

type PhraseFile = { path: string; name: string; text: string }

export function loadPhrases(files: readonly PhraseFile[]): { phrases: Phrases; mistakes: Mistake[] } {
  const phrases: Phrases = {
    commands: new Map(),
    aspects: new Map(),
    outOfScope: new Map(),
    callWords: new Map(),
    otherLanguages: {},
    places: { counties: {}, municipalities: {}, countries: {}, everydayWords: [] },
    forms: {},
    concepts: {},
  }
  const mistakes: Mistake[] = []

  function read<T>({ path, text }: PhraseFile, schema: z.ZodType<T>, use: (value: T) => void): void {
    const parsed = parseYaml({ file: path, text }, schema)
    if ('mistakes' in parsed) mistakes.push(...parsed.mistakes)
    else use(parsed.value)
  }

  for (const file of files) {
    const [kind, suffix] = file.name.split('.')
    const language = languageSchema.safeParse(suffix).data
    if (kind === 'commands' && language) read(file, commandsSchema, (value) => phrases.commands.set(language, value))
    else if (kind === 'aspects' && language) read(file, aspectsSchema, (value) => phrases.aspects.set(language, value))
    else if (kind === 'out-of-scope' && language) {
      read(file, outOfScopeSchema, (value) => phrases.outOfScope.set(language, value))
    } else if (kind === 'calls' && language) {
      read(file, callWordsSchema, (value) => phrases.callWords.set(language, value))
    } else if (file.name === 'other-languages') {
      read(file, otherLanguagesSchema, (value) => Object.assign(phrases.otherLanguages, value))
    } else if (file.name === 'places') read(file, placesSchema, (value) => Object.assign(phrases.places, value))
    else if (file.name === 'forms') read(file, formsSchema, (value) => Object.assign(phrases.forms, value))
    else if (file.name === 'concepts') read(file, formsSchema, (value) => Object.assign(phrases.concepts, value))
    else mistakes.push({ file: file.path, line: 1, message: 'a phrase file of an unknown kind or language' })
  }
  return { phrases, mistakes }
}
