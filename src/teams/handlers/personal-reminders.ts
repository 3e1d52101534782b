import { createHash } from 'node:crypto'
import {
  chooseCallCard,
  type ReminderForm,
  reminderFormCard,
  reminderListCard,
  reminderSetCard,
  type ShownReminder,
  whatOf,
} from '../../cards/personal-reminders.ts'
import type { VerbData } from '../../cards/verbs.ts'
import type { Call } from '../../knowledge/calls.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import {
  longestReminder,
  momentBeforeDeadline,
  type PersonalReminder,
  type PersonalReminders,
  type ReminderOutcome,
  type Wanted,
} from '../../reminders/personal/personal.ts'
import { type Request, readRequest, reminderAskedFor, usualBefore } from '../../reminders/personal/read-request.ts'
import type { PersonSettings } from '../../reminders/settings.ts'
import { datesIn } from '../../texts/dates.ts'
import { type Feature, inPersonalChat, onVerb } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { PersonalTurn, Turn } from '../turn.ts'

export interface PersonalReminderDependencies {
  reminders: PersonalReminders
  settingsOf: (personId: string) => Promise<PersonSettings>
  knowledge: () => Pick<Knowledge, 'understand' | 'callsAhead' | 'programme' | 'titleOf'>
  timeZone: string
  newId: () => string
}

type OnText = (turn: Turn) => Promise<Reply>

export interface PersonalReminderConversation {
  feature: Feature
  /** Takes what begins with «minn meg» and its like, and leaves the rest to `others`. */
  listen(others: OnText): OnText
}

const listAskedFor =
  /^(?:vis |se |show |list |see )?(?:mine påminnelser|påminnelsene mine|påminningane mine|mine påminningar|my reminders|hva skal du minne meg på|kva skal du minne meg på)[.!?]*$/iu
const deadlineWords = /frist|deadline|utlysning|utlysing|(?:^|\s)calls?(?:\s|$)/iu
const pointing = /^(?:dette|det|den|denne|this|that|it)$/iu
const mostCalls = 6

/** Reminders that people ask for in their own words. */
export function createPersonalReminderConversation(
  dependencies: PersonalReminderDependencies,
): PersonalReminderConversation {
  const { reminders, settingsOf, knowledge, timeZone, newId } = dependencies

  function shownOf(reminder: PersonalReminder, now: Temporal.Instant): ShownReminder {
    const id = reminder.call?.id
    const call =
      id === undefined
        ? null
        : (knowledge()
            .callsAhead(now)
            .find((each) => each.id === id) ?? null)
    return { reminder, call, timeZone }
  }

  function form(turn: PersonalTurn, reminderId: string, fields: Partial<ReminderForm>): Reply {
    const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
    const blank = { reminderId, isNew: true, text: '', date: '', time: '09:00', today, mistakes: [] }
    return replyWithCard(reminderFormCard({ ...blank, ...fields }, turn.language))
  }

  /** The reminder as it stands now, or the form again with what was typed and why it will not do. */
  async function save(turn: PersonalTurn, wanted: Wanted, { isNew }: { isNew: boolean }): Promise<Reply> {
    const outcome = await reminders.save(turn.person.id, wanted, turn.now)
    if (outcome.ok) {
      const notice = isNew ? undefined : turn.texts.personal.changed
      const isHeld = holdsBack(await settingsOf(turn.person.id), outcome.reminder.at)
      const shown = { ...shownOf(outcome.reminder, turn.now), isHeld }
      return replyWithCard(reminderSetCard(shown, turn.language, notice))
    }
    return refused(turn, wanted, outcome.reason, isNew)
  }

  function refused(
    turn: PersonalTurn,
    wanted: Wanted,
    reason: Extract<ReminderOutcome, { ok: false }>['reason'],
    isNew: boolean,
  ): Reply {
    const { refusals } = turn.texts.personal
    if (reason === 'too-many' || reason === 'not-found') return replyWithText(refusals[reason])
    const { date, time } = fieldsOf(wanted.at)
    const text = wanted.text
    const mistakes: ReminderForm['mistakes'] = [{ field: 'date', text: refusals[reason] }]
    return form(turn, wanted._id, { isNew, text, date, time, mistakes })
  }

  function fieldsOf(at: Temporal.Instant): { date: string; time: string } {
    const wall = at.toZonedDateTimeISO(timeZone)
    return {
      date: wall.toPlainDate().toString(),
      time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
    }
  }

  async function ask(turn: PersonalTurn, rest: string): Promise<Reply> {
    const request = readRequest(rest, turn.now.toZonedDateTimeISO(timeZone))
    const reminderId = idOf(turn)
    const { what, answerId } = meant(turn, request)
    const { when } = request
    const texts = turn.texts.personal
    if (when.kind === 'no-such-date') {
      return form(turn, reminderId, { text: what, mistakes: [{ field: 'date', text: texts.refusals['no-such-date'] }] })
    }
    const isOfDeadline = deadlineWords.test(rest)
    if (when.kind === 'before' || (when.kind === 'unsaid' && isOfDeadline)) {
      return askOfDeadline(turn, reminderId, what, rest, when.kind === 'before' ? when : null)
    }
    if (when.kind === 'unsaid') return form(turn, reminderId, { text: what, notice: texts.unsaid })
    const { month } = when
    const closing = month && isOfDeadline ? callsMeant(turn, rest).filter((call) => isIn(call, month)) : []
    if (closing.length > 0) return ofCalls(turn, reminderId, closing, usualBefore.toString(), '')
    const at = when.at.toInstant()
    if (what === '') return form(turn, reminderId, { ...fieldsOf(at), notice: texts.whatUnsaid })
    return save(turn, { _id: reminderId, text: what, at, call: null, answerId }, { isNew: true })
  }

  /** «Minn meg på dette»: on what they have just read. */
  function meant({ memory, language }: Turn, { what }: Request): { what: string; answerId: string | null } {
    if (!pointing.test(what)) return { what: what.slice(0, longestReminder), answerId: null }
    const { answerId } = memory
    return answerId === undefined
      ? { what: '', answerId: null }
      : { what: knowledge().titleOf(answerId, language), answerId }
  }

  function callsMeant(turn: Turn, rest: string): Call[] {
    const topic = knowledge().understand(rest, { topic: turn.memory.topic, language: turn.language }).topic
    if (topic === null || topic === undefined) return []
    return nearest(knowledge().callsAhead(turn.now, topic), rest)
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
    const topic = knowledge().understand(rest, { topic: turn.memory.topic, language: turn.language }).topic
    const programme = topic ? knowledge().programme(topic, turn.language) : undefined
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

  async function list(turn: PersonalTurn, page: number, notice?: string): Promise<Reply> {
    const found = await reminders.upcoming(turn.person.id, turn.now)
    const shown = found.map((reminder) => shownOf(reminder, turn.now))
    return replyWithCard(reminderListCard(shown, page, turn.language, notice))
  }

  async function edit(turn: PersonalTurn, reminderId: string): Promise<Reply> {
    const reminder = await reminders.find(reminderId)
    if (reminder === null || reminder.personId !== turn.person.id) return list(turn, 0, turn.texts.personal.gone)
    const text = whatOf(shownOf(reminder, turn.now), turn.language)
    return form(turn, reminderId, { isNew: false, text, ...fieldsOf(reminder.at.toTemporalInstant()) })
  }

  async function saveForm(turn: PersonalTurn, data: VerbData<'personal.save'>): Promise<Reply> {
    const { reminderId, text, date, time } = data
    const known = await reminders.find(reminderId)
    if (known !== null && known.personId !== turn.person.id) return list(turn, 0, turn.texts.personal.gone)
    const isNew = known === null
    const mistakes = mistakesIn(turn, data)
    const at = momentOf(date, time, timeZone)
    if (mistakes.length > 0 || at === null) return form(turn, reminderId, { isNew, text, date, time, mistakes })
    return save(turn, { _id: reminderId, ...changed(turn, known, text.trim(), at), at }, { isNew })
  }

  /** At another time than before it no longer moves with the deadline. */
  function changed(
    turn: PersonalTurn,
    known: PersonalReminder | null,
    text: string,
    at: Temporal.Instant,
  ): Pick<Wanted, 'text' | 'call' | 'answerId'> {
    if (known === null) return { text, call: null, answerId: null }
    const isSameText = text === whatOf(shownOf(known, turn.now), turn.language)
    const isSameTime = at.epochMilliseconds === known.at.getTime()
    const call = known.call && (isSameTime ? known.call : { ...known.call, before: null })
    return { text: isSameText ? known.text : text, call, answerId: known.answerId }
  }

  async function remove(turn: PersonalTurn, reminderId: string): Promise<Reply> {
    const removed = await reminders.remove(turn.person.id, reminderId)
    const { personal } = turn.texts
    const what = removed && whatOf(shownOf(removed, turn.now), turn.language)
    return list(turn, 0, what === null ? personal.gone : personal.removed(what))
  }

  async function forCall(turn: PersonalTurn, data: VerbData<'personal.for-call'>): Promise<Reply> {
    const call = knowledge()
      .callsAhead(turn.now)
      .find(({ id }) => id === data.callId)
    if (call === undefined || !isDuration(data.before) || !isTime(data.time)) {
      return replyWithText(turn.texts.common.staleCard)
    }
    return ofCall(turn, data.reminderId, call, data.before, data.time)
  }

  const feature: Feature = {
    verbs: [
      onVerb(
        'personal.list',
        inPersonalChat((turn, { page }: VerbData<'personal.list'>) => list(turn, page)),
      ),
      onVerb(
        'personal.new',
        inPersonalChat(async (turn) => form(turn, newId(), {})),
      ),
      onVerb(
        'personal.edit',
        inPersonalChat((turn, { reminderId }: VerbData<'personal.edit'>) => edit(turn, reminderId)),
      ),
      onVerb('personal.save', inPersonalChat(saveForm)),
      onVerb(
        'personal.delete',
        inPersonalChat((turn, { reminderId }: VerbData<'personal.delete'>) => remove(turn, reminderId)),
      ),
      onVerb('personal.for-call', inPersonalChat(forCall)),
    ],
  }

  return {
    feature,
    listen: (others) => async (turn) => {
      const rest = reminderAskedFor(turn.text)
      const isList = listAskedFor.test(turn.text.trim())
      if (rest === null && !isList) return others(turn)
      const { language } = knowledge().understand(turn.text, {
        topic: turn.memory.topic,
        language: turn.memory.language,
        preferred: turn.preferred,
      })
      const spoken = turn.in(language)
      return rest === null ? inPersonalChat((own) => list(own, 0))(spoken) : inPersonalChat(ask)(spoken, rest)
    },
  }
}

/** Whether it would not come by what the person has chosen. */
function holdsBack({ off, muted, pausedUntil }: PersonSettings, at: Date): boolean {
  return off || muted.includes('personal') || (pausedUntil !== null && pausedUntil > at)
}

/** The same for the same message: Teams sends one again when the answer took long. */
function idOf({ person, activityId }: PersonalTurn): string {
  return createHash('sha256').update(`${person.id} ${activityId}`).digest('hex').slice(0, 24)
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

function mistakesIn({ texts }: Turn, { text, date, time }: VerbData<'personal.save'>): ReminderForm['mistakes'] {
  const { textMissing, tooLong, dateMissing, timeMissing } = texts.personal
  const length = text.trim().length
  return [
    ...(length === 0 ? [{ field: 'text' as const, text: textMissing }] : []),
    ...(length > longestReminder ? [{ field: 'text' as const, text: tooLong }] : []),
    ...(isDate(date) ? [] : [{ field: 'date' as const, text: dateMissing }]),
    ...(time !== '' && isTime(time) ? [] : [{ field: 'time' as const, text: timeMissing }]),
  ]
}

function momentOf(date: string, time: string, timeZone: string): Temporal.Instant | null {
  return time !== '' && isDate(date) && isTime(time)
    ? Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant()
    : null
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parses(() => Temporal.PlainDate.from(text))
const isTime = (text: string) => text === '' || parses(() => Temporal.PlainTime.from(text))
const isDuration = (text: string) => parses(() => Temporal.Duration.from(text))

function parses(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
