import { z } from 'zod'
import { requiredProgrammes } from '../../knowledge/taxonomy.ts'
import type { Language } from '../../language.ts'
import { writeCsv } from '../../network/csv.ts'
import { attendeeRows, memberRows } from '../../network/exports.ts'
import { readGatherings } from '../../network/gathering-file.ts'
import { createProfileReader } from '../../network/member.ts'
import { readMembers } from '../../network/member-file.ts'
import type { Network } from '../../network/network.ts'
import { createPrivacy } from '../../network/privacy.ts'
import { personalDataIn } from '../../personal-data.ts'
import type { Database } from '../../store/database.ts'
import { describeMistakes, describeRemarks } from './mistakes.ts'
import { describeStatus, readStatus } from './status.ts'

/** What a command is run with. */
export interface Setting {
  database: Database
  network: Network
  timeZone: string
  defaultLanguage: Language
  now: Temporal.Instant
  /** What the command is asked for. */
  print(text: string): void
  /** What went wrong, for people. */
  complain(text: string): void
}

/** 0: done. 1: the file has mistakes, or what was asked for is not there; then nothing was changed. */
export type ExitCode = 0 | 1

function isTopic(topic: string): boolean {
  return requiredProgrammes.some((known) => known === topic)
}

function topicOf(name: string): string | null {
  const topic = name.toLowerCase()
  return isTopic(topic) ? topic : null
}

export async function importGatherings(setting: Setting, file: string, bytes: Uint8Array): Promise<ExitCode> {
  const { network, now, timeZone, print, complain } = setting
  const json = parseJson(bytes)
  if (!json.ok) {
    complain(`${file} is no JSON: ${json.problem}\nNothing was imported.\n`)
    return 1
  }
  const read = readGatherings(json.value, { timeZone, isTopic })
  if (!read.ok) {
    complain(describeMistakes(file, read.mistakes))
    return 1
  }
  const { added, changed, unchanged } = await network.gatherings.importAll(read.gatherings, now)
  print(`${added} gathering(s) added, ${changed} changed, ${unchanged} as before.\n`)
  return 0
}

export async function importMembers(setting: Setting, file: string, bytes: Uint8Array): Promise<ExitCode> {
  const { network, now, defaultLanguage, print, complain } = setting
  const read = readMembers(bytes, { readProfile: createProfileReader(isTopic), topicOf, defaultLanguage })
  if (!read.ok) {
    complain(describeMistakes(file, read.mistakes))
    return 1
  }
  const { added, changed, kept, unchanged } = await network.members.importAll(read.profiles, now)
  print(`${added} member(s) added, ${changed} changed, ${unchanged} as before.\n`)
  print(describeRemarks(read))
  if (kept > 0) print(`${kept} have their own profile, or have left: they are not touched.\n`)
  return 0
}

export async function exportMembers({ network, print }: Setting, forExcel: boolean): Promise<ExitCode> {
  print(writeCsv(memberRows(await network.members.all()), { forExcel }))
  return 0
}

export async function exportRegistrations(setting: Setting, gatheringId: string, forExcel: boolean): Promise<ExitCode> {
  const { network, print, complain } = setting
  const gathering = await network.gatherings.find(gatheringId)
  if (gathering === null) {
    complain(`There is no gathering with the id ${gatheringId}.\n`)
    return 1
  }
  const attendees = await network.registrations.attendees(gathering)
  print(writeCsv(attendeeRows(gathering, attendees), { forExcel }))
  return 0
}

/** @param who a person's id, or an address: then everybody who has it, also members from a list who never wrote */
export async function forget({ database, network, now, print }: Setting, who: string): Promise<ExitCode> {
  const privacy = createPrivacy(personalDataIn(database, network), network.members.personIdsOf)
  const ids = isAddress(who) ? await idsWith(who.toLowerCase(), network) : [who]
  let isKnown = false
  for (const id of ids) {
    isKnown ||= Object.keys(await privacy.everythingAbout(id)).length > 0
    await privacy.forget(id, now)
  }
  print(isKnown ? `Everything about ${who} is deleted.\n` : `Nothing was stored about ${who}.\n`)
  return 0
}

export function isAddress(who: string): boolean {
  return z.email().safeParse(who).success
}

async function idsWith(email: string, { members, people }: Network): Promise<string[]> {
  const found = await members.withAddress(email)
  const writers = await people.withAddress(email)
  return [...new Set([...found.map(({ _id, personId }) => personId ?? _id), ...writers.map(({ _id }) => _id)])]
}

export async function status({ database, network, now, print }: Setting, asJson: boolean): Promise<ExitCode> {
  const read = await readStatus(database, network, now)
  print(asJson ? `${JSON.stringify(read, null, 2)}\n` : describeStatus(read))
  return 0
}

function parseJson(bytes: Uint8Array): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(bytes)) }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problem: error.message }
    throw error
  }
}
