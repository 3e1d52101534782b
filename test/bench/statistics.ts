import type { Registration } from '../../src/network/gathering.ts'
import { readGatherings } from '../../src/network/gathering-file.ts'
import { municipalities } from '../../src/network/municipalities.ts'
import { createNetwork, type Network, networkDefinitions } from '../../src/network/network.ts'
import { createStatistics } from '../../src/network/statistics.ts'
import { openEmbedded } from '../../src/store/embedded.ts'

const memberCount = 10_000
const gatheringCount = 200
const seats = 300
const now = Temporal.Instant.from('2027-02-01T09:00:00Z')
const later = Temporal.Instant.from('2027-06-01T09:00:00Z')

/**
 * `npm run bench -- statistics`: how long advisers wait for figures, a search and the likely duplicates, with 10,000
 * members and 200 gatherings of 300 on the embedded store.
 */
export async function benchStatistics(): Promise<void> {
  const database = await openEmbedded(':memory:')
  await database.ensureIndexes(networkDefinitions)
  const network = createNetwork({ database, listener: null, quietHours: null, newId: () => crypto.randomUUID() })
  await fill(network)
  const statistics = createStatistics(database, 'Buskerud')
  await timed('statistics', () => statistics(later))
  const search = { words: 'fornavn7 rolle', topic: 'life', onlyUnreachable: false }
  await timed('search', () => network.memberDesk.search(search, { skip: 0, limit: 8 }))
  await timed('duplicates', () => network.memberDesk.duplicates())
  await database.close()
}

async function fill({ members, gatherings }: Network): Promise<void> {
  const profiles = Array.from({ length: memberCount }, (_, index) => ({
    name: `Fornavn${index % 4000} Etternavn`,
    email: `navn${index}@example.no`,
    municipality: municipalities[index % municipalities.length]?.name ?? '',
    role: `Rolle ${index % 500}`,
    topics: ['life', 'cerv', 'erasmus-plus'].slice(0, index % 4),
    language: 'nb' as const,
  }))
  await members.importAll(profiles, now)
  const ids = (await members.all()).slice(0, seats).map(({ _id }) => _id)
  const files = Array.from({ length: gatheringCount }, (_, index) => ({
    id: `gathering-${index}`,
    title: `Samling ${index}`,
    startsAt: '2027-03-01T10:00',
    endsAt: '2027-03-01T15:00',
    place: 'Drammen',
  }))
  const read = readGatherings(files, { timeZone: 'Europe/Oslo', isTopic: () => true })
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  await gatherings.importAll(read.gatherings, now)
  const registrations = ids.map(registrationOf)
  for (const { id } of files) await gatherings.change(id, (gathering) => ({ ...gathering, registrations }), now)
}

function registrationOf(memberId: string, number: number): Registration {
  const at = new Date(now.epochMilliseconds)
  return {
    memberId,
    state: 'registered',
    attendance: 'in-person',
    number,
    since: at,
    offer: null,
    takeWhenFree: false,
    isExtra: false,
    days: [],
    guest: '',
    diet: '',
    question: '',
    answers: {},
    by: null,
    byMemberId: null,
    handover: null,
    attendedAt: number % 2 === 0 ? at : null,
    claimChangedAt: null,
    calendarKey: `key-${number}`,
  }
}

const rounds = 7

async function timed(name: string, run: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  const [middle = 0] = times.toSorted((a, b) => a - b).slice(Math.floor(rounds / 2))
  console.log(`${name}: ${Math.round(middle)} ms (median of ${rounds})`)
}
