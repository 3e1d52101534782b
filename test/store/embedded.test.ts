import { describe } from 'vitest'
import { temporaryDatabase } from '../support/store.ts'
import { botStateCases } from './bot-state-cases.ts'
import { storeContract } from './contract.ts'

describe('embedded store', () => {
  storeContract(temporaryDatabase)
  botStateCases(temporaryDatabase)
})
