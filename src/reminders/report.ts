import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { reasons, rowsDefinition, states } from './row.ts'

/** What became of the messages about something. */
export interface Report {
  delivered: number
  /** Due, or held back by quiet hours and pauses. */
  waiting: number
  unreachable: number
  failed: number
  /** To those who want no such messages. */
  turnedOff: number
  /** Stopped before they went. */
  stopped: number
}

export interface Missed {
  personId: string
  why: 'unreachable' | 'failed'
}

const countSchema = z.object({
  _id: z.object({ state: z.enum(states), reason: z.enum(reasons).nullish() }),
  count: z.number(),
})

const lastSchema = z.object({ _id: z.string(), at: z.date() })

const none: Report = { delivered: 0, waiting: 0, unreachable: 0, failed: 0, turnedOff: 0, stopped: 0 }

/** What became of all the messages about one thing. */
export function createReport(database: Database) {
  const rows = database.collection(rowsDefinition)

  async function of(about: string): Promise<Report> {
    const found = await rows.aggregate([
      { $match: { about } },
      { $group: { _id: { state: '$state', reason: '$reason' }, count: { $sum: 1 } } },
    ])
    const report = { ...none }
    for (const { _id, count } of found.map((each) => countSchema.parse(each))) {
      report[partOf(_id.state, _id.reason ?? undefined)] += count
    }
    return report
  }

  return {
    of,

    /** When the last message about it was for each person, sent or not. */
    async lastDue(about: string): Promise<Map<string, Date>> {
      const found = await rows.aggregate([
        { $match: { about } },
        { $group: { _id: '$personId', at: { $max: '$dueAt' } } },
      ])
      return new Map(found.map((each) => lastSchema.parse(each)).map(({ _id, at }) => [_id, at]))
    },

    /** Some of the persons who did not get it, with why. */
    async missedBy(about: string, limit: number): Promise<Missed[]> {
      const found = await rows.find({ about, state: { $in: ['unreachable', 'failed'] } }, { limit })
      return found.map(({ personId, state }) => ({ personId, why: state === 'failed' ? 'failed' : 'unreachable' }))
    },
  }
}

function partOf(state: (typeof states)[number], reason: string | undefined): keyof Report {
  switch (state) {
    case 'sent':
      return 'delivered'
    case 'due':
    case 'leased':
      return 'waiting'
    case 'unreachable':
    case 'failed':
      return state
    case 'withdrawn':
      return 'stopped'
    case 'dropped':
      if (reason === 'turned-off') return 'turnedOff'
      return reason === 'nothing-to-say' ? 'stopped' : 'failed'
  }
}
