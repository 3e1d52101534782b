import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Bar, drawBarChart } from '../../src/chart/bar-chart.ts'
import { fitting, widthOf } from '../../src/chart/font.ts'

interface Read {
  width: number
  height: number
  /** By row. */
  pixels: Uint8Array[]
}

/** Reads what the chart writes: one shade of grey a pixel, rows without a filter. */
function readPng(png: Buffer): Read {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const length = png.readUInt32BE(33)
  const rows = inflateSync(png.subarray(41, 41 + length))
  return {
    width,
    height,
    pixels: Array.from({ length: height }, (_, y) => rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))),
  }
}

/** How far the row through the middle of a bar is dark, from its beginning. */
function inkOfBar({ pixels }: Read, index: number): number {
  const row = pixels[12 + index * 64 + 32 + 11] ?? new Uint8Array()
  return row.subarray(12).findIndex((shade) => shade > 128)
}

const bar = (label: string, value: number, part: number | null = null): Bar => ({ label, value, part })

describe('a bar chart', () => {
  it('has bars as long as their numbers', () => {
    const png = readPng(drawBarChart([bar('Drammen', 40), bar('Lier', 20), bar('Hol', 0)]))
    const [most, half, none] = [0, 1, 2].map((index) => inkOfBar(png, index))
    expect(most).toBeGreaterThan(450)
    expect((half ?? 0) / (most ?? 1)).toBeCloseTo(0.5, 2)
    expect(none).toBe(0)
  })

  it('tells part and whole by pattern and number, without colour', () => {
    const png = readPng(drawBarChart([bar('Vårsamling', 40, 20), bar('Høstsamling', 40, 40)]))
    const [half, all] = [inkOfBar(png, 0), inkOfBar(png, 1)]
    expect(half / all).toBeCloseTo(0.5, 1)
  })

  it('stays within what Teams shows, however many and long they are', () => {
    const many = Array.from({ length: 60 }, (_, index) => bar(`En kommune med et svært langt navn ${index}`, 10 ** 9))
    const { width, height } = readPng(drawBarChart(many))
    expect(width).toBeLessThanOrEqual(1024)
    expect(height).toBeLessThanOrEqual(1024)
    expect(drawBarChart(many).length).toBeLessThan(100_000)
    expect(readPng(drawBarChart([])).height).toBeGreaterThan(0)
  })

  it('writes the letters of Norwegian and Sámi, and cuts what is too long', () => {
    expect(widthOf('Øvre Eiker')).toBeGreaterThan(widthOf('vre Eiker'))
    expect(widthOf('Kárášjohka')).toBeGreaterThan(widthOf('Kr johka'))
    expect(widthOf('漢')).toBe(widthOf('?'))
    expect(fitting('Drammen', 600)).toBe('Drammen')
    expect(fitting('Drammen og omegn', 120)).toMatch(/^Dram.*…$/)
    expect(widthOf(fitting('Drammen og omegn', 120))).toBeLessThanOrEqual(120)
  })
})
