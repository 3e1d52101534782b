import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDuplicates } from '../../src/network/duplicates.ts'
import { aMember, person } from './support.ts'

const kari = aMember('Kari', { name: 'Kari Nordmann' })
const row = (fields: object) =>
  aMember('Rad', { _id: 'imported-1', personId: null, email: 'rad@example.no', ...fields })
const pairsOf = (...members: Parameters<typeof findDuplicates>[0]) =>
  findDuplicates(members, []).map(({ members: [one, other], reason }) => [one._id, other._id, reason])

describe('likely duplicates', () => {
  it.each([
    ['the same address', { email: kari.email }, 'same-email'],
    ['an address that one was known by before', { otherEmails: [kari.email] }, 'same-email'],
    ['the same name in the same municipality', { name: 'kari nordmann' }, 'same-name'],
    ['a middle name more', { name: 'Kari Anne Nordmann' }, 'same-name'],
    ['a name with its accents or without', { name: 'Kári Nordmann' }, 'same-name'],
  ])('are members with %s', (_, fields, reason) => {
    expect(pairsOf(row(fields), kari)).toEqual([[kari._id, 'imported-1', reason]])
  })

  it('are a row and a person whose address in Teams it is', () => {
    const [pair] = findDuplicates(
      [kari, row({ email: 'kari@teams.no' })],
      [
        {
          _id: person('Kari').id,
          tenantId: 'tenant',
          aadObjectId: 'Kari',
          conversation: null,
          language: null,
          email: 'kari@teams.no',
          firstSeenAt: new Date(0),
          lastSeenAt: null,
          unreachable: null,
        },
      ],
    )
    expect(pair).toMatchObject({ reason: 'same-email' })
  })

  it.each([
    ['the same name elsewhere', { name: 'Kari Nordmann', municipality: 'Hol' }],
    ['a first name alone', { name: 'Kari' }],
    ['who were found to be two', { name: 'Kari Nordmann', notSameAs: [kari._id] }],
  ])('are not %s', (_, fields) => {
    expect(pairsOf(kari, row(fields))).toEqual([])
  })

  it('are the same pairs in whatever order the members come', () => {
    const names = fc.constantFrom('Kari Nordmann', 'Kari A. Nordmann', 'Ola Hansen', 'Kari')
    const emails = fc.constantFrom('a@example.no', 'b@example.no', 'c@example.no', 'd@example.no')
    const some = fc.array(fc.record({ name: names, email: emails }), { maxLength: 8 })
    fc.assert(
      fc.property(some, (list) => {
        const members = list.map((fields, index) => aMember(`P${index}`, fields))
        const keys = (order: typeof members) =>
          pairsOf(...order)
            .map(([one, other]) => [one, other].toSorted().join())
            .toSorted()
        expect(keys(members.toReversed())).toEqual(keys(members))
        expect(new Set(keys(members)).size).toBe(keys(members).length)
      }),
    )
  })
})
