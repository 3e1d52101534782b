import { describe, expect, it } from 'vitest'
import { adviserVerbs } from '../../../src/cards/verbs/advisers.ts'
import { startTestBot, words } from '../../support/bot.ts'

const env = { ADVISERS: 'tenant-a/oid-eva' }

describe('what only advisers may do', () => {
  it.each(Object.keys(adviserVerbs))('%s is refused to others, politely', async (verb) => {
    await using bot = await startTestBot({ env })
    const kari = bot.person('Kari')
    const seen = await kari.presses(verb, { gatheringId: 'x', channelId: 'x', memberId: 'x', id: 'x' })
    expect(seen.card).toBeNull()
    expect(seen.text).toContain('bare rådgiverne')
  })

  it('has a menu for advisers, and no word of it for others', async () => {
    await using bot = await startTestBot({ env })
    const menu = await bot.person('Eva').says('Rådgivermeny!')
    expect(words(menu)).toContain('For rådgivere')
    expect(words(await bot.person('Kari').says('rådgivermeny'))).toContain('bare rådgiverne')
  })

  it('is not shown where others read along', async () => {
    await using bot = await startTestBot({ env })
    const eva = bot.person('Eva', { conversationId: '19:chat', scope: 'groupChat' })
    expect((await eva.says('rådgivermeny')).text).toContain('tomannshånd')
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
    expect((await eva.presses('advise.unname-channel', { channelId: '19:team' })).text).toContain(
      'ikke rådgivernes kanal',
    )
    expect(words(await ola.says('rådgivermeny'))).toContain('bare rådgiverne')
  })

  it('is not named by others, nor in a personal chat', async () => {
    await using bot = await startTestBot({ env })
    const kari = bot.person('Kari', { conversationId: '19:team', scope: 'channel' })
    expect((await kari.says('dette er rådgivernes kanal')).text).toContain('bare rådgiverne')
    expect((await bot.person('Eva').says('dette er rådgivernes kanal')).text).toContain('i en kanal')
  })
})
