import { type InvitationKind, invitationNotice } from '../../cards/notices/invitation.ts'
import { type Gathering, whyNotOpen } from '../../network/gathering.ts'
import type { NoticeMaker, NoticeMakers } from '../notices.ts'
import { detailsShown } from '../shown-gatherings.ts'

/** Invitations, and the reminder to answer them: only as long as there is something to answer. */
export function invitationNotices(
  find: (gatheringId: string) => Promise<Gathering | null>,
  hasAnswered: (gathering: Gathering, personId: string) => Promise<boolean>,
): NoticeMakers {
  const make =
    (kind: InvitationKind): NoticeMaker =>
    async ({ data }, { personId, language, now }) => {
      const gathering = await find(data.gatheringId ?? '')
      if (gathering === null || whyNotOpen(gathering, null, now) !== null) return null
      if (await hasAnswered(gathering, personId)) return null
      return { ...invitationNotice(kind, gathering, language), shows: detailsShown([gathering]) }
    }
  return { invitation: make('invitation'), 'registration-deadline': make('registration-deadline') }
}
