import type { RowMistake } from '../../network/gathering-file.ts'
import type { MemberList } from '../../network/member-file.ts'
import type { MistakeReason } from '../../network/mistakes.ts'

const words: Record<MistakeReason, string> = {
  required: 'is missing',
  'wrong-type': 'is not of the right kind',
  'not-a-table': 'the file is no table of comma separated values from here on (a quotation mark is not closed?)',
  'unknown-field': 'is not known',
  'unknown-choice': 'is not one of those that there are',
  'too-long': 'is too long',
  'too-many': 'has too many values',
  'not-an-id': 'must be letters, digits, dots, hyphens and underscores, at most 100',
  'not-an-email': 'is no e-mail address',
  'not-a-number': 'must be a whole number from 1',
  'not-a-year': 'is not a year',
  'not-a-time': 'must be a time like 2027-03-01T09:00 (at the place) or 2027-03-01T09:00+01:00',
  'not-a-time-of-day': 'must be a time of day like 09:30',
  'needs-a-date': 'must have a date too, since the gathering lasts more than a day',
  'not-a-duration': 'must be a duration like P7D or PT1H',
  'not-https': 'must be a link that begins with https://',
  'skipped-hour': 'is skipped when the clock goes forward that night',
  'too-far-ahead': 'is too far ahead',
  'lasts-too-long': 'is too long after the start',
  'needs-link': 'is needed for those who take part online',
  'ends-before-start': 'must be after the start',
  'deadline-after-start': 'must not be after the start',
  'in-the-past': 'is in the past',
  'outside-gathering': 'is on no day of the gathering',
  'below-registered': 'is less than have a seat already',
  'unknown-zone': 'is no time zone of the IANA database',
  markup: 'must be plain text, not HTML or JSON',
  'not-a-member': 'is no address of a member',
  'needs-choices': 'needs two choices at least, and twelve at most',
  duplicate: 'is there twice',
  'consent-required': 'is needed',
}

/** A line for each mistake: the row as the file has them, from 1, the field, and what is wrong. */
export function describeMistakes(file: string, mistakes: readonly RowMistake[]): string {
  const lines = mistakes.map(({ row, field, reason }) => {
    const where = [...(row > 0 ? [`row ${row}`] : []), ...(field === '' ? [] : [field])].join(', ')
    return `  ${where}${where === '' ? 'It ' : ': '}${words[reason]}`
  })
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`
  return [`${file} has ${count}; nothing was imported:`, ...lines, ''].join('\n')
}

/** What was read otherwise than it was written. */
export function describeRemarks({ ignored, places }: Pick<MemberList, 'ignored' | 'places'>): string {
  const lines = [
    ...(ignored.length === 0 ? [] : [`Left out, since members have nothing of the kind: ${ignored.join(', ')}`]),
    ...places.map(({ row, written, readAs }) =>
      readAs === null
        ? `Row ${row}: no municipality is called ${written}; it is kept as it is.`
        : `Row ${row}: ${written} is read as ${readAs}.`,
    ),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
