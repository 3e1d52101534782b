import { addressIn } from './address.ts'
import type { Audience } from './gathering.ts'
import type { FieldMistake, MistakeReason } from './mistakes.ts'
import { findCounty, findMunicipality } from './municipalities.ts'

/** For whom a gathering is, as a form has it; topics are between commas, and the list is on lines. */
export type AudienceInput = Readonly<Record<'audience' | 'audienceList' | 'topics', string>>

interface AudienceRead {
  audience: Audience
  mistakes: FieldMistake[]
}

interface Line {
  number: number
  text: string
}

/** One a line, or between commas. */
function linesOf(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => line.split(/[,;]/).map((part) => ({ number: index + 1, text: part.trim() })))
    .filter(({ text: part }) => part !== '')
}

/** Addresses, one a line or between commas or semicolons; a name before an address may have a comma in it. */
function addressLines(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      (line.match(/[^;<>@]*<[^<>\s]+>|[^,;]+/g) ?? [])
        .map((part) => ({ number: index + 1, text: addressIn(part).toLowerCase() }))
        .filter(({ text: address }) => address !== ''),
    )
}

/** @param memberIds of members by their addresses, in lower case */
export function readAudience(input: AudienceInput, memberIds: ReadonlyMap<string, string>): AudienceRead {
  const lines = linesOf(input.audienceList)
  switch (input.audience) {
    case 'topics': {
      const topics = choicesOf(input.topics)
      return { audience: { kind: 'topics', topics }, mistakes: missing(topics, 'topics') }
    }
    case 'counties': {
      const { found: counties, mistakes } = lookUp(lines, findCounty, 'unknown-choice')
      return { audience: { kind: 'counties', counties }, mistakes }
    }
    case 'municipalities': {
      const nameOf = (text: string) => findMunicipality(text)?.name ?? null
      const { found: municipalities, mistakes } = lookUp(lines, nameOf, 'unknown-choice')
      return { audience: { kind: 'municipalities', municipalities }, mistakes }
    }
    case 'invited': {
      const idOf = (address: string) => memberIds.get(address) ?? null
      const { found, mistakes } = lookUp(addressLines(input.audienceList), idOf, 'not-a-member')
      return { audience: { kind: 'invited', memberIds: found }, mistakes }
    }
    case 'all':
    case '':
      return { audience: { kind: 'all' }, mistakes: [] }
    default:
      return { audience: { kind: 'all' }, mistakes: [{ field: 'audience', reason: 'unknown-choice' }] }
  }
}

function lookUp(lines: readonly Line[], find: (text: string) => string | null, reason: MistakeReason) {
  const found: string[] = []
  const mistakes = missing(lines, 'audienceList')
  for (const { number, text } of lines) {
    const name = find(text)
    if (name === null) mistakes.push({ field: `audienceList.${number}`, reason })
    else if (!found.includes(name)) found.push(name)
  }
  return { found, mistakes }
}

function missing(list: readonly unknown[], field: keyof AudienceInput): FieldMistake[] {
  return list.length === 0 ? [{ field, reason: 'required' }] : []
}

export function choicesOf(text: string): string[] {
  return text
    .split(',')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')
}

/** Addresses that the form names, for looking up whose they are. */
export function invitedAddresses(input: AudienceInput): string[] {
  return input.audience === 'invited' ? addressLines(input.audienceList).map(({ text }) => text) : []
}

/** As {@link readAudience} reads it. */
export function audienceLines(audience: Audience, emailOf: (memberId: string) => string | null): string[] {
  switch (audience.kind) {
    case 'counties':
      return audience.counties
    case 'municipalities':
      return audience.municipalities
    case 'invited':
      return audience.memberIds.flatMap((memberId) => emailOf(memberId) ?? [])
    default:
      return []
  }
}
