import { type ColleagueNews, colleagueNotice } from '../../cards/notices/colleague.ts'
import { type Gathering, registrationOf } from '../../network/gathering.ts'
import type { Network } from '../../network/network.ts'
import { textsIn } from '../../texts/texts.ts'
import type { NoticeMaker, NoticeMakers } from '../notices.ts'

/** What colleagues did for each other, as long as it still is so. */
export function colleagueNotices({
  gatherings,
  members,
  colleagues,
}: Pick<Network, 'gatherings' | 'members' | 'colleagues'>): NoticeMakers {
  const make: NoticeMaker = async (row, { personId, language }) => {
    const { gatheringId = '', from: memberId = '' } = row.data
    const [gathering, me] = await Promise.all([gatherings.find(gatheringId), members.of(personId)])
    if (gathering === null || me === null || gathering.status === 'called-off') return null
    const news = newsOf(row.kind, gathering, me._id, memberId)
    const name = (await colleagues.nameOf(memberId)) ?? textsIn(language).colleagues.somebody
    return news && colleagueNotice({ news, gathering, colleague: { memberId, name } }, language)
  }
  return {
    'registered-by-colleague': make,
    'unregistered-by-colleague': make,
    'takeover-asked': make,
    'takeover-answered': make,
  }
}

function newsOf(kind: string, gathering: Gathering, me: string, colleague: string): ColleagueNews | null {
  const mine = registrationOf(gathering, me)
  const theirs = registrationOf(gathering, colleague)
  switch (kind) {
    case 'registered-by-colleague':
      if (mine?.by !== 'colleague') return null
      return mine.state === 'registered' ? 'registered' : mine.state === 'waiting' ? 'queued' : null
    case 'unregistered-by-colleague':
      return mine?.by === 'colleague' && mine.state === 'cancelled' ? 'unregistered' : null
    case 'takeover-asked':
      return theirs?.handover?.to === me && theirs.handover.state === 'asked' ? 'asked' : null
    case 'takeover-answered': {
      if (mine?.handover?.to !== colleague) return null
      return mine.handover.state === 'taken' ? 'taken' : mine.handover.state === 'refused' ? 'not-taken' : null
    }
    default:
      return null
  }
}
