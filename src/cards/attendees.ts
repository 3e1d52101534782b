import type { Language } from '../language.ts'
import type { AttendeeOverview, Count } from '../network/attendee-overview.ts'
import type { Gathering, GatheringQuestion } from '../network/gathering.ts'
import { datesOf } from '../network/gathering-days.ts'
import type { Attendee } from '../network/registrations.ts'
import { isAfter } from '../network/times.ts'
import { writeDay } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows, fold } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import { type Action, type Element, entry, facts, heading, list, note, paragraph, row, subheading } from './elements.ts'
import { textInput } from './inputs.ts'
import { type Place, pageButtons } from './pages.ts'
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

export interface AttendeePage extends Place {
  gathering: Pick<Gathering, '_id' | 'title' | 'onlineUrl'>
  /** Those of this page. */
  attendees: readonly Attendee[]
  /** Of how many, and which the first is, from 0. */
  all: number
  first: number
  search: string
  notice?: string
}

export function attendeeListCard(shown: AttendeePage, language: Language): Card {
  const { attendees: texts } = textsIn(language)
  const { gathering, attendees, all, first, search, notice } = shown
  const title = texts.listTitle(gathering.title)
  const gatheringId = gathering._id
  return card(
    language,
    notice ?? title,
    [
      ...(notice === undefined ? [] : [subheading(notice)]),
      heading(title),
      ...searchField('attendees.list', gatheringId, search, language),
      ...(attendees.length === 0
        ? [paragraph(search === '' ? texts.none : texts.noneFound(search))]
        : [note(texts.listCount(first + 1, first + attendees.length, all))]),
      ...attendees.map((attendee) => attendeeEntry(attendee, gathering, language)),
    ],
    [
      ...pager('attendees.list', shown, language),
      ...(search === ''
        ? []
        : [execute(texts.all, 'attendees.list', { gatheringId, search: '' }, { ignoreInputs: true })]),
      execute(texts.overview, 'attendees.overview', { gatheringId }, { ignoreInputs: true }),
    ],
  )
}

function attendeeEntry(
  attendee: Attendee,
  { _id, onlineUrl }: Pick<Gathering, '_id' | 'onlineUrl'>,
  language: Language,
): Element {
  const { gatherings, common } = textsIn(language)
  const { member, registration } = attendee
  const attendance = onlineUrl === null ? [] : [gatherings.attendances[registration.attendance]]
  const detail = [member.municipality, ...attendance, stateText(attendee, language)].join(' · ')
  const open = execute(
    common.open,
    'attendees.show',
    { gatheringId: _id, memberId: member._id },
    { ignoreInputs: true },
  )
  return entry(member.name, detail, open)
}

/** Where a registration stands, with who brought that about if it was not the member. */
export function stateText(
  { registration, place }: Pick<Attendee, 'registration' | 'place'>,
  language: Language,
): string {
  const texts = textsIn(language).attendees
  const { state, by, attendedAt } = registration
  const text = place === null ? texts.states[state] : texts.place(place)
  const who = by === null ? text : texts.byAdviser(text)
  return attendedAt === null ? who : `${who}, ${texts.wasThere}`
}

/** A longer search is cut. */
export const longestSearch = 100

type SearchVerb = 'attendees.list' | 'attendees.find' | 'attendees.check'

export function searchField(verb: SearchVerb, gatheringId: string, search: string, language: Language): Element[] {
  const texts = textsIn(language).attendees
  return [
    ...textInput('search', texts.search, { value: search, maxLength: longestSearch }),
    ...buttonRows([execute(texts.searchButton, verb, { gatheringId })]),
  ]
}

export function pager(
  verb: SearchVerb,
  { gathering, search, ...place }: Place & { gathering: { _id: string }; search: string },
  language: Language,
): Action[] {
  return pageButtons(place, language, (title, page) =>
    execute(title, verb, { gatheringId: gathering._id, search, page }, { ignoreInputs: true }),
  )
}

export interface AnswerPage extends Place {
  gathering: Pick<Gathering, '_id' | 'title'>
  /** Null: to the speakers. */
  question: GatheringQuestion | null
  answers: readonly { name: string; municipality: string; text: string }[]
}

/** What people wrote, with who wrote it. */
export function answersCard(shown: AnswerPage, language: Language): Card {
  const { gathering, question, answers } = shown
  const { attendees: texts, gatherings } = textsIn(language)
  const title = question?.text ?? gatherings.question
  const gatheringId = gathering._id
  const ofQuestion = { gatheringId, ...(question === null ? {} : { questionId: question.id }) }
  return card(
    language,
    title,
    [
      heading(title),
      note(gathering.title),
      ...(answers.length === 0
        ? [paragraph(texts.answersNone)]
        : [list(answers.map(({ name, municipality, text }) => texts.answer(name, municipality, text)))]),
    ],
    [
      ...pageButtons(shown, language, (text, page) => execute(text, 'attendees.answers', { ...ofQuestion, page })),
      execute(texts.toOverview, 'attendees.overview', { gatheringId }),
    ],
  )
}
