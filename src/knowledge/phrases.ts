import { z } from 'zod'
import { commandIds } from './commands.ts'
import type { Mistake } from './mistakes.ts'
import { aspects, type Language, languageSchema } from './taxonomy.ts'
import { parseYaml } from './yaml-file.ts'

const phrase = z.string().trim().min(1)
const phraseList = z.array(phrase)
/** Words with commas between them. */
const wordList = z.union([phraseList, phrase.transform((text) => text.split(',').map((word) => word.trim()))])

/** How people ask for something to be done. `{programme}` stands for the name of any programme. */
const commandsSchema = z.record(z.enum(commandIds), z.strictObject({ title: phrase, phrases: phraseList.min(5) }))

const aspectsSchema = z.strictObject({
  /** Ways to ask for each aspect, with `{programme}` for its name. */
  programme: z.record(z.enum(aspects), phraseList),
  /** Follow-up questions that leave the programme out. */
  followUp: z.record(z.enum(aspects), phraseList),
  /** What is said instead of the name of the programme talked about. */
  pronouns: wordList,
  /** Ways to ask what a word means, with `{term}` for it. */
  term: phraseList,
  /** Ways to ask about what a programme does without naming it, with `{word}` for a word for that. */
  word: phraseList,
  /** Ways to ask which programme to choose for something, with `{word}` for what. */
  choose: phraseList,
})

const outOfScopeSchema = z.strictObject({
  questions: phraseList,
  /** Things that people ask a municipality about, put in the place of `{subject}` in the templates. */
  subjects: phraseList,
  templates: phraseList,
  /** Money that is none of the EU's, the EEA's or the Nordic countries', put in the place of `{scheme}`. */
  schemes: phraseList,
  /** Also with `{word}` for what a programme does. */
  schemeTemplates: phraseList,
})

/** Needs, and ways to ask for money for them that name no programme, with `{need}` for one. */
const needSchema = z.strictObject({ templates: phraseList, needs: phraseList })
const needsSchema = z.strictObject({
  /** What is to be paid for: «sykkelveier». */
  thing: needSchema,
  /** What somebody wants to do: «rense elva». */
  deed: needSchema,
  /** Who wants to apply for something: «skolen vår». */
  applicant: needSchema,
})

/** The words around a list of calls. */
const callWordsSchema = z.strictObject({
  ahead: phrase,
  none: phrase,
  opens: phrase,
  /** Said of a call instead of when it opened. */
  open: phrase,
  closes: phrase,
  who: phrase,
  budget: phrase,
  unchecked: phrase,
})

/** What is said of the Interreg areas that a county lies in. */
const areaWordsSchema = z.strictObject({
  /** With `{county}` and `{programmes}`. */
  all: phrase,
  /** With `{county}` and `{programme}`. */
  inside: phrase,
  outside: phrase,
})

const otherLanguagesSchema = z.record(z.string().regex(/^[a-z]{2}$/), phraseList)

const placesSchema = z.strictObject({
  /** County: the Interreg programmes whose area it lies in, wholly or in part. */
  counties: z.record(phrase, wordList),
  /** County: its municipalities, and others names of it. */
  municipalities: z.record(phrase, wordList),
  /** Groups of countries that programmes work with: names of the countries, in all three languages. */
  countries: z.record(phrase, wordList),
  /** Municipalities that are called like everyday words, and count only with "kommune" behind them. */
  everydayWords: wordList,
})

/** Word: other spellings of it, in nynorsk and dialects. */
const formsSchema = z.record(phrase, wordList)

/** Words that are said or have to be understood, besides the answers themselves. */
export const lexiconSchema = z.object({
  commandTitles: z.map(languageSchema, z.record(z.string(), z.string())),
  callWords: z.map(languageSchema, callWordsSchema),
  areaWords: z.map(languageSchema, areaWordsSchema),
  places: placesSchema,
  forms: formsSchema,
  /** Concept: words for it in all languages; a star stands for any ending or beginning. */
  concepts: formsSchema,
})
export type Lexicon = z.infer<typeof lexiconSchema>
export type AreaWords = z.infer<typeof areaWordsSchema>
export type CallWords = z.infer<typeof callWordsSchema>

/** Examples of what people write, to learn from. */
export type Examples = {
  commands: Map<Language, z.infer<typeof commandsSchema>>
  aspects: Map<Language, z.infer<typeof aspectsSchema>>
  needs: Map<Language, z.infer<typeof needsSchema>>
  outOfScope: Map<Language, z.infer<typeof outOfScopeSchema>>
  otherLanguages: z.infer<typeof otherLanguagesSchema>
}

type PhraseFile = { path: string; name: string; text: string }

/** Reads `phrases/<kind>.<language>.yaml` and `phrases/<kind>.yaml`. */
export function readPhrases(files: readonly PhraseFile[]): {
  lexicon: Lexicon
  examples: Examples
  mistakes: Mistake[]
} {
  const lexicon: Lexicon = {
    commandTitles: new Map(),
    callWords: new Map(),
    areaWords: new Map(),
    places: { counties: {}, municipalities: {}, countries: {}, everydayWords: [] },
    forms: {},
    concepts: {},
  }
  const examples: Examples = {
    commands: new Map(),
    aspects: new Map(),
    needs: new Map(),
    outOfScope: new Map(),
    otherLanguages: {},
  }
  const mistakes: Mistake[] = []

  function read<T>({ path, text }: PhraseFile, schema: z.ZodType<T>, use: (value: T) => void): void {
    const parsed = parseYaml({ file: path, text }, schema)
    if ('mistakes' in parsed) mistakes.push(...parsed.mistakes)
    else use(parsed.value)
  }

  function readInLanguage(kind: string, language: Language, file: PhraseFile): boolean {
    if (kind === 'commands') {
      read(file, commandsSchema, (commands) => {
        examples.commands.set(language, commands)
        const titles = Object.entries(commands).map(([id, { title }]) => [id, title] as const)
        lexicon.commandTitles.set(language, Object.fromEntries(titles))
      })
    } else if (kind === 'aspects') read(file, aspectsSchema, (value) => examples.aspects.set(language, value))
    else if (kind === 'needs') read(file, needsSchema, (value) => examples.needs.set(language, value))
    else if (kind === 'out-of-scope') read(file, outOfScopeSchema, (value) => examples.outOfScope.set(language, value))
    else if (kind === 'calls') read(file, callWordsSchema, (value) => lexicon.callWords.set(language, value))
    else if (kind === 'areas') read(file, areaWordsSchema, (value) => lexicon.areaWords.set(language, value))
    else return false
    return true
  }

  function readForAll(kind: string, file: PhraseFile): boolean {
    if (kind === 'other-languages')
      read(file, otherLanguagesSchema, (value) => Object.assign(examples.otherLanguages, value))
    else if (kind === 'places') read(file, placesSchema, (value) => Object.assign(lexicon.places, value))
    else if (kind === 'forms') read(file, formsSchema, (value) => Object.assign(lexicon.forms, value))
    else if (kind === 'concepts') read(file, formsSchema, (value) => Object.assign(lexicon.concepts, value))
    else return false
    return true
  }

  for (const file of files) {
    const [kind = '', suffix] = file.name.split('.')
    const language = languageSchema.safeParse(suffix).data
    const isKnown = language ? readInLanguage(kind, language, file) : suffix === undefined && readForAll(kind, file)
    if (!isKnown) mistakes.push({ file: file.path, line: 1, message: 'a phrase file of an unknown kind or language' })
  }
  return { lexicon, examples, mistakes }
}
