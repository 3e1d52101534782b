import type { z } from 'zod'

/** What can be wrong with a field that somebody filled in. `texts/` and the command line have the words. */
const mistakeReasons = [
  'required',
  'wrong-type',
  'not-a-table',
  'unknown-field',
  'unknown-choice',
  'too-long',
  'too-many',
  'not-an-id',
  'not-an-email',
  'not-a-number',
  'not-a-year',
  'not-a-time',
  'not-a-time-of-day',
  'needs-a-date',
  'not-a-duration',
  'not-https',
  'skipped-hour',
  'too-far-ahead',
  'lasts-too-long',
  'needs-link',
  'ends-before-start',
  'deadline-after-start',
  'in-the-past',
  'outside-gathering',
  'below-registered',
  'unknown-zone',
  'markup',
  'not-a-member',
  'needs-choices',
  'duplicate',
  'consent-required',
] as const
export type MistakeReason = (typeof mistakeReasons)[number]

export interface FieldMistake {
  /** The field's name, or a path into it: `agenda.2.title`. */
  field: string
  reason: MistakeReason
}

/** For zod's `error` parameter. */
export function because(reason: MistakeReason): { error: MistakeReason } {
  return { error: reason }
}

/** For zod's `error` parameter: a value that is missing is `required`, and one of another type has this reason. */
export function requiredOr(reason: MistakeReason): { error: (issue: { input: unknown }) => MistakeReason } {
  return { error: ({ input }) => (input === undefined ? 'required' : reason) }
}

export function mistakesOf(error: z.ZodError): FieldMistake[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), reason: 'unknown-field' as const }))
      : [{ field: issue.path.join('.'), reason: reasonOf(issue) }],
  )
}

function reasonOf(issue: z.core.$ZodIssue): MistakeReason {
  const stated = mistakeReasons.find((reason) => reason === issue.message)
  if (stated !== undefined) return stated
  return 'wrong-type'
}
