import { profileChangedNotice } from '../../cards/member-edit.ts'
import type { Members } from '../../network/members.ts'
import type { NoticeMakers } from '../notices.ts'

/** What advisers did with what is stored of a member. */
export function memberNotices({ of }: Pick<Members, 'of'>): NoticeMakers {
  return {
    async 'profile-changed'(_row, { personId, language }) {
      const member = await of(personId)
      return member && profileChangedNotice(member, language)
    },
  }
}
