import { fileURLToPath } from 'node:url'
import { ContentError } from '../knowledge/mistakes.ts'
import { prepare } from '../knowledge/prepared.ts'

/** Learns from the content ahead of the first start; runs after `npm ci`. */
const directory = fileURLToPath(new URL('../knowledge', import.meta.url))
try {
  await prepare(directory)
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  process.stderr.write(`${error.message}\n`)
}
