import type { Language } from '../language.ts'
import type { Database } from '../store/database.ts'
import { downloadPage } from './download-page.ts'
import { createDownloads } from './downloads.ts'
import { type DownloadFile, type FileKind, type FileMaker, kindOf } from './file.ts'

export interface FileDependencies {
  database: Database
  makers: Partial<Record<FileKind, FileMaker>>
  /** Where people's browsers reach the bot. */
  publicUrl: string
  defaultLanguage: Language
  newId: () => string
  now: () => Temporal.Instant
}

export interface DownloadPage {
  isOpen: boolean
  html: string
}

export type OfferFile = (personId: string, kind: FileKind, about: string, language: Language) => Promise<string>

/** Files for one person alone, by an address that works once, for a few minutes. */
export function createFiles({ database, makers, publicUrl, defaultLanguage, newId, now }: FileDependencies) {
  const downloads = createDownloads(database, newId)

  const offer: OfferFile = async (personId, kind, about, language) => {
    const what = about === '' ? kind : `${kind}:${about}`
    return `${publicUrl}/download/${await downloads.offer({ personId, what, language }, now())}`
  }

  return {
    offer,

    async page(token: string): Promise<DownloadPage> {
      const found = await downloads.find(token, now())
      const kind = found && kindOf(found.what)
      return { isOpen: found !== null, html: downloadPage(found?.language ?? defaultLanguage, kind) }
    },

    async take(token: string): Promise<DownloadFile | null> {
      const taken = await downloads.take(token, now())
      if (taken === null) return null
      const kind = kindOf(taken.what)
      const about = taken.what.slice(kind.length + 1)
      return (await makers[kind]?.(taken.personId, about, taken.language)) ?? null
    },
  }
}
