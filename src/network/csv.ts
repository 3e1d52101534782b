import { CsvError, parse } from 'csv-parse/sync'

/**
 * A file's text, whatever wrote it: UTF-8 with or without a mark, UTF-16 with one, and else what Excel writes in
 * Western Europe (windows-1252).
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes)
    throw error
  }
}

interface CsvRow {
  /** As a spreadsheet numbers it, from 1. */
  number: number
  cells: string[]
}

export type CsvRead = { ok: true; rows: CsvRow[] } | { ok: false; row: number }

/** Separated by commas, semicolons or tabs, whichever the first line has most of. Empty rows are left out. */
export function readCsv(text: string): CsvRead {
  const stated = /^sep=(.)\r?\n/i.exec(text)
  const rest = stated ? text.slice(stated[0].length) : text
  const firstNumber = stated ? 2 : 1
  try {
    const rows: string[][] = parse(rest, {
      delimiter: stated?.[1] ?? separatorOf(rest),
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    })
    const numbered = rows.map((cells, index) => ({ number: index + firstNumber, cells }))
    return { ok: true, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== '')) }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, row: firstNumber - 1 + Number(error.lines ?? 1) }
    throw error
  }
}

function separatorOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1)
  const count = (separator: string) => header.split(separator).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

export interface CsvStyle {
  /** Norwegian Excel opens files with semicolons and a mark of UTF-8 as tables, and others not. */
  forExcel: boolean
}

/** Lines end with CR and LF, as RFC 4180 has them. A cell that a spreadsheet would take for a formula is made text. */
export function writeCsv(rows: readonly (readonly string[])[], { forExcel }: CsvStyle): string {
  const separator = forExcel ? ';' : ','
  const lines = rows.map((cells) => `${cells.map(writeCell).join(separator)}\r\n`)
  return `${forExcel ? '\u{FEFF}' : ''}${lines.join('')}`
}

function writeCell(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
