import { describe, expect, it } from 'vitest'
import { addDemonstrationData, demonstrationGatherings } from '../../src/network/demonstration.ts'
import { readGatherings } from '../../src/network/gathering-file.ts'
import { now, testNetwork } from './support.ts'

describe('demonstration data', () => {
  it('has the first gathering and two to come on working days, whatever day it is', () => {
    for (let day = 0; day < 14; day++) {
      const today = now.add({ hours: day * 24 })
      const read = readGatherings(demonstrationGatherings(today, 'Europe/Oslo'), {
        timeZone: 'Europe/Oslo',
        isTopic: () => true,
      })
      const gatherings = read.ok ? read.gatherings : []
      const ahead = gatherings.filter(({ fields }) => fields.startsAt.getTime() > today.epochMilliseconds)
      expect(ahead).toHaveLength(2)
      for (const { fields } of ahead) expect([1, 2, 3, 4, 5]).toContain(fields.startsAt.getUTCDay())
      expect(gatherings[0]?.fields).toMatchObject({ place: 'Drammen', agenda: { length: 5 } })
    }
  })

  it('may be added again without moving what is there', async () => {
    const network = await testNetwork()
    await addDemonstrationData(network, now, 'Europe/Oslo')
    const before = await network.gatherings.ahead(now)
    expect(before).toHaveLength(2)
    await addDemonstrationData(network, now.add({ hours: 48 }), 'Europe/Oslo')
    expect(await network.gatherings.ahead(now)).toEqual(before)
    expect(await network.members.count()).toMatchObject({ active: 5, imported: 4 })
  })

  it('has something for who looks for experiences, partners and themes, once', async () => {
    const network = await testNetwork()
    for (const hours of [0, 48]) await addDemonstrationData(network, now.add({ hours }), 'Europe/Oslo')
    expect(await network.experiences.visible()).toHaveLength(2)
    expect(await network.suggestions.all('open')).toHaveLength(1)
    expect(await network.partners.mine('demonstration/anne-vik', now)).toHaveLength(1)
  })
})
