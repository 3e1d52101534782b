import { describe, expect, it } from 'vitest'
import type { EditOutcome } from '../../src/network/gathering-editing.ts'
import type { GatheringEdit } from '../../src/network/gathering-form.ts'
import { contents, gatheringFile, imported, joined, now, person, queueing, simply, testNetwork } from './support.ts'

const eva = 'tenant/eva'
const later = now.add({ hours: 1 })

function editOf(fields: object = {}): GatheringEdit {
  const [content] = contents({ ...gatheringFile, ...fields })
  if (content === undefined) throw new Error('no content')
  return { ...content.fields, questions: [] }
}

async function withRegistered(names: string[] = ['Ada', 'Bo'], fields: object = {}) {
  const network = await testNetwork()
  const id = await imported(network, fields)
  await joined(network, ...names)
  for (const name of names) await network.registrations.register(id, person(name).id, queueing, now)
  return { network, id, gathering: () => network.gatherings.find(id) }
}

const subject = (id: string) => ({ kind: 'gathering', id }) as const
const reasonOf = (outcome: EditOutcome) => (outcome.ok ? 'ok' : outcome.reason)

describe('a new gathering', () => {
  it('is a draft that no member sees, and making it twice makes one', async () => {
    const network = await testNetwork()
    const first = await network.editing.create(eva, 'ny', editOf(), now)
    expect(first.ok && first.gathering.status).toBe('draft')
    expect(reasonOf(await network.editing.create(eva, 'ny', editOf(), now))).toBe('ok')
    expect(await network.gatherings.ahead(now)).toEqual([])
    expect(await network.changes.of(subject('ny'))).toHaveLength(1)
    await joined(network, 'Ada')
    expect(await network.registrations.register('ny', person('Ada').id, simply, now)).toMatchObject({ ok: false })
  })

  it('is published, closed, opened and called off; each twice is as once, and all of it is kept', async () => {
    const network = await testNetwork()
    const { editing } = network
    await editing.create(eva, 'ny', editOf(), now)
    for (const step of [
      () => editing.publish(eva, 'ny', now),
      () => editing.close(eva, 'ny', now),
      () => editing.reopen(eva, 'ny', null, now),
      () => editing.callOff(eva, 'ny', null, now),
      () => editing.reopen(eva, 'ny', null, now),
    ]) {
      expect(reasonOf(await step())).toBe('ok')
      expect(reasonOf(await step())).toBe('ok')
    }
    const kept = await network.changes.of(subject('ny'))
    expect(kept).toHaveLength(6)
    expect(kept.every(({ by }) => by === eva)).toBe(true)
    expect(kept.map(({ after }) => after?.status).toSorted()).toEqual([
      'called-off',
      'closed',
      'draft',
      'published',
      'published',
      'published',
    ])
  })

  it('can be thrown away as long as it is a draft', async () => {
    const network = await testNetwork()
    await network.editing.create(eva, 'ny', editOf(), now)
    expect(await network.editing.discard(eva, 'ny', now)).toBe(true)
    expect(await network.editing.discard(eva, 'ny', now)).toBe(false)
    const id = await imported(network)
    expect(await network.editing.discard(eva, id, now)).toBe(false)
    expect(await network.gatherings.find(id)).not.toBeNull()
  })

  it('is not published when it is over', async () => {
    const network = await testNetwork()
    await network.editing.create(eva, 'ny', editOf(), now)
    const after = Temporal.Instant.from('2027-06-01T00:00Z')
    expect(reasonOf(await network.editing.publish(eva, 'ny', after))).toBe('past')
  })
})

describe('an edit', () => {
  it('that the registered must hear of is not done before it is decided whether they do', async () => {
    const { network, id, gathering } = await withRegistered()
    const edit = editOf({ place: 'Drammen teater' })
    const asked = await network.editing.save(eva, id, edit, 1, null, later)
    if (asked.ok || asked.reason !== 'undecided') throw new Error(JSON.stringify(asked))
    expect(asked.reach).toBe(2)
    expect((await gathering())?.place).toBe('Fylkeshuset i Drammen')
    expect(await network.changes.of(subject(id))).toEqual([])

    const saved = await network.editing.save(eva, id, edit, 1, { isTold: true, of: asked.of }, later)
    expect(saved).toMatchObject({ ok: true, told: 2 })
    expect(await network.planning.gatheringNotices(id, later)).toMatchObject([
      { kind: 'gathering-changed', personId: person('Ada').id, newsId: '1' },
      { kind: 'gathering-changed', personId: person('Bo').id, newsId: '1' },
    ])
    expect((await gathering())?.news).toMatchObject([{ before: { place: 'Fylkeshuset i Drammen' } }])
    const [kept] = await network.changes.of(subject(id))
    expect(kept).toMatchObject({
      by: eva,
      before: { place: 'Fylkeshuset i Drammen' },
      after: { place: 'Drammen teater', told: 1 },
    })
  })

  it('is asked about again when the decision was of another change', async () => {
    const { network, id } = await withRegistered()
    const asked = await network.editing.save(eva, id, editOf({ place: 'A' }), 1, null, later)
    if (asked.ok || asked.reason !== 'undecided') throw new Error('not asked')
    const other = await network.editing.save(eva, id, editOf({ place: 'B' }), 1, { isTold: true, of: asked.of }, later)
    expect(reasonOf(other)).toBe('undecided')
  })

  it('can be kept from the registered', async () => {
    const { network, id } = await withRegistered()
    const edit = editOf({ place: 'A' })
    const asked = await network.editing.save(eva, id, edit, 1, null, later)
    if (asked.ok || asked.reason !== 'undecided') throw new Error('not asked')
    const saved = await network.editing.save(eva, id, edit, 1, { isTold: false, of: asked.of }, later)
    expect(saved).toMatchObject({ ok: true, told: 0 })
    expect(await network.planning.gatheringNotices(id, later)).toEqual([])
  })

  it('that is not their matter, or reaches nobody, is done at once', async () => {
    const { network, id } = await withRegistered()
    expect(reasonOf(await network.editing.save(eva, id, editOf({ title: 'Ny tittel' }), 1, null, later))).toBe('ok')
    const empty = await testNetwork()
    const other = await imported(empty)
    expect(reasonOf(await empty.editing.save(eva, other, editOf({ place: 'A' }), 1, null, later))).toBe('ok')
  })

  it('made from an older form is not written over another’s', async () => {
    const { network, id, gathering } = await withRegistered([])
    await network.editing.save(eva, id, editOf({ title: 'Evas' }), 1, null, later)
    const second = await network.editing.save('tenant/per', id, editOf({ title: 'Pers' }), 1, null, later)
    expect(second).toMatchObject({ ok: false, reason: 'edited-meanwhile', gathering: { title: 'Evas', edition: 2 } })
    expect((await gathering())?.title).toBe('Evas')
    expect(reasonOf(await network.editing.save(eva, id, editOf({ title: 'Evas' }), 1, null, later))).toBe('ok')
  })

  it('does not lower the capacity under those who have a seat, and raises it with an offer to who waits', async () => {
    const { network, id, gathering } = await withRegistered(['Ada', 'Bo', 'Cai'], { capacity: 2 })
    expect(await network.editing.save(eva, id, editOf({ capacity: 1 }), 1, null, later)).toEqual({
      ok: false,
      reason: 'mistakes',
      mistakes: [{ field: 'capacity', reason: 'below-registered' }],
    })
    expect(reasonOf(await network.editing.save(eva, id, editOf({ capacity: 3 }), 1, null, later))).toBe('ok')
    expect((await gathering())?.registrations.map(({ state }) => state)).toEqual([
      'registered',
      'registered',
      'offered',
    ])
  })
})

describe('calling off', () => {
  it('asks first, tells those who wait too, and being on again tells them once more', async () => {
    const { network, id } = await withRegistered(['Ada', 'Bo'], { capacity: 1 })
    const asked = await network.editing.callOff(eva, id, null, later)
    if (asked.ok || asked.reason !== 'undecided') throw new Error('not asked')
    expect(asked.reach).toBe(2)
    const off = await network.editing.callOff(eva, id, { isTold: true, of: asked.of }, later)
    expect(off).toMatchObject({ ok: true, told: 2, gathering: { status: 'called-off' } })
    const again = await network.editing.reopen(eva, id, null, later)
    if (again.ok || again.reason !== 'undecided') throw new Error('not asked')
    await network.editing.reopen(eva, id, { isTold: true, of: again.of }, later)
    const notices = await network.planning.gatheringNotices(id, later)
    expect(notices.map(({ kind, newsId }) => `${kind} ${newsId}`)).toEqual([
      'gathering-called-off 1',
      'gathering-called-off 1',
      'gathering-changed 2',
      'gathering-changed 2',
    ])
  })
})
