import { networkDefinitions } from '../../src/network/network.ts'
import { describeOnMongoDb, temporaryMongoDbs } from '../support/store.ts'
import { togetherCases } from './together-cases.ts'

describeOnMongoDb('what members bring to each other, on MongoDB', () => {
  togetherCases((processes) => temporaryMongoDbs(processes, ...networkDefinitions))
})
