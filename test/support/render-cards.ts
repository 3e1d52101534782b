/**
 * Draws cards as pictures, each in light, dark and high contrast, as wide as on a phone and on a desktop:
 * `node test/support/render-cards.ts FOLDER-OF-CARDS FOLDER-OF-PICTURES [part of a name]`.
 * `CARDS_DIR=FOLDER-OF-CARDS npx vitest run test/teams` collects the cards that the scenario tests see.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, launchChromium } from '../e2e/chromium.ts'

const widths = { phone: 390, desktop: 700 }

const [cardsDirectory, picturesDirectory, part = ''] = process.argv.slice(2)
if (cardsDirectory === undefined || picturesDirectory === undefined) {
  throw new Error('usage: node test/support/render-cards.ts FOLDER-OF-CARDS FOLDER-OF-PICTURES [part of a name]')
}
const chromium = await findChromium()
if (chromium === null) throw new Error('no Chromium is installed')

await using running = new AsyncDisposableStack()
const browser = await launchChromium(chromium)
running.defer(() => browser.close())
const page = await browser.newPage({ viewport: { width: 2200, height: 1000 } })
await page.goto(new URL('card-page.html', import.meta.url).href)
await page.addScriptTag({ path: createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js') })
await page.addScriptTag({ path: fileURLToPath(new URL('card-page.js', import.meta.url)) })
await mkdir(picturesDirectory, { recursive: true })

for (const file of await readdir(cardsDirectory)) {
  if (!file.endsWith('.json') || !file.includes(part)) continue
  const card = await readFile(join(cardsDirectory, file), 'utf8')
  for (const [name, width] of Object.entries(widths)) {
    await page.evaluate(`show(${card}, ${width}, true)`)
    await page.locator('body').screenshot({ path: join(picturesDirectory, `${basename(file, '.json')}.${name}.png`) })
  }
}
