import { linkAskedCard, linkCard, linkNewsCard, linkOfferCard } from '../../cards/linking.ts'
import type { Linking } from '../../network/linking.ts'
import { personsOf } from '../../network/member.ts'
import type { Members } from '../../network/members.ts'
import { type Feature, inPersonalChat, onVerb } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { Roster } from '../roster.ts'
import type { PersonalTurn } from '../turn.ts'

export interface LinkingDependencies {
  linking: Linking
  members: Pick<Members, 'of'>
  roster: Pick<Roster, 'entryOf'>
}

export interface AccountLinking {
  feature: Feature
  /** For whose account somebody says that it is theirs too: asks whether it is. Null when nobody does. */
  offer: (turn: PersonalTurn) => Promise<Reply | null>
}

/** One member with accounts in two organisations: asked for in the one, confirmed in the other. */
export function createAccountLinking({ linking, members, roster }: LinkingDependencies): AccountLinking {
  async function form(turn: PersonalTurn, typed?: { typed: string; error: string }): Promise<Reply> {
    const member = await members.of(turn.person.id)
    const asked = await linking.asked(turn.person.id, turn.now)
    const accounts = member === null ? 1 : personsOf(member).length
    const mayUnlink = accounts > 1 && member?._id !== turn.person.id
    return replyWithCard(linkCard({ asked, accounts, mayUnlink, ...typed }, turn.language))
  }

  async function ask(turn: PersonalTurn, typed: string): Promise<Reply> {
    await roster.entryOf(turn)
    const asked = await linking.ask(turn.person.id, typed, turn.now)
    if (asked.ok) return replyWithCard(linkAskedCard(asked.email, turn.language))
    return form(turn, { typed: typed.slice(0, 200), error: turn.texts.linking.refusals[asked.reason] })
  }

  async function accept(turn: PersonalTurn, from: string): Promise<Reply> {
    await roster.entryOf(turn)
    const accepted = await linking.accept(turn.person.id, from, turn.now)
    if (accepted.ok) return replyWithCard(linkNewsCard('linked', turn.language))
    return replyWithText(turn.texts.linking.refusals[accepted.reason])
  }

  async function decline(turn: PersonalTurn, from: string): Promise<Reply> {
    await linking.decline(turn.person.id, from, turn.now)
    return replyWithCard(linkNewsCard('declined', turn.language))
  }

  async function unlink(turn: PersonalTurn): Promise<Reply> {
    const isDone = await linking.unlink(turn.person.id, turn.now)
    return isDone ? replyWithCard(linkNewsCard('unlinked', turn.language)) : form(turn)
  }

  return {
    feature: {
      verbs: [
        onVerb(
          'linking.show',
          inPersonalChat((turn) => form(turn)),
        ),
        onVerb(
          'linking.ask',
          inPersonalChat((turn, { email }: { email: string }) => ask(turn, email)),
        ),
        onVerb(
          'linking.withdraw',
          inPersonalChat(async (turn) => {
            await linking.withdraw(turn.person.id)
            return form(turn)
          }),
        ),
        onVerb(
          'linking.accept',
          inPersonalChat((turn, { from }: { from: string }) => accept(turn, from)),
        ),
        onVerb(
          'linking.decline',
          inPersonalChat((turn, { from }: { from: string }) => decline(turn, from)),
        ),
        onVerb('linking.unlink', inPersonalChat(unlink)),
      ],
    },
    async offer(turn) {
      const [offer] = await linking.offersTo(turn.person.id, turn.now)
      return offer === undefined ? null : replyWithCard(linkOfferCard(offer, turn.language))
    },
  }
}
