import type { Language } from '../../language.ts'
import type { Gathering } from '../../network/gathering.ts'
import { deadlineOf } from '../../network/invitations.ts'
import { datesIn } from '../../texts/dates.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute } from '../actions.ts'
import { type Action, type Element, facts, paragraph } from '../elements.ts'
import { detailsWithChanges } from '../gathering-changes.ts'
import type { Notice } from '../notices.ts'

export type InvitationKind = 'invitation' | 'registration-deadline'

/** Asks a member whether they come: one press registers. */
export function invitationNotice(kind: InvitationKind, gathering: Gathering, language: Language): Notice {
  const { invitations: texts } = textsIn(language)
  const { title } = gathering
  return {
    title: kind === 'invitation' ? texts.noticeTitle(title) : texts.reminderTitle(title),
    body: invitationBody(kind, gathering, language),
    actions: [...replyActions(gathering._id, language), show(gathering._id, texts.more)],
    open: show(gathering._id, title),
  }
}

export function invitationBody(kind: InvitationKind, gathering: Gathering, language: Language): Element[] {
  const { invitations: texts, gatherings } = textsIn(language)
  const deadline = datesIn(gathering.timeZone, language).dayAndTime(deadlineOf(gathering).toTemporalInstant())
  const online: [string, string][] = gathering.onlineUrl === null ? [] : [[gatherings.online, gatherings.onlineToo]]
  return [
    paragraph(kind === 'invitation' ? texts.noticeLead : texts.reminderLead(deadline)),
    facts([...detailsWithChanges(null, gathering, language), ...online, [gatherings.deadline, deadline]]),
  ]
}

/** Yes, maybe and no are all answers. */
function replyActions(gatheringId: string, language: Language): Action[] {
  const { yes } = textsIn(language).invitations
  const register = execute(yes, 'gatherings.register', { gatheringId }, { style: 'positive' })
  return [register, ...otherReplies(gatheringId, language)]
}

/** Those that are no registration. */
export function otherReplies(gatheringId: string, language: Language): Action[] {
  const texts = textsIn(language).invitations
  return [
    execute(texts.maybe, 'gatherings.reply', { gatheringId, reply: 'maybe' }),
    execute(texts.no, 'gatherings.reply', { gatheringId, reply: 'no' }),
  ]
}

function show(gatheringId: string, title: string): Action {
  return execute(title, 'gatherings.show', { gatheringId })
}
