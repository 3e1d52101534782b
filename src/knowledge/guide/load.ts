import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ContentError, type Mistake } from '../mistakes.ts'
import { type Lexicon, readPhrases } from '../phrases.ts'
import { requiredProgrammes } from '../taxonomy.ts'
import { parseYaml } from '../yaml-file.ts'
import {
  type GuideProgramme,
  programmeSchema,
  type QuestionId,
  type Questions,
  questionIds,
  questionsSchema,
  undecided,
} from './schema.ts'

/** What the guide asks and what it knows of each programme, as it stands in `guide/`. */
export type GuideContent = {
  questions: Questions
  /** Only those that a Norwegian municipality can take part in. */
  programmes: GuideProgramme[]
  places: Lexicon['places']
}

type LineOf = (path: readonly PropertyKey[]) => number

/** Reads the guide's files in the knowledge directory. Throws ContentError, which names every mistake by file and line. */
export async function loadGuide(directory: string): Promise<GuideContent> {
  const { content, mistakes } = await readGuide(directory)
  if (mistakes.length > 0 || content === null) throw new ContentError(mistakes)
  return content
}

/** Reads the guide's files and gives all mistakes beside what could be read. */
async function readGuide(directory: string): Promise<{ content: GuideContent | null; mistakes: Mistake[] }> {
  const questionsFile = await readYaml(directory, 'guide/questions.yaml')
  const placesFile = await readYaml(directory, 'phrases/places.yaml')
  const { lexicon, mistakes } = readPhrases([{ path: placesFile.file, name: 'places', text: placesFile.text }])
  const parsed = parseYaml(questionsFile, questionsSchema)
  if ('mistakes' in parsed) return { content: null, mistakes: [...mistakes, ...parsed.mistakes] }
  const questions = parsed.value
  const { places } = lexicon
  mistakes.push(...unknownCountries(questions, places, questionsFile.file, parsed.lineOf))

  const programmes: GuideProgramme[] = []
  const names = (await readdir(join(directory, 'guide/programmes'))).filter((name) => name.endsWith('.yaml')).sort()
  const files = await Promise.all(names.map((name) => readYaml(directory, `guide/programmes/${name}`)))
  for (const file of files) {
    const read = parseYaml(file, programmeSchema)
    if ('mistakes' in read) {
      mistakes.push(...read.mistakes)
      continue
    }
    if (read.value.takesPart === 'no') continue
    const programme = { ...read.value, topic: topicIn(file.file) }
    programmes.push(programme)
    mistakes.push(...mistakesIn(programme, questions, places, file.file, read.lineOf))
  }
  mistakes.push(...missingProgrammes(join(directory, 'guide/programmes'), names))
  return { content: { questions, programmes: inOrder(programmes), places }, mistakes }
}

async function readYaml(directory: string, path: string): Promise<{ file: string; text: string }> {
  const file = join(directory, path)
  return { file, text: await readFile(file, 'utf8') }
}

function topicIn(path: string): string {
  return basename(path, '.yaml')
}

/** The order decides between programmes that fit equally well. */
function inOrder(programmes: readonly GuideProgramme[]): GuideProgramme[] {
  const order: readonly string[] = requiredProgrammes
  const rank = (topic: string) => order.indexOf(topic)
  return programmes.toSorted((a, b) => rank(a.topic) - rank(b.topic))
}

function missingProgrammes(file: string, names: readonly string[]): Mistake[] {
  const has = new Set(names.map(topicIn))
  const required = new Set<string>(requiredProgrammes)
  return [
    ...[...required].filter((topic) => !has.has(topic)).map((topic) => `there is no file for "${topic}"`),
    ...[...has].filter((topic) => !required.has(topic)).map((topic) => `there is no programme "${topic}"`),
  ].map((message) => ({ file, line: 1, message }))
}

function unknownCountries(questions: Questions, places: Lexicon['places'], file: string, lineOf: LineOf): Mistake[] {
  return Object.entries(questions).flatMap(([question, asked]) =>
    Object.entries('choices' in asked ? asked.choices : {}).flatMap(([choice, { countries }]) =>
      countries
        .filter((group) => !Object.hasOwn(places.countries, group))
        .map((group) => ({
          file,
          line: lineOf([question, 'choices', choice, 'countries']),
          message: `there is no group of countries "${group}" in places.yaml`,
        })),
    ),
  )
}

function mistakesIn(
  programme: GuideProgramme,
  questions: Questions,
  places: Lexicon['places'],
  file: string,
  lineOf: LineOf,
): Mistake[] {
  const counties = Object.keys(places.counties)
  const known = (question: QuestionId) =>
    question === 'place' ? [...counties, undecided] : Object.keys(questions[question].choices)
  const check = (question: QuestionId, choices: readonly string[], path: readonly PropertyKey[]) =>
    choices
      .filter((choice) => !known(question).includes(choice))
      .map((choice) => ({ file, line: lineOf(path), message: `"${choice}" is no choice of ${question}` }))

  const claims = (['reasons', 'against'] as const).flatMap((kind) =>
    programme[kind].map(({ when = {} }, index) => ({ when, path: [kind, index, 'when'] })),
  )
  return questionIds.flatMap((question) => [
    ...check(question, Object.keys(programme.fits[question] ?? {}), ['fits', question]),
    ...claims.flatMap(({ when, path }) => check(question, when[question] ?? [], [...path, question])),
    ...(question === 'place' ? wrongCounties(programme, places, file, lineOf) : []),
  ])
}

/** The counties of an Interreg programme stand in `places.yaml` as well; the two have to agree. */
function wrongCounties(
  { topic, fits }: GuideProgramme,
  places: Lexicon['places'],
  file: string,
  lineOf: LineOf,
): Mistake[] {
  const inPlaces = Object.keys(places.counties).filter((county) => places.counties[county]?.includes(topic))
  if (inPlaces.length === 0) return []
  const here = Object.keys(fits.place ?? {})
  const differing = [...inPlaces, ...here].filter((county) => !(inPlaces.includes(county) && here.includes(county)))
  return differing.map((county) => ({
    file,
    line: lineOf(['fits', 'place']),
    message: `places.yaml says otherwise on ${county}`,
  }))
}
