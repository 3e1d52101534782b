import { z } from 'zod'
import { drawBarChart } from '../chart/bar-chart.ts'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { idOfToken } from './token-id.ts'

/** What a picture shows: counts, and nobody's name. */
const barSchema = z.object({ label: z.string(), value: z.number(), part: z.number().nullable() })
const chartSchema = z.object({
  /** A hash of the token in its address. */
  _id: z.string(),
  bars: z.array(barSchema),
  expiresAt: z.date(),
})

type Chart = z.infer<typeof chartSchema>

export const chartsDefinition: CollectionDefinition<Chart> = {
  name: 'charts',
  schema: chartSchema,
  indexes: [{ name: 'expires', key: { expiresAt: 1 } }],
}

/** Clients fetch a picture again when they show an old message; after this it shows its text alone. */
const daysShown = 30

interface Dependencies {
  database: Database
  /** Where Teams reaches the bot. */
  publicUrl: string
  newId: () => string
  now: () => Temporal.Instant
}

export type OfferChart = (bars: Chart['bars']) => Promise<string>

/** Pictures of counts, at addresses that nobody can guess. */
export function createCharts({ database, publicUrl, newId, now }: Dependencies) {
  const charts = database.collection(chartsDefinition)

  const offer: OfferChart = async (bars) => {
    const token = newId()
    await charts.deleteMany({ expiresAt: { $lte: toDate(now()) } })
    await charts.insertOne({ _id: idOfToken(token), bars, expiresAt: toDate(now().add({ hours: daysShown * 24 })) })
    return `${publicUrl}/chart/${token}.png`
  }

  return {
    offer,

    /** Null: there is none, or it was too long ago. */
    async draw(token: string): Promise<Buffer | null> {
      const chart = await charts.findOne({ _id: idOfToken(token), expiresAt: { $gt: toDate(now()) } })
      return chart && drawBarChart(chart.bars)
    },
  }
}
