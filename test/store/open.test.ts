import { expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open.ts'
import { temporaryDirectory } from '../support/store.ts'

it('a folder gives the embedded store', async () => {
  const database = await openDatabase({ kind: 'embedded', directory: await temporaryDirectory() })
  await database.ping()
  await database.close()
})

it('an address where nothing can be a MongoDB is refused', async () => {
  await expect(openDatabase({ kind: 'mongodb', uri: 'mongo://nowhere', database: 'x' })).rejects.toThrow('mongodb://')
})
