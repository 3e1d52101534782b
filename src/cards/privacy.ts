import type { Language } from '../language.ts'
import type { Member } from '../network/member.ts'
import type { RegistrationView } from '../network/registrations.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import { type Element, facts, heading, list, paragraph, subheading } from './elements.ts'
import { textInput } from './inputs.ts'
import { profileFacts, registrationList } from './membership.ts'

export interface StoredData {
  member: Member | null
  /** Titles of the programmes that they are interested in. */
  topics: readonly string[]
  /** Past ones too. */
  registrations: readonly RegistrationView[]
  /** By the name that they have in the export: how many there are. */
  others: readonly (readonly [name: string, count: number])[]
  /** Everything, when it is short enough to be read in a card. */
  json: string | null
  timeZone: string
}

/** What is stored about somebody, in plain words. */
export function storedDataCard(stored: StoredData, language: Language): Card {
  const { membership, privacy: texts } = textsIn(language)
  const isMember = stored.member?.status === 'active'
  return card(language, texts.title, [
    heading(texts.title),
    ...profile(stored, language),
    ...registrations(stored, language),
    ...others(stored, language),
    ...buttonRows([
      execute(texts.download, 'privacy.download', {}, { ignoreInputs: true }),
      ...(stored.json === null ? [] : [showCard(texts.showJson, { body: copyable(texts.json, stored.json) })]),
      ...(isMember ? [execute(membership.editProfile, 'membership.edit', {})] : []),
      execute(texts.readMore, 'answers.show', { answerId: 'network/privacy' }),
      execute(texts.deleteAll, 'privacy.delete', {}, { style: 'destructive' }),
    ]),
  ])
}

function profile({ member, topics, timeZone }: StoredData, language: Language): Element[] {
  if (member === null) return []
  const texts = textsIn(language).privacy
  const title = member.status === 'active' ? texts.profile : texts.formerProfile
  return [subheading(title), facts(profileFacts(member, topics, timeZone, language))]
}

const mostListed = 10

function registrations({ registrations: views }: StoredData, language: Language): Element[] {
  if (views.length === 0) return []
  const { membership, privacy: texts } = textsIn(language)
  const lines = views.slice(0, mostListed).map(({ gathering, registration: { state, diet, question } }) => {
    const startsAt = gathering.startsAt.toTemporalInstant()
    const details = [
      texts.states[state],
      ...(diet === '' ? [] : [texts.diet(diet)]),
      ...(question === '' ? [] : [texts.question(question)]),
    ]
    return `${gathering.title}, ${datesIn(gathering.timeZone, language).day(startsAt)} (${details.join('; ')})`
  })
  const more = views.length > mostListed ? [membership.andMore(views.length - mostListed)] : []
  return [subheading(texts.registrations), list([...lines, ...more])]
}

function others({ others: counts }: StoredData, language: Language): Element[] {
  if (counts.length === 0) return []
  const texts = textsIn(language).privacy
  const lines = counts.map(([name, count]) => texts.stored[name]?.(count) ?? texts.storedOther(name, count))
  return [subheading(texts.also), list(lines)]
}

/** In a field, since a card's text has no lines of its own and can't be selected on a phone. */
function copyable(label: string, text: string): Element[] {
  return textInput('json', label, { value: text, multiline: true, maxLength: text.length })
}

/** Asks before anything happens. */
export function deleteCard(ahead: readonly RegistrationView[], language: Language): Card {
  const { membership, privacy: texts } = textsIn(language)
  return card(
    language,
    texts.deleteTitle,
    [
      heading(texts.deleteTitle),
      paragraph(texts.deleteLead),
      ...(ahead.length === 0 ? [] : [paragraph(membership.willBeCancelled(ahead.length))]),
      ...registrationList(ahead, language),
    ],
    [
      execute(texts.confirmDelete, 'privacy.confirm-delete', {}, { style: 'destructive' }),
      execute(texts.keep, 'privacy.show', {}),
    ],
  )
}

export function goneCard(cancelled: number, language: Language): Card {
  const { answers, privacy: texts } = textsIn(language)
  return card(
    language,
    texts.goneTitle,
    [
      heading(texts.goneTitle),
      ...(cancelled === 0 ? [] : [paragraph(texts.goneWithSeats(cancelled))]),
      paragraph(texts.gone),
      paragraph(texts.goneChat),
    ],
    [execute(answers.helpTitle, 'help.show', {})],
  )
}
