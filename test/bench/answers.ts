import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { loadContent } from '../../src/knowledge/load.ts'
import { languageSchema } from '../../src/knowledge/taxonomy.ts'
import { confusionMatrix } from './answers/confusion.ts'
import { describeFigures, figuresOf, type Outcome } from './answers/figures.ts'
import { leaveOut } from './answers/folds.ts'
import { libraries } from './answers/libraries.ts'

const questionSchema = z.object({
  q: z.string(),
  lang: languageSchema,
  kind: z.enum(['answer', 'command', 'handoff']),
  ids: z.array(z.string()),
})
export type Question = z.infer<typeof questionSchema>

const knowledgeDirectory = fileURLToPath(new URL('../../src/knowledge', import.meta.url))
const ownQuestions = fileURLToPath(new URL('../knowledge/questions.jsonl', import.meta.url))

/**
 * How well questions are understood: `npm run bench -- answers [file.jsonl …]`. A line of a file is
 * `{"q","lang","kind","ids"}`, with every id that a fair judge accepts.
 *
 * `--folds N` measures on the example questions in the content instead: each is understood by what was learned without
 * a part (of N) of them that it is in. `--libraries` measures search libraries over the same content beside it, `--confusion FILE` writes which aspects and
 * kinds are taken for which, `--wrong` lists what was not understood.
 */
export async function benchAnswers(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      folds: { type: 'string' },
      libraries: { type: 'boolean' },
      confusion: { type: 'string' },
      wrong: { type: 'boolean' },
    },
  })
  const content = await loadContent(knowledgeDirectory)
  if (values.folds) {
    const outcomes = leaveOut(content, Number(values.folds))
    console.log(describeFigures('Examples left out', figuresOf(outcomes)))
    if (values.confusion) await writeFile(values.confusion, confusionMatrix(outcomes))
    return
  }
  const files = positionals.length > 0 ? positionals : [ownQuestions]
  const questions = (await Promise.all(files.map(readQuestions))).flat()
  const started = performance.now()
  const knowledge = await openKnowledge({
    directory: knowledgeDirectory,
    placeholders: { owner: '', networkName: '', contactName: '', contactEmail: '' },
    timeZone: 'Europe/Oslo',
  })
  console.log(`${questions.length} questions; opened in ${Math.round(performance.now() - started)} ms`)

  for (const { q } of questions) knowledge.understand(q)
  const outcomes = questions.map((question): Outcome => {
    const begun = performance.now()
    const understanding = knowledge.understand(question.q)
    return { question, ...understanding, milliseconds: performance.now() - begun }
  })
  console.log(describeFigures('Kommunenettverk-bot', figuresOf(outcomes)))
  if (values.wrong)
    console.log(
      outcomes
        .filter(({ question, id }) => !isRight(question, id))
        .map(describeOutcome)
        .join('\n'),
    )
  if (values.confusion) await writeFile(values.confusion, confusionMatrix(outcomes))
  if (!values.libraries) return
  for (const { name, search } of await libraries(content)) {
    const found = await Promise.all(
      questions.map(async (question): Promise<Outcome> => {
        const begun = performance.now()
        const [id = null, ...alternatives] = await search(question.q)
        const kind = id === null ? 'handoff' : 'answer'
        const milliseconds = performance.now() - begun
        return { question, language: question.lang, kind, id, alternatives, confidence: 1, milliseconds }
      }),
    )
    console.log(describeFigures(name, figuresOf(found)))
  }
}

async function readQuestions(file: string): Promise<Question[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => questionSchema.parse(JSON.parse(line)))
}

function isRight({ ids }: Question, id: string | null): boolean {
  return id === null ? ids.length === 0 : ids.includes(id)
}

function describeOutcome({ question, kind, id, alternatives, confidence, language }: Outcome): string {
  const wanted = question.ids.join(' ') || 'handoff'
  const got = `${kind} ${id ?? ''} ${confidence.toFixed(2)} (${alternatives.slice(0, 2).join(' ')})`
  return `  ${question.lang === language ? '' : `[${language}] `}${question.q} | ${wanted} | ${got}`
}
