import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'

const now = Temporal.Instant.from('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: () => now })
})
afterAll(() => bot[Symbol.asyncDispose]())

const first = [
  (person: TestPerson) => person.presses('help.show'),
  (person: TestPerson) => person.presses('answers.show', { answerId: 'greeting' }),
  (person: TestPerson) => person.says(''),
]

describe('help, greetings and messages without text', () => {
  it.each(first)('offer to join (%#) to who is no member', async (show) => {
    const help = buttons(await show(bot.person('Ny Her')))
    expect(help).toContain('membership.join')
    expect(help).not.toContain('membership.show')
  })

  it.each(first)('offer the profile and what others have learnt (%#) to a member', async (show) => {
    const ida = bot.person('Ida Medlem')
    await bot.running.network.members.save(ida.id, profile('Ida Medlem'), now)
    const help = await show(ida)
    expect(buttons(help)).toEqual(expect.arrayContaining(['membership.show', 'experiences.search']))
    expect(buttons(help)).not.toContain('membership.join')
  })

  it('tell nothing of anybody in a group chat', async () => {
    const ida = bot.person('Ida Medlem', { conversationId: 'group-1', scope: 'groupChat' })
    expect(buttons(await ida.presses('help.show'))).not.toContain('membership.show')
  })
})

describe('the welcome', () => {
  it('knows an imported member by their address in Teams', async () => {
    const unni = bot.person('Unni Importert')
    const email = 'unni-importert@example.kommune.no'
    await bot.running.network.members.importAll([profile('Unni', { email })], now)
    await unni.installs()
    const [welcome = { text: '', card: null }] = unni.inbox()
    expect(words(welcome)).toContain('Velkommen til')
    expect(buttons(welcome)).toContain('membership.show')
    expect(await bot.running.network.members.of(unni.id)).toMatchObject({ personId: unni.id })
  })

  it('comes also when Teams does not tell who somebody is', async () => {
    bot.connector.setFault(({ operation }) => (operation === 'members' ? { kind: 'status', status: 500 } : undefined))
    const nils = bot.person('Nils Uten')
    await nils.installs()
    bot.connector.setFault(undefined)
    expect(nils.inbox()).toHaveLength(1)
  })
})
