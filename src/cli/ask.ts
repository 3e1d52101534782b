import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { keepGuide } from '../knowledge/guide/guide.ts'
import { type Answer, openKnowledge, type Understanding } from '../knowledge/knowledge.ts'
import { textsIn } from '../texts/texts.ts'

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
const directory = fileURLToPath(new URL('../knowledge', import.meta.url))
const guide = keepGuide(directory)
const knowledge = await openKnowledge({
  directory,
  placeholders: { owner, networkName, contactName, contactEmail },
  timeZone,
})

const lines = positionals.length > 0 ? [positionals.join(' ')] : linesOf(process.stdin.setEncoding('utf8'))
for await (const question of lines) {
  const understanding = knowledge.understand(question)
  const answers = await withProgrammes(question, understanding, answersTo(understanding))
  process.stdout.write(values.json ? asJson(question, understanding, answers) : asText(understanding, answers))
}

/** Lines end with a line feed and with nothing else that may be in a question. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = []
  for await (const chunk of chunks) {
    const [end = '', ...more] = chunk.split('\n')
    begun.push(end)
    for (const next of more) {
      yield begun.join('').replace(/\r$/, '')
      begun = [next]
    }
  }
  const last = begun.join('')
  if (last !== '') yield last
}

function answersTo({ id, parts, language, counties }: Understanding): Answer[] {
  const ids = parts ?? (id === null ? [] : [id])
  return ids.flatMap((each) => knowledge.answer(each, language, Temporal.Now.instant(), counties) ?? [])
}

/** The programmes for the theme that a question names come before the rest of the answer, as in the chat. */
async function withProgrammes(
  question: string,
  { id, parts, language }: Understanding,
  answers: Answer[],
): Promise<Answer[]> {
  const [answer] = answers
  if (id !== 'guide/choose' || parts !== undefined || answer === undefined) return answers
  const { need, limits, advise, describe, countyOf } = await guide.current()
  const asked = need(question)
  if (asked === null) return answers
  const texts = textsIn(language).guide
  const { programmes } = advise(asked, countyOf(owner), language, 'theme')
  const found = programmes.map(
    ({ topic, reasons }) => `- ${knowledge.programme(topic, language)?.title ?? topic}: ${reasons.join(' ')}`,
  )
  const text = [
    texts.resultTitle,
    texts.theme(describe(asked, language)),
    found.join('\n'),
    ...limits(asked, language),
    answer.text,
  ].join('\n\n')
  return [{ ...answer, text }]
}

function asJson(question: string, understanding: Understanding, answers: readonly Answer[]): string {
  const { language, kind, id, alternatives, confidence } = understanding
  const isAnswer = answers.length > 0
  const text = isAnswer ? answers.map((answer) => answer.text).join('\n\n') : withoutAnswer(understanding)
  const sources = answers.flatMap((answer) => answer.sources)
  return `${JSON.stringify({ question, language, kind, id, alternatives, confidence, text, sources })}\n`
}

/** What there is to say where the content has nothing: who to ask, or what can be done. */
function withoutAnswer({ id, language }: Understanding): string {
  return id === null ? textsIn(language).answers.handoff(network) : knowledge.titleOf(id, language)
}

function asText({ language, kind, id, alternatives, confidence }: Understanding, answers: readonly Answer[]): string {
  const { answers: texts } = textsIn(language)
  const shown = kind === 'answer' ? answers : []
  return [
    `${kind} ${id ?? ''} · ${language} · ${Math.round(confidence * 100)} %`,
    ...(kind === 'handoff' ? [`\n${texts.handoff(network)}\n`] : []),
    ...shown.flatMap(({ title, text, sources }) => [
      `\n${title}\n\n${text}\n`,
      ...sources.map((source) => `  ${source.title} <${source.url}> ${source.checked ?? texts.unchecked}`),
    ]),
    ...alternatives.map((other) => `  ? ${knowledge.titleOf(other, language)} (${other})`),
    '\n',
  ].join('\n')
}
