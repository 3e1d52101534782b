import type { Language } from '../language.ts'
import type { Count } from '../network/attendee-overview.ts'
import type { GatheringStatistics, Statistics } from '../network/statistics.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, facts, heading, image, list, note, paragraph, subheading } from './elements.ts'
import { statisticsParts } from './verbs/statistics.ts'

export type StatisticsPart = (typeof statisticsParts)[number]

export interface StatisticsView {
  part: StatisticsPart
  statistics: Statistics
  /** A topic's title by its id. */
  titleOf: (topic: string) => string
  /** The picture of {@link barsOf}; null where there is nothing to draw. */
  chartUrl: string | null
}

/** As many as one can take in at a glance. */
const mostDrawn = 10
const mostListed = 12

export interface StatisticsBar {
  label: string
  value: number
  part: number | null
}

/** What the picture shows. */
export function barsOf({ part, statistics, titleOf }: Omit<StatisticsView, 'chartUrl'>): StatisticsBar[] {
  if (part === 'members') return statistics.members.municipalities.slice(0, mostDrawn).map(toBar)
  if (part === 'topics') return named(statistics.members.topics, titleOf).slice(0, mostDrawn).map(toBar)
  return statistics.gatherings.slice(0, mostDrawn).map(({ title, registered, present }) => ({
    label: title,
    value: registered,
    part: present,
  }))
}

function toBar({ name, count }: Count): StatisticsBar {
  return { label: name, value: count, part: null }
}

function named(counts: readonly Count[], titleOf: (topic: string) => string): Count[] {
  return counts.map(({ name, count }) => ({ name: titleOf(name), count }))
}

/** The network in numbers: as text, with a picture of the same. */
export function statisticsCard(view: StatisticsView, language: Language): Card {
  const texts = textsIn(language).statistics
  const body = { members: memberPart, gatherings: gatheringPart, topics: topicPart }[view.part]
  const others = statisticsParts.filter((part) => part !== view.part)
  const title = texts.titles[view.part]
  return card(language, title, [
    heading(title),
    ...body(view, language),
    ...buttonRows([
      ...others.map((part) => execute(texts.parts[part], 'statistics.show', { part })),
      execute(texts.download, 'statistics.download', {}),
      execute(texts.menu, 'advise.menu', {}),
    ]),
  ])
}

function chart({ chartUrl }: StatisticsView, what: string, language: Language): Element[] {
  return chartUrl === null ? [] : [image(chartUrl, textsIn(language).statistics.chartAlt(what))]
}

function counts(all: readonly Count[], language: Language): Element {
  const texts = textsIn(language).statistics
  const lines = all.slice(0, mostListed).map(({ name, count }) => texts.countOf(name, count))
  return list([...lines, ...(all.length > mostListed ? [texts.more(all.length - mostListed)] : [])])
}

function memberPart(view: StatisticsView, language: Language): Element[] {
  const texts = textsIn(language).statistics
  const { members, joined, left, neverWrote, unreachable, municipalities, roles } = view.statistics.members
  if (members === 0) return [paragraph(texts.noMembers)]
  return [
    facts([
      [texts.members, String(members)],
      [texts.joined, String(joined)],
      [texts.left, String(left)],
      [texts.neverWrote, String(neverWrote)],
      [texts.unreachable, String(unreachable)],
    ]),
    subheading(texts.byMunicipality),
    ...chart(view, texts.byMunicipality, language),
    counts(municipalities, language),
    ...missing(view, language),
    ...(roles.length === 0 ? [] : [subheading(texts.byRole), counts(roles, language)]),
  ]
}

function missing({ statistics }: StatisticsView, language: Language): Element[] {
  const { statistics: texts, common } = textsIn(language)
  const { missing: absent } = statistics.members
  if (absent === null) return []
  const { county, municipalities } = absent
  if (municipalities.length === 0) return [subheading(texts.noneMissing(county))]
  return [subheading(texts.missing(county, municipalities.length)), paragraph(common.listOf(municipalities))]
}

function gatheringPart(view: StatisticsView, language: Language): Element[] {
  const texts = textsIn(language).statistics
  const { gatherings } = view.statistics
  if (gatherings.length === 0) return [paragraph(texts.noGatherings)]
  const registered = gatherings.reduce((sum, each) => sum + each.registered, 0)
  const present = gatherings.reduce((sum, each) => sum + each.present, 0)
  const lines = gatherings.slice(0, mostListed).map((each) => gatheringLine(each, language))
  return [
    facts([
      [texts.gatheringsHeld, String(gatherings.length)],
      [texts.averageTurnOut, turnOut(present, registered, language)],
    ]),
    subheading(texts.turnOut),
    ...chart(view, texts.turnOut, language),
    note(texts.turnOutNote),
    list([...lines, ...(gatherings.length > mostListed ? [texts.more(gatherings.length - mostListed)] : [])]),
  ]
}

function gatheringLine({ title, startsAt, timeZone, present, registered }: GatheringStatistics, language: Language) {
  const day = datesIn(timeZone, language).day(startsAt.toTemporalInstant())
  return `${title}, ${day}: ${turnOut(present, registered, language)}`
}

function turnOut(present: number, registered: number, language: Language): string {
  const texts = textsIn(language).statistics
  if (registered === 0) return texts.nobodyRegistered
  return texts.turnOutOf(present, registered, Math.round((100 * present) / registered))
}

function topicPart(view: StatisticsView, language: Language): Element[] {
  const texts = textsIn(language).statistics
  const { members, asked } = view.statistics
  const questions = asked.map(({ topic, count }) => ({
    name: topic === null ? texts.otherTopic : view.titleOf(topic),
    count,
  }))
  return [
    subheading(texts.interests),
    ...(members.topics.length === 0
      ? [paragraph(texts.noInterests)]
      : [...chart(view, texts.interests, language), counts(named(members.topics, view.titleOf), language)]),
    subheading(texts.asked),
    ...(questions.length === 0 ? [paragraph(texts.noneAsked)] : [counts(questions, language)]),
    note(texts.askedNote),
  ]
}
