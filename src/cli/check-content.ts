import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkContent } from '../knowledge/check.ts'
import { openGuide } from '../knowledge/guide/guide.ts'
import { ContentError, describeMistake, type Mistake } from '../knowledge/mistakes.ts'

/**
 * Checks what people have written for the bot to answer from: `npm run check:content`. Ends with 1 when something is
 * wrong. With `--unfinished`, answers that are not there yet are told, but not counted.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { unfinished: { type: 'boolean', default: false } },
})
const directory = positionals[0] ?? relative(process.cwd(), fileURLToPath(new URL('../knowledge', import.meta.url)))
const [content, guideMistakes] = await Promise.all([
  checkContent(directory, Temporal.Now.instant()),
  checkGuide(directory),
])
const mistakes = [...content.mistakes, ...guideMistakes]
const { missing } = content
for (const mistake of [...mistakes, ...missing]) process.stdout.write(`${describeMistake(mistake)}\n`)
const wrong = values.unfinished ? mistakes.length : mistakes.length + missing.length
process.stdout.write(wrong === 0 ? 'The content is in order.\n' : `${wrong} to mend.\n`)
process.exitCode = wrong === 0 ? 0 : 1

/** What is said in the guide's conversation stands beside the content. */
async function checkGuide(directory: string): Promise<readonly Mistake[]> {
  if (!existsSync(join(directory, 'guide'))) return []
  try {
    await openGuide(directory)
    return []
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.mistakes
  }
}
