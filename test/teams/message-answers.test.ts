import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readGatherings } from '../../src/network/gathering-file.ts'
import { rowsDefinition } from '../../src/reminders/row.ts'
import { buttons, type Seen, startTestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, stillTimers } from '../support/clock.ts'

const gathering = {
  id: 'vaar-2027',
  title: 'Vårsamling',
  startsAt: '2027-03-16T10:00',
  endsAt: '2027-03-16T15:00',
  place: 'Union Scene, Drammen',
  reminders: ['P7D', 'P1D', 'PT1H'],
}

/** The moments of the three reminders. */
const week = '2027-03-09T09:00:00Z'
const day = '2027-03-15T09:00:00Z'
const hour = '2027-03-16T08:00:00Z'

async function start() {
  const clock = createClock('2027-02-01T09:00:00Z')
  const bot = await startTestBot({ now: clock.now, surroundings: { timers: stillTimers } })
  const read = readGatherings([gathering], { timeZone: 'Europe/Oslo', isTopic: () => true })
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  await bot.running.network.gatherings.importAll(read.gatherings, clock.now())

  async function registered(name: string): Promise<TestPerson> {
    const person = bot.person(name)
    await person.says('hei')
    const email = `${person.conversationId}@example.no`
    const profile = { name, email, municipality: 'Drammen', role: '', topics: [], language: 'nb' as const }
    await bot.running.network.members.save(person.id, profile, clock.now())
    const form = { attendance: 'in-person' as const, diet: '', question: '', ifFull: 'refuse' as const }
    await bot.running.network.registrations.register('vaar-2027', person.id, form, clock.now())
    return person
  }

  /** Goes through these moments, and gives what came meanwhile. */
  async function passTo(person: TestPerson, ...moments: string[]): Promise<Seen[]> {
    const before = person.inbox().length
    for (const moment of moments) {
      clock.moveTo(moment)
      await bot.running.reminders.passOnce()
    }
    return person.inbox().slice(before)
  }
  return { bot, clock, registered, passTo }
}

const titles = (seen: readonly Seen[]) => seen.map(({ card }) => card?.fallbackText)

const action = z.object({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.looseObject({}),
})
type Button = z.infer<typeof action>

/** Every button of a card, also of the parts that open. */
function allButtons({ card }: Seen): Button[] {
  const found: Button[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const parsed = action.safeParse(value)
    if (parsed.success) found.push(parsed.data)
    else Object.values(value).forEach(walk)
  }
  walk(card)
  return found
}

/** Presses the button with this title, with all that it carries. */
async function press(person: TestPerson, seen: Seen | undefined, title: string): Promise<Seen> {
  const button = seen && allButtons(seen).find((each) => each.title === title)
  if (!button) throw new Error(`no button «${title}»`)
  return person.presses(button.verb, button.data)
}

describe('“later” on a reminder', () => {
  it('brings it again at the time chosen, once, and says so on the card', async () => {
    const { bot, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const [first] = await passTo(kari, week)
    const after = await press(kari, first, 'I morgen tidlig')
    expect(words(after)).toContain('Jeg minner deg på dette igjen onsdag 10. mars 2027 kl. 08:00.')
    expect(words(after)).toContain('Union Scene, Drammen')
    expect(titles(await passTo(kari, '2027-03-10T06:59:00Z', '2027-03-10T07:00:00Z', '2027-03-10T09:00:00Z'))).toEqual([
      'Om 6 dager: Vårsamling',
    ])
    expect(titles(await passTo(kari, day, hour))).toEqual(['I morgen: Vårsamling', 'Om en time: Vårsamling'])
  })

  it('pressed twice is the last time that was chosen', async () => {
    const { bot, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const [first] = await passTo(kari, week)
    await press(kari, first, 'I morgen tidlig')
    await press(kari, first, 'Om en time')
    expect(titles(await passTo(kari, '2027-03-09T10:00:00Z', '2027-03-10T07:00:00Z'))).toEqual([
      'Om en uke: Vårsamling',
    ])
  })

  it('can be taken back, and chosen again', async () => {
    const { bot, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const [first] = await passTo(kari, week)
    const undone = await press(kari, await press(kari, first, 'I morgen tidlig'), 'Angre')
    expect(allButtons(undone).map(({ title }) => title)).toContain('I morgen tidlig')
    expect(await passTo(kari, '2027-03-10T06:30:00Z')).toEqual([])
    expect(words(await press(kari, undone, 'Om en time'))).toContain('i dag kl. 08:30')
    expect(await passTo(kari, '2027-03-10T07:30:00Z')).toHaveLength(1)
  })

  it('does not wait for quiet hours, since the person chose the time', async () => {
    const { bot, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    await kari.presses('reminders.save', {
      kinds: 'gatherings',
      quiet: 'true',
      quietFrom: '11:00',
      quietTo: '08:00',
      off: 'false',
    })
    const [first] = await passTo(kari, week)
    await press(kari, first, 'Om en time')
    expect(await passTo(kari, '2027-03-09T10:00:00Z')).toHaveLength(1)
  })

  it('is kept, with the new time, when the gathering moves', async () => {
    const { bot, clock, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const [first] = await passTo(kari, day)
    await press(kari, first, 'I morgen tidlig')
    const moved = { ...gathering, startsAt: '2027-03-17T10:00', endsAt: '2027-03-17T15:00' }
    const read = readGatherings([moved], { timeZone: 'Europe/Oslo', isTopic: () => true })
    if (read.ok) await bot.running.network.gatherings.importAll(read.gatherings, clock.now())
    await passTo(kari, '2027-03-15T09:01:00Z')
    expect(titles(await passTo(kari, '2027-03-16T07:00:00Z'))).toEqual(['I morgen: Vårsamling'])
  })

  it('that is too late is refused in words, and the card stays', async () => {
    const { bot, clock, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const [first] = await passTo(kari, day)
    clock.moveTo('2027-03-16T08:30:00Z')
    const answer = await press(kari, first, 'Om en time')
    expect(answer.card).toBeNull()
    expect(answer.text).toContain('for sent')
  })

  it('does nothing to the messages of somebody else', async () => {
    const { bot, registered, passTo } = await start()
    await using _ = bot
    const [kari, ola] = [await registered('Kari'), await registered('Ola')]
    const [first] = await passTo(kari, week)
    expect((await press(ola, first, 'Om en time')).text).toContain('har jeg ikke lenger')
    await press(ola, first, 'Ferdig')
    expect(await passTo(kari, '2027-03-09T10:00:00Z')).toEqual([])
    expect(await passTo(kari, day)).toHaveLength(1)
    const rows = await bot.running.database.collection(rowsDefinition).find({ personId: ola.id, state: 'withdrawn' })
    expect(rows).toEqual([])
  })
})

describe('“done” on a reminder', () => {
  it('ends the reminders of that gathering, and can be taken back', async () => {
    const { bot, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const [first] = await passTo(kari, week)
    const done = await press(kari, first, 'Ferdig')
    expect(words(done)).toContain('Ferdig. Jeg minner deg ikke mer på dette')
    expect(await passTo(kari, day)).toEqual([])
    await press(kari, done, 'Angre')
    expect(titles(await passTo(kari, '2027-03-15T09:05:00Z', hour))).toEqual(['Om en time: Vårsamling'])
  })

  it('leaves word of a cancellation to come', async () => {
    const { bot, clock, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const [first] = await passTo(kari, week)
    await press(kari, first, 'Ferdig')
    const off = readGatherings([{ ...gathering, status: 'called-off' }], {
      timeZone: 'Europe/Oslo',
      isTopic: () => true,
    })
    if (off.ok) await bot.running.network.gatherings.importAll(off.gatherings, clock.now())
    expect(titles(await passTo(kari, '2027-03-09T09:01:00Z'))).toEqual(['Avlyst: Vårsamling'])
  })
})

describe('turning a kind off from its message', () => {
  it('says what is off, holds, and can be taken back', async () => {
    const { bot, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const [first] = await passTo(kari, week)
    const muted = await press(kari, first, 'Slå av slike meldinger')
    expect(words(muted)).toContain('Slått av: Invitasjoner og påminnelser om samlinger.')
    expect(await passTo(kari, day)).toEqual([])
    await press(kari, muted, 'Angre')
    expect(titles(await passTo(kari, hour))).toEqual(['Om en time: Vårsamling'])
  })

  it('leaves what cannot be turned off without such a button', async () => {
    const { bot, clock, registered, passTo } = await start()
    await using _ = bot
    const kari = await registered('Kari')
    const moved = readGatherings([{ ...gathering, place: 'Rådhuset' }], {
      timeZone: 'Europe/Oslo',
      isTopic: () => true,
    })
    if (moved.ok) await bot.running.network.gatherings.importAll(moved.gatherings, clock.now())
    const [changed] = await passTo(kari, '2027-02-01T09:01:00Z')
    expect(changed && buttons(changed)).toEqual(['gatherings.show', 'gatherings.cancel', 'reminders.settings'])
    expect((await kari.presses('reminders.mute', { category: 'essential' })).text).toContain('virker ikke lenger')
  })
})
