import type { Gathering } from './gathering.ts'
import type { Member } from './member.ts'
import { memberColumns } from './member-file.ts'
import type { Attendee } from './registrations.ts'
import { wallTimeOf } from './times.ts'

const norwegian = new Intl.Collator('nb')

/** Rows as {@link readMembers} takes them, by municipality and name. */
export function memberRows(members: readonly Member[]): string[][] {
  const sorted = members.toSorted(
    (a, b) => norwegian.compare(a.municipality, b.municipality) || norwegian.compare(a.name, b.name),
  )
  return [
    [...memberColumns],
    ...sorted.map(({ email, name, municipality, role, topics, language }) => [
      email,
      name,
      municipality,
      role,
      topics.join(' '),
      language,
    ]),
  ]
}

/** One row for each who has a seat or waits; times are wall times at the gathering's place. */
export function attendeeRows(gathering: Gathering, attendees: readonly Attendee[]): string[][] {
  return [
    [
      'email',
      'name',
      'municipality',
      'role',
      'state',
      'attendance',
      'queue',
      'since',
      'diet',
      'question',
      'days',
      'guest',
    ],
    ...attendees.map(({ member, registration, place }) => [
      member.email,
      member.name,
      member.municipality,
      member.role,
      registration.state,
      registration.attendance,
      place === null ? '' : String(place),
      wallTimeOf(registration.since, gathering.timeZone),
      registration.diet,
      registration.question,
      registration.days.join(' '),
      registration.guest,
    ]),
  ]
}
