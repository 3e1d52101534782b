import { downloadPage } from './download-page.ts'
import { createDownloads } from './downloads.ts'
import type { DownloadFile, DownloadPage } from './http.ts'
import type { Language } from './language.ts'
import type { Privacy } from './network/privacy.ts'
import type { Database } from './store/database.ts'
import { textsIn } from './texts/texts.ts'

export interface MyDataDependencies {
  database: Database
  privacy: Privacy
  /** Where people's browsers reach the bot. */
  publicUrl: string
  defaultLanguage: Language
  newId: () => string
  now: () => Temporal.Instant
}

/** Everything that is stored about somebody, as a file that they alone can fetch. */
export function createMyData({ database, privacy, publicUrl, defaultLanguage, newId, now }: MyDataDependencies) {
  const downloads = createDownloads(database, newId)
  return {
    /** An address for this person that works once, for a few minutes. */
    async offer(personId: string, language: Language): Promise<string> {
      const token = await downloads.offer({ personId, what: 'my-data', language }, now())
      return `${publicUrl}/download/${token}`
    },

    async page(token: string): Promise<DownloadPage> {
      const found = await downloads.find(token, now())
      return { isOpen: found !== null, html: downloadPage(found?.language ?? defaultLanguage, found !== null) }
    },

    async take(token: string): Promise<DownloadFile | null> {
      const taken = await downloads.take(token, now())
      if (taken === null) return null
      const content = JSON.stringify(await privacy.everythingAbout(taken.personId), null, 2)
      return { name: textsIn(taken.language).privacy.fileName, contentType: 'application/json', content }
    },
  }
}
