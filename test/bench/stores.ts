import { pino } from 'pino'
import { startBot } from '../../src/bot.ts'
import { readConfig } from '../../src/config.ts'
import { readGatherings } from '../../src/network/gathering-file.ts'
import type { Profile } from '../../src/network/member.ts'
import { createNetwork, networkDefinitions } from '../../src/network/network.ts'
import { openDatabase } from '../../src/store/open.ts'
import { systemSurroundings } from '../../src/surroundings.ts'
import { countingDatabase } from '../support/counting-database.ts'
import { load, startSink } from './load.ts'

/** An embedded store with a network of this size: every member is registered for one gathering. */
export async function fillStore(directory: string, size: { members: number; gatherings: number }): Promise<void> {
  const database = await openDatabase({ kind: 'embedded', directory })
  await database.ensureIndexes(networkDefinitions)
  const network = createNetwork({ database, listener: null, quietHours: null, newId: () => crypto.randomUUID() })
  const now = Temporal.Now.instant()
  const read = readGatherings(
    Array.from({ length: size.gatherings }, (_, index) => gathering(index, now)),
    {
      timeZone: 'Europe/Oslo',
      isTopic: () => true,
    },
  )
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  await network.gatherings.importAll(read.gatherings, now)
  const perGathering = Math.ceil(size.members / size.gatherings)
  await Promise.all(
    Array.from({ length: size.members }, async (_, index) => {
      const person = { id: `tenant/oid-full-${index}`, tenantId: 'tenant', aadObjectId: `oid-full-${index}` }
      await network.people.seen(person, { conversation: { id: `chat-full-${index}` } }, now)
      await network.members.save(person.id, profile(index), now)
      const form = { attendance: 'in-person' as const, diet: '', question: '', ifFull: 'refuse' as const }
      await network.registrations.register(`g-${Math.floor(index / perGathering)}`, person.id, form, now)
    }),
  )
  await database.close()
}

function gathering(index: number, now: Temporal.Instant) {
  const start = now.add({ hours: 24 * (10 + index) })
  return {
    id: `g-${index}`,
    title: `Samling ${index}`,
    startsAt: start.toString(),
    endsAt: start.add({ hours: 6 }).toString(),
    place: 'Drammen',
    reminders: ['P7D', 'P1D', 'PT1H'],
  }
}

function profile(index: number): Profile {
  const email = `member-${index}@example.no`
  return { name: `Member ${index}`, email, municipality: 'Drammen', role: '', topics: [], language: 'nb' }
}

/** Counted in this process, over turns of people who are known already. */
export async function storeCallsPerTurn(uri: string, questions: readonly string[]): Promise<number> {
  let calls = () => 0
  const config = readConfig({
    MONGODB_URI: uri,
    MONGODB_DB: `bench_calls_${process.pid}`,
    PORT: '0',
    LOG_LEVEL: 'silent',
  })
  const bot = await startBot(config, {
    ...systemSurroundings(pino({ level: 'silent' })),
    // A dispatcher that looks for work now and then would be counted in.
    timers: { sleep: () => new Promise(() => {}), after: () => () => {} },
    async openDatabase(store) {
      const counting = countingDatabase(await openDatabase(store))
      calls = counting.calls
      return counting.database
    },
  })
  const sink = await startSink()
  const turns = 120
  await load(bot.port, sink.serviceUrl, questions, turns, 1)
  const before = calls()
  await load(bot.port, sink.serviceUrl, questions, turns, 1)
  const perTurn = (calls() - before) / turns
  sink.close()
  await bot.stop()
  return perTurn
}
