import { writeSync } from 'node:fs'
import { z } from 'zod'
import { openEmbedded } from '../../src/store/embedded.ts'

const [directory = '', number = ''] = process.argv.slice(2)
const database = await openEmbedded(directory)
const things = database.collection({ name: 'things', schema: z.object({ _id: z.string() }) })
if (number !== '1') await things.insertOne({ _id: `thing ${number}` })
await things.updateOne({ _id: 'counter' }, { $inc: { taken: 1 } }, { upsert: true })
writeSync(1, 'acknowledged')
setInterval(() => {}, 1_000)
