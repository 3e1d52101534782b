import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from '../../src/network/csv.ts'

describe('a table written as CSV', () => {
  it('is read as it was, whatever is in its cells', () => {
    const cell = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'å', '"', ',', ';', '\n', "'", ' ', '1') })
    const cells = cell.map((text) => text.trim())
    const table = fc.array(fc.tuple(fc.constant('x'), cells, cells), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, fc.boolean(), (rows, forExcel) => {
        const read = readCsv(writeCsv([['a', 'b', 'c'], ...rows], { forExcel }).replace('\u{FEFF}', ''))
        expect(read.ok && read.rows.slice(1).map((row) => row.cells)).toEqual(rows)
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('holds no formula: %j', (cell) => {
    expect(writeCsv([[cell]], { forExcel: false })).toMatch(/^"?'/)
  })
})
