import { z } from 'zod'

/** What a worker process is told to do. */
export const jobSchema = z.object({
  engine: z.enum(['ours', 'agenda']),
  store: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('mongodb'), uri: z.string(), database: z.string() }),
    z.object({ kind: z.literal('embedded'), directory: z.string() }),
  ]),
  processId: z.string(),
  serviceUrl: z.string(),
  tenants: z.number(),
  /** One reminder to each. */
  persons: z.number(),
  /** When the first reminder is due, in milliseconds since the epoch, and over how long the rest are spread. */
  dueAt: z.number(),
  spreadMs: z.number(),
  sendRate: z.number(),
  maxInFlight: z.number(),
  /** Plans the reminders; otherwise another worker did. */
  plans: z.boolean(),
  /** Sends what is due; otherwise only plans. */
  sends: z.boolean(),
})

export type Job = z.infer<typeof jobSchema>

/** What a worker tells. */
export const noteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned'), ms: z.number(), peakMb: z.number() }),
  z.object({ kind: z.literal('sending') }),
  z.object({
    kind: z.literal('usage'),
    storeCalls: z.number(),
    cpuMs: z.number(),
    wallMs: z.number(),
    peakMb: z.number(),
    latenessMs: z.array(z.number()),
  }),
])

export type Note = z.infer<typeof noteSchema>

export function personId(job: Pick<Job, 'tenants'>, index: number): string {
  return `tenant-${index % job.tenants}/person-${index}`
}
