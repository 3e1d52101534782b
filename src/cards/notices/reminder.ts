import type { Language } from '../../language.ts'
import type { Attendance, Gathering } from '../../network/gathering.ts'
import type { NearYou } from '../../network/near-you.ts'
import type { ReminderTexts } from '../../texts/nb/reminders.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute, openUrl } from '../actions.ts'
import { type Action, type Element, facts, paragraph, prose, subheading } from '../elements.ts'
import { detailsWithChanges } from '../gathering-changes.ts'

export interface Reminder {
  kind: 'reminder'
  gathering: Gathering
  /** How this person comes. */
  attendance: Attendance
  /** Null where nobody else does from near them. */
  near: NearYou | null
}

/** What somebody needs to know depends on how long it is to go: what to do before, how to get there, or the door. */
type Stage = 'ahead' | 'tomorrow' | 'soon'

const hoursOfSoon = 6

export function reminderBody(reminder: Reminder, language: Language, now: Temporal.Instant): Element[] {
  const texts = textsIn(language).reminders
  const { gathering, attendance, near } = reminder
  const stage = stageOf(gathering, now)
  const details = facts(detailsWithChanges(null, gathering, language))
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

function stageOf({ startsAt, timeZone }: Gathering, now: Temporal.Instant): Stage {
  const start = startsAt.toTemporalInstant()
  if (now.until(start).total('hours') <= hoursOfSoon) return 'soon'
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const days = today.until(start.toZonedDateTimeISO(timeZone).toPlainDate()).days
  return days <= 1 ? 'tomorrow' : 'ahead'
}
