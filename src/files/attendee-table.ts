import { stateText } from '../cards/attendees.ts'
import { answerText } from '../cards/registration-form.ts'
import type { Language } from '../language.ts'
import { byName } from '../network/attendee-overview.ts'
import type { Gathering } from '../network/gathering.ts'
import { datesOf, daysAttended } from '../network/gathering-days.ts'
import type { Attendee } from '../network/registrations.ts'
import { wallTimeOf } from '../network/times.ts'
import { textsIn } from '../texts/texts.ts'

interface Column {
  title: string
  of: (attendee: Attendee) => string
}

/** Who comes, a row each under headings in the adviser's language; columns that mean nothing here are left out. */
export function attendeeTable(gathering: Gathering, attendees: readonly Attendee[], language: Language): string[][] {
  const columns = columnsOf(gathering, language)
  return [
    columns.map(({ title }) => title),
    ...byName(attendees).map((attendee) => columns.map((column) => column.of(attendee))),
  ]
}

function columnsOf(gathering: Gathering, language: Language): Column[] {
  const { attendees: texts, gatherings } = textsIn(language)
  const { timeZone, onlineUrl, questions } = gathering
  const days = datesOf(gathering)
  const attendance: Column = {
    title: gatherings.attendance,
    of: ({ registration }) => gatherings.attendances[registration.attendance],
  }
  const attendedDays: Column = {
    title: texts.fields.days,
    of: ({ registration }) =>
      daysAttended(registration, days.length)
        .map((day) => String(days[day - 1]))
        .join(', '),
  }
  return [
    { title: texts.fields.name, of: ({ member }) => member.name },
    { title: texts.fields.email, of: ({ member }) => member.email },
    { title: texts.fields.municipality, of: ({ member }) => member.municipality },
    { title: texts.fields.role, of: ({ member }) => member.role },
    { title: texts.fields.state, of: (attendee) => stateText(attendee, language) },
    ...(onlineUrl === null ? [] : [attendance]),
    ...(days.length > 1 ? [attendedDays] : []),
    { title: texts.fields.guest, of: ({ registration }) => registration.guest },
    { title: gatherings.diet, of: ({ registration }) => registration.diet },
    { title: gatherings.question, of: ({ registration }) => registration.question },
    ...questions.map((own) => ({
      title: own.text,
      of: ({ registration }: Attendee) => answerText(registration.answers[own.id] ?? '', own, language),
    })),
    {
      title: texts.fields.since,
      of: ({ registration }) => wallTimeOf(registration.since, timeZone).replace('T', ' '),
    },
    {
      title: texts.fields.attended,
      of: ({ registration }) =>
        registration.attendedAt === null ? '' : wallTimeOf(registration.attendedAt, timeZone).replace('T', ' '),
    },
  ]
}
