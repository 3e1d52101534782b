import { expect, it } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { createTellPartners } from '../../src/telling/tell-partners.ts'
import { joined, networkOn, now, type TestNetwork } from './support.ts'

const experience = { title: 'Dammer', topic: 'life', year: 2024, what: 'Gravde', lesson: '', mayContact: true }
const search = { topic: 'life', idea: '', role: 'either', months: 3, isFindable: true } as const
const noWords = () => []

/**
 * What members bring to each other, in several processes at once.
 * @param open one store, as so many processes have it
 */
export function togetherCases(open: (processes: number) => Promise<Database[]>): void {
  async function several(): Promise<[TestNetwork, TestNetwork, TestNetwork]> {
    const [one, two, three] = (await open(3)).map(networkOn)
    if (!one || !two || !three) throw new Error('too few processes')
    return [one, two, three]
  }

  it('counts everybody who wants a theme once, and lets it go with the last', async () => {
    const processes = await several()
    const [{ suggestions }] = processes
    const people = await joined(processes[0], ...Array.from({ length: 9 }, (_, index) => `P${index}`))
    const [first = ''] = people
    await Promise.all(processes.map((each) => each.suggestions.suggest(first, { id: 's', text: 'Flom', why: '' }, now)))
    const press = (act: (network: TestNetwork, personId: string) => Promise<unknown>) =>
      Promise.all(people.flatMap((personId) => processes.map((network) => act(network, personId))))
    await press((network, personId) => network.suggestions.support(personId, { id: 's', why: '' }, now))
    expect((await suggestions.all('open')).map(({ wishes }) => wishes.length)).toEqual([9])
    await press((network, personId) => network.suggestions.withdraw(personId, 's'))
    expect(await suggestions.find('s')).toBeNull()
  })

  it('takes up a theme, and forgets it in time', async () => {
    const [network] = await several()
    const { suggestions } = network
    const [kari = ''] = await joined(network, 'Kari')
    await suggestions.suggest(kari, { id: 'open', text: 'Flom', why: '' }, now)
    await suggestions.suggest(kari, { id: 'done', text: 'Ras', why: '' }, now)
    expect(await suggestions.setDone('eva', 'done', true, now)).toBe(true)
    expect(await suggestions.setDone('eva', 'done', true, now)).toBe(false)
    await suggestions.tidy(now.add({ hours: 400 * 24 }))
    expect([await suggestions.find('open'), await suggestions.find('done')]).toMatchObject([{ wishes: [{}] }, null])
  })

  it('saves an experience once, and hides, shows and forgets it', async () => {
    const processes = await several()
    const [{ experiences, members }] = processes
    const [kari = '', ola = ''] = await joined(processes[0], 'Kari', 'Ola')
    const saved = await Promise.all(processes.map((network) => network.experiences.save(kari, 'e', experience, now)))
    expect(saved.toSorted()).toEqual(['changed', 'changed', 'shared'])
    expect(await experiences.save(ola, 'e', experience, now)).toBeNull()
    await experiences.setHidden('eva', 'e', true, now)
    expect(await experiences.visible()).toEqual([])
    await experiences.setHidden('eva', 'e', false, now)
    expect([...(await experiences.experiencedIn('life'))]).toEqual([(await members.of(kari))?._id])
    await experiences.personalData.forget(kari, now)
    expect(await experiences.all()).toEqual([])
  })

  it('brings two together once who ask each other at the same moment', async () => {
    const processes = await several()
    const [network] = processes
    const [kari = '', ola = ''] = await joined(network, 'Kari', 'Ola')
    await network.partners.save(kari, 'k', search, now)
    await network.partners.save(ola, 'o', search, now)
    const ids = await Promise.all(
      processes.flatMap(({ partners }) => [partners.ask(kari, 'k', 'o', now), partners.ask(ola, 'o', 'k', now)]),
    )
    expect(new Set(ids).size).toBe(1)
    const seeker = await network.partners.own(kari, 'k', now)
    const matches = seeker === null ? [] : await network.partners.matches(seeker, noWords, now)
    expect(matches.map(({ standing }) => standing)).toEqual(['accepted'])
  })

  it('tells what a crash kept from being told, once', async () => {
    const [network] = await several()
    const { partners } = network
    const [kari = '', ola = ''] = await joined(network, 'Kari', 'Ola')
    await partners.save(kari, 'k', search, now)
    await partners.save(ola, 'o', { ...search, isFindable: false }, now)
    const posted: { key: string; personId: string }[] = []
    let isDown = true
    const tell = createTellPartners(partners, {
      async post(rows) {
        if (isDown) throw new Error('down')
        posted.push(...rows)
      },
    })
    async function toldAfterCrash(): Promise<{ key: string; personId: string }[]> {
      posted.length = 0
      isDown = true
      await expect(tell(now)).rejects.toThrow('down')
      isDown = false
      for (let time = 0; time < 2; time++) await tell(now)
      return posted
    }
    expect(await toldAfterCrash()).toMatchObject([{ key: 'partner-turned-up:k:o', personId: ola }])
    const contactId = (await partners.ask(ola, 'o', 'k', now)) ?? ''
    expect(await toldAfterCrash()).toMatchObject([{ key: `partner-asked:${contactId}`, personId: kari }])
    await partners.answer(kari, contactId, true, now)
    expect(await toldAfterCrash()).toMatchObject([{ key: `partner-found:${contactId}`, personId: ola }])
  })

  it('remembers for a year who was asked, and forgets searches that are over', async () => {
    const [network] = await several()
    const { partners } = network
    const [kari = '', ola = ''] = await joined(network, 'Kari', 'Ola')
    await partners.save(kari, 'k', search, now)
    await partners.save(ola, 'o', search, now)
    const contactId = (await partners.ask(ola, 'o', 'k', now)) ?? ''
    await partners.answer(kari, contactId, false, now)
    const later = now.add({ hours: 200 * 24 })
    await partners.tidy(later)
    expect(await partners.mine(kari, now)).toEqual([])
    await partners.save(kari, 'k2', search, later)
    await partners.save(ola, 'o2', search, later)
    const seeker = await partners.own(kari, 'k2', later)
    expect(seeker && (await partners.matches(seeker, noWords, later))).toEqual([])
    await partners.tidy(now.add({ hours: 366 * 24 }))
    expect(await partners.personalData.everythingAbout(kari)).toBeNull()
  })
}
