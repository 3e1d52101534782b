import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { peopleDefinition } from '../../src/network/people.ts'
import { contents, gatheringFile, profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'

let clock = Temporal.Instant.from('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: () => clock, env: { PUBLIC_URL: 'https://bot.example.no' } })
  await bot.running.network.gatherings.importAll(contents({ ...gatheringFile, capacity: 1 }), clock)
})
afterAll(() => bot[Symbol.asyncDispose]())

async function member(name: string, on: TestBot = bot): Promise<TestPerson> {
  const someone = on.person(name)
  await someone.presses('membership.save', {
    ...{ name, email: `${someone.id.split('-').at(-1)}@example.no`, municipality: 'Lier', role: 'Rektor' },
    ...{ topics: 'nordplus', language: 'nb', consent: 'true' },
  })
  return someone
}

/** The address of the file, on the port that this bot listens on. */
async function downloadOf(someone: TestPerson): Promise<string> {
  const offered = await someone.presses('privacy.download')
  const url = offered.card?.actions?.map(({ url: each }) => each).find((each) => typeof each === 'string')
  return `${bot.url}${new URL(z.string().parse(url)).pathname}`
}

describe('what is stored', () => {
  it('is shown in plain words', async () => {
    const kari = await member('Kari Innsyn')
    await kari.presses('gatherings.register', { gatheringId: 'spring' })
    await kari.presses('gatherings.save-registration', {
      gatheringId: 'spring',
      attendance: 'in-person',
      diet: 'Ingen nøtter',
    })
    await kari.says('Hva er Erasmus+?')
    const shown = await kari.says('mine data')
    for (const word of ['Kari Innsyn', 'Lier', 'Rektor', 'Nordplus', 'Vårsamling', 'kosthold: Ingen nøtter']) {
      expect(words(shown)).toContain(word)
    }
    expect(words(shown)).toContain('adressen til denne chatten')
    expect(words(shown)).toContain('Hva vi snakket om sist')
    expect(words(shown)).toMatch(/påminnelser? til deg/)
    expect(buttons(shown)).toEqual(expect.arrayContaining(['privacy.download', 'privacy.delete', 'membership.edit']))
  })

  it('has words for everything that it names', async () => {
    const someone = await member('Ola Ord')
    await someone.presses('reminders.save', { kinds: 'gatherings' })
    await someone.presses('privacy.download')
    expect(words(await someone.presses('privacy.show'))).not.toMatch(/^[a-z]+(\.[a-z]+)?: \d+$/m)
  })

  it('is next to nothing for who only asked something', async () => {
    const shown = await bot.person('Bo Gjest').presses('privacy.show')
    expect(words(shown)).toContain('adressen til denne chatten')
    expect(words(shown)).not.toContain('Profilen din')
  })

  it('is not shown in a group chat', async () => {
    await member('Ida Gruppe')
    const inGroup = bot.person('Ida Gruppe', { conversationId: 'group-1', scope: 'groupChat' })
    for (const verb of ['privacy.show', 'privacy.download', 'privacy.delete', 'privacy.confirm-delete']) {
      expect((await inGroup.presses(verb)).text).toContain('personlige chatten')
    }
  })
})

describe('the download', () => {
  it('is one file with everything, fetched by a button on a page that takes nothing itself', async () => {
    const url = await downloadOf(await member('Nora Fil'))
    const pages = await Promise.all([fetch(url), fetch(url)])
    expect(pages.map(({ status }) => status)).toEqual([200, 200])
    expect(await pages[0]?.text()).toContain('Last ned')
    const file = await fetch(url, { method: 'POST' })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="mine-data.json"')
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(await file.json()).toMatchObject({ network: { member: { name: 'Nora Fil', municipality: 'Lier' } } })
  })

  it('works once, also when it is pressed twice at once', async () => {
    const url = await downloadOf(await member('Nora Engang'))
    const answers = await Promise.all([1, 2, 3].map(() => fetch(url, { method: 'POST' })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404])
    expect(await (await fetch(url)).text()).toContain('for gammel')
  })

  it('is gone after ten minutes', async () => {
    const url = await downloadOf(await member('Nora Sen'))
    const before = clock
    clock = before.add({ minutes: 10 })
    expect((await fetch(url, { method: 'POST' })).status).toBe(404)
    clock = before
  })

  it('is not found by guessing', async () => {
    expect((await fetch(`${bot.url}/download/x`, { method: 'POST' })).status).toBe(404)
    expect((await fetch(`${bot.url}/download/${crypto.randomUUID()}`)).status).toBe(404)
  })
})

describe('somebody who is no member', () => {
  it('is forgotten a year after they last wrote, and members are not', async () => {
    await using own = await startTestBot({ now: () => clock })
    const start = clock
    const ida = await member('Ida Blir', own)
    await ida.says('hei')
    const jon = own.person('Jon Spør')
    await jon.says('Hva er Erasmus+?')
    clock = start.add({ hours: 200 * 24 })
    await jon.says('Hva er LIFE?')
    const remembered = async () =>
      (await own.running.database.collection(peopleDefinition).find({})).map(({ _id }) => _id)
    clock = start.add({ hours: 500 * 24 })
    await own.running.tidy()
    expect(await remembered()).toContain(jon.id)
    clock = start.add({ hours: 600 * 24 })
    await own.running.tidy()
    expect(await remembered()).toEqual([ida.id])
    clock = start
  })
})

describe('deleting', () => {
  it('asks first, and names what will be cancelled', async () => {
    const geir = await member('Geir Spurt')
    await bot.running.network.gatherings.importAll(contents({ ...gatheringFile, id: 'asked' }), clock)
    await geir.presses('gatherings.register', { gatheringId: 'asked' })
    const asked = await geir.says('slett dataene mine')
    expect(words(asked)).toContain('Vårsamling, mandag 1. mars 2027')
    expect(buttons(asked)).toEqual(['privacy.confirm-delete', 'privacy.show'])
    expect(await bot.running.network.members.of(geir.id)).not.toBeNull()
  })

  it('frees the seat for the next who waits, says so, and can be pressed twice', async () => {
    await bot.running.network.gatherings.importAll(contents({ ...gatheringFile, id: 'small', capacity: 1 }), clock)
    const [geir, nina] = await Promise.all([member('Geir Slettet'), member('Nina Neste')])
    await geir.presses('gatherings.register', { gatheringId: 'small' })
    await nina.presses('gatherings.wait', { gatheringId: 'small' })
    const gone = await geir.presses('privacy.confirm-delete')
    expect(words(gone)).toContain('Du er meldt av samlingen')
    const small = await bot.running.network.gatherings.find('small')
    expect(small?.registrations).toMatchObject([{ memberId: nina.id, state: 'offered' }])
    expect(words(await geir.presses('privacy.confirm-delete'))).toContain('Alt om deg er slettet')
    expect(words(await geir.presses('membership.show'))).toContain('Bli med i nettverket')
  })

  it('leaves no trace in any collection', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'privacy-'))
    const email = 'unn-borte@example.kommune.no'
    {
      await using own = await startTestBot({ now: () => clock, env: { DATA_DIR: directory } })
      await own.running.network.gatherings.importAll(contents(gatheringFile), clock)
      const unn = await member('Unn Borte', own)
      await own.running.network.members.importAll([profile('Unn Borte', { email })], clock)
      await own.person('Per Blir').says('Hva er Erasmus+?')
      await unn.installs()
      await unn.says('Hva er Erasmus+?')
      await unn.presses('gatherings.register', { gatheringId: 'spring' })
      await unn.presses('reminders.save', { kinds: '' })
      await unn.presses('topics.save', { suggestionId: 's', topic: 'Noe Unn Borte vil', why: 'Unn Borte' })
      const experience = { title: 'Av Unn Borte', topic: 'life', year: '', what: 'Noe', lesson: '', mayContact: 'true' }
      await unn.presses('experiences.save', { experienceId: 'e', ...experience })
      const search = { topic: 'life', idea: 'Unn Borte', role: 'lead', months: '1', isFindable: 'true' }
      await unn.presses('partners.save', { searchId: 'p1', ...search })
      const bo = await member('Bo Spurt', own)
      await bo.presses('partners.save', { searchId: 'p2', ...search, idea: '' })
      await bo.presses('partners.ask', { searchId: 'p2', otherId: 'p1' })
      await own.running.reminders.passOnce()
      await workedOn(own, unn)
      await unn.presses('membership.confirm-leave')
      await unn.presses('membership.join')
      await unn.presses('privacy.download')
      const all = everything(directory)
      for (const trace of [unn.id, 'Unn Borte', email, 'unn-borte']) expect(all).toContain(trace)
      await unn.presses('privacy.confirm-delete')
    }
    const left = everything(directory)
    expect(left).toContain('oid-per-blir')
    for (const trace of ['oid-unn-borte', 'Unn Borte', email, 'unn-borte', 'borte@example.no']) {
      expect(left).not.toContain(trace)
    }
  })
})

/** What advisers do that holds ids of members, and what others read along. */
async function workedOn(own: TestBot, unn: TestPerson): Promise<void> {
  const { network, reminders } = own.running
  const eva = own.person('Eva', { conversationId: '19:radgivere', scope: 'channel' })
  const group = own.person('Unn Borte', { conversationId: '19:gruppe', scope: 'groupChat' })
  await group.says('kan Unn Borte søke Erasmus+?')
  await own.person('Unn Borte', { conversationId: '19:kanal', scope: 'channel' }).says('dette er rådgivernes kanal')
  const invited = { audience: { kind: 'invited', memberIds: [unn.id] } }
  await network.changes.recordChange(eva.id, { kind: 'gathering', id: 'spring' }, invited, { audience: 'all' }, clock)
  const letter = { title: 'Nytt', text: 'Hei', group: 'all' as const, standing: 'any' as const, gatheringId: null }
  const nobodyElse = { municipalities: [], counties: [], topics: [], roles: [] }
  await network.announcements.draft({ _id: 'letter', by: eva.id, ...letter, ...nobodyElse }, clock)
  await network.announcements.send(
    'letter',
    { post: async () => {}, stop: async () => {}, renew: async () => {} },
    clock,
  )
  await reminders.passOnce()
}

/** Every document of every collection, as the file has them; of a copy, since the bot has the file to itself. */
function everything(directory: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'privacy-copy-'))
  cpSync(directory, copy, { recursive: true })
  const file = new DatabaseSync(join(copy, 'store.sqlite'))
  const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const rows = tables.flatMap(({ name }) => file.prepare(`SELECT * FROM "${String(name)}"`).all())
  file.close()
  return JSON.stringify(rows)
}
