import { MongoBackend } from '@agendajs/mongo-backend'
import { Agenda } from 'agenda'
import { MongoClient } from 'mongodb'
import type { Delivery, Message } from '../../../src/reminders/message.ts'
import { type Job, personId } from './job.ts'

/** What a reminder is to agenda. */
interface Payload {
  index: number
}

const JOB = 'reminder'
const CONCURRENCY = 200

/**
 * agenda, set up for throughput: it looks for jobs every 100 ms and runs 200 at once. It knows no limits a tenant, and
 * no more of throttling than that a job failed.
 */
export async function openAgenda(job: Job, send: (message: Message) => Promise<Delivery>) {
  if (job.store.kind !== 'mongodb') throw new Error('agenda needs MongoDB')
  const client = await new MongoClient(job.store.uri, { retryWrites: false }).connect()
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: client.db(job.store.database) }),
    processEvery: 100,
    maxConcurrency: CONCURRENCY,
    defaultConcurrency: CONCURRENCY,
    lockLimit: 2 * CONCURRENCY,
    defaultLockLimit: 2 * CONCURRENCY,
  })
  await agenda.ready
  const latenessMs: number[] = []
  agenda.define<Payload>(JOB, async ({ attrs }) => {
    const { index } = attrs.data
    const delivery = await send(messageTo(job, index))
    if (delivery.kind !== 'delivered') throw new Error(delivery.kind)
    latenessMs.push(Date.now() - dueAt(job, index))
  })
  return {
    async plan(): Promise<void> {
      for (let first = 0; first < job.persons; first += CONCURRENCY) {
        const indexes = Array.from({ length: Math.min(CONCURRENCY, job.persons - first) }, (_, at) => first + at)
        await Promise.all(indexes.map((index) => agenda.schedule<Payload>(new Date(dueAt(job, index)), JOB, { index })))
      }
    },
    start: () => agenda.start(),
    latenessMs,
    calls: () => 0,
    async stop(): Promise<void> {
      await agenda.drain({ timeout: 5_000 })
      await client.close()
    },
  }
}

function dueAt(job: Job, index: number): number {
  return job.dueAt + Math.floor((job.spreadMs * (index % 60)) / 60)
}

function messageTo(job: Job, index: number): Message {
  const id = personId(job, index)
  const moment = Temporal.Instant.fromEpochMilliseconds(dueAt(job, index))
  const row = {
    key: `reminder:${index}`,
    about: 'gathering:g0',
    kind: 'reminder',
    data: {},
    dueAt: moment,
    expiresAt: moment,
  } as const
  return { tenantId: id.slice(0, id.indexOf('/')), personId: id, chat: null, rows: [row] }
}
