import { fileURLToPath } from 'node:url'
import { keepCompiled } from '../compiled.ts'

/** What the first start would take long for, done ahead: learning from the content, compiling. Runs after `npm ci`. */
keepCompiled()
const [{ prepare }, { ContentError }] = await Promise.all([
  import('../knowledge/prepared.ts'),
  import('../knowledge/mistakes.ts'),
  import('../main.ts'),
])

const directory = fileURLToPath(new URL('../knowledge', import.meta.url))
try {
  await prepare(directory)
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  process.stderr.write(`${error.message}\n`)
}
