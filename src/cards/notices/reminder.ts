import type { Language } from '../../language.ts'
import type { Attendance, Gathering } from '../../network/gathering.ts'
import { spanAttended } from '../../network/gathering-days.ts'
import type { NearYou } from '../../network/near-you.ts'
import type { ReminderTexts } from '../../texts/nb/reminders.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute, openUrl } from '../actions.ts'
import { type Action, type Element, facts, paragraph, prose, subheading } from '../elements.ts'
import { detailsWithChanges } from '../gathering-changes.ts'
import { daysText } from '../registration-form.ts'

export interface Reminder {
  kind: 'reminder'
  gathering: Gathering
  /** How this person comes. */
  attendance: Attendance
  /** On which days; none are all. */
  days: readonly number[]
  /** Null where nobody else does from near them. */
  near: NearYou | null
}

/** What somebody needs to know depends on how long it is to go: what to do before, how to get there, or the door. */
type Stage = 'ahead' | 'tomorrow' | 'soon'

const hoursOfSoon = 6

export function reminderBody(reminder: Reminder, language: Language, now: Temporal.Instant): Element[] {
  const texts = textsIn(language).reminders
  const { gathering, attendance, days, near } = reminder
  const stage = stageOf(reminder, now)
  const daysChosen = daysText(gathering, days, language)
  const details = facts([
    ...detailsWithChanges(null, gathering, language),
    ...(daysChosen === null ? [] : [[texts.attending, daysChosen] satisfies [string, string]]),
  ])
  const company = near === null ? [] : [paragraph(texts.near(near))]
  const isInPerson = attendance === 'in-person'
  const wayThere = isInPerson ? section(texts.wayThere, gathering.directions) : []
  switch (stage) {
    case 'ahead':
      return [paragraph(texts.aheadLead), details, ...section(texts.prepare, gathering.preparation), ...company]
    case 'tomorrow':
      return [paragraph(isInPerson ? texts.inPersonTomorrow : texts.onlineTomorrow), details, ...wayThere, ...company]
    case 'soon':
      return [paragraph(isInPerson ? texts.inPersonSoon : texts.onlineSoon), details, ...wayThere]
  }
}

/** Who comes online needs the link first; who comes in person seldom. */
export function reminderActions({ gathering, attendance }: Reminder, texts: ReminderTexts): Action[] {
  const { _id: gatheringId, onlineUrl } = gathering
  const open = execute(texts.open, 'gatherings.show', { gatheringId })
  const cannotCome = execute(texts.cannotCome, 'gatherings.cancel', { gatheringId })
  const link = onlineUrl === null ? [] : [openUrl(texts.online, onlineUrl)]
  return attendance === 'online' ? [...link, open, cannotCome] : [open, ...link, cannotCome]
}

function section(title: string, text: string): Element[] {
  return text === '' ? [] : [subheading(title), prose(text)]
}

/** When this person comes, at the place. */
export function comingOf({ gathering, days }: Reminder): Temporal.ZonedDateTime {
  return spanAttended(gathering, days).startsAt.toTemporalInstant().toZonedDateTimeISO(gathering.timeZone)
}

function stageOf(reminder: Reminder, now: Temporal.Instant): Stage {
  const start = comingOf(reminder)
  if (now.until(start.toInstant()).total('hours') <= hoursOfSoon) return 'soon'
  const today = now.toZonedDateTimeISO(start.timeZoneId).toPlainDate()
  return today.until(start.toPlainDate()).days <= 1 ? 'tomorrow' : 'ahead'
}
