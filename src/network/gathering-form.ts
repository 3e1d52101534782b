import { isTimeZone } from '../time-zone.ts'
import { readAgenda, writeAgenda } from './agenda-text.ts'
import { audienceLines, choicesOf, readAudience } from './audience-form.ts'
import type { Gathering } from './gathering.ts'
import { type GatheringContent, readGatherings } from './gathering-file.ts'
import { dateOf, inThePast, missingTimes, skippedTimes, unlikelyTimes } from './gathering-times.ts'
import type { FieldMistake } from './mistakes.ts'
import { readQuestions, writeQuestions } from './question-text.ts'
import { wallTimeOf } from './times.ts'

export const gatheringFields = [
  'title',
  'startDate',
  'startTime',
  'endDate',
  'endTime',
  'place',
  'onlineUrl',
  'directions',
  'preparation',
  'capacity',
  'onlineCapacity',
  'registrationDeadline',
  'agenda',
  'topics',
  'audience',
  'audienceList',
  'reminders',
  'questions',
  'timeZone',
] as const
export type GatheringField = (typeof gatheringFields)[number]

/** What stands in the fields of a form; lists of choices are between commas, and lists of lines on lines. */
export type GatheringInput = Readonly<Record<GatheringField, string>>

/** What an edit gives a gathering. */
export type GatheringEdit = GatheringContent['fields'] & Pick<Gathering, 'questions'>

export type GatheringFormRead = { ok: true; edit: GatheringEdit } | { ok: false; mistakes: FieldMistake[] }

const defaultReminders = ['P7D', 'P1D', 'PT1H'] as const

export interface GatheringFormTerms {
  isTopic: (topic: string) => boolean
  /** The ids of members by their addresses, in lower case. */
  memberIds: ReadonlyMap<string, string>
  now: Temporal.Instant
  /** The gathering as it is; null for a new one. */
  before: Gathering | null
}

/** Reads a form; every mistake is named at its field, and one in a list at its line: `agenda.3`. */
export function readGatheringForm(input: GatheringInput, terms: GatheringFormTerms): GatheringFormRead {
  const zone = zoneOf(input)
  const timeZone = zone ?? 'UTC'
  const days = daysOf(input)
  const agenda = readAgenda(input.agenda, days)
  const audience = readAudience(input, terms.memberIds)
  const { questions, mistakes: inQuestions } = readQuestions(input.questions, terms.before?.questions ?? [])
  const inZone: FieldMistake[] = zone === null ? [{ field: 'timeZone', reason: 'unknown-zone' }] : []
  const own = [
    ...inZone,
    ...missingTimes(input),
    ...skippedTimes(input, timeZone),
    ...unlikelyTimes(input, terms.now),
    ...missingLink(input),
    ...markupIn(input),
    ...agenda.mistakes,
    ...audience.mistakes,
    ...inQuestions,
  ]
  const file = { ...fileOf(input, terms.before, timeZone), agenda: agenda.points }
  const read = readGatherings([file], { timeZone, isTopic: terms.isTopic })
  const fields = read.ok ? read.gatherings[0]?.fields : undefined
  const inFile = read.ok ? [] : read.mistakes.map((mistake) => inForm(mistake, input, agenda.lines))
  const late = zone === null ? [] : inThePast(file, zone, terms)
  const mistakes = firstOfEach([...own, ...inFile, ...late])
  if (fields === undefined || mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, edit: { ...fields, audience: audience.audience, questions } }
}

/** Null: there is none of that name. What else is wrong is told all the same. */
function zoneOf({ timeZone }: GatheringInput): string | null {
  const name = timeZone.trim()
  return isTimeZone(name) ? name : null
}

function fileOf(input: GatheringInput, before: Gathering | null, timeZone: string) {
  return {
    id: 'form',
    title: input.title,
    startsAt: `${input.startDate}T${input.startTime}`,
    endsAt: `${input.endDate}T${input.endTime}`,
    place: input.place,
    onlineUrl: input.onlineUrl.trim() || null,
    directions: input.directions.trim(),
    preparation: input.preparation.trim(),
    capacity: readNumber(input.capacity),
    onlineCapacity: readNumber(input.onlineCapacity),
    registrationDeadline: deadlineOf(input, before, timeZone),
    topics: choicesOf(input.topics),
    reminders: choicesOf(input.reminders),
  }
}

/**
 * The last minute of the day, and on the day of the gathering its start. A time that was set otherwise is kept as long as
 * the day is.
 */
function deadlineOf(input: GatheringInput, before: Gathering | null, timeZone: string): string | null {
  const date = input.registrationDeadline.trim()
  if (date === '') return null
  const isStartDay = date === input.startDate && input.startTime !== ''
  const last = isStartDay ? `${date}T${input.startTime}` : `${date}T23:59`
  const known = before?.registrationDeadline
  const isOwnTime = known && known.getTime() !== before.startsAt.getTime()
  const wall = isOwnTime ? wallTimeOf(known, timeZone) : ''
  if (isOwnTime && wall.startsWith(date) && wall <= last) return known.toISOString()
  return isStartDay ? last : date
}

/** Null where nothing is typed; what is no number is not one here either, for the file's rules to find. */
function readNumber(text: string): number | null {
  const typed = text.replaceAll(/\s/g, '')
  if (typed === '') return null
  return /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN
}

function daysOf({ startDate, endDate }: GatheringInput) {
  const first = dateOf(startDate) ?? Temporal.PlainDate.from('2000-01-01')
  return { first, last: dateOf(endDate) ?? first }
}

function missingLink({ onlineCapacity, onlineUrl }: GatheringInput): FieldMistake[] {
  const isMissing = onlineCapacity.trim() !== '' && onlineUrl.trim() === ''
  return isMissing ? [{ field: 'onlineUrl', reason: 'needs-link' }] : []
}

const written = ['title', 'place', 'directions', 'preparation', 'agenda', 'questions'] as const

/** HTML and JSON are not what somebody means to say: it would stand in cards and calendars as it is. */
function markupIn(input: GatheringInput): FieldMistake[] {
  return written.filter((field) => isMarkup(input[field])).map((field) => ({ field, reason: 'markup' }))
}

/** A card, JSON or HTML that was pasted where a text is meant; addresses between such signs are what mail programs write. */
export function isMarkup(text: string): boolean {
  const prose = text.replaceAll(/<(?:[^<>\s@"'=]+@[^<>\s@"'=]+|https?:\/\/[^<>\s]+)>/gi, '')
  return /<\/?[a-z][^<>]*>|<!--|"type"\s*:\s*"/i.test(prose) || /^\s*[[{][\s\S]*[\]}]\s*$/.test(prose)
}

/** Where a mistake of the file stands in the form. */
function inForm({ field, reason }: FieldMistake, input: GatheringInput, lines: readonly number[]): FieldMistake {
  const [name = '', index = ''] = field.split('.')
  if (name === 'agenda' && index !== '') return { field: `agenda.${lines[Number(index)] ?? ''}`, reason }
  if (name === 'startsAt') return { field: 'startDate', reason }
  if (name !== 'endsAt') return { field: name, reason }
  const isSameDay = input.startDate === input.endDate
  return { field: reason === 'ends-before-start' && isSameDay ? 'endTime' : 'endDate', reason }
}

function firstOfEach(mistakes: readonly FieldMistake[]): FieldMistake[] {
  return mistakes.filter(({ field }, index) => mistakes.findIndex((each) => each.field === field) === index)
}

export function emptyGatheringInput(timeZone: string): GatheringInput {
  return {
    title: '',
    startDate: '',
    startTime: '',
    endDate: '',
    endTime: '',
    place: '',
    onlineUrl: '',
    directions: '',
    preparation: '',
    capacity: '',
    onlineCapacity: '',
    registrationDeadline: '',
    agenda: '',
    topics: '',
    audience: 'all',
    audienceList: '',
    reminders: defaultReminders.join(),
    questions: '',
    timeZone,
  }
}

export interface GatheringFormWords {
  emailOf: (memberId: string) => string | null
  /** What stands above the points of a day, the first being 1. */
  dayTitle: (day: number) => string
}

/** As {@link readGatheringForm} reads it. */
export function writeGatheringForm(gathering: Gathering, { emailOf, dayTitle }: GatheringFormWords): GatheringInput {
  const { timeZone, registrationDeadline } = gathering
  const [startDate = '', startTime = ''] = wallTimeOf(gathering.startsAt, timeZone).split('T')
  const [endDate = '', endTime = ''] = wallTimeOf(gathering.endsAt, timeZone).split('T')
  return {
    title: gathering.title,
    startDate,
    startTime,
    endDate,
    endTime,
    place: gathering.place,
    onlineUrl: gathering.onlineUrl ?? '',
    directions: gathering.directions,
    preparation: gathering.preparation,
    capacity: String(gathering.capacity ?? ''),
    onlineCapacity: String(gathering.onlineCapacity ?? ''),
    registrationDeadline: registrationDeadline
      ? registrationDeadline.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDate().toString()
      : '',
    agenda: writeAgenda(gathering, dayTitle),
    topics: gathering.topics.join(),
    audience: gathering.audience.kind,
    audienceList: audienceLines(gathering.audience, emailOf).join('\n'),
    reminders: gathering.reminders.join(),
    questions: writeQuestions(gathering.questions),
    timeZone,
  }
}
