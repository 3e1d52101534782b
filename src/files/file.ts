import type { Language } from '../language.ts'
import type { DownloadTexts } from '../texts/nb/downloads.ts'

export interface DownloadFile {
  /** Letters, digits, dots and hyphens. */
  name: string
  contentType: string
  content: string | Buffer
}

export type FileKind = keyof DownloadTexts['pages']

/**
 * Makes a file when it is fetched, with what is true then. `about` says which of its kind, and is empty where there is
 * one. Null: they may not have it any more, or there is nothing to have.
 */
export type FileMaker = (personId: string, about: string, language: Language) => Promise<DownloadFile | null>

const kinds: readonly FileKind[] = ['my-data', 'members', 'registrations', 'statistics']

/** `what` a download is of: its kind, and behind a colon which one of that kind. */
export function kindOf(what: string): FileKind {
  const [name] = what.split(':', 1)
  return kinds.find((kind) => kind === name) ?? 'my-data'
}
