import { z } from 'zod'
import { isTimeZone } from '../time-zone.ts'
import type { Mistake } from './mistakes.ts'
import type { Language } from './taxonomy.ts'
import { isDate } from './topic-file.ts'
import { parseYaml } from './yaml-file.ts'

const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'a date, or a date with a time such as 2027-02-19T12:00')
const inThreeLanguages = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) })

const callFieldsSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Other programmes whose call it is too. */
  also: z.array(z.string()).optional(),
  title: inThreeLanguages,
  opens: localTime.optional(),
  closes: localTime,
  zone: z.string().refine(isTimeZone, 'unknown time zone'),
  who: inThreeLanguages,
  budget: inThreeLanguages.optional(),
  url: z.url({ protocol: /^https?$/ }),
  checked: z.string().refine(isDate, 'a month or a day, such as 2026-11').nullable().default(null),
})

/** A call as it is written, times in its own zone. */
export const callEntrySchema = callFieldsSchema.extend({ topic: z.string(), file: z.string(), line: z.int() })
export type CallEntry = z.infer<typeof callEntrySchema>

/** A call for applications. `closes` is the last moment at which it can be applied for. */
export type Call = {
  id: string
  topic: string
  /** Other programmes whose call it is too. */
  also?: string[] | undefined
  title: Record<Language, string>
  who: Record<Language, string>
  budget?: Record<Language, string>
  opens?: Temporal.ZonedDateTime
  closes: Temporal.ZonedDateTime
  /** False when only the day is known: `closes` is then the end of that day. */
  closesAtKnownTime: boolean
  url: string
  checked: string | null
  file: string
  line: number
}

/** Reads `calls/<topic>.yaml`. */
export function parseCalls(file: string, topic: string, text: string): { calls: CallEntry[]; mistakes: Mistake[] } {
  const parsed = parseYaml({ file, text }, z.array(callFieldsSchema))
  if ('mistakes' in parsed) return { calls: [], mistakes: parsed.mistakes }
  const mistakes: Mistake[] = []
  const calls = parsed.value.flatMap((fields, index) => {
    const entry = { ...fields, topic, file, line: parsed.lineOf([index]) }
    const problem = problemWithDates(entry)
    if (problem === undefined) return [entry]
    mistakes.push({ file, line: entry.line, message: problem })
    return []
  })
  return { calls, mistakes }
}

function problemWithDates(entry: CallEntry): string | undefined {
  try {
    const { opens, closes } = toCall(entry)
    if (opens && Temporal.ZonedDateTime.compare(opens, closes) >= 0) return `${entry.id} opens after it closes`
    return undefined
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return `${entry.id} has a date or time that there is not: ${[entry.opens, entry.closes].filter(Boolean).join(', ')}`
  }
}

/** A programme family, such as interreg, has the calls of its programmes too. */
export function isOf({ topic, also = [] }: Pick<Call, 'topic' | 'also'>, wanted: string): boolean {
  return [topic, ...also].some((each) => each === wanted || each.startsWith(`${wanted}-`))
}

/** The calls that can still be applied for, the first to close first. */
export function callsAhead(calls: readonly Call[], now: Temporal.Instant): Call[] {
  return calls
    .filter((call) => Temporal.Instant.compare(call.closes.toInstant(), now) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.closes.toInstant(), b.closes.toInstant()))
}

/** Throws RangeError for a date that there is not. */
export function toCall(entry: CallEntry): Call {
  const { opens, closes, zone, budget, ...fields } = entry
  const closesAtKnownTime = closes.includes('T')
  return {
    ...fields,
    ...(budget && { budget }),
    ...(opens && { opens: Temporal.PlainDateTime.from(opens, { overflow: 'reject' }).toZonedDateTime(zone) }),
    closes: closesAtKnownTime
      ? Temporal.PlainDateTime.from(closes, { overflow: 'reject' }).toZonedDateTime(zone)
      : endOfDay(Temporal.PlainDate.from(closes, { overflow: 'reject' }), zone),
    closesAtKnownTime,
  }
}

function endOfDay(day: Temporal.PlainDate, zone: string): Temporal.ZonedDateTime {
  return day.add({ days: 1 }).toZonedDateTime(zone).subtract({ seconds: 1 })
}
