import { type Answered, saidOf } from '../../cards/message-answers.ts'
import type { Reminders } from '../../reminders/reminders.ts'
import { choosable } from '../../reminders/settings-form.ts'
import { type Feature, inPersonalChat, onVerb } from '../feature.ts'
import type { Notices } from '../notices.ts'
import { type Reply, replyWithText } from '../reply.ts'
import type { PersonalTurn } from '../turn.ts'

export interface MessageAnswerDependencies {
  reminders: Pick<Reminders, 'messageOf' | 'later' | 'undoLater' | 'done' | 'undoDone' | 'settingsOf' | 'saveSettings'>
  notices: Pick<Notices, 'reply'>
  timeZone: string
}

/** What people press on a message that came by itself: later, done, no more of these; and to take it back. */
export function messageAnswersFeature({ reminders, notices, timeZone }: MessageAnswerDependencies): Feature {
  /** The same message with what was done to it; where nothing is left to show, in words alone. */
  async function shown(turn: PersonalTurn, keys: readonly string[], answered: Answered | null): Promise<Reply> {
    const message = await reminders.messageOf(turn.person.id, keys)
    const reply = message && (await notices.reply(message, turn.language, answered))
    if (reply) return reply
    const { undone } = turn.texts.messageAnswers
    return replyWithText(answered === null ? undone : saidOf(answered, timeZone, turn.now, turn.language))
  }

  async function mute(turn: PersonalTurn, given: { category: string; keys: readonly string[] }, isMuted: boolean) {
    const category = choosable.find((each) => each === given.category)
    if (category === undefined) return replyWithText(turn.texts.common.staleCard)
    const current = await reminders.settingsOf(turn.person.id)
    const others = current.muted.filter((each) => each !== category)
    await reminders.saveSettings({ ...current, muted: isMuted ? [...others, category] : others })
    return shown(turn, given.keys, isMuted ? { kind: 'muted', category } : null)
  }

  return {
    verbs: [
      onVerb(
        'reminders.later',
        inPersonalChat(async (turn, { keys, choice }) => {
          const result = await reminders.later(turn.person.id, keys, choice)
          if (result.ok) return shown(turn, keys, { kind: 'later', until: result.until })
          const { tooLate, gone } = turn.texts.messageAnswers
          return replyWithText(result.reason === 'too-late' ? tooLate : gone)
        }),
      ),
      onVerb(
        'reminders.undo-later',
        inPersonalChat(async (turn, { keys }) => {
          await reminders.undoLater(turn.person.id, keys)
          return shown(turn, keys, null)
        }),
      ),
      onVerb(
        'reminders.done',
        inPersonalChat(async (turn, { keys }) => {
          await reminders.done(turn.person.id, keys)
          return shown(turn, keys, { kind: 'done' })
        }),
      ),
      onVerb(
        'reminders.undo-done',
        inPersonalChat(async (turn, { keys }) => {
          await reminders.undoDone(turn.person.id, keys)
          return shown(turn, keys, null)
        }),
      ),
      onVerb(
        'reminders.mute',
        inPersonalChat((turn, given) => mute(turn, given, true)),
      ),
      onVerb(
        'reminders.unmute',
        inPersonalChat((turn, given) => mute(turn, given, false)),
      ),
    ],
  }
}
