import type { GatheringQuestion } from './gathering.ts'
import type { FieldMistake } from './mistakes.ts'

export interface QuestionsRead {
  questions: GatheringQuestion[]
  mistakes: FieldMistake[]
}

const mostQuestions = 10
const longestQuestion = 200
const longestChoice = 100
const mostChoices = 12

const withChoices = /^(.*?)\s*\[([^\]]*)\]$/
const yesNo = /^\s*(ja|yes)\s*[/|]\s*(nei|no)\s*$/i

/**
 * Reads the adviser's own questions, one a line: `What do you want to learn?` is answered in words, `Parking? [ja/nei]` by
 * yes or no, `Which bus? [at 8 | at 9]` by one of the choices. A star at the end says that it must be answered.
 * @param before keep their ids, and so the answers to them, as long as the words are the same
 */
export function readQuestions(text: string, before: readonly GatheringQuestion[]): QuestionsRead {
  const read: QuestionsRead = { questions: [], mistakes: [] }
  let last = Math.max(0, ...before.map(({ id }) => Number(id.slice(1)) || 0))
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const field = `questions.${index + 1}`
    const question = readQuestion(line)
    const known = before.find((each) => each.text === question.text && each.kind === question.kind)
    if (question.text === '') read.mistakes.push({ field, reason: 'required' })
    else if ([question.text.length > longestQuestion, ...question.choices.map(isTooLong)].includes(true)) {
      read.mistakes.push({ field, reason: 'too-long' })
    } else if (question.kind === 'choice' && (question.choices.length < 2 || question.choices.length > mostChoices)) {
      read.mistakes.push({ field, reason: 'needs-choices' })
    } else if (read.questions.some((each) => each.text === question.text)) {
      read.mistakes.push({ field, reason: 'duplicate' })
    } else read.questions.push({ id: known?.id ?? `q${++last}`, ...question })
  }
  if (read.questions.length > mostQuestions) read.mistakes.push({ field: 'questions', reason: 'too-many' })
  return read
}

function isTooLong(choice: string): boolean {
  return choice.length > longestChoice
}

function readQuestion(line: string): Omit<GatheringQuestion, 'id'> {
  const required = /\*\s*$/.test(line)
  const rest = line.replace(/\s*\*\s*$/, '')
  const [, text, list] = withChoices.exec(rest) ?? []
  if (text === undefined || list === undefined) return { text: rest, kind: 'text', choices: [], required }
  if (yesNo.test(list)) return { text, kind: 'yes-no', choices: [], required }
  const choices = list.split('|').map((choice) => choice.trim())
  return { text, kind: 'choice', choices: [...new Set(choices)].filter((choice) => choice !== ''), required }
}

/** As {@link readQuestions} reads it. */
export function writeQuestions(questions: readonly GatheringQuestion[]): string {
  return questions
    .map(({ text, kind, choices, required }) => {
      const list = kind === 'yes-no' ? ' [ja/nei]' : kind === 'choice' ? ` [${choices.join(' | ')}]` : ''
      return `${text}${list}${required ? ' *' : ''}`
    })
    .join('\n')
}
