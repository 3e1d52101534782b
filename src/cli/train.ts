import { fileURLToPath } from 'node:url'
import { loadContent } from '../knowledge/load.ts'
import { ContentError } from '../knowledge/mistakes.ts'
import { trainedModel } from '../knowledge/understanding/trained.ts'

/** Learns from the content ahead of the first start; runs after `npm ci`. */
const directory = fileURLToPath(new URL('../knowledge', import.meta.url))
try {
  await trainedModel(directory, await loadContent(directory))
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  process.stderr.write(`${error.message}\n`)
}
