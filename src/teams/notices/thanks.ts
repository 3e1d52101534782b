import { thanksNotice } from '../../cards/notices/thanks.ts'
import type { AfterGathering } from '../../network/after-gathering.ts'
import type { NoticeMakers } from '../notices.ts'

/** What is said when a gathering is over, to those who were registered. */
export function thanksNotices({ of }: Pick<AfterGathering, 'of'>): NoticeMakers {
  return {
    async thanks({ data }, { personId, language, now, rows }) {
      const aftermath = await of(data.gatheringId ?? '', personId, now)
      return aftermath && thanksNotice(aftermath, rows.length === 1, language)
    },
  }
}
