import type { Gathering, Registration } from '../network/gathering.ts'
import { spanAttended } from '../network/gathering-days.ts'

/** Opens a new entry in Outlook on the web; it takes %20 for a space, and no plus sign. */
export function outlookUrl(gathering: Gathering, { days }: Pick<Registration, 'days'>): string {
  const { startsAt, endsAt } = spanAttended(gathering, days)
  return withFields('https://outlook.office.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: gathering.title,
    startdt: startsAt.toISOString(),
    enddt: endsAt.toISOString(),
    location: gathering.place,
    body: gathering.onlineUrl ?? '',
  })
}

/**
 * Opens a new entry in Teams' own calendar; there is no field for the place.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-workflow
 */
export function teamsCalendarUrl(gathering: Gathering, { days }: Pick<Registration, 'days'>): string {
  const { startsAt, endsAt } = spanAttended(gathering, days)
  return withFields('https://teams.microsoft.com/l/meeting/new', {
    subject: gathering.title,
    startTime: startsAt.toISOString(),
    endTime: endsAt.toISOString(),
    content: [gathering.place, gathering.onlineUrl ?? ''].filter((part) => part !== '').join(' · '),
  })
}

function withFields(address: string, fields: Record<string, string>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== '')
  return `${address}?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
