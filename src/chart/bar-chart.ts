import { drawText, fitting, lineHeight, widthOf } from './font.ts'
import { encodePng, type Picture } from './png.ts'

/** A bar, or a bar and a part of it that is filled: both with their numbers. */
export interface Bar {
  label: string
  value: number
  /** How much of it; null where there is only a whole. */
  part: number | null
}

const width = 640
const margin = 12
const barHeight = 22
const gap = 10
const black = 0
const darkGrey = 70
const white = 255
/** Teams takes pictures up to 1024 pixels high. */
const mostBars = Math.floor((1024 - 2 * margin) / (lineHeight + barHeight + gap))

/**
 * Horizontal bars, the label above each, the number at its end, in black on white: nothing is told by colour. A whole is
 * hatched where a part of it is filled.
 * @returns a PNG of at most 1024 by 1024 pixels
 */
export function drawBarChart(bars: readonly Bar[]): Buffer {
  const shown = bars.slice(0, mostBars)
  const height = 2 * margin + Math.max(1, shown.length) * (lineHeight + barHeight + gap)
  const picture = { width, height, pixels: new Uint8Array(width * height).fill(white) }
  const numbers = shown.map(numberOf)
  const room = width - 2 * margin - Math.ceil(Math.max(0, ...numbers.map(widthOf))) - gap
  const most = Math.max(1, ...shown.map(({ value }) => value))
  for (const [index, bar] of shown.entries()) {
    const y = margin + index * (lineHeight + barHeight + gap)
    drawText(picture, fitting(bar.label, width - 2 * margin), margin, y)
    const top = y + lineHeight
    const length = Math.max(bar.value > 0 ? 2 : 0, Math.round((room * bar.value) / most))
    drawBar(picture, { x: margin, y: top, length }, bar)
    drawText(picture, numbers[index] ?? '', margin + length + gap, top - 6)
  }
  return encodePng(picture)
}

function numberOf({ value, part }: Bar): string {
  return part === null ? String(value) : `${part} / ${value}`
}

interface PagePosition {
  x: number
  y: number
  length: number
}

function drawBar(picture: Picture, { x, y, length }: PagePosition, { value, part }: Bar): void {
  const filled = part === null ? length : value === 0 ? 0 : Math.round((length * part) / value)
  fill(picture, { x, y, length }, (column, row) => {
    const isEdge = row === 0 || row === barHeight - 1 || column === 0 || column === length - 1
    if (column < filled) return darkGrey
    return isEdge || (column + row) % 8 < 2 ? black : white
  })
}

function fill(
  { width: across, pixels }: Picture,
  { x, y, length }: PagePosition,
  shade: (column: number, row: number) => number,
) {
  for (let row = 0; row < barHeight; row++) {
    for (let column = 0; column < length; column++) pixels[(y + row) * across + x + column] = shade(column, row)
  }
}
