import writeExcelFile from 'write-excel-file/node'
import type { Language } from '../language.ts'
import type { Advisers } from '../network/advisers.ts'
import { writeCsv } from '../network/csv.ts'
import { memberRows } from '../network/exports.ts'
import type { Network } from '../network/network.ts'
import type { Statistics } from '../network/statistics.ts'
import { textsIn } from '../texts/texts.ts'
import { attendeeTable } from './attendee-table.ts'
import type { DownloadFile, FileMaker } from './file.ts'
import { statisticsRows } from './statistics-file.ts'

export interface AdviserFileDependencies {
  advisers: Pick<Advisers, 'isAdviser'>
  network: Pick<Network, 'members' | 'gatherings' | 'registrations' | 'changes'>
  statistics: (now: Temporal.Instant) => Promise<Statistics>
  titleOf: (topic: string, language: Language) => string
  now: () => Temporal.Instant
}

/** Files for advisers: who is none any more when the file is fetched does not get it. */
export function createAdviserFiles({ advisers, network, statistics, titleOf, now }: AdviserFileDependencies) {
  function forAdvisers(
    make: (about: string, language: Language, personId: string) => Promise<DownloadFile | null>,
  ): FileMaker {
    return async (personId, about, language) =>
      (await advisers.isAdviser(personId, now())) ? make(about, language, personId) : null
  }

  return {
    /** `about` is the format and the gathering: `xlsx:<id>`. Who fetched it is kept. */
    registrations: forAdvisers(async (about, language, personId) => {
      const [format = '', ...rest] = about.split(':')
      const gathering = await network.gatherings.find(rest.join(':'))
      if (gathering === null) return null
      const rows = attendeeTable(gathering, await network.registrations.attendees(gathering), language)
      const subject = { kind: 'export', id: gathering._id, of: gathering._id } as const
      await network.changes.recordChange(personId, subject, null, { format, rows: rows.length - 1 }, now())
      return tableFile(rows, format, textsIn(language).downloads.fileNames.registrations)
    }),

    members: forAdvisers(async (_, language, personId) => {
      const rows = memberRows(await network.members.all())
      const subject = { kind: 'export', id: 'members' } as const
      await network.changes.recordChange(personId, subject, null, { format: 'csv', rows: rows.length - 1 }, now())
      return {
        name: textsIn(language).downloads.fileNames.members,
        contentType: 'text/csv; charset=utf-8',
        content: writeCsv(rows, { forExcel: true }),
      }
    }),

    statistics: forAdvisers(async (_, language) => {
      const rows = statisticsRows(await statistics(now()), (topic) => titleOf(topic, language), language)
      const name = textsIn(language).downloads.fileNames.statistics
      return { name, contentType: 'text/csv; charset=utf-8', content: writeCsv(rows, { forExcel: true }) }
    }),
  }
}

/** As a workbook where that was asked for, and else as text that Norwegian Excel opens as a table. */
async function tableFile(rows: readonly string[][], format: string, name: string): Promise<DownloadFile> {
  if (format !== 'xlsx') {
    return { name: `${name}.csv`, contentType: 'text/csv; charset=utf-8', content: writeCsv(rows, { forExcel: true }) }
  }
  const [headings = [], ...others] = rows
  const sheet = [headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...others]
  const content = await writeExcelFile(sheet, {
    stickyRowsCount: 1,
    columns: headings.map(() => ({ width: 24 })),
  }).toBuffer()
  return { name: `${name}.xlsx`, contentType: excel, content }
}

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
