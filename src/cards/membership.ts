import type { Language } from '../language.ts'
import type { Member } from '../network/member.ts'
import type { RegistrationView } from '../network/registrations.ts'
import { datesIn, writeDay } from '../texts/dates.ts'
import type { NetworkNames } from '../texts/nb/answers.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, entry, facts, heading, markdown, paragraph, plain, subheading } from './elements.ts'

export interface Profile {
  member: Member
  /** Titles of the programmes that they are interested in. */
  topics: readonly string[]
  timeZone: string
  /** What just happened. */
  news: 'joined' | 'saved' | null
  /** The last day of a pause that is under way. */
  pausedUntil?: Temporal.PlainDate | null
  /** What they were registered for when they left, for who comes back. */
  registeredBefore?: readonly RegistrationView[]
}

/** What a member has told, and where to go from there. */
export function profileCard(
  { member, topics, timeZone, news, pausedUntil = null, registeredBefore = [] }: Profile,
  network: NetworkNames,
  language: Language,
): Card {
  const { membership: texts, answers, following, pause } = textsIn(language)
  const isConfirmed = member.consentAt !== null
  const title = news === 'joined' ? texts.joined(network) : texts.profileTitle
  return card(language, news === 'saved' ? texts.saved : title, [
    heading(title),
    ...(news === 'joined' ? [paragraph(texts.nextStep)] : []),
    ...(news === 'saved' ? [subheading(texts.saved)] : []),
    ...(isConfirmed ? [] : [paragraph(texts.notConfirmed)]),
    facts([
      ...profileFacts(member, topics, timeZone, language),
      ...(pausedUntil === null ? [] : [[pause.untilShort, writeDay(pausedUntil, language)] satisfies [string, string]]),
    ]),
    ...registeredAgain(registeredBefore, language),
    ...buttonRows([
      ...(isConfirmed
        ? [execute(texts.editProfile, 'membership.edit', {})]
        : [execute(texts.review, 'membership.edit', {}, { style: 'positive' })]),
      news === 'joined'
        ? execute(answers.gatherings, 'gatherings.list', {})
        : execute(texts.myRegistrations, 'gatherings.mine', {}),
      execute(following.all, 'following.show', {}),
      pausedUntil === null
        ? execute(texts.reminders, 'reminders.settings', {})
        : execute(pause.end, 'membership.resume', {}),
      execute(texts.myData, 'privacy.show', {}),
      execute(pause.pauseOrLeave, 'membership.leave', {}),
    ]),
  ])
}

/** Each opens, to be registered for again. */
function registeredAgain(views: readonly RegistrationView[], language: Language): Element[] {
  if (views.length === 0) return []
  const entries = views.slice(0, mostListed).map(({ gathering }) => {
    const { _id, title, startsAt, timeZone } = gathering
    const day = datesIn(timeZone, language).day(startsAt.toTemporalInstant())
    return entry(title, day, execute(textsIn(language).common.open, 'gatherings.show', { gatheringId: _id }))
  })
  return [paragraph(textsIn(language).membership.registeredBefore), ...entries]
}

/** What somebody told of themselves, in words. */
export function profileFacts(
  member: Member,
  topics: readonly string[],
  timeZone: string,
  language: Language,
): [title: string, value: string][] {
  const { membership: texts, common } = textsIn(language)
  const joinedAt = member.joinedAt.toTemporalInstant()
  return [
    [texts.name, member.name],
    [texts.email, member.email],
    [texts.municipality, member.municipality],
    [texts.role, member.role === '' ? texts.nothing : member.role],
    [texts.interests, topics.length === 0 ? texts.noTopics : common.listOf(topics)],
    [texts.languageShort, common.languageNames[member.language]],
    [texts.since, datesIn(timeZone, language).day(joinedAt)],
  ]
}

const mostListed = 8

/** Asks before anything happens, and names what will be cancelled. */
export function leaveCard(ahead: readonly RegistrationView[], language: Language): Card {
  const texts = textsIn(language).membership
  return card(language, texts.leaveTitle, [
    heading(texts.leaveTitle),
    paragraph(ahead.length === 0 ? texts.nothingAhead : texts.willBeCancelled(ahead.length)),
    ...registrationList(ahead, language),
    paragraph(texts.leaveChoice),
    markdown(texts.leaveChoices.map((choice) => `- ${choice}`).join('\n')),
    ...buttonRows([
      execute(texts.confirmLeave, 'membership.confirm-leave', {}),
      execute(texts.leaveAndDelete, 'privacy.delete', {}, { style: 'destructive' }),
      execute(textsIn(language).pause.instead, 'membership.pause', {}),
      execute(texts.stay, 'membership.show', {}),
    ]),
  ])
}

/** The gatherings that somebody is registered or waits for, as a list. */
export function registrationList(views: readonly RegistrationView[], language: Language): Element[] {
  if (views.length === 0) return []
  const texts = textsIn(language).membership
  const lines = views.slice(0, mostListed).map(({ gathering, place }) => {
    const startsAt = gathering.startsAt.toTemporalInstant()
    const day = datesIn(gathering.timeZone, language).day(startsAt)
    return `- ${plain(gathering.title)}, ${day}${place === null ? '' : ` (${texts.onWaitingList})`}`
  })
  const more = views.length > mostListed ? [`- ${texts.andMore(views.length - mostListed)}`] : []
  return [markdown([...lines, ...more].join('\n'))]
}

export function leftCard(cancelled: number, language: Language): Card {
  const texts = textsIn(language).membership
  return card(
    language,
    texts.leftTitle,
    [
      heading(texts.leftTitle),
      paragraph(texts.left(cancelled)),
      paragraph(texts.keptIfLeft),
      paragraph(texts.comeBack),
    ],
    [execute(texts.joinAgain, 'membership.join', {}), execute(texts.deleteEverything, 'privacy.delete', {})],
  )
}

export function notMemberCard(language: Language): Card {
  const texts = textsIn(language).membership
  return card(
    language,
    texts.notMemberTitle,
    [heading(texts.notMemberTitle), paragraph(texts.notMember)],
    [execute(texts.join, 'membership.join', {}), execute(texts.myData, 'privacy.show', {})],
  )
}
