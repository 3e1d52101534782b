import { z } from 'zod'
import type { Mistake } from './mistakes.ts'
import type { Language } from './taxonomy.ts'
import { parseYaml } from './yaml-file.ts'

const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'a date, or a date with a time such as 2027-02-19T12:00')
const inThreeLanguages = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) })

const callsSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: inThreeLanguages,
    opens: localTime.optional(),
    closes: localTime,
    zone: z.string().refine(isTimeZone, 'unknown time zone'),
    who: inThreeLanguages,
    budget: inThreeLanguages.optional(),
    url: z.url({ protocol: /^https?$/ }),
    checked: z
      .union([localDate, z.string().regex(/^\d{4}-\d{2}$/)])
      .nullable()
      .default(null),
  }),
)

/** A call for applications. `closes` is the last moment at which it can be applied for. */
export type Call = {
  id: string
  topic: string
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
export function parseCalls(file: string, topic: string, text: string): { calls: Call[]; mistakes: Mistake[] } {
  const parsed = parseYaml({ file, text }, callsSchema)
  if ('mistakes' in parsed) return { calls: [], mistakes: parsed.mistakes }
  const mistakes: Mistake[] = []
  const calls = parsed.value.flatMap((entry, index) => {
    const line = parsed.lineOf([index])
    try {
      return [toCall(entry, topic, file, line)]
    } catch (error) {
      mistakes.push({ file, line, message: `no such date: ${String(error)}` })
      return []
    }
  })
  for (const call of calls) {
    if (call.opens && Temporal.ZonedDateTime.compare(call.opens, call.closes) >= 0) {
      mistakes.push({ file, line: call.line, message: `${call.id} opens after it closes` })
    }
  }
  return { calls, mistakes }
}

/** The calls that can still be applied for, the first to close first. */
export function callsAhead(calls: readonly Call[], now: Temporal.Instant): Call[] {
  return calls
    .filter((call) => Temporal.Instant.compare(call.closes.toInstant(), now) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.closes.toInstant(), b.closes.toInstant()))
}

function toCall(entry: z.infer<typeof callsSchema>[number], topic: string, file: string, line: number): Call {
  const { id, title, who, budget, opens, closes, zone, url, checked } = entry
  const closesAtKnownTime = closes.includes('T')
  return {
    id,
    topic,
    title,
    who,
    ...(budget && { budget }),
    ...(opens && { opens: Temporal.PlainDateTime.from(opens, { overflow: 'reject' }).toZonedDateTime(zone) }),
    closes: closesAtKnownTime
      ? Temporal.PlainDateTime.from(closes, { overflow: 'reject' }).toZonedDateTime(zone)
      : Temporal.PlainDate.from(closes, { overflow: 'reject' })
          .add({ days: 1 })
          .toZonedDateTime(zone)
          .subtract({ seconds: 1 }),
    closesAtKnownTime,
    url,
    checked,
    file,
    line,
  }
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
