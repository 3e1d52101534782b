import type { Db } from 'mongodb'
import { z } from 'zod'
import { gatheringsDefinition } from '../../../src/network/gathering.ts'
import { readGatherings } from '../../../src/network/gathering-file.ts'
import { createNetwork, networkDefinitions } from '../../../src/network/network.ts'
import { openDatabase } from '../../../src/store/open.ts'

export const people = 2_000
export const capacity = 300
export const gatheringId = 'rush'

function personId(person: number): string {
  return `tenant/oid-${person}`
}

/** Two thousand members, and one gathering that is far enough ahead for offers to last. */
export async function fillNetwork(uri: string, name: string): Promise<void> {
  const database = await openDatabase({ kind: 'mongodb', uri, database: name })
  await database.ensureIndexes(networkDefinitions)
  const network = createNetwork({ database, listener: null, quietHours: null, newId: () => crypto.randomUUID() })
  const now = Temporal.Now.instant()
  const start = now.add({ hours: 24 * 30 })
  const times = { startsAt: start.toString(), endsAt: start.add({ hours: 6 }).toString() }
  const file = { id: gatheringId, title: 'Rush', place: 'Drammen', capacity, ...times }
  const read = readGatherings([file], { timeZone: 'Europe/Oslo', isTopic: () => true })
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  await network.gatherings.importAll(read.gatherings, now)
  const inBatches = Array.from({ length: Math.ceil(people / 100) }, (_, batch) => batch * 100)
  for (const first of inBatches) {
    await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const name = `Member ${first + index}`
        const email = `member-${first + index}@example.no`
        const profile = { name, email, municipality: 'Drammen', role: '', topics: [], language: 'nb' as const }
        await network.members.save(personId(first + index), profile, now)
      }),
    )
  }
  await database.close()
}

const gathering = gatheringsDefinition.schema.pipe(z.custom<z.output<typeof gatheringsDefinition.schema>>())

/** Reads the gathering past the bots, straight from the server. */
export function gatheringOf(database: Db) {
  return async () =>
    gathering.parse(await database.collection<{ _id: string }>('gatherings').findOne({ _id: gatheringId }))
}
