import { describeOnMongoDb, temporaryMongoDb } from '../support/store.ts'
import { botStateCases } from './bot-state-cases.ts'
import { storeContract } from './contract.ts'

describeOnMongoDb('MongoDB', () => {
  storeContract(temporaryMongoDb)
  botStateCases(temporaryMongoDb)
})
