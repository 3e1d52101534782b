import { describe, expect, it, onTestFinished } from 'vitest'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, holdTimers, type TestClock } from '../support/clock.ts'
import { buttonOf, fieldOf, member, published } from './advisers/support.ts'

interface Meeting {
  bot: TestBot
  clock: TestClock
  eva: TestPerson
  ada: TestPerson
  bo: TestPerson
  gatheringId: string
  /** A minute passes for what the bot does by itself, and everything that is due is sent. */
  minutePasses(): Promise<void>
}

/** Ada and Bo are registered for a gathering on Tuesday 16 March 2027, which is over. */
async function meetingThatIsOver(): Promise<Meeting> {
  const clock = createClock('2027-02-01T09:00:00Z')
  const held = holdTimers()
  const env = { ADVISERS: 'tenant-a/oid-eva', PUBLIC_URL: 'https://bot.example.no', QUIET_HOURS: '21:00-07:00' }
  const bot = await startTestBot({ now: clock.now, surroundings: { timers: held.timers }, env })
  onTestFinished(() => bot[Symbol.asyncDispose]())
  const eva = bot.person('Eva')
  const gatheringId = await published(eva)
  const [ada, bo] = [await member({ bot, clock }, 'Ada'), await member({ bot, clock }, 'Bo')]
  for (const each of [ada, bo]) await each.presses('gatherings.register', { gatheringId })
  clock.moveTo('2027-03-16T15:00:00Z')

  async function minutePasses() {
    await held.minutePasses()
    await bot.running.reminders.passOnce()
  }
  return { bot, clock, eva, ada, bo, gatheringId, minutePasses }
}

function thanksIn(person: TestPerson): string[] {
  return person
    .inbox()
    .map(words)
    .filter((text) => /Takk for sist|Vi savnet deg/.test(text))
}

const materials = 'Erasmus+ for skoler – https://example.no/erasmus.pdf\nhttps://example.no/life'

describe('when a gathering is over', () => {
  it('thanks everybody who was registered the next morning, once, with the presentations and two questions', async () => {
    const { clock, eva, ada, bo, gatheringId, minutePasses } = await meetingThatIsOver()
    await eva.presses('gatherings.save-materials', { gatheringId, materials })
    await minutePasses()
    expect(thanksIn(ada)).toEqual([])
    clock.moveTo('2027-03-17T09:00:00Z')
    await minutePasses()
    await minutePasses()
    for (const each of [ada, bo]) {
      const [thanks, ...more] = thanksIn(each)
      expect(more).toEqual([])
      expect(thanks).toContain('Takk for sist: Vårsamling')
      expect(thanks).toContain('[Erasmus+ for skoler](https://example.no/erasmus.pdf)')
      expect(thanks).toContain('Hvor nyttig var samlingen for deg?')
    }
  })

  it('has a kind word and the material, and no questions, for those who were not ticked off', async () => {
    const { bot, clock, eva, ada, bo, gatheringId, minutePasses } = await meetingThatIsOver()
    await eva.presses('gatherings.save-materials', { gatheringId, materials })
    const present = { shown: [ada.id, bo.id], present: [ada.id] }
    await bot.running.network.attendeeDesk.setAttended(eva.id, gatheringId, present, clock.now())
    clock.moveTo('2027-03-17T09:00:00Z')
    await minutePasses()
    expect(thanksIn(ada)[0]).toContain('Takk for sist')
    expect(thanksIn(bo)[0]).toContain('Vi savnet deg: Vårsamling')
    expect(thanksIn(bo)[0]).toContain('example.no/erasmus.pdf')
    expect(thanksIn(bo)[0]).not.toContain('Hvor nyttig')
  })

  it('misses nobody when fewer than half were ticked off: all are thanked and asked', async () => {
    const { bot, clock, eva, ada, bo, gatheringId, minutePasses } = await meetingThatIsOver()
    clock.moveTo('2027-03-01T10:00:00Z')
    const others = [await member({ bot, clock }, 'Cy'), await member({ bot, clock }, 'Dag')]
    for (const each of others) await each.presses('gatherings.register', { gatheringId })
    clock.moveTo('2027-03-16T15:00:00Z')
    const tick = (present: string) => eva.presses('attendees.tick', { gatheringId, present, ticked: '' })
    expect(words(await tick(ada.id))).toContain(
      '3 er ikke krysset av. Så lenge færre enn halvparten er krysset av, får alle takken og spørsmålene dagen etter.',
    )
    clock.moveTo('2027-03-17T09:00:00Z')
    await minutePasses()
    for (const each of [ada, bo, ...others]) {
      expect(thanksIn(each)[0]).toContain('Takk for sist')
      expect(thanksIn(each)[0]).toContain('Hvor nyttig')
    }
  })

  it('lets one whom nobody ticked off say «Jeg var der», and asks them then', async () => {
    const { bot, clock, eva, ada, bo, gatheringId, minutePasses } = await meetingThatIsOver()
    const ticked = await eva.presses('attendees.tick', { gatheringId, present: ada.id, ticked: '' })
    expect(words(ticked)).toContain('1 er ikke krysset av. De får dagen etter «Vi savnet deg»')
    clock.moveTo('2027-03-17T09:00:00Z')
    await minutePasses()
    const missed = bo.inbox().findLast((seen) => words(seen).includes('Vi savnet deg'))
    if (!missed) throw new Error('not missed')
    const asked = await bo.presses('gatherings.was-there', buttonOf(missed, 'gatherings.was-there', 'Jeg var der'))
    expect(words(asked)).toContain('Nå er du regnet med')
    expect(words(asked)).toContain('Hvor nyttig var samlingen for deg?')
    const gathering = await bot.running.network.gatherings.find(gatheringId)
    expect(gathering?.registrations.every(({ attendedAt }) => attendedAt !== null)).toBe(true)
    const cy = await member({ bot, clock }, 'Cy')
    expect((await cy.presses('gatherings.was-there', { gatheringId })).text).toContain('Bare de som var påmeldt')
  })

  it('thanks nobody for what was called off, nor who cancelled or turned it off', async () => {
    const { clock, ada, bo, gatheringId, minutePasses, bot, eva } = await meetingThatIsOver()
    clock.moveTo('2027-03-16T10:00:00Z')
    await ada.presses('gatherings.cancel', { gatheringId })
    await bo.presses('reminders.mute', { category: 'gatherings' })
    clock.moveTo('2027-03-17T09:00:00Z')
    await minutePasses()
    expect([...thanksIn(ada), ...thanksIn(bo)]).toEqual([])
    expect((await bot.running.network.gatherings.find(gatheringId))?.thankedAt).not.toBeNull()

    const off = await published(eva, { startDate: '2027-03-18', endDate: '2027-03-18' })
    await ada.presses('gatherings.register', { gatheringId: off })
    await bot.running.network.editing.callOff(eva.id, off, null, clock.now())
    const undecided = await bot.running.network.editing.callOff(eva.id, off, null, clock.now())
    if (!undecided.ok && undecided.reason === 'undecided') {
      await bot.running.network.editing.callOff(eva.id, off, { isTold: false, of: undecided.of }, clock.now())
    }
    clock.moveTo('2027-03-19T09:00:00Z')
    await minutePasses()
    expect(thanksIn(ada)).toEqual([])
  })
})

describe('the material of a gathering', () => {
  it('stands with the gathering, and what was typed is kept when a line is wrong', async () => {
    const { eva, ada, gatheringId, bot } = await meetingThatIsOver()
    const wrong = 'Erasmus+ – https://example.no/a\nNotater – example.no/b'
    const seen = await eva.presses('gatherings.save-materials', { gatheringId, materials: wrong })
    expect(words(seen)).toContain('Linje 2: Lenken må begynne med https://')
    expect(fieldOf(seen, 'materials')).toBe(wrong)
    expect(words(await eva.presses('gatherings.save-materials', { gatheringId, materials }))).toContain(
      '2 lenker er lagret',
    )
    expect(fieldOf(await eva.presses('gatherings.materials', { gatheringId }), 'materials')).toContain(
      'example.no/life',
    )
    expect(words(await ada.presses('gatherings.show', { gatheringId }))).toContain(
      '[example.no](https://example.no/life)',
    )
    const trail = await bot.running.network.changes.of({ kind: 'gathering', id: gatheringId })
    expect(trail[0]).toMatchObject({ by: eva.id, before: { materials: [] } })
    expect(words(await eva.presses('gatherings.save-materials', { gatheringId, materials: '' }))).toContain(
      'ingen lenker her',
    )
  })

  it('that comes after the thank-you says how to tell of it', async () => {
    const { clock, eva, gatheringId, minutePasses } = await meetingThatIsOver()
    clock.moveTo('2027-03-17T09:00:00Z')
    await minutePasses()
    const seen = await eva.presses('gatherings.save-materials', { gatheringId, materials })
    expect(words(seen)).toContain('Takken er allerede sendt')
    const form = await eva.presses('announcements.write', buttonOf(seen, 'announcements.write', 'Skriv melding'))
    expect(JSON.stringify(form.card)).toContain('"value":"registered"')
    expect(buttons(seen)).toContain('announcements.write')
  })
})

describe('feedback', () => {
  it('is given, and changed by answering again', async () => {
    const { ada, gatheringId, bot } = await meetingThatIsOver()
    const answer = (useful: string, word: string) =>
      ada.presses('gatherings.feedback', { gatheringId, useful, word, send: 'yes' })
    expect(words(await answer('very', 'Mer tid til samtaler'))).toContain('Takk! Svaret er lagret')
    await answer('little', 'Kortere dag')
    const again = await ada.presses('gatherings.feedback', { gatheringId })
    expect(fieldOf(again, 'useful')).toBe('little')
    expect(fieldOf(again, 'word')).toBe('Kortere dag')
    expect(await bot.running.network.gatheringFeedback.summary(gatheringId)).toMatchObject({ answers: 1 })
  })

  it('asks for the one answer that is needed, and keeps the words', async () => {
    const { ada, gatheringId } = await meetingThatIsOver()
    const seen = await ada.presses('gatherings.feedback', { gatheringId, word: 'Fint', send: 'yes' })
    expect(words(seen)).toContain('Velg ett av svarene')
    expect(fieldOf(seen, 'word')).toBe('Fint')
  })

  it('is for those who were registered, when it is over', async () => {
    const { bot, clock, ada, gatheringId } = await meetingThatIsOver()
    const cy = await member({ bot, clock }, 'Cy')
    expect((await cy.presses('gatherings.feedback', { gatheringId })).text).toContain('Bare de som var påmeldt')
    clock.moveTo('2027-03-16T10:00:00Z')
    expect((await ada.presses('gatherings.feedback', { gatheringId })).text).toContain('ikke over ennå')
  })

  it('is summed up for the advisers without names, and only when nobody can be told from it', async () => {
    const { bot, clock, eva, ada, bo, gatheringId } = await meetingThatIsOver()
    clock.moveTo('2027-03-01T10:00:00Z')
    const cy = await member({ bot, clock }, 'Cy')
    await cy.presses('gatherings.register', { gatheringId })
    clock.moveTo('2027-03-17T10:00:00Z')
    const summary = async () => words(await eva.presses('gatherings.feedback-summary', { gatheringId }))
    expect(await summary()).toContain('Ingen har svart ennå')
    const answer = (person: TestPerson, useful: string, word: string) =>
      person.presses('gatherings.feedback', { gatheringId, useful, word, send: 'yes' })
    await answer(ada, 'very', 'Ring meg på 99 88 77 66')
    await answer(bo, 'very', '')
    const few = await summary()
    expect(few).toContain('2 har svart')
    expect(few).not.toContain('Svært nyttig')
    await answer(cy, 'not', 'For lang vei')
    const enough = await summary()
    expect(enough).toContain('3 av 3 til stede har svart')
    expect(enough).toContain('2 (67 %)')
    expect(enough).toContain('For lang vei')
    expect(enough).not.toContain('99 88 77 66')
    expect(enough).not.toMatch(/Ada|Bo\b|Cy/)
  })

  it('is in what is stored of me, goes when I am forgotten, and is nobody’s after a year', async () => {
    const { bot, ada, bo, gatheringId } = await meetingThatIsOver()
    for (const person of [ada, bo]) {
      await person.presses('gatherings.feedback', { gatheringId, useful: 'very', word: 'Fint', send: 'yes' })
    }
    expect(words(await ada.says('mine data'))).toContain('Tilbakemeldingen din på samlinger')
    await ada.presses('privacy.confirm-delete')
    const { gatheringFeedback, tidy } = bot.running.network
    expect(await gatheringFeedback.summary(gatheringId)).toMatchObject({ answers: 1 })
    await tidy(Temporal.Instant.from('2028-04-01T10:00:00Z'))
    expect(await gatheringFeedback.of(gatheringId, bo.id)).toBeNull()
    expect(await gatheringFeedback.summary(gatheringId)).toMatchObject({ answers: 1 })
  })
})
