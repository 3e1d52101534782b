import { z } from 'zod'
import { toDate } from '../store/instants.ts'
import { type Audience, gatheringStatuses } from './gathering.ts'
import { because, type FieldMistake, mistakesOf, requiredOr } from './mistakes.ts'
import { findMunicipality, isCounty } from './municipalities.ts'
import { readDeadline, readTime } from './times.ts'

/** What a gathering file is read with. */
export interface GatheringFileTerms {
  /** Of wall times without offset, and of the place. */
  timeZone: string
  isTopic: (topic: string) => boolean
}

export type GatheringContent = ReturnType<typeof toContent>

export interface RowMistake extends FieldMistake {
  /** Its place in the file, from 1. */
  row: number
}

const mostSeats = 1_000_000

const text = (longest: number) =>
  z
    .string(requiredOr('wrong-type'))
    .transform((value) => value.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, because('required')).max(longest, because('too-long')))

const seats = z.int(because('not-a-number')).min(1, because('not-a-number')).max(mostSeats, because('not-a-number'))

const time = (isTime: (value: string) => boolean) =>
  z.string(requiredOr('wrong-type')).refine(isTime, because('not-a-time'))

const audience = z.union(
  [
    z.literal('all').transform((): Audience => ({ kind: 'all' })),
    z.strictObject({ topics: z.array(z.string()).min(1) }).transform((it): Audience => ({ kind: 'topics', ...it })),
    z
      .strictObject({ counties: z.array(z.string().refine(isCounty)).min(1) })
      .transform((it): Audience => ({ kind: 'counties', ...it })),
    z
      .strictObject({ municipalities: z.array(z.string().refine((name) => findMunicipality(name) !== null)).min(1) })
      .transform(
        ({ municipalities }): Audience => ({ kind: 'municipalities', municipalities: listed(municipalities) }),
      ),
  ],
  because('unknown-choice'),
)

function listed(municipalities: readonly string[]): string[] {
  return municipalities.map((name) => findMunicipality(name)?.name ?? name)
}

function fileSchema({ timeZone, isTopic }: GatheringFileTerms) {
  const isTime = (value: string) => readTime(value, timeZone) !== null
  const agendaPoint = z.strictObject({
    at: z.string(because('not-a-time')).nullish(),
    title: text(300),
    speaker: text(200).nullish(),
  })
  const optionalText = z.string(because('wrong-type')).max(2000, because('too-long')).default('')
  return z.strictObject({
    id: z.string(requiredOr('wrong-type')).regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, because('not-an-id')),
    title: text(200),
    startsAt: time(isTime),
    endsAt: time(isTime),
    place: text(300),
    onlineUrl: z
      .url({ protocol: /^https$/, ...because('not-https') })
      .max(2000, because('too-long'))
      .nullish(),
    directions: optionalText,
    preparation: optionalText,
    capacity: seats.nullish(),
    onlineCapacity: seats.nullish(),
    registrationDeadline: time((value) => readDeadline(value, timeZone) !== null).nullish(),
    agenda: z.array(agendaPoint).max(100, because('too-many')).default([]),
    topics: z
      .array(z.string().refine(isTopic, because('unknown-choice')))
      .max(50, because('too-many'))
      .default([]),
    reminders: z
      .array(z.string(because('not-a-duration')).refine(isDuration, because('not-a-duration')))
      .max(10, because('too-many'))
      .default(['P7D', 'P1D', 'PT1H']),
    audience: audience.default({ kind: 'all' }),
    status: z.enum(gatheringStatuses, because('unknown-choice')).optional(),
  })
}

function isDuration(value: string): boolean {
  try {
    return Temporal.Duration.from(value).sign >= 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Only what bears on several fields at once is read here: the rest may be anything. */
const timesSchema = z.looseObject({
  startsAt: z.string().catch(''),
  endsAt: z.string().catch(''),
  registrationDeadline: z.string().catch(''),
  agenda: z.array(z.looseObject({ at: z.string().nullish().catch(null) }).catch({ at: null })).catch([]),
})

function mistakesBetweenFields(input: unknown, timeZone: string): FieldMistake[] {
  const given = timesSchema.safeParse(input).data
  if (given === undefined) return []
  const startsAt = readTime(given.startsAt, timeZone)
  const endsAt = readTime(given.endsAt, timeZone)
  const deadline = readDeadline(given.registrationDeadline, timeZone)
  const mistakes: FieldMistake[] = []
  if (startsAt && endsAt && !isBefore(startsAt, endsAt)) mistakes.push({ field: 'endsAt', reason: 'ends-before-start' })
  if (startsAt && deadline && isBefore(startsAt, deadline)) {
    mistakes.push({ field: 'registrationDeadline', reason: 'deadline-after-start' })
  }
  for (const [index, { at }] of given.agenda.entries()) {
    if (!at) continue
    const field = `agenda.${index}.at`
    if (clock.test(at) && startsAt && endsAt && !isOneDay(startsAt, endsAt, timeZone)) {
      mistakes.push({ field, reason: 'needs-a-date' })
    } else if (!clock.test(at) && readTime(at, timeZone) === null) mistakes.push({ field, reason: 'not-a-time' })
  }
  return mistakes
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/

function isOneDay(startsAt: Temporal.Instant, endsAt: Temporal.Instant, timeZone: string): boolean {
  return dateIn(startsAt, timeZone).equals(dateIn(endsAt, timeZone))
}

function dateIn(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate()
}

function toContent(file: z.output<ReturnType<typeof fileSchema>>, timeZone: string) {
  const startsAt = known(readTime(file.startsAt, timeZone))
  const day = dateIn(startsAt, timeZone).toString()
  const instantOf = (at: string) => known(readTime(clock.test(at) ? `${day}T${at}` : at, timeZone))
  return {
    id: file.id,
    status: file.status,
    fields: {
      title: file.title,
      startsAt: toDate(startsAt),
      endsAt: toDate(known(readTime(file.endsAt, timeZone))),
      timeZone,
      place: file.place,
      onlineUrl: file.onlineUrl ?? null,
      directions: file.directions,
      preparation: file.preparation,
      capacity: file.capacity ?? null,
      onlineCapacity: file.onlineCapacity ?? null,
      registrationDeadline: file.registrationDeadline
        ? toDate(known(readDeadline(file.registrationDeadline, timeZone)))
        : null,
      agenda: file.agenda.map(({ at, title, speaker }) => ({
        at: at ? toDate(instantOf(at)) : null,
        title,
        speaker: speaker ?? null,
      })),
      topics: file.topics,
      reminders: file.reminders,
      audience: file.audience,
    },
  }
}

function known(instant: Temporal.Instant | null): Temporal.Instant {
  if (instant === null) throw new TypeError('a time that was checked cannot be read')
  return instant
}

export type GatheringsRead = { ok: true; gatherings: GatheringContent[] } | { ok: false; mistakes: RowMistake[] }

/** Reads an array of gatherings; every mistake in it is named. */
export function readGatherings(json: unknown, terms: GatheringFileTerms): GatheringsRead {
  if (!Array.isArray(json)) return { ok: false, mistakes: [{ row: 0, field: '', reason: 'wrong-type' }] }
  const schema = fileSchema(terms)
  const gatherings: GatheringContent[] = []
  const mistakes: RowMistake[] = []
  const ids = new Set<string>()
  for (const [index, item] of json.entries()) {
    const row = index + 1
    const parsed = schema.safeParse(item)
    const found = [...(parsed.success ? [] : mistakesOf(parsed.error)), ...mistakesBetweenFields(item, terms.timeZone)]
    mistakes.push(...found.map((mistake) => ({ row, ...mistake })))
    if (!parsed.success || found.length > 0) continue
    if (ids.has(parsed.data.id)) mistakes.push({ row, field: 'id', reason: 'duplicate' })
    ids.add(parsed.data.id)
    gatherings.push(toContent(parsed.data, terms.timeZone))
  }
  return mistakes.length === 0 ? { ok: true, gatherings } : { ok: false, mistakes }
}
