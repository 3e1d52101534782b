import { createHash } from 'node:crypto'
import { chooseCallCard } from '../../../cards/personal-reminders.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import type { Call } from '../../../knowledge/calls.ts'
import { longestReminder, momentBeforeDeadline } from '../../../reminders/personal/personal.ts'
import { type Request, readRequest, usualBefore } from '../../../reminders/personal/read-request.ts'
import { datesIn } from '../../../texts/dates.ts'
import { type Reply, replyWithCard, replyWithText } from '../../reply.ts'
import type { ConversationMemory, PersonalTurn, Turn } from '../../turn.ts'
import { isDuration, isTime } from '../moments.ts'
import type { PersonalReminderDependencies, ReminderReplies } from './replies.ts'

const deadlineWords = /frist|deadline|utlysning|utlysing|(?:^|\s)calls?(?:\s|$)/iu
const pointing = /^(?:dette|det|den|denne|this|that|it)$/iu
const again = /(?:^|\s)(?:hver|hvert|kvar|kvart|every|each)\s+(?:\p{L}+)/iu
const mostCalls = 6

type DraftLack = Extract<ConversationMemory['about'], { kind: 'reminder-draft' }>['lacks']

/** From what was written to a reminder, or to what is still to be asked. */
export function createAskForReminder(
  { knowledge, timeZone }: Pick<PersonalReminderDependencies, 'knowledge' | 'timeZone'>,
  { form, save, fieldsOf }: ReminderReplies,
) {
  async function ask(turn: PersonalTurn, rest: string, reminderId = idOf(turn, rest)): Promise<Reply> {
    const request = readRequest(rest, turn.now.toZonedDateTimeISO(timeZone))
    const lacking = (lacks: DraftLack, said = rest) => {
      turn.memory.about = { kind: 'reminder-draft', id: reminderId, said, lacks }
    }
    const { what, answerId } = meant(turn, request)
    const { when } = request
    const texts = turn.texts.personal
    if (when.kind === 'no-such-date') {
      lacking('when', what)
      return form(turn, reminderId, { text: what, mistakes: [{ field: 'date', text: texts.refusals['no-such-date'] }] })
    }
    if (again.test(rest)) {
      lacking('when', what.replace(again, ''))
      return form(turn, reminderId, { text: what, notice: texts.onceOnly })
    }
    const isOfDeadline = deadlineWords.test(rest)
    if (when.kind === 'before' || (when.kind === 'unsaid' && isOfDeadline)) {
      return askOfDeadline(turn, reminderId, what, rest, when.kind === 'before' ? when : null)
    }
    if (when.kind === 'unsaid') {
      lacking('when')
      return form(turn, reminderId, { text: what, notice: texts.unsaid })
    }
    const { month } = when
    const closing = month && isOfDeadline ? callsMeant(turn, rest).filter((call) => isIn(call, month)) : []
    if (closing.length > 0) return ofCalls(turn, reminderId, closing, usualBefore.toString(), '')
    const at = when.at.toInstant()
    if (what === '') {
      lacking('what')
      return form(turn, reminderId, { ...fieldsOf(at), notice: texts.whatUnsaid })
    }
    return save(turn, { _id: reminderId, text: what, at, call: null, answerId }, { isNew: true })
  }

  /** «Minn meg på dette»: on what they have just read. */
  function meant({ memory, language }: Turn, { what }: Request): { what: string; answerId: string | null } {
    if (!pointing.test(what)) return { what: what.slice(0, longestReminder), answerId: null }
    const { answerId } = memory
    return answerId === undefined
      ? { what: '', answerId: null }
      : { what: knowledge.titleOf(answerId, language), answerId }
  }

  function callsMeant(turn: Turn, rest: string): Call[] {
    const topic = knowledge.understand(rest, { topic: turn.memory.topic, language: turn.language }).topic
    if (topic === null || topic === undefined) return []
    return nearest(knowledge.callsAhead(turn.now, topic), rest)
  }

  function askOfDeadline(
    turn: PersonalTurn,
    reminderId: string,
    what: string,
    rest: string,
    when: { before: Temporal.Duration; time: Temporal.PlainTime | null } | null,
  ): Reply | Promise<Reply> {
    const texts = turn.texts.personal
    const calls = callsMeant(turn, rest)
    const before = (when?.before ?? usualBefore).toString()
    if (calls.length > 0) return ofCalls(turn, reminderId, calls, before, when?.time?.toString() ?? '')
    const topic = knowledge.understand(rest, { topic: turn.memory.topic, language: turn.language }).topic
    const programme = topic ? knowledge.programme(topic, turn.language) : undefined
    turn.memory.about = { kind: 'reminder-draft', id: reminderId, said: rest, lacks: 'programme' }
    return form(turn, reminderId, {
      text: what,
      notice: programme ? texts.noDeadline(programme.title) : texts.whichProgramme,
    })
  }

  function ofCalls(
    turn: PersonalTurn,
    reminderId: string,
    calls: readonly Call[],
    before: string,
    time: string,
  ): Reply | Promise<Reply> {
    const [only, ...others] = calls
    if (only !== undefined && others.length === 0) return ofCall(turn, reminderId, only, before, time)
    const choice = { reminderId, calls: calls.slice(0, mostCalls), before, time, timeZone }
    return replyWithCard(chooseCallCard(choice, turn.language))
  }

  function ofCall(
    turn: PersonalTurn,
    reminderId: string,
    call: Call,
    before: string,
    time: string,
  ): Reply | Promise<Reply> {
    const plainTime = time === '' ? null : Temporal.PlainTime.from(time)
    const at = momentBeforeDeadline(call.closes, Temporal.Duration.from(before), plainTime, timeZone)
    if (Temporal.Instant.compare(at, turn.now) > 0) {
      const ofDeadline = { id: call.id, before, time: time || null }
      return save(turn, { _id: reminderId, text: '', at, call: ofDeadline, answerId: null }, { isNew: true })
    }
    const deadline = datesIn(timeZone, turn.language).dayAndTime(call.closes.toInstant())
    const notice = turn.texts.personal.beforePassed(deadline)
    return form(turn, reminderId, { text: call.title[turn.language], notice })
  }

  async function forCall(turn: PersonalTurn, data: VerbData<'personal.for-call'>): Promise<Reply> {
    const call = knowledge.callsAhead(turn.now).find(({ id }) => id === data.callId)
    if (call === undefined || !isDuration(data.before) || !isTime(data.time)) {
      return replyWithText(turn.texts.common.staleCard)
    }
    return ofCall(turn, data.reminderId, call, data.before, data.time)
  }

  return { ask, forCall }
}

/** The same for the same order in the same message: Teams sends one again when the answer took long. */
function idOf({ person, activityId }: PersonalTurn, said: string): string {
  return createHash('sha256').update(`${person.id} ${activityId} ${said}`).digest('hex').slice(0, 24)
}

/** Those whose titles share most with what was written; all of them where none does. */
function nearest(calls: readonly Call[], text: string): Call[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word.length > 2)
  const score = ({ title }: Call) => {
    const titles = Object.values(title).join(' ').toLowerCase()
    return words.filter((word) => titles.includes(word)).length
  }
  const best = Math.max(0, ...calls.map(score))
  return calls.filter((call) => score(call) === best)
}

function isIn({ closes }: Call, month: Temporal.PlainYearMonth): boolean {
  return closes.toPlainDate().toPlainYearMonth().equals(month)
}
