import { describe, expect, it, onTestFinished } from 'vitest'
import { buttons, type Seen, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, stillTimers, type TestClock } from '../support/clock.ts'
import { understanding } from '../support/understanding.ts'
import { buttonOf, member } from './advisers/support.ts'

const question = 'Hva er Erasmus+?'
const answerId = 'erasmus-plus/what'
const unanswered = 'kaffemaskinen i kantina lekker'

interface Office {
  bot: TestBot
  clock: TestClock
  eva: TestPerson
  kari: TestPerson
}

/** Eva and Per are advisers; Per has never written to the bot. */
async function openOffice(env: Record<string, string> = {}, start = '2027-02-01T09:00:00Z'): Promise<Office> {
  const clock = createClock(start)
  const bot = await startTestBot({
    now: clock.now,
    env: { ADVISERS: 'tenant-a/oid-eva oid-per', ...env },
    surroundings: {
      timers: stillTimers,
      openKnowledge: understanding({ [question]: answerId, [unanswered]: null }),
    },
  })
  onTestFinished(() => bot[Symbol.asyncDispose]())
  const eva = bot.person('Eva')
  await eva.says('hjelp')
  return { bot, clock, eva, kari: await member({ bot, clock }, 'Kari') }
}

async function wishes({ kari }: Office): Promise<Seen> {
  const handoff = await kari.says(unanswered)
  return kari.presses('questions.contact', buttonOf(handoff, 'questions.contact'))
}

async function pass({ bot }: Office): Promise<void> {
  await bot.running.tend()
  await bot.running.reminders.passOnce()
}

const about = (person: TestPerson) => person.inbox().filter((seen) => words(seen).includes('vil gjerne kontaktes'))

describe('«La rådgiveren kontakte meg»', () => {
  it('gives each adviser who has written a message, once, with who it is and what was asked', async () => {
    const office = await openOffice()
    await wishes(office)
    for (let time = 0; time < 2; time++) await pass(office)
    const [message, ...more] = about(office.eva)
    expect(more).toEqual([])
    for (const seen of ['Kari vil gjerne kontaktes', 'kari@example.no', unanswered]) {
      expect(words(message ?? { text: '', card: null })).toContain(seen)
    }
    expect(about(office.bot.person('Per'))).toEqual([])
  })

  it('tells what was missing in an answer that did not help, and of an answer in two parts once', async () => {
    const office = await openOffice()
    await office.kari.says(question)
    const also = 'life/what'
    const given = { answerId, also, sent: true, word: 'Satsene i 2027', contact: 'true' }
    await office.kari.presses('answers.unhelpful', given)
    await pass(office)
    expect(about(office.eva)).toHaveLength(1)
    for (const seen of ['Satsene i 2027', question]) expect(words(about(office.eva)[0] as Seen)).toContain(seen)
  })

  it('does not tell of who let nobody know who they are', async () => {
    const office = await openOffice()
    await office.kari.says(unanswered)
    await office.kari.presses('answers.unhelpful', { answerId, sent: true, word: 'Satsene' })
    await pass(office)
    expect(about(office.eva)).toEqual([])
  })

  it('is dealt with by one press, which leaves the list and the menu too', async () => {
    const office = await openOffice()
    const { eva } = office
    await wishes(office)
    await pass(office)
    expect(words(await eva.says('rådgivermeny'))).toContain(
      'Det medlemmene lurer på: ett åpent spørsmål, én vil kontaktes',
    )
    const [message] = about(eva)
    const pressed = buttonOf(message as Seen, 'questions.contacted')
    expect(words(await eva.presses('questions.contacted', pressed))).toContain('Ferdig behandlet')
    expect(words(await eva.presses('questions.contacted', pressed))).toContain('alt behandlet')
    expect(words(await eva.presses('questions.list'))).not.toContain('kaffemaskinen')
    expect(words(await eva.presses('advise.menu'))).not.toContain('åpent')
  })

  it('waits for an adviser’s quiet hours and pause', async () => {
    const office = await openOffice({ QUIET_HOURS: '21:00-07:00' }, '2027-02-01T21:30:00Z')
    await wishes(office)
    await pass(office)
    expect(about(office.eva)).toEqual([])
    await office.eva.says('pause til onsdag')
    office.clock.moveTo('2027-02-02T09:00:00Z')
    await pass(office)
    expect(about(office.eva)).toEqual([])
    office.clock.moveTo('2027-02-04T09:00:00Z')
    await pass(office)
    expect(about(office.eva)).toHaveLength(1)
  })

  it('is for advisers only, and goes with whoever is forgotten', async () => {
    const office = await openOffice({ QUIET_HOURS: '21:00-07:00' }, '2027-02-01T21:30:00Z')
    const { bot, kari, eva } = office
    const handoff = await kari.says(unanswered)
    const { questionId } = buttonOf(handoff, 'questions.contact')
    await kari.presses('questions.contact', { questionId })
    expect(words(await bot.person('Nils').presses('questions.contacted', { questionId }))).toContain('bare rådgiverne')
    await kari.presses('privacy.confirm-delete')
    office.clock.moveTo('2027-02-02T09:00:00Z')
    await pass(office)
    expect(about(eva)).toEqual([])
    expect(words(await eva.presses('advise.menu'))).not.toContain('vil kontaktes')
  })
})

describe('with a channel of the advisers', () => {
  async function withChannel(): Promise<Office & { channel: TestPerson }> {
    const office = await openOffice()
    const channel = office.bot.person('Eva', { conversationId: '19:team', scope: 'channel' })
    await channel.says('Dette er rådgivernes kanal')
    return { ...office, channel }
  }

  it('the wish stands there at once, and in nobody’s chat', async () => {
    const office = await withChannel()
    await wishes(office)
    await pass(office)
    expect(about(office.channel)).toHaveLength(1)
    expect(about(office.eva)).toEqual([])
  })

  it('all see there that it is dealt with, wherever that was said', async () => {
    const office = await withChannel()
    const { channel, eva } = office
    await wishes(office)
    const need = buttonOf(await eva.presses('questions.list'), 'questions.show')
    const done = buttonOf(await eva.presses('questions.show', need), 'questions.done')
    await eva.presses('questions.done', done)
    expect(about(channel)).toEqual([])
    const last = channel.inbox().at(-1) as Seen
    expect(words(last)).toContain('Ferdig behandlet')
    expect(words(last)).not.toContain('Kari')
    expect(buttons(last)).toEqual([])
  })

  it('a failure that passes is tried again, and a channel that is gone makes it a message to each', async () => {
    const office = await withChannel()
    office.bot.connector.refuse('19:team', 403)
    await wishes(office)
    await pass(office)
    expect(about(office.eva)).toHaveLength(1)
    office.bot.connector.allow('19:team')
    let isDown = true
    office.bot.connector.setFault(({ conversationId, operation }) =>
      isDown && conversationId === '19:team' && operation === 'send' ? { kind: 'status', status: 503 } : undefined,
    )
    await office.kari.says(question)
    await office.kari.presses('answers.unhelpful', { answerId, sent: true, word: 'Satsene', contact: 'true' })
    expect(about(office.channel)).toEqual([])
    isDown = false
    for (let time = 0; time < 2; time++) await pass(office)
    expect(about(office.channel)).toHaveLength(1)
  })
})
