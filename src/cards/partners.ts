import type { Language } from '../language.ts'
import type { Shared } from '../network/together/experiences.ts'
import type { PartnerSearch } from '../network/together/partner-search.ts'
import type { Match } from '../network/together/partners.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import {
  type Action,
  type Element,
  entry,
  facts,
  heading,
  list,
  note,
  paragraph,
  prose,
  subheading,
} from './elements.ts'
import type { Notice } from './notices.ts'
import { pageButtons, pageOf } from './pages.ts'

export interface MatchList {
  search: PartnerSearch
  programme: string
  matches: readonly Match[]
  /** What members did in the programme who may be contacted about it. */
  experiences: readonly Shared[]
  page: number
  timeZone: string
}

const matchesPerPage = 8
const mostExperiences = 4

/** Who looks for the same, and why each is shown. */
export function matchesCard(view: MatchList, language: Language): Card {
  const texts = textsIn(language).partners
  const { search, programme, matches, timeZone } = view
  const { _id: searchId, isFindable } = search
  const { shown, ...position } = pageOf(matches, view.page, matchesPerPage)
  const until = datesIn(timeZone, language).shortDay(search.until.toTemporalInstant())
  const none = isFindable ? `${texts.none(programme)} ${texts.noneStays}` : texts.none(programme)
  const state = matches.length === 0 ? none : texts.others
  const title = texts.listTitle(programme)
  return card(language, title, [
    heading(title),
    paragraph(`${state} ${texts.willTell}`),
    ...matchEntries(shown, searchId, language),
    ...experienced(view.experiences, language),
    note(isFindable ? texts.findableUntil(until) : texts.hiddenUntil(until)),
    ...buttonRows([
      ...pageButtons(position, language, (text, page) => execute(text, 'partners.show', { searchId, page })),
      execute(texts.edit, 'partners.edit', { searchId }),
      execute(texts.end, 'partners.end', { searchId }),
      execute(texts.about, 'answers.show', { answerId: 'guide/partner-search' }),
      execute(textsIn(language).experiences.askAdviser, 'guidance.ask', {}),
    ]),
  ])
}

/** Of several from one municipality the later ones have a number, so that they can be told apart. */
function matchEntries(matches: readonly Match[], searchId: string, language: Language): Element[] {
  return matches.map(({ search, member, reasons, standing, contactId }, index) => {
    const texts = textsIn(language).partners
    const { municipality } = member
    const number = matches.slice(0, index + 1).filter((each) => each.member.municipality === municipality).length
    const title = number === 1 ? municipality : `${municipality} (${number})`
    const why = [texts.standings[standing], texts.roles[search.role], ...reasons.map((each) => texts.reasons[each])]
    const open =
      contactId === null
        ? execute(title, 'partners.other', { searchId, otherId: search._id })
        : execute(title, 'partners.contact', { contactId })
    return entry(title, why.filter((part) => part !== '').join(' · '), open)
  })
}

function experienced(all: readonly Shared[], language: Language): Element[] {
  if (all.length === 0) return []
  const texts = textsIn(language).partners
  const entries = all.slice(0, mostExperiences).map(({ experience: { _id: experienceId, title, municipality } }) => {
    return entry(title, municipality, execute(title, 'experiences.show', { experienceId }))
  })
  return [subheading(texts.experienced), ...entries]
}

export interface SearchFacts {
  municipality: string
  programme: string
  timeZone: string
}

export interface OtherSearch extends Omit<SearchFacts, 'municipality'> {
  match: Match
  searchId: string
}

/** Somebody else's search, without whose it is, and what asking means. */
export function otherSearchCard(other: OtherSearch, language: Language): Card {
  const texts = textsIn(language).partners
  const title = titleOfOther(other, language)
  const reasons = [texts.sameProgramme, ...other.match.reasons.map((reason) => texts.reasons[reason])]
  return card(
    language,
    title,
    [heading(title), ...factsOfOther(other, language), subheading(texts.why), list(reasons), paragraph(texts.askLead)],
    [askFor(other, language), execute(texts.back, 'partners.show', { searchId: other.searchId })],
  )
}

/** The same as a message to who looked before. */
export function turnedUpNotice(other: OtherSearch, language: Language): Notice {
  const texts = textsIn(language).partners
  const { match, searchId } = other
  const title = titleOfOther(other, language)
  return {
    title,
    body: [paragraph(texts.turnedUp), ...factsOfOther(other, language), paragraph(texts.askLead)],
    actions: [askFor(other, language), execute(texts.toSearch, 'partners.show', { searchId })],
    open: execute(title, 'partners.other', { searchId, otherId: match.search._id }),
  }
}

function titleOfOther({ match, programme }: OtherSearch, language: Language): string {
  return textsIn(language).partners.otherTitle(match.member.municipality, programme)
}

function factsOfOther({ match, programme, timeZone }: OtherSearch, language: Language): Element[] {
  return searchElements(match.search, { programme, timeZone, municipality: match.member.municipality }, language)
}

function askFor({ match, searchId }: OtherSearch, language: Language): Action {
  const { ask } = textsIn(language).partners
  return execute(ask, 'partners.ask', { searchId, otherId: match.search._id }, { style: 'positive' })
}

/** What a search says, in the words of who made it. */
export function searchElements(
  search: PartnerSearch,
  { municipality, timeZone }: SearchFacts,
  language: Language,
): Element[] {
  const texts = textsIn(language).partners
  const until = datesIn(timeZone, language).shortDay(search.until.toTemporalInstant())
  return [
    facts([
      [texts.municipality, municipality],
      [texts.wants, texts.roles[search.role]],
      [texts.holds, until],
    ]),
    ...(search.idea === '' ? [] : [subheading(texts.theirIdea), prose(search.idea)]),
  ]
}

/** The searches that somebody has, each with a way to who fits. */
export function mySearchesCard(
  {
    all,
    titleOf,
    timeZone,
    notice,
  }: {
    all: readonly PartnerSearch[]
    titleOf: (topic: string) => string
    timeZone: string
    notice?: string
  },
  language: Language,
): Card {
  const { partners: texts, experiences } = textsIn(language)
  const dates = datesIn(timeZone, language)
  const entries = all.slice(0, matchesPerPage).map(({ _id: searchId, topic, until, idea }) => {
    const title = titleOf(topic)
    const detail = [texts.until(dates.shortDay(until.toTemporalInstant())), idea].filter((part) => part !== '')
    return entry(title, detail.join(' · '), execute(title, 'partners.show', { searchId }))
  })
  return card(
    language,
    notice ?? texts.mineTitle,
    [...(notice === undefined ? [] : [subheading(notice)]), heading(texts.mineTitle), ...entries],
    [
      execute(all.length === 0 ? texts.title : texts.another, 'partners.new', {}),
      execute(experiences.menu, 'experiences.search', {}),
    ],
  )
}
