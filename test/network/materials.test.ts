import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMaterials, writeMaterials } from '../../src/network/materials.ts'
import { membersOfGroup, unlimited } from '../../src/network/recipients.ts'
import { aGathering, aMember, imported, joined, now, simply, testNetwork } from './support.ts'

describe('links to material', () => {
  it.each([
    ['Erasmus+ for skoler – https://example.no/a', 'Erasmus+ for skoler'],
    ['Notater: https://example.no/a', 'Notater'],
    ['https://example.no/a', 'example.no'],
    ['  Med rom foran - https://example.no/a  ', 'Med rom foran'],
  ])('are read from %s', (line, title) => {
    expect(readMaterials(line)).toEqual({ ok: true, materials: [{ title, url: 'https://example.no/a' }] })
  })

  it.each([
    ['http://example.no', 'not-https'],
    ['Bare en tittel', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['<b>Notater</b> https://example.no', 'markup'],
    [`${'x'.repeat(200)} https://example.no`, 'too-long'],
  ])('are refused at their line: %s', (line, reason) => {
    expect(readMaterials(`https://example.no\n\n${line}`)).toEqual({
      ok: false,
      mistakes: [{ field: 'materials.3', reason }],
    })
  })

  it('come back as they were written', () => {
    const title = fc.stringMatching(/^[A-Za-zæøå0-9]{1,10}( [A-Za-zæøå0-9]{1,10}){0,3}$/)
    const materials = fc.array(fc.record({ title, url: fc.webUrl({ validSchemes: ['https'] }) }), { maxLength: 10 })
    fc.assert(
      fc.property(materials, (list) => {
        const normal = list.map(({ title, url }) => ({ title, url: new URL(url).href }))
        expect(readMaterials(writeMaterials(normal))).toEqual({ ok: true, materials: normal })
      }),
    )
  })
})

describe('those who were there', () => {
  it('are all who were registered where nobody was ticked off, for messages as for thanks', async () => {
    const network = await testNetwork()
    await imported(network)
    const [ada = '', bo = ''] = await joined(network, 'Ada', 'Bo')
    for (const id of [ada, bo]) await network.registrations.register('spring', id, simply, now)
    const members = [aMember('Ada'), aMember('Bo'), aMember('Cy')]
    const named = (group: 'attended' | 'absent', gathering = aGathering()) =>
      membersOfGroup({ group, ...unlimited }, gathering, members).map(({ name }) => name)
    const before = (await network.gatherings.find('spring')) ?? aGathering()
    expect(named('attended', before)).toEqual(['Ada', 'Bo'])
    expect(named('absent', before)).toEqual([])
    await network.attendeeDesk.setAttended('tenant/eva', 'spring', { shown: [ada, bo], present: [bo] }, now)
    const after = (await network.gatherings.find('spring')) ?? aGathering()
    expect(named('attended', after)).toEqual(['Bo'])
    expect(named('absent', after)).toEqual(['Ada'])
  })
})
