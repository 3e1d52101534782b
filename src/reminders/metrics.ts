import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { Kind } from './kinds.ts'

export type Outcome = 'sent' | 'retried' | 'throttled' | 'unreachable' | 'failed' | 'dropped' | 'postponed'

/** Seconds. */
export const latenessBuckets = [0.1, 0.5, 1, 5, 30, 60, 300, 1_800, 7_200, 86_400] as const

/** What the dispatcher counts. */
export interface ReminderMetrics {
  count(outcome: Outcome, kind: Kind): void
  /** Seconds from when a message should have gone to when the service had taken it. */
  late(seconds: number): void
}

export interface TenantQueue {
  tenantId: string
  due: number
  overdue: number
}

export function createMetrics(registry: Registry, queues: () => Promise<readonly TenantQueue[]>): ReminderMetrics {
  const registers = [registry]
  const messages = new Counter({
    name: 'reminders_messages_total',
    help: 'Outbox rows by what became of one try or of the row',
    labelNames: ['outcome', 'kind'],
    registers,
  })
  const lateness = new Histogram({
    name: 'reminders_lateness_seconds',
    help: 'From when a message should have gone to when the service had taken it',
    buckets: [...latenessBuckets],
    registers,
  })
  new Gauge({
    name: 'reminders_queue',
    help: 'Outbox rows that wait, and those of them that should have gone already',
    labelNames: ['tenant', 'state'],
    registers,
    async collect() {
      this.reset()
      for (const { tenantId, due, overdue } of await queues()) {
        this.set({ tenant: tenantId, state: 'due' }, due)
        this.set({ tenant: tenantId, state: 'overdue' }, overdue)
      }
    },
  })
  return {
    count: (outcome, kind) => messages.inc({ outcome, kind }),
    late: (seconds) => lateness.observe(seconds),
  }
}
