/**
 * Draws src/chart/glyphs.json.gz, the letters of the charts, from DejaVu Sans (free to use and to change):
 * `node test/support/draw-font.ts`, where Chromium and that font are installed.
 */
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { findChromium, launchChromium } from '../e2e/chromium.ts'

const pixels = 24
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('')
const letters = `${ascii}ÆØÅæøåÄÖÜäöüÉÈÊËéèêëÁÀÂáàâÍÌÎíìîÓÒÔóòôÚÙÛúùûÇçÑñßÝýÐðÞþČčĐđŊŋŠšŦŧŽž–—«»“”‘’…·•×°§`

const chromium = await findChromium()
if (chromium === null) throw new Error('no Chromium is installed')
const browser = await launchChromium(chromium)
const page = await browser.newPage()
const glyphs = await page.evaluate(`(() => {
  const canvas = document.createElement('canvas')
  canvas.width = 60
  canvas.height = 32
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context.font = '${pixels}px "DejaVu Sans"'
  return [...${JSON.stringify(letters)}].map((letter) => {
    context.clearRect(0, 0, 60, 32)
    context.fillText(letter, 4, 24)
    const { data } = context.getImageData(0, 0, 60, 32)
    const alpha = Array.from({ length: 60 * 32 }, (_, index) => data[index * 4 + 3])
    return { letter, advance: context.measureText(letter).width, alpha }
  })
})()`)
await browser.close()

if (!Array.isArray(glyphs)) throw new Error('nothing was drawn')
const drawn = glyphs.map(({ letter, advance, alpha }: { letter: string; advance: number; alpha: number[] }) => [
  letter,
  { advance, alpha: Buffer.from(alpha).toString('base64') },
])
const json = JSON.stringify({ width: 60, height: 32, left: 4, baseline: 24, glyphs: Object.fromEntries(drawn) })
await writeFile(new URL('../../src/chart/glyphs.json.gz', import.meta.url), gzipSync(json, { level: 9 }))
