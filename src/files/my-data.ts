import type { Privacy } from '../network/privacy.ts'
import { textsIn } from '../texts/texts.ts'
import type { FileMaker } from './file.ts'

/** Everything that is stored about somebody. */
export function createMyDataFile(privacy: Privacy): FileMaker {
  return async (personId, _, language) => ({
    name: textsIn(language).downloads.fileNames['my-data'],
    contentType: 'application/json',
    content: JSON.stringify(await privacy.everythingAbout(personId), null, 2),
  })
}
