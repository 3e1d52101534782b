import type { Language } from '../language.ts'
import { addressIn } from './address.ts'
import { decodeText, readCsv } from './csv.ts'
import type { RowMistake } from './gathering-file.ts'
import type { Profile, ProfileReader } from './member.ts'
import { findCounty, findMunicipality } from './municipalities.ts'

export const memberColumns = ['email', 'name', 'municipality', 'role', 'topics', 'language'] as const
const neededColumns = ['email', 'name', 'municipality'] as const

export interface MemberMistake extends RowMistake {
  /** What stood there, where that tells more than where it stood. */
  value?: string
}

/** A municipality that there is none of, or that was taken for another than was written. */
export interface PlaceRemark {
  row: number
  written: string
  /** Null: it stays as it was written. */
  readAs: string | null
}

export interface MemberList {
  profiles: Profile[]
  /** Columns that are left out, as they are headed. */
  ignored: string[]
  places: PlaceRemark[]
}

export type MembersRead = ({ ok: true } & MemberList) | { ok: false; mistakes: MemberMistake[] }

interface MemberFileTerms {
  readProfile: ProfileReader
  /** The topic with this id or name. */
  topicOf: (name: string) => string | null
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

  const list: MemberList = {
    profiles: [],
    ignored: header?.cells.filter((heading, index) => heading !== '' && columns[index] === null) ?? [],
    places: [],
  }
  const mistakes: MemberMistake[] = []
  const emails = new Set<string>()
  for (const { number: row, cells } of rows) {
    const { input, unknownTopics } = inputOf(columns, cells, terms)
    const profile = terms.readProfile(input)
    if (unknownTopics.length > 0) {
      mistakes.push({ row, field: 'topics', reason: 'unknown-choice', value: unknownTopics.join(', ') })
    }
    if (!profile.ok) mistakes.push(...profile.mistakes.map((mistake) => ({ row, ...mistake })))
    else if (emails.has(profile.profile.email)) mistakes.push({ row, field: 'email', reason: 'duplicate' })
    else {
      emails.add(profile.profile.email)
      list.profiles.push(profile.profile)
      list.places.push(...placeRemark(row, input.municipality ?? ''))
    }
    if (cells.length > columns.length) mistakes.push({ row, field: '', reason: 'too-many' })
  }
  return mistakes.length === 0 ? { ok: true, ...list } : { ok: false, mistakes }
}

type Column = (typeof memberColumns)[number] | 'firstName' | 'lastName'

/** What people head their columns with. */
const headings: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...memberColumns.map((column) => [column, column] as const),
  ['e-post', 'email'],
  ['epost', 'email'],
  ['e-postadresse', 'email'],
  ['epostadresse', 'email'],
  ['e-mail', 'email'],
  ['mail', 'email'],
  ['navn', 'name'],
  ['namn', 'name'],
  ['fornavn', 'firstName'],
  ['fornamn', 'firstName'],
  ['førenamn', 'firstName'],
  ['first name', 'firstName'],
  ['etternavn', 'lastName'],
  ['etternamn', 'lastName'],
  ['last name', 'lastName'],
  ['surname', 'lastName'],
  ['kommune', 'municipality'],
  ['rolle', 'role'],
  ['stilling', 'role'],
  ['emner', 'topics'],
  ['emne', 'topics'],
  ['programmer', 'topics'],
  ['program', 'topics'],
  ['programmes', 'topics'],
  ['språk', 'language'],
])

/** Null: a column that members have nothing for. */
function columnOf(heading: string): Column | null {
  return headings.get(heading.toLowerCase()) ?? null
}

function mistakesInHeader(columns: readonly (Column | null)[], row: number): RowMistake[] {
  const hasNameInParts = columns.includes('firstName') || columns.includes('lastName')
  const isThere = (column: Column) => columns.includes(column) || (column === 'name' && hasNameInParts)
  const missing = neededColumns.filter((column) => !isThere(column))
  const twice = columns.filter((column, index) => columns.indexOf(column) !== index).filter((column) => column !== null)
  return [
    ...missing.map((field) => ({ row, field, reason: 'required' as const })),
    ...twice.map((field) => ({ row, field, reason: 'duplicate' as const })),
  ]
}

function inputOf(
  columns: readonly (Column | null)[],
  cells: readonly string[],
  { topicOf, defaultLanguage }: MemberFileTerms,
) {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
  const { topics, unknown } = topicsIn(cell('topics'), topicOf)
  const input = {
    email: addressIn(cell('email')),
    name: cell('name') || `${cell('firstName')} ${cell('lastName')}`.trim(),
    municipality: cell('municipality'),
    role: cell('role'),
    topics: topics.join(),
    language: cell('language') || defaultLanguage,
  }
  return { input, unknownTopics: unknown }
}

/** Names and ids between commas and the like; several ids may have spaces alone between them. */
function topicsIn(text: string, topicOf: MemberFileTerms['topicOf']): { topics: string[]; unknown: string[] } {
  const only = topicOf(text.trim())
  if (only !== null) return { topics: [only], unknown: [] }
  const topics: string[] = []
  const unknown: string[] = []
  for (const part of text.split(/[,;|]/).map((each) => each.trim())) {
    if (part === '') continue
    const whole = topicOf(part)
    const found = whole === null ? part.split(/\s+/).map(topicOf) : [whole]
    if (found.includes(null)) unknown.push(part)
    else topics.push(...found.filter((topic) => topic !== null))
  }
  return { topics, unknown }
}

function placeRemark(row: number, written: string): PlaceRemark[] {
  if (findCounty(written) !== null) return []
  const readAs = findMunicipality(written)?.name ?? null
  const bare = written.replace(/\s+kommun[ea]$/i, '').toLowerCase()
  return readAs?.toLowerCase() === bare ? [] : [{ row, written, readAs }]
}
