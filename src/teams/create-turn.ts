import { ActivityTypes, TeamsInfo, type TurnContext } from 'botbuilder'
import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { conversationReference, hasFile, personOf, placeOf, scopeOf } from './activity.ts'
import type { ConversationMemory, Person, RosterEntry, Turn } from './turn.ts'

export interface TurnDependencies {
  people: {
    /** Keeps where this person can be reached, and tells what is known of them. */
    seen(person: Person, reference: object, now: Temporal.Instant): Promise<{ language: Language | null }>
  }
  defaultLanguage: Language
  now: () => Temporal.Instant
}

/** Only a personal chat is kept as the place to reach someone: what is for one person must not land in a channel. */
export async function createTurn(
  { people, defaultLanguage, now: clock }: TurnDependencies,
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
      : { language: null }
  const inLanguage = (language: Language): Turn => ({
    activityId: activity.id ?? '',
    person,
    scope,
    place: placeOf(activity),
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
  return inLanguage(known.language ?? memory.language ?? localeLanguage(activity.locale) ?? defaultLanguage)
}

/** Teams sends the language of the client, such as nb-NO or en-GB; English is many a Norwegian's client language. */
function localeLanguage(locale: string | undefined): Language | undefined {
  const tag = locale?.slice(0, 2).toLowerCase()
  if (tag === 'nb' || tag === 'no') return 'nb'
  return tag === 'nn' ? 'nn' : undefined
}

async function rosterEntry(context: TurnContext): Promise<RosterEntry> {
  const { name, email, userPrincipalName } = await TeamsInfo.getMember(context, context.activity.from.id)
  const address = email ?? userPrincipalName
  return { ...(name ? { name } : {}), ...(address ? { email: address } : {}) }
}
