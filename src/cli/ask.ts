import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { type Answer, openKnowledge, type Understanding } from '../knowledge/knowledge.ts'

/**
 * Asks the bot's knowledge from the command line: `npm run ask -- "question"`, or a question a line on standard input.
 * With `--json`, a line of JSON for each question instead of text for people.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const { network, timeZone } = readConfig(process.env)
const { owner, name: networkName, contactName, contactEmail } = network
const knowledge = await openKnowledge({
  directory: fileURLToPath(new URL('../knowledge', import.meta.url)),
  placeholders: { owner, networkName, contactName, contactEmail },
  timeZone,
})

const lines = positionals.length > 0 ? [positionals.join(' ')] : createInterface({ input: process.stdin })
for await (const question of lines) {
  const understanding = knowledge.understand(question)
  const answers = answersTo(understanding)
  process.stdout.write(values.json ? asJson(question, understanding, answers) : asText(understanding, answers))
}

function answersTo({ id, parts, language }: Understanding): Answer[] {
  const ids = parts ?? (id === null ? [] : [id])
  return ids.flatMap((each) => knowledge.answer(each, language, Temporal.Now.instant()) ?? [])
}

function asJson(question: string, understanding: Understanding, answers: readonly Answer[]): string {
  const { language, kind, id, alternatives, confidence } = understanding
  const text = answers.map((answer) => answer.text).join('\n\n')
  const sources = answers.flatMap((answer) => answer.sources)
  return `${JSON.stringify({ question, language, kind, id, alternatives, confidence, text, sources })}\n`
}

function asText({ language, kind, id, alternatives, confidence }: Understanding, answers: readonly Answer[]): string {
  const shown = kind === 'answer' ? answers : []
  return [
    `${kind} ${id ?? ''} · ${language} · ${Math.round(confidence * 100)} %`,
    ...shown.flatMap(({ title, text, sources }) => [
      `\n${title}\n\n${text}\n`,
      ...sources.map((source) => `  ${source.title} <${source.url}> ${source.checked ?? '–'}`),
    ]),
    ...alternatives.map((other) => `  ? ${knowledge.titleOf(other, language)} (${other})`),
    '\n',
  ].join('\n')
}
