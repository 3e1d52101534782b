import type { Language } from '../language.ts'
import type { Gathering } from '../network/gathering.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { pager, searchField } from './attendees.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, heading, note, paragraph, subheading } from './elements.ts'
import { choiceInput } from './inputs.ts'
import type { PagePosition } from './pages.ts'

export interface CheckInPage extends PagePosition {
  gathering: Pick<Gathering, '_id' | 'title' | 'thankedAt'>
  /** Of this page, by name. */
  people: readonly { memberId: string; name: string; municipality: string; isThere: boolean }[]
  present: number
  all: number
  /** Who would be told that they were missed, if it stayed like this. */
  absent: number
  search: string
  /** What was just done. */
  notice?: string
}

/** A list with ticks, for who stands at the door. */
export function checkInCard(shown: CheckInPage, language: Language): Card {
  const { checkIn: texts, attendees } = textsIn(language)
  const { gathering, people, present, all, absent, page, search, notice } = shown
  const gatheringId = gathering._id
  const title = texts.title(gathering.title)
  const ticked = people.flatMap(({ memberId, isThere }) => (isThere ? [memberId] : [])).join()
  return card(language, notice ?? title, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(title),
    paragraph(texts.present(present, all)),
    ...(gathering.thankedAt !== null || present === all ? [] : [note(texts.notTicked(all - present, absent))]),
    ...(all === 0 ? [paragraph(texts.none)] : searchField('attendees.check', gatheringId, search, language)),
    ...(all > 0 && people.length === 0 ? [paragraph(attendees.noneFound(search))] : []),
    ...(people.length === 0 ? [] : ticks(people, ticked, language)),
    ...buttonRows([
      ...(people.length === 0
        ? []
        : [execute(texts.save, 'attendees.tick', { gatheringId, page, ticked }, { style: 'positive' })]),
      ...pager('attendees.check', shown, language),
      ...(all === 0 ? [] : [execute(texts.code, 'attendees.code', { gatheringId }, { ignoreInputs: true })]),
      execute(attendees.toOverview, 'attendees.overview', { gatheringId }, { ignoreInputs: true }),
    ]),
  ])
}

function ticks(people: CheckInPage['people'], ticked: string, language: Language): Element[] {
  const { checkIn: texts } = textsIn(language)
  const choices = people.map(({ memberId, name, municipality }) => ({
    value: memberId,
    title: texts.name(name, municipality),
  }))
  return [
    note(texts.lead),
    ...choiceInput('present', texts.names, choices, { multiple: true, style: 'expanded', value: ticked }),
  ]
}

/** The code that those present write to the bot: to be shown on a screen. */
export function checkInCodeCard(
  { gathering, present, all }: { gathering: Gathering; present: number; all: number },
  language: Language,
): Card {
  const { checkIn: texts, attendees } = textsIn(language)
  const gatheringId = gathering._id
  const title = texts.codeTitle(gathering.title)
  const { code, until } = gathering.checkIn ?? { code: '', until: gathering.endsAt }
  return card(language, title, [
    heading(title),
    paragraph(texts.codeLead),
    { type: 'TextBlock', text: code, size: 'ExtraLarge', weight: 'Bolder', horizontalAlignment: 'Center', wrap: true },
    note(texts.codeUntil(datesIn(gathering.timeZone, language).dayAndTime(until.toTemporalInstant()))),
    paragraph(texts.present(present, all)),
    ...buttonRows([
      execute(texts.refresh, 'attendees.code', { gatheringId }),
      execute(texts.list, 'attendees.check', { gatheringId }),
      execute(attendees.toOverview, 'attendees.overview', { gatheringId }),
    ]),
  ])
}
