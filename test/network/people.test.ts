import { describe, expect, it } from 'vitest'
import { now, person, testNetwork } from './support.ts'

const ada = person('Ada')
const reference = { conversation: { id: 'chat-1' }, serviceUrl: 'https://example.no', user: undefined }

describe('writing to the bot', () => {
  it('keeps where the person can be reached, and writes only what changed', async () => {
    const network = await testNetwork()
    const first = await network.people.seen(ada, reference, now)
    const again = await network.people.seen(ada, { ...reference }, now.add({ hours: 1 }))
    expect(again).toEqual({ ...first, isNew: false })
    await network.people.seen(ada, { ...reference, serviceUrl: 'https://example.com' }, now)
    expect(await network.people.find(ada.id)).toMatchObject({
      firstSeenAt: new Date(now.epochMilliseconds),
      conversation: { serviceUrl: 'https://example.com' },
    })
  })

  it('makes an unreachable person reachable', async () => {
    const network = await testNetwork()
    await network.people.seen(ada, reference, now)
    await network.people.markUnreachable(ada.id, 'blocked', now)
    expect(await network.people.count()).toEqual({ people: 1, unreachable: 1 })
    expect(await network.people.seen(ada, reference, now)).toMatchObject({ unreachable: null })
    expect(await network.people.count()).toEqual({ people: 1, unreachable: 0 })
  })

  it('remembers the chosen language', async () => {
    const network = await testNetwork()
    await network.people.chooseLanguage(ada, 'nn', now)
    expect(await network.people.seen(ada, reference, now)).toMatchObject({ language: 'nn' })
  })
})

describe('the welcome', () => {
  it('comes once for each installation', async () => {
    const network = await testNetwork()
    expect(await network.people.welcomeOnce(ada.id, now)).toBe(true)
    expect(await network.people.welcomeOnce(ada.id, now)).toBe(false)
    await network.people.seen(ada, reference, now)
    await network.people.installed(ada, false, now)
    expect(await network.people.find(ada.id)).toMatchObject({ unreachable: { reason: 'uninstalled' } })
    await network.people.installed(ada, true, now)
    expect(await network.people.welcomeOnce(ada.id, now)).toBe(true)
    expect(await network.people.find(ada.id)).toMatchObject({ unreachable: null })
  })
})
