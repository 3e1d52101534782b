/** Draws manifest/*.png from manifest/icons/*.svg: `node test/support/draw-icons.ts`, after a change to these. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { findChromium, launchChromium } from '../e2e/chromium.ts'

const sizes = { color: 192, outline: 32 }
const manifest = new URL('../../manifest/', import.meta.url)

const chromium = await findChromium()
if (chromium === null) throw new Error('no Chromium is installed')
const browser = await launchChromium(chromium)
for (const [name, size] of Object.entries(sizes)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const svg = await readFile(new URL(`icons/${name}.svg`, manifest), 'utf8')
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, manifest)), omitBackground: true })
}
await browser.close()
