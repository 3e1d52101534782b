import { describe, expect, it } from 'vitest'
import { botStateDefinition, createBotState, StateConflictError } from '../../src/store/bot-state.ts'
import { countingDatabase } from '../support/counting-database.ts'
import type { Open } from './contract.ts'

const key = 'msteams/28:bot/conversations/19:abc@thread.tacv2;messageid=1'
const start = Temporal.Instant.from('2027-01-01T00:00Z')

export function botStateCases(open: Open): void {
  async function create(onConflict: 'lastWriteWins' | 'refuse') {
    let time = start
    const state = createBotState(await open(botStateDefinition), { now: () => time, onConflict })
    return { state, setTime: (instant: Temporal.Instant) => (time = instant) }
  }

  describe('bot state', () => {
    it('is read as it was written, whatever its keys are called', async () => {
      const { state } = await create('refuse')
      const item = {
        'a.b/c': { $set: { 'x.$[]': [1, { deep: null }] }, æøå: '😀' },
        last: { topic: 'erasmus-plus', at: '2027-01-01' },
        history: Array.from({ length: 500 }, (_, n) => ({ n, text: 'spørsmål '.repeat(5) })),
      }
      await state.write({ [key]: item, other: {} })
      expect(await state.read([key, 'missing', 'other'])).toEqual({
        [key]: { ...item, eTag: '1' },
        other: { eTag: '1' },
      })
      expect(await state.read([])).toEqual({})
    })

    it('costs one call to read, however many keys', async () => {
      const { database, calls } = countingDatabase(await open(botStateDefinition))
      const state = createBotState(database, { now: () => start, onConflict: 'lastWriteWins' })
      await state.read([key, 'user', 'other'])
      expect(calls()).toBe(1)
      await state.write({ [key]: { n: 1 } })
      expect(calls()).toBe(2)
    })

    it('is written over when it comes without eTag, with *, or with the one that was read', async () => {
      const { state } = await create('refuse')
      await state.write({ [key]: { n: 1 } })
      await state.write({ [key]: { n: 2 } })
      await state.write({ [key]: { n: 3, eTag: '*' } })
      const read = await state.read([key])
      await state.write({ [key]: { ...read[key], n: 4 } })
      expect(await state.read([key])).toEqual({ [key]: { n: 4, eTag: '4' } })
    })

    it('refuses a stale write where it must not get lost', async () => {
      const { state } = await create('refuse')
      await state.write({ [key]: { n: 1 } })
      const first = await state.read([key])
      const second = await state.read([key])
      await state.write({ [key]: { ...first[key], n: 2 } })
      const stale = state.write({ [key]: { ...second[key], n: 3 } })
      await expect(stale).rejects.toThrow(StateConflictError)
      await expect(stale).rejects.toMatchObject({ key })
      expect(await state.read([key])).toMatchObject({ [key]: { n: 2 } })
    })

    it('lets the last of two racing turns win where it must not fail', async () => {
      const { state } = await create('lastWriteWins')
      await state.write({ [key]: { n: 1 } })
      const first = await state.read([key])
      const second = await state.read([key])
      await state.write({ [key]: { ...first[key], n: 2 } })
      await state.write({ [key]: { ...second[key], n: 3 } })
      expect(await state.read([key])).toMatchObject({ [key]: { n: 3 } })
      const racing = Array.from({ length: 10 }, (_, n) => state.write({ fresh: { n }, [key]: { n } }))
      await Promise.all(racing)
      expect(Object.keys(await state.read(['fresh', key]))).toHaveLength(2)
    })

    it('is gone when deleted, or when nobody wrote it for long enough', async () => {
      const { state, setTime } = await create('lastWriteWins')
      await state.write({ a: { n: 1 }, b: { n: 1 }, c: { n: 1 } })
      await state.delete(['a', 'x'])
      setTime(start.add({ hours: 48 }))
      await state.write({ b: { n: 2 } })
      expect(await state.purge(start.add({ hours: 24 }))).toBe(1)
      expect(await state.read(['a', 'b', 'c'])).toMatchObject({ b: { n: 2 } })
    })
  })
}
