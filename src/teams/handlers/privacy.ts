import { execute } from '../../cards/actions.ts'
import { downloadCard } from '../../cards/download.ts'
import { deleteCard, goneCard, storedDataCard } from '../../cards/privacy.ts'
import { nothingDoneCard } from '../../cards/take-back.ts'
import type { OfferFile } from '../../files/files.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Members } from '../../network/members.ts'
import type { Privacy } from '../../network/privacy.ts'
import type { Registrations } from '../../network/registrations.ts'
import { answeredInPersonalChat, type Feature, inPersonalChat, onVerb } from '../feature.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { Roster } from '../roster.ts'
import type { PersonalTurn } from '../turn.ts'
import { meansOneself } from './take-back.ts'

export interface PrivacyDependencies {
  /** All parts of the bot that store something about people. */
  privacy: Privacy
  members: Pick<Members, 'known'>
  registrations: Pick<Registrations, 'everything' | 'mine'>
  roster: Roster
  knowledge: Knowledge
  timeZone: string
  offerFile: OfferFile
}

/** Longer than this is for a file, not for a card. */
const longestJson = 8000

/** Each person's right to see, take along and delete what is stored about them. */
export function privacyFeature(dependencies: PrivacyDependencies): Feature {
  const { privacy, members, registrations, roster, knowledge, timeZone, offerFile } = dependencies

  async function show(turn: PersonalTurn): Promise<Reply> {
    await roster.memberOf(turn)
    const member = await members.known(turn.person.id)
    const everything = await privacy.everythingAbout(turn.person.id)
    const json = JSON.stringify(everything, null, 2)
    const stored = {
      member,
      topics: knowledge
        .programmes(turn.language)
        .filter(({ topic }) => member?.topics.includes(topic))
        .map(({ title }) => title),
      registrations: member === null ? [] : await registrations.everything(member._id),
      others: countOthers(everything),
      json: json.length > longestJson ? null : json,
      timeZone,
    }
    return replyWithCard(storedDataCard(stored, turn.language))
  }

  async function deleteInWords(turn: PersonalTurn): Promise<Reply> {
    return turn.text === '' || meansOneself(turn.text)
      ? askToDelete(turn)
      : replyWithCard(nothingDoneCard(turn.language))
  }

  async function askToDelete(turn: PersonalTurn): Promise<Reply> {
    await roster.memberOf(turn)
    return replyWithCard(deleteCard(await registrations.mine(turn.person.id, turn.now), turn.language))
  }

  async function deleteAll(turn: PersonalTurn): Promise<Reply> {
    const { id } = turn.person
    const ahead = await registrations.mine(id, turn.now)
    await privacy.forget(id, turn.now)
    return replyWithCard(goneCard(ahead.length, turn.language))
  }

  return {
    commands: {
      'my-data': answeredInPersonalChat(show),
      'delete-my-data': answeredInPersonalChat(deleteInWords),
    },
    verbs: [
      onVerb('privacy.show', answeredInPersonalChat(show)),
      onVerb(
        'privacy.download',
        inPersonalChat(async ({ person, language, texts }) => {
          const url = await offerFile(person.id, 'my-data', '', language)
          return replyWithCard(downloadCard(url, execute(texts.common.back, 'privacy.show', {}), language))
        }),
      ),
      onVerb('privacy.delete', inPersonalChat(askToDelete)),
      onVerb('privacy.confirm-delete', inPersonalChat(deleteAll)),
    ],
  }
}

/** Shown in full above the others. */
const shownInFull: ReadonlySet<string> = new Set(['network.member', 'network.registrations'])

function countOthers(everything: Readonly<Record<string, unknown>>): [name: string, count: number][] {
  return Object.entries(everything)
    .flatMap(([part, value]) => countsOf(part, value))
    .filter(([name, count]) => count > 0 && !shownInFull.has(name))
}

/** Lists count by their entries; a part with several kinds of things has a name for each. */
function countsOf(name: string, value: unknown): [name: string, count: number][] {
  if (Array.isArray(value)) return [[name, value.length]]
  if (typeof value !== 'object' || value === null) return [[name, value === null ? 0 : 1]]
  return Object.entries(value).map(([kind, inner]) => [
    `${name}.${kind}`,
    Array.isArray(inner) ? inner.length : inner === null ? 0 : 1,
  ])
}
