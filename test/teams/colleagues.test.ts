import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contents, gatheringFile, profile } from '../network/support.ts'
import { buttons, type Seen, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'

const clock = Temporal.Instant.from('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: () => clock })
})
afterAll(() => bot[Symbol.asyncDispose]())

let count = 0
async function gathering(fields: object = {}): Promise<string> {
  count++
  const id = `k${count}`
  await bot.running.network.gatherings.importAll(
    contents({ ...gatheringFile, id, title: `Samling ${count}`, ...fields }),
    clock,
  )
  return id
}

/** Somebody who has written to the bot, and so can be told. */
async function member(name: string, municipality = 'Drammen'): Promise<TestPerson> {
  const someone = bot.person(name)
  await someone.says('hei')
  await bot.running.network.members.save(someone.id, profile(name, { municipality }), clock)
  return someone
}

async function told(someone: TestPerson): Promise<Seen> {
  await bot.running.reminders.passOnce()
  return someone.inbox().at(-1) ?? { text: '', card: null }
}

async function statesOf(id: string): Promise<Record<string, string>> {
  const found = await bot.running.network.gatherings.find(id)
  return Object.fromEntries((found?.registrations ?? []).map(({ memberId, state }) => [memberId, state]))
}

describe('registering a colleague', () => {
  it('finds those of the same municipality, registers by one press, and tells them who did', async () => {
    const id = await gathering()
    const ada = await member('Ada Sjef')
    const bo = await member('Bo Kollega')
    await member('Bo Langtborte', 'Bergen')
    const found = await ada.presses('colleagues.find', { gatheringId: id, purpose: 'register', search: 'bo' })
    expect(words(found)).toContain('Bo Kollega')
    expect(words(found)).not.toContain('Langtborte')
    const done = await ada.presses('colleagues.register', { gatheringId: id, memberId: bo.id })
    expect(words(done)).toContain('Bo Kollega er meldt på')
    expect(await statesOf(id)).toEqual({ [bo.id]: 'registered' })
    const heard = await told(bo)
    expect(words(heard)).toContain('Ada Sjef har meldt deg på.')
    expect(buttons(heard)).toContain('gatherings.cancel')
  })

  it('lets them refuse, and does not let anybody register them again', async () => {
    const id = await gathering()
    const [ada, bo] = [await member('Ada Nei'), await member('Bo Nei')]
    await ada.presses('colleagues.register', { gatheringId: id, memberId: bo.id })
    await bo.presses('gatherings.cancel', { gatheringId: id })
    const again = await ada.presses('colleagues.register', { gatheringId: id, memberId: bo.id })
    expect(words(again)).toContain('Bo Nei har alt svart nei.')
    expect(await statesOf(id)).toEqual({ [bo.id]: 'cancelled' })
  })

  it('can be undone by who did it, and by nobody else', async () => {
    const id = await gathering()
    const [ada, bo, cai] = [await member('Ada Angre'), await member('Bo Angre'), await member('Cai Angre')]
    await ada.presses('colleagues.register', { gatheringId: id, memberId: bo.id })
    await cai.presses('colleagues.unregister', { gatheringId: id, memberId: bo.id })
    expect(await statesOf(id)).toEqual({ [bo.id]: 'registered' })
    await ada.presses('colleagues.unregister', { gatheringId: id, memberId: bo.id })
    expect(await statesOf(id)).toEqual({ [bo.id]: 'cancelled' })
    await ada.presses('colleagues.register', { gatheringId: id, memberId: bo.id })
    expect(await statesOf(id)).toEqual({ [bo.id]: 'registered' })
  })

  it('has them wait where it is full', async () => {
    const id = await gathering({ capacity: 1 })
    const [ada, bo] = [await member('Ada Full'), await member('Bo Full')]
    await ada.presses('gatherings.register', { gatheringId: id })
    expect(words(await ada.presses('colleagues.register', { gatheringId: id, memberId: bo.id }))).toContain(
      'venteliste',
    )
    expect(words(await told(bo))).toContain('Ada Full har satt deg på ventelista.')
  })

  it('is for the same municipality, and for those who can hear of it', async () => {
    const id = await gathering()
    const [ada, bo] = [await member('Ada Her'), await member('Bo Der', 'Bergen')]
    const forged = await ada.presses('colleagues.register', { gatheringId: id, memberId: bo.id })
    expect(words(forged)).toContain('Jeg finner ikke denne kollegaen')
    await bot.running.network.members.importAll([profile('Tom Importert')], clock)
    const found = await ada.presses('colleagues.find', { gatheringId: id, purpose: 'register', search: 'tom' })
    expect(words(found)).toContain('Jeg finner ingen slik kollega.')
    const lone = await (await member('Liv Alene', 'Vadsø')).presses('colleagues.find', {
      gatheringId: id,
      purpose: 'register',
    })
    expect(words(lone)).toContain('Ingen andre fra kommunen din')
    expect(await statesOf(id)).toEqual({})
  })
})

describe('a substitute', () => {
  async function asked(suffix: string) {
    const id = await gathering({ capacity: 1 })
    const [ada, bo, cai] = [await member(`Ada ${suffix}`), await member(`Bo ${suffix}`), await member(`Cai ${suffix}`)]
    await ada.presses('gatherings.register', { gatheringId: id })
    await cai.presses('gatherings.wait', { gatheringId: id })
    const reply = await ada.presses('colleagues.ask-substitute', { gatheringId: id, memberId: bo.id })
    return { id, ada, bo, cai, reply }
  }

  it('takes over the place by saying yes, and nobody in the queue is offered it', async () => {
    const { id, ada, bo, cai, reply } = await asked('Vikar')
    expect(words(reply)).toContain('Jeg spør Bo Vikar. Plassen er din til du får svar.')
    expect(await statesOf(id)).toEqual({ [ada.id]: 'registered', [cai.id]: 'waiting' })
    const question = await told(bo)
    expect(words(question)).toContain('Ada Vikar kan ikke komme')
    expect(buttons(question)).toContain('colleagues.take-over')
    const taken = await bo.presses('colleagues.take-over', { gatheringId: id, memberId: ada.id })
    expect(words(taken)).toContain('Plassen etter Ada Vikar er din!')
    expect(await statesOf(id)).toEqual({ [ada.id]: 'cancelled', [cai.id]: 'waiting', [bo.id]: 'registered' })
    expect(words(await told(ada))).toContain('Bo Vikar har overtatt plassen din')
  })

  it('can say no, and the place stays', async () => {
    const { id, ada, bo } = await asked('Avslag')
    await bo.presses('colleagues.refuse', { gatheringId: id, memberId: ada.id })
    expect((await statesOf(id))[ada.id]).toBe('registered')
    const heard = await told(ada)
    expect(words(heard)).toContain('Bo Avslag kan ikke overta')
    expect(words(heard)).toContain('Spør en annen')
    const again = await ada.presses('colleagues.ask-substitute', { gatheringId: id, memberId: bo.id })
    expect(words(again)).toContain('Bo Avslag har alt svart nei.')
  })

  it('is asked no longer when the place is kept, and a late yes is answered kindly', async () => {
    const { id, ada, bo } = await asked('Likevel')
    const shown = await ada.presses('gatherings.show', { gatheringId: id })
    expect(words(shown)).toContain('Jeg kommer likevel')
    expect(words(await ada.presses('colleagues.keep-seat', { gatheringId: id }))).toContain('Fint at du kommer!')
    const late = await bo.presses('colleagues.take-over', { gatheringId: id, memberId: ada.id })
    expect(words(late)).toContain('Dette er ikke aktuelt lenger')
    expect((await statesOf(id))[ada.id]).toBe('registered')
  })

  it('who was not asked takes nothing', async () => {
    const { id, ada, cai } = await asked('Uspurt')
    await cai.presses('colleagues.take-over', { gatheringId: id, memberId: ada.id })
    expect(await statesOf(id)).toEqual({ [ada.id]: 'registered', [cai.id]: 'waiting' })
  })

  it('is forgotten with the member', async () => {
    const { id, bo } = await asked('Glemt')
    await bot.running.network.personalData.forget(bo.id, clock)
    const found = await bot.running.network.gatherings.find(id)
    expect(JSON.stringify(found)).not.toContain(bo.id)
  })
})
