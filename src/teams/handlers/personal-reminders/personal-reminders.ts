import type { VerbData } from '../../../cards/verbs.ts'
import type { Language } from '../../../language.ts'
import { reminderAskedFor } from '../../../reminders/personal/read-request.ts'
import { type Feature, inPersonalChat, onVerb } from '../../feature.ts'
import type { Reply } from '../../reply.ts'
import type { Turn } from '../../turn.ts'
import { createAskForReminder } from './ask.ts'
import { createEditReminder } from './edit.ts'
import { createReminderFollowUp } from './follow-up.ts'
import { createReminderReplies, type PersonalReminderDependencies } from './replies.ts'

type OnText = (turn: Turn) => Promise<Reply>

export interface PersonalReminderConversation {
  feature: Feature
  /** Takes what begins with «minn meg» and its like, and what goes on about it, and leaves the rest to `others`. */
  listen(others: OnText): OnText
}

const listAskedFor =
  /^(?:vis |se |show |list |see )?(?:mine påminnelser|påminnelsene mine|påminningane mine|mine påminningar|my reminders|hva skal du minne meg på|kva skal du minne meg på)[.!?]*$/iu

/** What somebody is to be reminded of says little of the Norwegian they want: what they chose does. */
function norwegianOf({ preferred }: Turn): Language | null {
  return preferred === undefined || preferred === 'en' ? null : preferred
}

/** Reminders that people ask for in their own words. */
export function createPersonalReminderConversation(
  dependencies: PersonalReminderDependencies,
): PersonalReminderConversation {
  const { knowledge, newId } = dependencies
  const replies = createReminderReplies(dependencies)
  const { form, list } = replies
  const { ask, forCall } = createAskForReminder(dependencies, replies)
  const { edit, saveForm, remove, move } = createEditReminder(dependencies, replies)
  const followUp = createReminderFollowUp(dependencies, replies, { ask, remove, move })

  function spokenIn(turn: Turn): Turn {
    const { language } = knowledge.understand(turn.text, {
      topic: turn.memory.topic,
      language: turn.memory.language,
      preferred: turn.preferred,
    })
    return turn.in(language === 'en' ? language : (norwegianOf(turn) ?? language))
  }

  async function onFollowUp(turn: Turn): Promise<Reply | null> {
    const { person, scope } = turn
    if (person === null || scope !== 'personal') return null
    return followUp({ ...turn, person }, () => ({ ...spokenIn(turn), person }))
  }

  const feature: Feature = {
    verbs: [
      onVerb(
        'personal.list',
        inPersonalChat((turn, { page }: VerbData<'personal.list'>) => list(turn, page)),
      ),
      onVerb(
        'personal.new',
        inPersonalChat(async (turn) => form(turn, newId(), {})),
      ),
      onVerb(
        'personal.edit',
        inPersonalChat((turn, { reminderId }: VerbData<'personal.edit'>) => edit(turn, reminderId)),
      ),
      onVerb('personal.save', inPersonalChat(saveForm)),
      onVerb(
        'personal.delete',
        inPersonalChat((turn, { reminderId }: VerbData<'personal.delete'>) => remove(turn, reminderId)),
      ),
      onVerb('personal.for-call', inPersonalChat(forCall)),
    ],
  }

  return {
    feature,
    listen: (others) => async (turn) => {
      const rest = reminderAskedFor(turn.text)
      const isList = listAskedFor.test(turn.text.trim())
      if (rest === null && !isList) return (await onFollowUp(turn)) ?? others(turn)
      const spoken = spokenIn(turn)
      return rest === null ? inPersonalChat((own) => list(own, 0))(spoken) : inPersonalChat(ask)(spoken, rest)
    },
  }
}
