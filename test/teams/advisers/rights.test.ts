import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviserVerbs } from '../../../src/cards/verbs/advisers.ts'
import { downloadsDefinition } from '../../../src/files/downloads.ts'
import { adviserChannelsDefinition } from '../../../src/network/advisers.ts'
import { announcementsDefinition } from '../../../src/network/announcement.ts'
import { changesDefinition } from '../../../src/network/changes.ts'
import { gatheringsDefinition } from '../../../src/network/gathering.ts'
import { membersDefinition } from '../../../src/network/member.ts'
import { experiencesDefinition } from '../../../src/network/together/experience.ts'
import { suggestionsDefinition } from '../../../src/network/together/suggestion.ts'
import { rowsDefinition } from '../../../src/reminders/row.ts'
import type { CollectionDefinition } from '../../../src/store/database.ts'
import { nb } from '../../../src/texts/nb.ts'
import { buttons, startTestBot, type TestBot, words } from '../../support/bot.ts'
import { idIn, member, typed } from './support.ts'

const env = { ADVISERS: 'tenant-a/oid-eva', CONTACT_EMAIL: 'post@fylke.no', PUBLIC_URL: 'https://bot.example.no' }

interface Everything {
  bot: TestBot
  /** What every verb of advisers wants of ids and fields, so that nothing but the right is in the way. */
  data: Record<string, unknown>
}

/** A network with something for every verb to show and to change. */
async function startWithEverything(): Promise<Everything> {
  const bot = await startTestBot({ env })
  const [eva, kari, ola] = ['Eva', 'Kari', 'Ola'].map((name) => bot.person(name))
  if (!eva || !kari || !ola) throw new Error('nobody')
  const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
  const office = { bot, clock: { now: () => now, moveTo() {} } }
  for (const name of ['Kari', 'Ola']) await member(office, name)
  const gathering = { ...typed, startDate: '2027-03-16', endDate: '2027-03-16' }
  const gatheringId = idIn(await eva.presses('gatherings.save', gathering))
  await eva.presses('gatherings.publish', { gatheringId })
  await ola.presses('gatherings.register', { gatheringId })
  await kari.presses('gatherings.register', { gatheringId })
  const message = { announcementId: 'm1', title: 'Hei', text: 'Alle sammen', group: 'registered' }
  await eva.presses('announcements.preview', { ...message, gatheringId })
  await kari.says('Hvordan får vi penger til en romferge av ost?')
  const experience = { title: 'Romfart', topic: 'none', year: '', what: 'Fløy', lesson: '', mayContact: 'false' }
  await kari.presses('experiences.save', { experienceId: 'e1', ...experience })
  await kari.presses('topics.save', { suggestionId: 's1', topic: 'Romfart' })
  const memberIds = { memberId: ola.id, one: ola.id, other: kari.id, keepId: ola.id, goneId: kari.id, keep: ola.id }
  const choices = { format: 'xlsx', reply: 'maybe', attendance: 'in-person', reach: 2, until: now.epochMilliseconds }
  const lists = { csv: 'email;name;municipality;language\nper@example.no;Per;Lier;nb', present: ola.id, ticked: '' }
  const others = {
    channelId: '19:team',
    questionId: 'q',
    suggestionId: 's1',
    experienceId: 'e1',
    tell: 'yes',
    edition: 1,
    search: 'Ola',
  }
  return { bot, data: { ...gathering, ...message, gatheringId, ...memberIds, ...choices, ...lists, ...others } }
}

/** All that is stored but where people's chats are. */
async function stored({ running }: TestBot): Promise<string> {
  const read = <T extends { _id: string }>(definition: CollectionDefinition<T>) =>
    running.database.collection(definition).find({})
  const documents = await Promise.all([
    read(membersDefinition),
    read(gatheringsDefinition),
    read(changesDefinition),
    read(announcementsDefinition),
    read(downloadsDefinition),
    read(adviserChannelsDefinition),
    read(rowsDefinition),
    read(suggestionsDefinition),
    read(experiencesDefinition),
  ])
  return JSON.stringify(documents)
}

describe('what only advisers may do', () => {
  let bot: TestBot
  let data: Everything['data']
  beforeAll(async () => {
    ;({ bot, data } = await startWithEverything())
  }, 60_000)
  afterAll(() => bot[Symbol.asyncDispose]())
  const verbs = Object.entries(adviserVerbs)
  const refusal = nb.advisers.onlyAdvisers('post@fylke.no')

  it.each(verbs)(
    '%s is refused to others, by button and by message: nothing shown, nothing written',
    async (verb, schema) => {
      expect(schema.safeParse(data).success).toBe(true)
      const before = await stored(bot)
      const kari = bot.person('Kari')
      for (const seen of [await kari.presses(verb, data), await kari.submits(verb, data)]) {
        expect(seen).toEqual({ text: refusal, card: null })
      }
      expect(await stored(bot)).toBe(before)
    },
  )

  it.each(verbs)('%s is not refused to an adviser', async (verb) => {
    const seen = await bot.person('Eva').presses(verb, data)
    expect(seen.text).not.toBe(refusal)
    expect(seen.text).not.toBe(nb.common.staleCard)
    expect(seen.text).not.toBe(nb.common.apology)
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

  it('are understood in the words that stand on the menu, and in short', async () => {
    for (const [said, title] of [
      ['medlemmer', 'Søk'],
      ['dubletter', 'Kan være samme person'],
      ['endringslogg', 'Logg'],
      ['skriv til medlemmene', 'Skriv en melding'],
      ['hva lurer medlemmene på?', 'Det medlemmene lurer på'],
      ['forslag til temaer', 'Forslag til temaer'],
    ] as const) {
      expect(words(await bot.person('Eva').says(said))).toContain(title)
      expect(words(await bot.person('Kari').says(said))).not.toContain(title)
    }
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
