import { onTestFinished } from 'vitest'
import type { Timers } from '../../../src/reminders/timers.ts'
import { type Seen, startTestBot, type TestBot, type TestPerson } from '../../support/bot.ts'
import { createClock, stillTimers, type TestClock } from '../../support/clock.ts'

export interface Office {
  bot: TestBot
  clock: TestClock
  /** The adviser. */
  eva: TestPerson
}

/** A bot with one adviser, in February 2027, whose clock stands still. */
export async function openOffice(timers: Timers = stillTimers, more: Record<string, string> = {}): Promise<Office> {
  const clock = createClock('2027-02-01T09:00:00Z')
  const env = { ADVISERS: 'tenant-a/oid-eva', PUBLIC_URL: 'https://bot.example.no', ...more }
  const bot = await startTestBot({ now: clock.now, surroundings: { timers }, env })
  onTestFinished(() => bot[Symbol.asyncDispose]())
  return { bot, clock, eva: bot.person('Eva') }
}

/** What is typed into a form for a gathering. */
export const typed = {
  title: 'Vårsamling',
  startDate: '2027-03-16',
  startTime: '10:00',
  endDate: '2027-03-16',
  endTime: '15:00',
  place: 'Union Scene, Drammen',
}

/** Makes a gathering by cards, and publishes it. */
export async function published(eva: TestPerson, changes: object = {}): Promise<string> {
  const saved = await eva.presses('gatherings.save', { ...typed, ...changes })
  const gatheringId = idIn(saved)
  await eva.presses('gatherings.publish', { gatheringId })
  return gatheringId
}

/** The gathering that a card is about, as its buttons have it. */
export function idIn({ card, text }: Seen): string {
  const found = /"gatheringId":"([^"]+)"/.exec(JSON.stringify(card))?.[1]
  if (found === undefined) throw new Error(`a card of no gathering: ${text} ${JSON.stringify(card)}`)
  return found
}

/** What a field of a card holds. */
export function fieldOf({ card }: Seen, id: string): unknown {
  const find = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return undefined
    if ('id' in value && value.id === id && 'label' in value) return 'value' in value ? value.value : ''
    for (const inner of Object.values(value)) {
      const found = find(inner)
      if (found !== undefined) return found
    }
    return undefined
  }
  return find(card)
}

/** The data of the button with this verb and title. */
export function buttonOf({ card }: Seen, verb: string, title?: string): Record<string, unknown> {
  const find = (value: unknown): Record<string, unknown> | undefined => {
    if (typeof value !== 'object' || value === null) return undefined
    if ('verb' in value && 'data' in value && value.verb === verb && 'title' in value) {
      if (title === undefined || value.title === title) return value.data as Record<string, unknown>
    }
    for (const inner of Object.values(value)) {
      const found = find(inner)
      if (found !== undefined) return found
    }
    return undefined
  }
  const data = find(card)
  if (data === undefined) throw new Error(`no button ${verb} in ${JSON.stringify(card)}`)
  return data
}

/** Members with a chat, made as the domain makes them: how people join is another test's matter. */
export async function members({ bot, clock }: Office, ...names: string[]): Promise<TestPerson[]> {
  const people: TestPerson[] = []
  for (const name of names) people.push(await member({ bot, clock }, name))
  return people
}

export async function member(
  { bot, clock }: Pick<Office, 'bot' | 'clock'>,
  name: string,
  fields: object = {},
): Promise<TestPerson> {
  const person = bot.person(name)
  await person.presses('help.show')
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.no`
  const profile = {
    name,
    email,
    municipality: 'Drammen',
    role: 'Rektor',
    topics: [],
    language: 'nb' as const,
    ...fields,
  }
  await bot.running.network.members.save(person.id, profile, clock.now())
  return person
}
