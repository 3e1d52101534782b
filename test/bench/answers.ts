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
import { type Library, libraries } from './answers/libraries.ts'

const questionSchema = z.object({
  q: z.string(),
  lang: languageSchema,
  kind: z.enum(['answer', 'command', 'handoff']),
  ids: z.array(z.string()),
})
export type Question = z.infer<typeof questionSchema>

const knowledgeDirectory = fileURLToPath(new URL('../../src/knowledge', import.meta.url))
const heldOut = fileURLToPath(new URL('../knowledge/held-out.jsonl', import.meta.url))

/**
 * How well questions are understood: `npm run bench -- answers [file.jsonl …]`. A line of a file is
 * `{"q","lang","kind","ids"}`, with every id that a fair judge accepts. Without a file it measures on those that nobody
 * has tuned by.
 *
 * `--folds N` measures on the example questions in the content instead: each is understood by what was learned without
 * a part (of N) of them that it is in. `--libraries` measures search libraries over the same content beside it,
 * `--wrong` lists what was not understood, `--report FILE` writes the figures down, and what is taken for what.
 */
export async function benchAnswers(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      folds: { type: 'string' },
      libraries: { type: 'boolean' },
      report: { type: 'string' },
      wrong: { type: 'boolean' },
    },
  })
  const content = await loadContent(knowledgeDirectory)
  const questions = values.folds
    ? []
    : (await Promise.all((positionals.length > 0 ? positionals : [heldOut]).map(readQuestions))).flat()
  const outcomes = values.folds ? leaveOut(content, Number(values.folds)) : await understandAll(questions)
  const tables = [describeFigures(values.folds ? 'Examples left out' : 'Kommunenettverk-bot', figuresOf(outcomes))]
  console.log(tables[0])
  if (values.wrong) console.log(outcomes.filter(isWrong).map(describeOutcome).join('\n'))
  if (values.libraries) {
    for (const { name, search } of await libraries(content)) {
      const table = describeFigures(name, figuresOf(await searchAll(questions, search)))
      console.log(table)
      tables.push(table)
    }
  }
  if (values.report) await writeFile(values.report, report(args, tables, outcomes))
}

async function understandAll(questions: readonly Question[]): Promise<Outcome[]> {
  const started = performance.now()
  const knowledge = await openKnowledge({
    directory: knowledgeDirectory,
    placeholders: { owner: '', networkName: '', contactName: '', contactEmail: '' },
    timeZone: 'Europe/Oslo',
  })
  console.log(`${questions.length} questions; opened in ${Math.round(performance.now() - started)} ms`)
  const times = questions.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run < timedRuns; run++) {
    questions.forEach(({ q }, at) => {
      const begun = performance.now()
      knowledge.understand(q)
      times[at] = Math.min(times[at] ?? 0, performance.now() - begun)
    })
  }
  return questions.map((question, at) => ({
    question,
    ...knowledge.understand(question.q),
    milliseconds: times[at] ?? 0,
  }))
}

/** Of so many runs the fastest counts, so that what else the machine does is not measured. */
const timedRuns = 5

/** One question after the other, so that the time of one is not that of another. */
async function searchAll(questions: readonly Question[], search: Library['search']): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const question of questions) {
    const begun = performance.now()
    const [id = null, ...alternatives] = await search(question.q)
    const milliseconds = performance.now() - begun
    const kind = id === null ? 'handoff' : 'answer'
    outcomes.push({ question, language: question.lang, kind, id, alternatives, confidence: 1, milliseconds })
  }
  return outcomes
}

function report(args: readonly string[], tables: readonly string[], outcomes: readonly Outcome[]): string {
  const command = ['npm run bench -- answers', ...args].join(' ')
  return [
    '# How well questions are understood',
    `Written by \`${command}\`. What the figures mean, and why it is done this way: [the decision](decisions/how-questions-are-understood.md).`,
    ...tables.map((table) => `\`\`\`text\n${table.trim()}\n\`\`\``),
    '## What is taken for what',
    'Aspects of all programmes together; «other programme» is the right aspect of a wrong one.',
    confusionMatrix(outcomes),
  ].join('\n\n')
}

async function readQuestions(file: string): Promise<Question[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => questionSchema.parse(JSON.parse(line)))
}

function isWrong({ question: { ids }, id }: Outcome): boolean {
  return id === null ? ids.length > 0 : !ids.includes(id)
}

function describeOutcome({ question, kind, id, alternatives, confidence, language }: Outcome): string {
  const wanted = question.ids.join(' ') || 'handoff'
  const got = `${kind} ${id ?? ''} ${confidence.toFixed(2)} (${alternatives.slice(0, 2).join(' ')})`
  return `  ${question.lang === language ? '' : `[${language}] `}${question.q} | ${wanted} | ${got}`
}
