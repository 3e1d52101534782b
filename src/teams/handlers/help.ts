import { helpCard } from '../../cards/answers.ts'
import type { NetworkNames } from '../../texts/nb/answers.ts'
import type { Feature } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { Turn } from '../turn.ts'

export interface HelpDependencies {
  network: NetworkNames
  isMember: (turn: Turn) => Promise<boolean>
  isAdviser: (personId: string, now: Temporal.Instant) => Promise<boolean>
}

export interface Help {
  feature: Feature
  /** The answer to a message without text. */
  onNothing: (turn: Turn) => Promise<Reply>
  /** What the bot says when it is installed. */
  welcome: (turn: Turn) => Promise<Reply>
}

/** They have had their answer, and need no tour of what else there is. */
const thanks = /(?:^|[^\p{L}])(?:takk\w*|thanks|thank you|thx|tusen takk)(?![\p{L}])|👍|🙏|❤️/iu

const beginsWithThanks =
  /^(?:(?:supert?|flott|topp|perfekt|perfect|great|fint|ok|ah|åh),?!?\s+)?(?:tusen |mange |hjertelig |hjarteleg |many )?(?:takk\w*|thanks|thank you|thx)(?![\p{L}])/iu
const goesOn =
  /\?|(?:^|[^\p{L}])(?:men|but|og (?:hva|kva|når|hvem|kven)|and (?:what|when|who|how)|hva med|kva med|what about)(?![\p{L}])/iu

/** «Takk, det var akkurat det jeg trengte»: thanks, whatever for, and no question after them. */
export function givesThanks(sentence: string): boolean {
  return beginsWithThanks.test(sentence.trim()) && !goesOn.test(sentence)
}

/** What the bot can do, with first steps that suit members and those who are none. */
export function createHelp({ network, isMember, isAdviser }: HelpDependencies): Help {
  async function show(turn: Turn, title: string, lead: string | null = null): Promise<Reply> {
    const shown = { title, lead, isMember: await isMember(turn), isAdviser: await mayAdvise(turn) }
    return replyWithCard(helpCard(shown, turn.language))
  }
  async function mayAdvise({ scope, person, now }: Turn): Promise<boolean> {
    return scope === 'personal' && person !== null && isAdviser(person.id, now)
  }

  return {
    feature: {
      commands: {
        help: (turn) => show(turn, turn.texts.answers.helpTitle),
        greeting: async (turn) =>
          thanks.test(turn.text)
            ? replyWithText(turn.texts.answers.youAreWelcome)
            : show(turn, turn.texts.answers.greeting, turn.texts.answers.welcome(network)),
      },
    },
    onNothing(turn) {
      const { imageOnly, nothingWritten } = turn.texts.answers
      return show(turn, turn.hasAttachment ? imageOnly : nothingWritten)
    },
    welcome(turn) {
      const texts = turn.texts.answers
      return show(turn, texts.welcomeTitle(network), texts.welcome(network))
    },
  }
}
