import { longestReason } from '../../../cards/gathering-edit.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import type { Tell } from '../../../network/gathering-editing.ts'
import type { GatheringDeskTexts } from '../../../texts/nb/gathering-desk.ts'

type Decided = Pick<VerbData<'gatherings.call-off'>, 'tell' | 'of' | 'reason'>

/** Whether the registered are told of a change, and why, as the buttons and the field say it. */
export function decisionOf({ tell, of, reason }: Decided): Tell {
  return tell === undefined ? null : { isTold: tell === 'yes', of, reason: reasonIn(reason) }
}

/** What was done, who is told, and in what words of the adviser's own. */
export function doneText(done: string, told: number, reason: string, texts: GatheringDeskTexts): string {
  if (told === 0) return done
  const why = reasonIn(reason)
  return [done, texts.told(told), ...(why === '' ? [] : [texts.toldWhy(why)])].join(' ')
}

/** As it stands in the message. */
function reasonIn(typed: string): string {
  return typed.replaceAll(/\s+/g, ' ').trim().slice(0, longestReason)
}
