import type { Network } from '../../network/network.ts'
import { inPersonalChat } from '../feature.ts'
import { type Reply, replyWithText } from '../reply.ts'
import type { PersonalTurn, Turn } from '../turn.ts'

type OnText = (turn: Turn) => Promise<Reply>

/** Four digits, by themselves or after the word for what they are. */
const code = /^(?:(?:min |my )?(?:kode[nr]?|code|oppmøte)\b[ :er]*)?(\d{4})[.!]?$/i

/** Reads the code that is shown on the day, while one is; other texts are left to `others`. */
export function listenForCode(network: Pick<Network, 'gatherings' | 'attendeeDesk'>, others: OnText): OnText {
  const { gatherings, attendeeDesk } = network

  const checkIn = inPersonalChat(async (turn: PersonalTurn, digits: string) => {
    const texts = turn.texts.checkIn
    const outcome = await attendeeDesk.checkIn(turn.person.id, digits, turn.now)
    if (outcome.ok) return replyWithText(texts.welcome(outcome.gathering.title))
    switch (outcome.reason) {
      case 'wrong-code':
        return replyWithText(texts.wrongCode)
      case 'not-registered':
        return replyWithText(texts.notRegistered)
      case 'not-member':
        return replyWithText(texts.notMember)
    }
  })

  return async (turn) => {
    const digits = code.exec(turn.text.trim())?.[1]
    if (digits === undefined) return others(turn)
    const isOpen = (await gatherings.withCheckIn(turn.now)).length > 0
    return isOpen ? checkIn(turn, digits) : others(turn)
  }
}
