import type { Language } from '../language.ts'
import { decodeText, readCsv } from './csv.ts'
import type { RowMistake } from './gathering-file.ts'
import type { Profile, ProfileReader } from './member.ts'

export const memberColumns = ['email', 'name', 'municipality', 'role', 'topics', 'language'] as const
const neededColumns = ['email', 'name', 'municipality'] as const

export type MembersRead = { ok: true; profiles: Profile[] } | { ok: false; mistakes: RowMistake[] }

interface MemberFileTerms {
  readProfile: ProfileReader
  /** Of rows that name none. */
  defaultLanguage: Language
}

/** Reads a file of members with a row of column names first; every mistake in it is named. */
export function readMembers(bytes: Uint8Array, terms: MemberFileTerms): MembersRead {
  const read = readCsv(decodeText(bytes))
  if (!read.ok) return { ok: false, mistakes: [{ row: read.row, field: '', reason: 'not-a-table' }] }
  const [header, ...rows] = read.rows
  const columns = header?.cells.map(columnOf) ?? []
  const inHeader = mistakesInHeader(columns, header?.number ?? 1)
  if (inHeader.length > 0) return { ok: false, mistakes: inHeader }

  const profiles: Profile[] = []
  const mistakes: RowMistake[] = []
  const emails = new Set<string>()
  for (const { number: row, cells } of rows) {
    const profile = terms.readProfile(inputOf(columns, cells, terms.defaultLanguage))
    if (!profile.ok) mistakes.push(...profile.mistakes.map((mistake) => ({ row, ...mistake })))
    else if (emails.has(profile.profile.email)) mistakes.push({ row, field: 'email', reason: 'duplicate' })
    else {
      emails.add(profile.profile.email)
      profiles.push(profile.profile)
    }
    if (cells.length > columns.length) mistakes.push({ row, field: '', reason: 'too-many' })
  }
  return mistakes.length === 0 ? { ok: true, profiles } : { ok: false, mistakes }
}

/** What people head their columns with. */
const headings: Readonly<Record<string, (typeof memberColumns)[number]>> = {
  'e-post': 'email',
  epost: 'email',
  'e-postadresse': 'email',
  mail: 'email',
  navn: 'name',
  namn: 'name',
  kommune: 'municipality',
  rolle: 'role',
  stilling: 'role',
  emner: 'topics',
  emne: 'topics',
  programmer: 'topics',
  program: 'topics',
  programmes: 'topics',
  språk: 'language',
}

function columnOf(heading: string): string {
  const name = heading.toLowerCase()
  return headings[name] ?? name
}

function mistakesInHeader(columns: readonly string[], row: number): RowMistake[] {
  const missing = neededColumns.filter((column) => !columns.includes(column))
  const unknown = columns.filter((column) => !memberColumns.some((known) => known === column))
  const twice = columns.filter((column, index) => columns.indexOf(column) !== index)
  return [
    ...missing.map((field) => ({ row, field, reason: 'required' as const })),
    ...unknown.map((field) => ({ row, field, reason: 'unknown-field' as const })),
    ...twice.map((field) => ({ row, field, reason: 'duplicate' as const })),
  ]
}

function inputOf(columns: readonly string[], cells: readonly string[], defaultLanguage: Language) {
  const values = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  return { ...values, language: values.language || defaultLanguage }
}
