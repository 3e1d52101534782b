import type { Language } from '../language.ts'
import type { Gathering } from '../network/gathering.ts'
import type { Unanswered } from '../network/invitations.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, facts, heading, list, note, panel, paragraph, warning } from './elements.ts'
import { invitationBody } from './notices/invitation.ts'
import { type PagePosition, pageButtons } from './pages.ts'

/** The invitation as it will look, and whom it reaches. */
export function inviteCard(
  { gathering, unanswered, notice }: { gathering: Gathering; unanswered: Unanswered; notice?: string },
  language: Language,
): Card {
  const { invitations: texts, gatheringDesk } = textsIn(language)
  const gatheringId = gathering._id
  const { uninvited, remindable, justAsked } = unanswered
  const count = uninvited.length
  const title = texts.askTitle(gathering.title)
  return card(language, notice ?? title, [
    heading(title),
    ...(notice === undefined ? [] : [warning(notice)]),
    ...(count === 0
      ? [paragraph(remindable.length + justAsked === 0 ? texts.nobody : texts.nobodyNew)]
      : [
          paragraph(texts.askLead(count)),
          panel([heading(texts.noticeTitle(gathering.title)), ...invitationBody('invitation', gathering, language)]),
          note(texts.askDeadline),
        ]),
    ...(remindable.length === 0 ? [] : [paragraph(texts.remindLead(remindable.length))]),
    ...(justAsked === 0 ? [] : [note(texts.justAsked(justAsked))]),
    ...unreached(unanswered, language),
    ...buttonRows([
      ...(count === 0
        ? []
        : [execute(texts.send(count), 'gatherings.invite', { gatheringId, reach: count }, { style: 'positive' })]),
      ...(remindable.length === 0
        ? []
        : [execute(texts.remind, 'gatherings.remind-invited', { gatheringId, reach: remindable.length })]),
      execute(gatheringDesk.back, 'gatherings.manage', { gatheringId }),
    ]),
  ])
}

/** Who cannot be written to, and why. */
function unreached({ neverWrote, unreachable }: Unanswered, language: Language): Element[] {
  const texts = textsIn(language).announcements
  const rows: [string, string][] = [
    ...(neverWrote === 0 ? [] : [[texts.neverWrote, String(neverWrote)] satisfies [string, string]]),
    ...(unreachable === 0 ? [] : [[texts.unreachable, String(unreachable)] satisfies [string, string]]),
  ]
  return rows.length === 0 ? [] : [facts(rows)]
}

export interface ReplyPage extends PagePosition {
  gathering: Pick<Gathering, '_id' | 'title'>
  reply: 'maybe' | 'no' | 'not-answered'
  members: readonly { name: string; municipality: string }[]
  all: number
}

/** Who gave an answer, or none. */
export function repliesCard(shown: ReplyPage, language: Language): Card {
  const { gathering, reply, members, all } = shown
  const { invitations: texts, attendees } = textsIn(language)
  const title = `${texts.repliesTitle[reply]} (${all})`
  const gatheringId = gathering._id
  const write = execute(texts.write, 'announcements.write', { gatheringId, group: reply })
  return card(language, title, [
    heading(title),
    note(gathering.title),
    members.length === 0
      ? paragraph(texts.repliesNone)
      : list(members.map(({ name, municipality }) => `${name}, ${municipality}`)),
    ...buttonRows([
      ...pageButtons(shown, language, (text, page) =>
        execute(text, 'gatherings.replies', { gatheringId, reply, page }),
      ),
      ...(all > 0 ? [write] : []),
      execute(attendees.toOverview, 'attendees.overview', { gatheringId }),
    ]),
  ])
}
