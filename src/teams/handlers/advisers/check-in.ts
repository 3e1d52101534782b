import { longestSearch } from '../../../cards/attendees.ts'
import { checkInCard, checkInCodeCard } from '../../../cards/check-in.ts'
import { pageOf } from '../../../cards/pages.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { presentAt } from '../../../network/after-gathering.ts'
import { byName, searchAttendees } from '../../../network/attendee-overview.ts'
import { choicesOf } from '../../../network/audience-form.ts'
import type { Gathering } from '../../../network/gathering.ts'
import type { Network } from '../../../network/network.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'
import { createWithGathering } from './with-gathering.ts'

export interface CheckInDependencies {
  forAdvisers: ForAdvisers
  network: Pick<Network, 'gatherings' | 'registrations' | 'attendeeDesk'>
}

const pageSize = 20

/** Ticking off on the day who is there: by a list, or by a code that they give the bot themselves. */
export function checkInFeature({ forAdvisers, network }: CheckInDependencies): Feature {
  const { gatherings, registrations, attendeeDesk } = network
  const withGathering = createWithGathering(gatherings.find)

  async function list(
    turn: PersonalTurn,
    gathering: Gathering,
    { search, page, notice }: { search: string; page: number; notice?: string },
  ): Promise<Reply> {
    const seated = (await registrations.attendees(gathering)).filter(
      ({ registration }) => registration.state === 'registered',
    )
    const found = byName(searchAttendees(seated, search))
    const { shown, ...position } = pageOf(found, page, pageSize)
    const view = {
      gathering,
      people: shown.map(({ member, registration }) => ({
        memberId: member._id,
        name: member.name,
        municipality: member.municipality,
        isThere: registration.attendedAt !== null,
      })),
      ...counted(gathering),
      ...position,
      search: search.slice(0, longestSearch),
      ...(notice === undefined ? {} : { notice }),
    }
    return replyWithCard(checkInCard(view, turn.language))
  }

  /** Only what the adviser changed: who gave the code while the card was open stays ticked off. */
  async function tick(turn: PersonalTurn, gathering: Gathering, data: VerbData<'attendees.tick'>): Promise<Reply> {
    const ticked = choicesOf(data.ticked)
    const present = choicesOf(data.present)
    const changed = [
      ...present.filter((memberId) => !ticked.includes(memberId)),
      ...ticked.filter((memberId) => !present.includes(memberId)),
    ]
    const decided = { shown: changed, present }
    const after = await attendeeDesk.setAttended(turn.person.id, gathering._id, decided, turn.now)
    const { search, page } = data
    return list(turn, after ?? gathering, { search, page, notice: turn.texts.checkIn.saved(changed.length) })
  }

  async function code(turn: PersonalTurn, gathering: Gathering): Promise<Reply> {
    const open = (await attendeeDesk.openCheckIn(turn.person.id, gathering._id, turn.now)) ?? gathering
    return replyWithCard(checkInCodeCard({ gathering: open, ...counted(open) }, turn.language))
  }

  return {
    verbs: [
      forAdvisers.verb('attendees.check', withGathering(list)),
      forAdvisers.verb('attendees.tick', withGathering(tick)),
      forAdvisers.verb('attendees.code', withGathering(code)),
    ],
  }
}

function counted(gathering: Gathering): { present: number; all: number; absent: number } {
  const seated = gathering.registrations.filter(({ state }) => state === 'registered')
  return {
    present: seated.filter(({ attendedAt }) => attendedAt !== null).length,
    all: seated.length,
    absent: seated.length - presentAt(gathering).length,
  }
}
