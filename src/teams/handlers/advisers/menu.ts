import { adviserChannelCard, adviserMenuCard } from '../../../cards/advisers-menu.ts'
import type { Mistake } from '../../../knowledge/mistakes.ts'
import type { Advisers } from '../../../network/advisers.ts'
import type { Network } from '../../../network/network.ts'
import type { ContactWishes } from '../../../network/questions/contact-wishes.ts'
import type { Questions } from '../../../network/questions/questions.ts'
import { type Feature, onVerb } from '../../feature.ts'
import { replyWithCard, replyWithText } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'

export interface MenuDependencies {
  forAdvisers: ForAdvisers
  advisers: Pick<Advisers, 'nameChannel' | 'unnameChannel'>
  /** Why content that was changed is not in use. */
  contentMistakes: () => readonly Mistake[]
  questions: Pick<Questions, 'countOpen'> & { wishes: Pick<ContactWishes, 'count'> }
  network: { suggestions: Pick<Network['suggestions'], 'countOpen'> }
}

type Shown = Pick<MenuDependencies, 'contentMistakes' | 'questions' | 'network'>

export function createShowMenu({ contentMistakes, questions, network }: Shown) {
  return async ({ language }: PersonalTurn) => {
    const waiting = {
      contacts: await questions.wishes.count(),
      questions: await questions.countOpen(),
      suggestions: await network.suggestions.countOpen(),
    }
    return replyWithCard(adviserMenuCard(contentMistakes(), waiting, language))
  }
}

/** The way in, and the channel whose team are advisers. */
export function adviserMenuFeature({ forAdvisers, advisers, ...shown }: MenuDependencies): Feature {
  return {
    verbs: [
      forAdvisers.verb('advise.menu', createShowMenu(shown)),
      onVerb(
        'advise.unname-channel',
        forAdvisers.anywhere(async (turn, { channelId }) => {
          await advisers.unnameChannel(turn.person.id, channelId, turn.now)
          return replyWithText(turn.texts.advisers.channelUnnamed)
        }),
      ),
    ],
  }
}

export function createNameChannel({ advisers }: Pick<MenuDependencies, 'advisers'>) {
  return async (turn: PersonalTurn) => {
    const { scope, place, person, now, texts, language } = turn
    if (scope !== 'channel') return replyWithText(texts.advisers.channelOnlyHere)
    const { conversationId, tenantId, reference } = place
    const { user: _whoNamedIt, ...conversation } = reference
    const channel = { _id: conversationId, tenantId, conversation }
    const { members } = await advisers.nameChannel(person.id, channel, now)
    return replyWithCard(adviserChannelCard(conversationId, members, language))
  }
}
