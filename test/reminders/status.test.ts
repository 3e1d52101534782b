import { expect, it } from 'vitest'
import { temporaryDatabase } from '../support/store.ts'
import { createBench, oslo, person } from './harness.ts'
import { statusCases } from './status-cases.ts'

statusCases(temporaryDatabase)

it('a message that waited for a weekend to end is not given up for one failure', async () => {
  const friday = oslo('2026-05-08T23:00')
  const bench = await createBench(friday)
  const reminders = await bench.open({ settings: { hours: { from: '21:00', to: '07:00' }, daysOff: true } })
  let answers = 0
  bench.answer = () => (answers++ === 0 ? { kind: 'failed', retryable: true, status: 503 } : { kind: 'delivered' })
  const times = { dueAt: new Date(friday.epochMilliseconds), expiresAt: new Date('2026-06-01') }
  await reminders.post([{ key: 'a', about: 'a', kind: 'announcement', personId: person('anne'), data: {}, ...times }])
  await bench.runUntil(reminders, oslo('2026-05-11T08:00'))
  expect((await reminders.status()).counts).toMatchObject({ sent: 1, failed: 0, retried: 1, postponed: 1 })
})
