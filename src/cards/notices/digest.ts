import type { Call } from '../../knowledge/calls.ts'
import type { Language } from '../../language.ts'
import type { Gathering } from '../../network/gathering.ts'
import { datesIn } from '../../texts/dates.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute } from '../actions.ts'
import { type Element, entry, markdown, plain, subheading } from '../elements.ts'
import type { Notice } from '../notices.ts'

/** What is new for one person since the last summary. */
export interface Digest {
  opened: readonly Call[]
  closing: readonly Call[]
  gatherings: readonly Gathering[]
}

/** Of each sort; a summary is read in half a minute. */
const mostShown = 5

export function digestNotice({ opened, closing, gatherings }: Digest, timeZone: string, language: Language): Notice {
  const texts = textsIn(language).digest
  const calls = (title: string, found: readonly Call[]) => callSection(title, found, timeZone, language)
  return {
    title: texts.title(opened.length, closing.length, gatherings.length),
    body: [
      ...calls(texts.opened, opened),
      ...calls(texts.closing, closing),
      ...(gatherings.length === 0 ? [] : [subheading(texts.gatherings)]),
      ...gatherings.slice(0, mostShown).map((gathering) => gatheringEntry(gathering, language)),
      ...more(gatherings.length, language),
    ],
    actions: [execute(texts.allGatherings, 'gatherings.list', {}), execute(texts.programmes, 'programmes.list', {})],
    open: null,
  }
}

function callSection(title: string, calls: readonly Call[], timeZone: string, language: Language): Element[] {
  if (calls.length === 0) return []
  const { deadline } = textsIn(language).digest
  const dates = datesIn(timeZone, language)
  const lines = calls
    .slice(0, mostShown)
    .map(
      (call) => `- [${plain(call.title[language])}](${call.url}): ${deadline(dates.shortDay(call.closes.toInstant()))}`,
    )
  return [subheading(title), markdown(lines.join('\n')), ...more(calls.length, language)]
}

function gatheringEntry(gathering: Gathering, language: Language): Element {
  const when = datesIn(gathering.timeZone, language).dayAndTime(gathering.startsAt.toTemporalInstant())
  const open = execute(gathering.title, 'gatherings.show', { gatheringId: gathering._id })
  return entry(gathering.title, `${when}, ${gathering.place}`, open)
}

function more(count: number, language: Language): Element[] {
  return count > mostShown ? [markdown(textsIn(language).digest.more(count - mostShown))] : []
}
