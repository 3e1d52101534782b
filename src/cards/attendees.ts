import type { Language } from '../language.ts'
import type { Gathering, GatheringQuestion } from '../network/gathering.ts'
import type { Attendee } from '../network/registrations.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Action, type Element, entry, heading, list, note, paragraph, subheading } from './elements.ts'
import { textInput } from './inputs.ts'
import { labelsAmong } from './member-label.ts'
import { type PagePosition, pageButtons } from './pages.ts'

export interface AttendeePage extends PagePosition {
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
  const label = labelsAmong(attendees.map(({ member }) => member))
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
      ...attendees.map((attendee) => attendeeEntry(attendee, label(attendee.member), gathering, language)),
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
  label: string,
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
  return entry(label, detail, open)
}

/** Where a registration stands, with who brought that about if it was not the member. */
export function stateText(
  { registration, place }: Pick<Attendee, 'registration' | 'place'>,
  language: Language,
): string {
  const texts = textsIn(language).attendees
  const { state, by, attendedAt, isExtra } = registration
  const stated = place === null ? texts.states[state] : texts.place(place)
  const text = isExtra && state === 'registered' ? `${stated}, ${texts.extra}` : stated
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
  { gathering, search, ...position }: PagePosition & { gathering: { _id: string }; search: string },
  language: Language,
): Action[] {
  return pageButtons(position, language, (title, page) =>
    execute(title, verb, { gatheringId: gathering._id, search, page }, { ignoreInputs: true }),
  )
}

export interface AnswerPage extends PagePosition {
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
