import type { FileMaker } from './files.ts'
import type { DownloadFile } from './http.ts'
import type { Language } from './language.ts'
import type { Advisers } from './network/advisers.ts'
import { writeCsv } from './network/csv.ts'
import { memberRows } from './network/exports.ts'
import type { Network } from './network/network.ts'
import { textsIn } from './texts/texts.ts'

export interface AdviserFileDependencies {
  advisers: Pick<Advisers, 'isAdviser'>
  network: Pick<Network, 'members'>
  now: () => Temporal.Instant
}

/** Files for advisers: who is none any more when the file is fetched does not get it. */
export function createAdviserFiles({ advisers, network, now }: AdviserFileDependencies) {
  function forAdvisers(make: (about: string, language: Language) => Promise<DownloadFile | null>): FileMaker {
    return async (personId, about, language) =>
      (await advisers.isAdviser(personId, now())) ? make(about, language) : null
  }

  return {
    members: forAdvisers(async (_, language) => ({
      name: textsIn(language).downloads.fileNames.members,
      contentType: 'text/csv; charset=utf-8',
      content: writeCsv(memberRows(await network.members.all()), { forExcel: true }),
    })),
  }
}
