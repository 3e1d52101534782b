import { ActivityTypes, TeamsInfo, type TurnContext } from 'botbuilder'
import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { conversationReference, hasFile, personOf, placeOf, scopeOf } from './activity.ts'
import type { KeepSent } from './keep-sent.ts'
import type { FindPersonalChat } from './personal-chat.ts'
import type { Proactive } from './proactive.ts'
import type { ConversationMemory, Person, PersonalChat, PersonalTurn, RosterEntry, Turn } from './turn.ts'

export interface TurnDependencies {
  people: {
    /** Keeps where this person can be reached, and tells what is known of them. */
    seen(
      person: Person,
      reference: object,
      now: Temporal.Instant,
    ): Promise<{ language: Language | null; isNew: boolean }>
    find(personId: string): Promise<{ language: Language | null } | null>
  }
  /** Called the first time that somebody writes: whose row on a list of members this is, their address in Teams tells. */
  meet: (turn: PersonalTurn) => Promise<unknown>
  findPersonalChat: FindPersonalChat
  proactive: Proactive
  keepSent: KeepSent
  defaultLanguage: Language
  now: () => Temporal.Instant
}

/** Only a personal chat is kept as the place to reach someone: what is for one person must not land in a channel. */
export async function createTurn(
  { people, meet, findPersonalChat, proactive, keepSent, defaultLanguage, now: clock }: TurnDependencies,
  context: TurnContext,
  memory: ConversationMemory,
): Promise<Turn> {
  const { activity } = context
  const now = clock()
  const person = personOf(activity)
  const scope = scopeOf(activity)
  const known =
    person && scope === 'personal'
      ? await people.seen(person, conversationReference(activity), now)
      : { language: null, isNew: false }
  async function personalChat(language: Language): Promise<PersonalChat | null> {
    const reference = person && (await findPersonalChat(activity, person))
    if (person === null || reference === null) return null
    const preferred = (await people.find(person.id))?.language ?? undefined
    const conversationId = reference.conversation.id
    const place = { conversationId, group: conversationId, tenantId: person.tenantId, reference }
    const moved = (to: Language): Turn & { person: Person } => ({
      ...inLanguage(to),
      person,
      scope: 'personal',
      isPrivate: true,
      place,
      preferred,
      memory: {},
      in: moved,
    })
    return {
      turn: moved(preferred ?? language),
      async send(reply) {
        const plain = reply.kind === 'generated' ? reply.plain : reply
        const delivery = await proactive.send(reference, plain)
        if (delivery.kind !== 'delivered') return false
        const { activityId } = delivery
        const where = { tenantId: person.tenantId, conversationId: place.conversationId, reference }
        await keepSent({ ...where, activityId, personId: person.id, language: preferred ?? language, reply: plain })
        return true
      },
    }
  }

  const inLanguage = (language: Language): Turn => ({
    activityId: activity.id ?? '',
    person,
    scope,
    isPrivate: scope === 'personal' || activity.type === ActivityTypes.Invoke,
    place: placeOf(activity),
    personalChat: () => personalChat(language),
    personalChatUrl: `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(activity.recipient.id)}`,
    text: (activity.text ?? '').trim(),
    hasAttachment: hasFile(activity),
    language,
    preferred: known.language ?? undefined,
    texts: textsIn(language),
    now,
    memory,
    roster: () => rosterEntry(context),
    async typing() {
      await context.sendActivity({ type: ActivityTypes.Typing })
    },
    in: inLanguage,
  })
  const turn = inLanguage(known.language ?? memory.language ?? localeLanguage(activity.locale) ?? defaultLanguage)
  if (known.isNew && person) await meet({ ...turn, person })
  return turn
}

/** Teams sends the language of the client, such as nb-NO or en-GB; English is many a Norwegian's client language. */
export function localeLanguage(locale: string | undefined): Language | undefined {
  const tag = locale?.slice(0, 2).toLowerCase()
  if (tag === 'nb' || tag === 'no') return 'nb'
  return tag === 'nn' ? 'nn' : undefined
}

async function rosterEntry(context: TurnContext): Promise<RosterEntry> {
  const { name, email, userPrincipalName } = await TeamsInfo.getMember(context, context.activity.from.id)
  const address = email ?? userPrincipalName
  return {
    ...(name ? { name } : {}),
    ...(address ? { email: address } : {}),
    ...(userPrincipalName ? { signInName: userPrincipalName } : {}),
  }
}
