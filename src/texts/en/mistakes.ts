import type { MistakeReason } from '../../network/mistakes.ts'

export const mistakes: Record<MistakeReason, string> = {
  required: 'Please fill this in.',
  'wrong-type': 'I cannot read this.',
  'not-a-table': 'The file is not a table.',
  'unknown-field': 'I do not know this field.',
  'unknown-choice': 'Please choose one of the options.',
  'too-long': 'This is too long. Please make it shorter.',
  'too-many': 'There are too many.',
  'not-an-id': 'Use letters, digits, full stops and hyphens.',
  'not-an-email': 'This does not look like an email address. Write it like this: name@municipality.no',
  'not-a-number': 'Write a whole number from 1 upwards.',
  'not-a-time': 'Write a date and a time.',
  'needs-a-date': 'Write the date too, since the gathering lasts more than one day.',
  'not-a-duration': 'This is not a duration.',
  'not-https': 'The link must begin with https://',
  'ends-before-start': 'The end must be after the start.',
  'deadline-after-start': 'The deadline cannot be after the start.',
  duplicate: 'This is there already.',
  'consent-required': 'You need to consent in order to join.',
}
