import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviserVerbs } from '../../../src/cards/verbs/advisers.ts'
import { buttons, startTestBot, type TestBot, words } from '../../support/bot.ts'

const env = { ADVISERS: 'tenant-a/oid-eva' }
/** What any verb of advisers may need of ids and fields, so that nothing but the right is in the way. */
const anything = { gatheringId: 'x', channelId: 'x', memberId: 'x', requestId: 'x', id: 'x', text: 'x', title: 'x' }

describe('what only advisers may do', () => {
  let bot: TestBot
  beforeAll(async () => {
    bot = await startTestBot({ env })
  }, 60_000)
  afterAll(() => bot[Symbol.asyncDispose]())

  it.each(Object.keys(adviserVerbs))('%s is refused to others, politely', async (verb) => {
    const seen = await bot.person('Kari').presses(verb, anything)
    expect(seen.card).toBeNull()
    expect(seen.text).toMatch(/bare rådgiverne|virker ikke lenger/)
  })

  it('is refused with nothing done', async () => {
    const { network } = bot.running
    expect(await network.gatherings.every()).toEqual([])
    expect(await network.changes.by('tenant-a/oid-kari')).toEqual([])
  })

  it('has a menu for advisers, and no word of it for others', async () => {
    const menu = await bot.person('Eva').says('Rådgivermeny!')
    expect(words(menu)).toContain('For rådgivere')
    expect(words(await bot.person('Kari').says('rådgivermeny'))).toContain('bare rådgiverne')
  })

  it('is led to by the help of advisers alone', async () => {
    expect(buttons(await bot.person('Eva').presses('help.show'))).toContain('advise.menu')
    expect(buttons(await bot.person('Kari').presses('help.show'))).not.toContain('advise.menu')
  })

  it('is not shown where others read along', async () => {
    const eva = bot.person('Eva', { conversationId: '19:chat', scope: 'groupChat' })
    expect((await eva.says('rådgivermeny')).text).toContain('tomannshånd')
  })

  it('in words that members use too is answered to them as ever', async () => {
    expect(words(await bot.person('Eva').says('ny samling'))).toContain('Første dag')
    expect(words(await bot.person('Kari').says('ny samling'))).not.toContain('Første dag')
  })
})

describe('the advisers’ channel', () => {
  it('makes advisers of those in its team', async () => {
    await using bot = await startTestBot({ env })
    const eva = bot.person('Eva', { conversationId: '19:team', scope: 'channel' })
    const ola = bot.person('Ola')
    expect(words(await ola.says('rådgivermeny'))).toContain('bare rådgiverne')
    bot.connector.addConversation('19:team', 'tenant-a', [
      { id: '29:ola', name: 'Ola', aadObjectId: 'oid-ola', tenantId: 'tenant-a' },
      { id: '29:eva', name: 'Eva', aadObjectId: 'oid-eva', tenantId: 'tenant-a' },
    ])
    expect(words(await eva.says('Dette er rådgivernes kanal'))).toContain('De 2 som er med')
    expect(words(await ola.says('rådgivermeny'))).toContain('For rådgivere')
    const gone = await eva.presses('advise.unname-channel', { channelId: '19:team' })
    expect(gone.text).toContain('ikke rådgivernes kanal')
    expect(words(await ola.says('rådgivermeny'))).toContain('bare rådgiverne')
  })

  it('is not named by others, nor in a personal chat', async () => {
    await using bot = await startTestBot({ env })
    const kari = bot.person('Kari', { conversationId: '19:team', scope: 'channel' })
    expect((await kari.says('dette er rådgivernes kanal')).text).toContain('bare rådgiverne')
    expect((await bot.person('Eva').says('dette er rådgivernes kanal')).text).toContain('i en kanal')
  })
})
