import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkContent } from '../knowledge/check.ts'
import { describeMistake } from '../knowledge/mistakes.ts'

/**
 * Checks what people have written for the bot to answer from: `npm run check:content`. Ends with 1 when something is
 * wrong. With `--unfinished`, answers that are not there yet are told, but not counted.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { unfinished: { type: 'boolean', default: false } },
})
const directory = positionals[0] ?? fileURLToPath(new URL('../knowledge', import.meta.url))
const { mistakes, missing } = await checkContent(directory, Temporal.Now.instant())
for (const mistake of [...mistakes, ...missing]) process.stdout.write(`${describeMistake(mistake)}\n`)
const wrong = values.unfinished ? mistakes.length : mistakes.length + missing.length
process.stdout.write(wrong === 0 ? 'The content is in order.\n' : `${wrong} to mend.\n`)
process.exitCode = wrong === 0 ? 0 : 1
