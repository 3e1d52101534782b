import { describe } from 'vitest'
import { networkDefinitions } from '../../src/network/network.ts'
import { temporaryDatabase } from '../support/store.ts'
import { togetherCases } from './together-cases.ts'

describe('what members bring to each other', () => {
  togetherCases(async (processes) => {
    const database = await temporaryDatabase(...networkDefinitions)
    return Array.from({ length: processes }, () => database)
  })
})
