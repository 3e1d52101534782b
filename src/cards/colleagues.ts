import type { Language } from '../language.ts'
import type { Colleague } from '../network/colleagues.ts'
import type { Gathering } from '../network/gathering.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card, showCard } from './card.ts'
import { type Action, type Element, entry, heading, note, paragraph, warning } from './elements.ts'
import { textInput } from './inputs.ts'
import type { ColleaguePurpose } from './verbs/colleagues.ts'

export interface ColleagueSearch {
  gathering: Gathering
  purpose: ColleaguePurpose
  search: string
  found: readonly Colleague[]
  /** Why what was wanted could not be done. */
  refusal?: string
}

const mostShown = 8

/** Colleagues of the same municipality: who is pressed is registered, or asked to take over. */
export function findColleagueCard(
  { gathering, purpose, search, found, refusal }: ColleagueSearch,
  language: Language,
): Card {
  const texts = textsIn(language).colleagues
  const gatheringId = gathering._id
  const title = texts.findTitles[purpose]
  return card(
    language,
    refusal ?? title,
    [
      heading(title),
      note(gathering.title),
      ...(refusal === undefined ? [] : [warning(refusal)]),
      paragraph(texts.leads[purpose]),
      ...textInput('search', texts.search, { value: search }),
      ...found.slice(0, mostShown).map((each) => colleagueEntry(each, gatheringId, purpose, language)),
      ...(found.length === 0 ? [paragraph(search === '' ? texts.noneYet : texts.none)] : []),
      ...(found.length > mostShown ? [note(texts.more)] : []),
    ],
    [
      execute(texts.find, 'colleagues.find', { gatheringId, purpose }, { style: 'positive' }),
      execute(texts.back, 'gatherings.show', { gatheringId }, { ignoreInputs: true }),
    ],
  )
}

function colleagueEntry(
  { member, state }: Colleague,
  gatheringId: string,
  purpose: ColleaguePurpose,
  language: Language,
): Element {
  const { states } = textsIn(language).colleagues
  const standing =
    state === 'registered' || state === 'offered' ? states.seat : state === 'waiting' ? states.waiting : null
  const detail = [member.role, standing].filter((part) => part !== null && part !== '').join(' · ')
  const verb = purpose === 'register' ? 'colleagues.register' : 'colleagues.ask-substitute'
  const data = { gatheringId, memberId: member._id }
  return entry(
    member.name,
    detail === '' ? member.municipality : detail,
    execute(member.name, verb, data, { ignoreInputs: true }),
  )
}

/** What was done for a colleague, and the way back. */
export function colleagueDoneCard(
  done: string,
  { gathering, undo }: { gathering: Gathering; undo: { memberId: string } | null },
  language: Language,
): Card {
  const texts = textsIn(language).colleagues
  const gatheringId = gathering._id
  return card(
    language,
    done,
    [heading(done), note(gathering.title)],
    [
      ...(undo === null ? [] : [execute(texts.undo, 'colleagues.unregister', { gatheringId, ...undo })]),
      execute(texts.another, 'colleagues.find', { gatheringId, purpose: 'register' }),
      execute(texts.back, 'gatherings.show', { gatheringId }),
    ],
  )
}

/** For one who has a seat: what they can do for colleagues, and let one of them do. */
export function colleagueMenu(
  { _id: gatheringId }: Gathering,
  isAsking: boolean,
  isOpen: boolean,
  language: Language,
): Action {
  const texts = textsIn(language).colleagues
  return showCard(texts.menu, {
    body: isAsking ? [paragraph(texts.asking)] : [],
    actions: [
      ...(isOpen ? [registerColleagueAction(gatheringId, language)] : []),
      isAsking
        ? execute(texts.keepSeat, 'colleagues.keep-seat', { gatheringId }, { ignoreInputs: true })
        : execute(
            texts.askSubstitute,
            'colleagues.find',
            { gatheringId, purpose: 'substitute' },
            { ignoreInputs: true },
          ),
    ],
  })
}

export function registerColleagueAction(gatheringId: string, language: Language): Action {
  const { register } = textsIn(language).colleagues
  return execute(register, 'colleagues.find', { gatheringId, purpose: 'register' }, { ignoreInputs: true })
}
