import type { Language } from '../language.ts'
import type { AttendeeOverview, Count } from '../network/attendee-overview.ts'
import type { Gathering } from '../network/gathering.ts'
import { datesOf } from '../network/gathering-days.ts'
import { isAfter } from '../network/times.ts'
import { writeDay } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows, fold } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import { type Action, type Element, facts, heading, list, note, paragraph, row } from './elements.ts'
import { answerText } from './registration-form.ts'

/** Who comes, in numbers; the lists behind the numbers are opened when they are wanted. */
export function attendeeOverviewCard(
  shown: { gathering: Gathering; overview: AttendeeOverview; notAnswered: number; now: Temporal.Instant },
  language: Language,
): Card {
  const texts = textsIn(language).attendees
  const { gathering, overview } = shown
  const title = texts.title(gathering.title)
  const isEmpty = overview.registered + overview.waiting + overview.offered === 0
  return card(language, title, [
    heading(title),
    facts(numbers(shown, language)),
    ...(isEmpty ? [paragraph(texts.none)] : []),
    ...countFold(
      'municipalityFold',
      texts.municipalities(overview.municipalities.length),
      overview.municipalities,
      language,
    ),
    ...countFold('dietFold', texts.diets(overview.diets.length), overview.diets, language),
    ...overview.own.flatMap((own, index) => ownAnswers(own, gathering, index, language)),
    ...(overview.questions.length === 0
      ? []
      : [
          row(
            texts.toSpeakers(overview.questions.length),
            execute(texts.toSpeakers(overview.questions.length), 'attendees.answers', { gatheringId: gathering._id }),
          ),
        ]),
    ...replyRows(shown, language),
    ...buttonRows(overviewActions(gathering, isEmpty, language)),
  ])
}

function numbers(
  { gathering, overview, now }: Parameters<typeof attendeeOverviewCard>[0],
  language: Language,
): [string, string][] {
  const { attendees: texts, gatherings, gatheringDesk } = textsIn(language)
  const some = (title: string, count: number): [string, string][] => (count === 0 ? [] : [[title, String(count)]])
  const seats: [string, string][] =
    gathering.onlineUrl === null
      ? [[texts.registered, gatheringDesk.seatsOf(overview.registered, gathering.capacity)]]
      : [
          [gatherings.attendances['in-person'], gatheringDesk.seatsOf(overview.inPerson, gathering.capacity)],
          [gatherings.attendances.online, gatheringDesk.seatsOf(overview.online, gathering.onlineCapacity)],
        ]
  return [
    ...seats,
    ...datesOf(gathering).flatMap((date, index) => some(writeDay(date, language), overview.days[index] ?? 0)),
    ...some(texts.guests, overview.guests),
    ...some(texts.offered, overview.offered),
    ...some(texts.waiting, overview.waiting),
    ...(isAfter(gathering.startsAt, now) ? some(texts.present, overview.attended) : [presentOf(overview, language)]),
  ]
}

/** Who gave which answer, or none. */
function replyRows(
  { gathering, overview, notAnswered }: Parameters<typeof attendeeOverviewCard>[0],
  language: Language,
): Element[] {
  const { attendees: texts, invitations } = textsIn(language)
  const counts = { maybe: overview.maybe, no: overview.no, 'not-answered': notAnswered } as const
  return (['maybe', 'no', 'not-answered'] as const).flatMap((reply) => {
    if (counts[reply] === 0) return []
    const title = texts.count(invitations.repliesTitle[reply], counts[reply])
    return [row(title, execute(title, 'gatherings.replies', { gatheringId: gathering._id, reply }))]
  })
}

function presentOf({ attended, registered }: AttendeeOverview, language: Language): [string, string] {
  const { attendees: texts, gatheringDesk } = textsIn(language)
  return [texts.present, gatheringDesk.seatsOf(attended, registered)]
}

/** A card has room for so many; the file of the list has them all. */
const mostCounts = 60
const longestName = 60

function countFold(id: string, title: string, counts: readonly Count[], language: Language): Element[] {
  const texts = textsIn(language).attendees
  if (counts.length === 0) return []
  const lines = counts.slice(0, mostCounts).map(({ name, count }) => {
    return texts.count(name.length > longestName ? `${name.slice(0, longestName)}…` : name, count)
  })
  const hidden = counts.length - mostCounts
  return fold(id, title, [list(lines), ...(hidden > 0 ? [note(texts.andMore(hidden))] : [])])
}

/** Choices are counted; words are read one by one. */
function ownAnswers(
  { question, answers }: AttendeeOverview['own'][number],
  { _id }: Gathering,
  index: number,
  language: Language,
): Element[] {
  const texts = textsIn(language).attendees
  const answered = answers.reduce((sum, { count }) => sum + count, 0)
  const title = texts.ownAnswers(question.text, answered)
  if (answered === 0) return []
  if (question.kind !== 'text') {
    const named = answers.map(({ name, count }) => ({ name: answerText(name, question, language), count }))
    return countFold(`answersFold${index}`, title, named, language)
  }
  return [row(title, execute(title, 'attendees.answers', { gatheringId: _id, questionId: question.id }))]
}

function overviewActions({ _id, status }: Gathering, isEmpty: boolean, language: Language): Action[] {
  const { attendees: texts, checkIn, gatheringDesk } = textsIn(language)
  const data = { gatheringId: _id }
  const formats = [
    execute(texts.exportExcel, 'attendees.export', { ...data, format: 'xlsx' }),
    execute(texts.exportCsv, 'attendees.export', { ...data, format: 'csv' }),
  ]
  return [
    ...(isEmpty ? [] : [execute(texts.list, 'attendees.list', data)]),
    ...(isEmpty ? [] : [execute(checkIn.button, 'attendees.check', data)]),
    ...(isEmpty ? [] : [showCard(texts.export, { body: [], actions: formats })]),
    ...(status === 'called-off' ? [] : [execute(texts.find, 'attendees.find', data)]),
    execute(gatheringDesk.back, 'gatherings.manage', data),
  ]
}
