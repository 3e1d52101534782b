import { describeOnMongoDb, temporaryMongoDb } from '../support/store.ts'
import { statusCases } from './status-cases.ts'

describeOnMongoDb('on MongoDB', () => statusCases(temporaryMongoDb))
