import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Picture } from './png.ts'

const fileSchema = z.object({
  /** Of the box that each letter is drawn in. */
  width: z.number(),
  height: z.number(),
  /** Where in the box the letter begins, and its baseline is. */
  left: z.number(),
  baseline: z.number(),
  glyphs: z.record(z.string(), z.object({ advance: z.number(), alpha: z.base64() })),
})

interface Glyph {
  advance: number
  /** How much ink each pixel of the box has. */
  alpha: Uint8Array
}

interface Font {
  width: number
  height: number
  left: number
  baseline: number
  glyphs: ReadonlyMap<string, Glyph>
}

let opened: Font | null = null

/** Read when it is first needed. */
function font(): Font {
  opened ??= readFont()
  return opened
}

function readFont(): Font {
  const packed = readFileSync(new URL('./glyphs.json.gz', import.meta.url))
  const { glyphs, ...box } = fileSchema.parse(JSON.parse(gunzipSync(packed).toString()))
  const read = Object.entries(glyphs).map(
    ([letter, { advance, alpha }]) => [letter, { advance, alpha: Buffer.from(alpha, 'base64') }] as const,
  )
  return { ...box, glyphs: new Map(read) }
}

/** The height of a line, in pixels. */
export const lineHeight = 32

export function widthOf(text: string): number {
  return glyphsOf(text).reduce((sum, { advance }) => sum + advance, 0)
}

/** As much of a text as there is room for, with an ellipsis where it is cut. */
export function fitting(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && widthOf(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** Black on what is there. `x` is where the text begins, `y` the top of its line. */
export function drawText(picture: Picture, text: string, x: number, y: number): void {
  const { width, height, left } = font()
  let pen = x
  for (const { advance, alpha } of glyphsOf(text)) {
    const start = Math.round(pen) - left
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        ink(picture, start + column, y + row, alpha[row * width + column] ?? 0)
      }
    }
    pen += advance
  }
}

function ink({ width, height, pixels }: Picture, x: number, y: number, alpha: number): void {
  if (alpha === 0 || x < 0 || y < 0 || x >= width || y >= height) return
  const at = y * width + x
  pixels[at] = Math.round(((pixels[at] ?? 255) * (255 - alpha)) / 255)
}

/** A letter that the font lacks is drawn without its accents, and else as a question mark. */
function glyphsOf(text: string): Glyph[] {
  const { glyphs } = font()
  return [...text.normalize('NFC')].flatMap((letter) => {
    const bare = letter.normalize('NFD').charAt(0)
    return glyphs.get(letter) ?? glyphs.get(bare) ?? glyphs.get('?') ?? []
  })
}
