import type { NetworkEvent } from '../../src/network/events.ts'
import type { Gathering } from '../../src/network/gathering.ts'
import { type GatheringContent, readGatherings } from '../../src/network/gathering-file.ts'
import { type Member, type Profile, unmerged } from '../../src/network/member.ts'
import { createNetwork, type Network, networkDefinitions } from '../../src/network/network.ts'
import type { PersonIdentity } from '../../src/network/people.ts'
import type { Database } from '../../src/store/database.ts'
import { temporaryDatabase } from '../support/store.ts'

export const now = Temporal.Instant.from('2027-02-01T09:00:00Z')
export const fileTerms = { timeZone: 'Europe/Oslo', isTopic: (topic: string) => topic === 'erasmus-plus' }

export interface TestNetwork extends Network {
  events: NetworkEvent[]
  database: Database
}

export async function testNetwork(): Promise<TestNetwork> {
  const database = await temporaryDatabase(...networkDefinitions)
  return networkOn(database)
}

/** One more process on the same database. */
export function networkOn(database: Database): TestNetwork {
  const events: NetworkEvent[] = []
  const network = createNetwork({
    database,
    listener: {
      changed: async (event) => {
        events.push(event)
      },
      failed: (error) => {
        throw error
      },
    },
    quietHours: null,
    newId: () => crypto.randomUUID(),
  })
  return { ...network, events, database }
}

export function person(name: string): PersonIdentity {
  return { id: `tenant/${name}`, tenantId: 'tenant', aadObjectId: name }
}

export function profile(name: string, fields: Partial<Profile> = {}): Profile {
  const email = `${name.toLowerCase()}@example.no`
  return { name, email, municipality: 'Drammen', role: 'Rektor', topics: [], language: 'nb', ...fields }
}

/** Joins each of them and gives their person ids. */
export async function joined(network: Network, ...names: string[]): Promise<string[]> {
  return Promise.all(names.map(async (name) => (await network.members.save(person(name).id, profile(name), now))._id))
}

export const gatheringFile = {
  id: 'spring',
  title: 'Vårsamling',
  startsAt: '2027-03-01T10:00',
  endsAt: '2027-03-01T15:00',
  place: 'Fylkeshuset i Drammen',
}

export function contents(...files: object[]): GatheringContent[] {
  const read = readGatherings(files, fileTerms)
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  return read.gatherings
}

export async function imported(network: Network, fields: object = {}): Promise<string> {
  const [content] = contents({ ...gatheringFile, ...fields })
  if (content === undefined) throw new Error('nothing to import')
  await network.gatherings.importAll([content], now)
  return content.id
}

export function aGathering(fields: Partial<Gathering> = {}): Gathering {
  const [content] = contents(gatheringFile)
  if (content === undefined) throw new Error('no gathering')
  return {
    _id: content.id,
    version: 1,
    ...content.fields,
    timeSetAt: new Date(now.epochMilliseconds),
    publishedAt: new Date(now.epochMilliseconds),
    questions: [],
    edition: 1,
    news: [],
    replies: [],
    invitedAt: null,
    deadlineRemindedAt: null,
    checkIn: null,
    materials: [],
    thankedAt: null,
    status: 'published',
    registrations: [],
    lastNumber: 0,
    offersEndAt: null,
    revision: 1,
    toldRevision: 1,
    untoldSince: new Date(now.epochMilliseconds),
    ...fields,
  }
}

export function aMember(name: string, fields: Partial<Member> = {}): Member {
  const at = new Date(now.epochMilliseconds)
  return {
    _id: person(name).id,
    version: 1,
    personId: person(name).id,
    status: 'active',
    ...profile(name),
    topicsSince: {},
    consentAt: at,
    joinedAt: at,
    updatedAt: at,
    leftAt: null,
    ...unmerged(),
    ...fields,
  }
}

export const simply = { attendance: 'in-person', diet: '', question: '', ifFull: 'refuse' } as const
export const queueing = { ...simply, ifFull: 'wait' } as const
