import type { Log } from '../log.ts'
import type { Member } from '../network/member.ts'
import type { Members } from '../network/members.ts'
import type { People } from '../network/people.ts'
import type { PersonalTurn, RosterEntry, Turn } from './turn.ts'

export interface RosterDependencies {
  people: Pick<People, 'find' | 'noteEmail'>
  members: Pick<Members, 'known' | 'of'>
  /** Only known organisations are let in, so what they say of their people's addresses is believed. */
  trustsEmail: boolean
  log: Log
}

export type Roster = ReturnType<typeof createRoster>

/** Who writes, by what Teams says of them. Ask only where it matters: it is a call to Teams. */
export function createRoster({ people, members, trustsEmail, log }: RosterDependencies) {
  /** Name and address, empty when Teams does not tell. An address that proves who it is, is kept: an imported member is found by it. */
  async function entryOf(turn: PersonalTurn): Promise<RosterEntry> {
    const entry = await turn.roster().catch((error: unknown): RosterEntry => {
      log.warn({ personId: turn.person.id, error: error instanceof Error ? error.name : 'unknown' }, 'no roster')
      return {}
    })
    const proved = trustsEmail ? entry.email : entry.signInName
    if (proved !== undefined) await people.noteEmail(turn.person.id, proved)
    return entry
  }

  /** The member who writes, found by their address in Teams if need be. */
  async function memberOf(turn: PersonalTurn): Promise<Member | null> {
    const known = await members.known(turn.person.id)
    if (known !== null) return known.status === 'active' ? known : null
    if ((await people.find(turn.person.id))?.email) return null
    await entryOf(turn)
    return members.of(turn.person.id)
  }

  return {
    entryOf,
    memberOf,

    /** False where others read along: whether somebody is a member is theirs to tell. */
    async isMember(turn: Turn): Promise<boolean> {
      const { person, scope } = turn
      return person !== null && scope === 'personal' && (await memberOf({ ...turn, person })) !== null
    },
  }
}
