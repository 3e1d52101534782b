import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Knowledge, openKnowledge } from '../knowledge/knowledge.ts'

/** Asks the bot's knowledge from the command line: `npm run ask -- "question"`, or a question a line on standard input. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, directory: { type: 'string' } },
})

const knowledge = await openKnowledge({
  directory: values.directory ?? fileURLToPath(new URL('../knowledge', import.meta.url)),
  placeholders: {
    owner: 'Fylkeskommunen',
    networkName: 'Kommunenettverk for internasjonalt arbeid',
    contactName: 'Internasjonal rådgiver',
    contactEmail: 'internasjonalt@example.org',
  },
  timeZone: 'Europe/Oslo',
})
const describe = values.json ? asJson : asText

if (positionals.length > 0) process.stdout.write(describe(knowledge, positionals.join(' ')))
else for await (const line of createInterface({ input: process.stdin })) process.stdout.write(describe(knowledge, line))

function asJson(knowledge: Knowledge, question: string): string {
  const { language, kind, id, alternatives, confidence } = knowledge.understand(question)
  const answer = id === null ? undefined : knowledge.answer(id, language, Temporal.Now.instant())
  const { text = '', sources = [] } = answer ?? {}
  return `${JSON.stringify({ question, language, kind, id, alternatives, confidence, text, sources })}\n`
}

function asText(knowledge: Knowledge, question: string): string {
  const { language, kind, id, alternatives, confidence, parts } = knowledge.understand(question)
  const ids = kind === 'answer' ? (parts ?? [id]) : []
  const answers = ids.flatMap((each) => (each && knowledge.answer(each, language, Temporal.Now.instant())) || [])
  const lines = [
    `${kind} ${id ?? ''} · ${language} · ${Math.round(confidence * 100)} %`,
    ...answers.flatMap(({ title, text, sources }) => [
      '',
      title,
      '',
      text,
      '',
      ...sources.map(({ title, url, checked }) => `  ${title} <${url}> ${checked ?? '–'}`),
    ]),
    '',
    ...alternatives.map((other) => `  ? ${knowledge.titleOf(other, language)} (${other})`),
    '',
  ]
  return lines.join('\n')
}
