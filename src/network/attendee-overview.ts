import { seatsTaken } from './free-seats.ts'
import { type Gathering, type GatheringQuestion, holdsSeat } from './gathering.ts'
import { datesOf, daysAttended } from './gathering-days.ts'
import type { Attendee } from './registrations.ts'

export interface Count {
  name: string
  count: number
}

/** Who comes to a gathering, in numbers, and what they told for the day. */
export interface AttendeeOverview {
  registered: number
  inPerson: number
  online: number
  /** Of one that lasts several days: how many come each day; else empty. */
  days: number[]
  /** Somebody who comes along with those registered. */
  guests: number
  /** Have a seat on offer that they have not answered. */
  offered: number
  waiting: number
  attended: number
  maybe: number
  no: number
  /** Of those with a seat; most first. */
  municipalities: Count[]
  diets: Count[]
  /** To the speakers. */
  questions: { name: string; text: string }[]
  own: { question: GatheringQuestion; answers: Count[] }[]
}

export function overviewOf(gathering: Gathering, attendees: readonly Attendee[]): AttendeeOverview {
  const seated = attendees.filter(({ registration }) => registration.state === 'registered')
  const inState = (state: string) => attendees.filter(({ registration }) => registration.state === state).length
  const isRegistered = (memberId: string) => attendees.some(({ member }) => member._id === memberId)
  const reply = (wanted: string) =>
    gathering.replies.filter((each) => each.reply === wanted && !isRegistered(each.memberId)).length
  return {
    registered: seated.length,
    inPerson: seated.filter(({ registration }) => registration.attendance === 'in-person').length,
    online: seated.filter(({ registration }) => registration.attendance === 'online').length,
    days: countByDay(gathering, seated),
    guests: seated.filter(({ registration }) => registration.guest !== '').length,
    offered: inState('offered'),
    waiting: inState('waiting'),
    attended: seated.filter(({ registration }) => registration.attendedAt !== null).length,
    maybe: reply('maybe'),
    no: reply('no'),
    municipalities: counted(seated.map(({ member }) => member.municipality)),
    diets: counted(seated.map(({ registration }) => registration.diet)),
    questions: seated.flatMap(({ member, registration }) =>
      registration.question === '' ? [] : [{ name: member.name, text: registration.question }],
    ),
    own: gathering.questions.map((question) => ({
      question,
      answers: counted(seated.map(({ registration }) => registration.answers[question.id] ?? '')),
    })),
  }
}

/** Guests are counted with those who bring them. */
function countByDay(gathering: Gathering, seated: readonly Attendee[]): number[] {
  const { length } = datesOf(gathering)
  if (length === 1) return []
  const counts = Array.from({ length }, () => 0)
  for (const { registration } of seated) {
    for (const day of daysAttended(registration, length))
      counts[day - 1] = (counts[day - 1] ?? 0) + seatsTaken(registration)
  }
  return counts
}

/** The most frequent first; letters large or small are the same, and what is empty is not counted. */
function counted(texts: readonly string[]): Count[] {
  const counts = new Map<string, Count>()
  for (const text of texts) {
    const name = text.trim()
    const key = name.toLowerCase()
    const known = counts.get(key)
    if (known) known.count++
    else if (name !== '') counts.set(key, { name, count: 1 })
  }
  const norwegian = new Intl.Collator('nb')
  return [...counts.values()].toSorted((a, b) => b.count - a.count || norwegian.compare(a.name, b.name))
}

/** What those with a seat wrote to the speakers, or to one of the gathering's own questions; by name. */
export function answersTo(attendees: readonly Attendee[], questionId: string | null) {
  return byName(attendees).flatMap(({ member, registration }) => {
    const text = questionId === null ? registration.question : (registration.answers[questionId] ?? '')
    return text === '' || registration.state !== 'registered'
      ? []
      : [{ name: member.name, municipality: member.municipality, text }]
  })
}

/** Those in whose name, municipality, role or address every word of the search begins a word. */
export function searchAttendees(attendees: readonly Attendee[], search: string): Attendee[] {
  const matches = matcher(search)
  return attendees.filter(({ member }) => matches([member.name, member.municipality, member.role, member.email]))
}

/** Whether every word of a search begins a word of one of the texts. */
export function matcher(search: string): (texts: readonly string[]) => boolean {
  const wanted = wordsOf(search)
  return (texts) => {
    const words = texts.flatMap(wordsOf)
    return wanted.every((word) => words.some((each) => each.startsWith(word)))
  }
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{Letter}\d]+/u)
    .filter((word) => word !== '')
}

/** Those with a seat by name, the way a list at the door is read; then those who wait. */
export function byName(attendees: readonly Attendee[]): Attendee[] {
  const norwegian = new Intl.Collator('nb')
  const rank = ({ registration }: Attendee) => (holdsSeat(registration) ? 0 : 1)
  return attendees.toSorted((a, b) => rank(a) - rank(b) || norwegian.compare(a.member.name, b.member.name))
}
