import { describe, expect, it } from 'vitest'
import { readGatherings } from '../../src/network/gathering-file.ts'
import { contents, fileTerms, gatheringFile, imported, joined, now, queueing, simply, testNetwork } from './support.ts'

function mistakesIn(...files: unknown[]) {
  const read = readGatherings(files, fileTerms)
  return read.ok ? [] : read.mistakes
}

function timesOf(fields: object) {
  const [content] = contents({ ...gatheringFile, ...fields })
  return [content?.fields.startsAt.toISOString(), content?.fields.endsAt.toISOString()]
}

describe('a gathering file', () => {
  it('has wall times of the place, in summer and winter, or times with an offset', () => {
    expect(timesOf({})).toEqual(['2027-03-01T09:00:00.000Z', '2027-03-01T14:00:00.000Z'])
    expect(timesOf({ startsAt: '2027-06-01T10:00', endsAt: '2027-06-01T15:00:00+02:00' })).toEqual([
      '2027-06-01T08:00:00.000Z',
      '2027-06-01T13:00:00.000Z',
    ])
    expect(timesOf({ startsAt: '2027-06-01T10:00Z', endsAt: '2027-06-01T10:01:00Z' })[0]).toBe(
      '2027-06-01T10:00:00.000Z',
    )
  })

  it('lasts as long as the clock says over the night when it changes', () => {
    expect(timesOf({ startsAt: '2027-03-27T10:00', endsAt: '2027-03-28T10:00' })).toEqual([
      '2027-03-27T09:00:00.000Z',
      '2027-03-28T08:00:00.000Z',
    ])
    expect(timesOf({ startsAt: '2027-03-28T02:30', endsAt: '2027-03-28T12:00' })[0]).toBe('2027-03-28T01:30:00.000Z')
    expect(timesOf({ startsAt: '2026-10-25T02:30', endsAt: '2026-10-25T12:00' })[0]).toBe('2026-10-25T00:30:00.000Z')
  })

  it('may give agenda points the time of day alone, when it is one day', () => {
    const [content] = contents({ ...gatheringFile, agenda: [{ at: '10:15', title: 'Velkommen' }] })
    expect(content?.fields.agenda[0]?.at?.toISOString()).toBe('2027-03-01T09:15:00.000Z')
  })

  it('may give the deadline as a date, which is to its end', () => {
    const [content] = contents({ ...gatheringFile, registrationDeadline: '2027-02-22' })
    expect(content?.fields.registrationDeadline?.toISOString()).toBe('2027-02-22T22:59:00.000Z')
  })

  it('has every mistake named by row and field', () => {
    const wrong = {
      id: 'a b',
      title: '',
      startsAt: 'soon',
      endsAt: '2027-02-30T10:00',
      onlineUrl: 'http://example.no',
      capacity: 0,
      registrationDeadline: 7,
      agenda: [{ title: 'x' }, { at: 'noon', title: 'y'.repeat(400), speeker: 'Ada' }],
      topics: ['erasmus-plus', 'erasmus'],
      reminders: ['P1D', 'a day', '-P1D'],
      audience: { counties: ['Viken'] },
      status: 'open',
      capasity: 7,
    }
    const late = { ...gatheringFile, registrationDeadline: '2027-03-02', endsAt: '2027-03-01T09:00' }
    expect(mistakesIn(gatheringFile, wrong, late, gatheringFile, 'text')).toEqual([
      { row: 2, field: 'id', reason: 'not-an-id' },
      { row: 2, field: 'title', reason: 'required' },
      { row: 2, field: 'startsAt', reason: 'not-a-time' },
      { row: 2, field: 'endsAt', reason: 'not-a-time' },
      { row: 2, field: 'place', reason: 'required' },
      { row: 2, field: 'onlineUrl', reason: 'not-https' },
      { row: 2, field: 'capacity', reason: 'not-a-number' },
      { row: 2, field: 'registrationDeadline', reason: 'wrong-type' },
      { row: 2, field: 'agenda.1.title', reason: 'too-long' },
      { row: 2, field: 'agenda.1.speeker', reason: 'unknown-field' },
      { row: 2, field: 'topics.1', reason: 'unknown-choice' },
      { row: 2, field: 'reminders.1', reason: 'not-a-duration' },
      { row: 2, field: 'reminders.2', reason: 'not-a-duration' },
      { row: 2, field: 'audience', reason: 'unknown-choice' },
      { row: 2, field: 'status', reason: 'unknown-choice' },
      { row: 2, field: 'capasity', reason: 'unknown-field' },
      { row: 2, field: 'agenda.1.at', reason: 'not-a-time' },
      { row: 3, field: 'endsAt', reason: 'ends-before-start' },
      { row: 3, field: 'registrationDeadline', reason: 'deadline-after-start' },
      { row: 4, field: 'id', reason: 'duplicate' },
      { row: 5, field: '', reason: 'wrong-type' },
    ])
  })

  it('needs dates for the agenda of several days', () => {
    const days = { ...gatheringFile, endsAt: '2027-03-02T15:00', agenda: [{ at: '09:00', title: 'Velkommen' }] }
    expect(mistakesIn(days)).toEqual([{ row: 1, field: 'agenda.0.at', reason: 'needs-a-date' }])
  })

  it('is an array', () => {
    expect(readGatherings(gatheringFile, fileTerms)).toMatchObject({ ok: false, mistakes: [{ reason: 'wrong-type' }] })
  })
})

describe('importing gatherings', () => {
  it('may be done twice', async () => {
    const network = await testNetwork()
    const files = contents(gatheringFile, { ...gatheringFile, id: 'summer' })
    expect(await network.gatherings.importAll(files, now)).toEqual({ added: 2, changed: 0, unchanged: 0 })
    network.events.length = 0
    expect(await network.gatherings.importAll(files, now)).toEqual({ added: 0, changed: 0, unchanged: 2 })
    expect(network.events).toEqual([])
  })

  it('changes a gathering, tells of it, and keeps those who are registered', async () => {
    const network = await testNetwork()
    await imported(network)
    const [ada = ''] = await joined(network, 'Ada')
    await network.registrations.register('spring', ada, simply, now)
    network.events.length = 0
    await imported(network, { place: 'Moss' })
    expect(network.events).toEqual([{ kind: 'gathering-changed', gatheringId: 'spring' }])
    expect(await network.gatherings.find('spring')).toMatchObject({ place: 'Moss', registrations: [{ memberId: ada }] })
  })

  it('offers the seats that a raised capacity gives', async () => {
    const network = await testNetwork()
    await imported(network, { capacity: 1 })
    const [ada = '', bo = ''] = await joined(network, 'Ada', 'Bo')
    await network.registrations.register('spring', ada, simply, now)
    await network.registrations.register('spring', bo, queueing, now)
    await imported(network, { capacity: 2 })
    expect(await network.registrations.mine(bo, now)).toMatchObject([{ registration: { state: 'offered' } }])
  })

  it('does not publish again what was called off', async () => {
    const network = await testNetwork()
    await imported(network)
    await network.gatherings.change('spring', (each) => ({ ...each, status: 'called-off' }), now)
    await imported(network, { title: 'Vårsamling 2027' })
    expect(await network.gatherings.find('spring')).toMatchObject({ status: 'called-off', title: 'Vårsamling 2027' })
  })
})

describe('the list of gatherings', () => {
  it('has those ahead, the next first, without drafts', async () => {
    const network = await testNetwork()
    const past = { startsAt: '2026-03-01T10:00', endsAt: '2026-03-01T15:00' }
    const april = { startsAt: '2027-04-01T10:00', endsAt: '2027-04-01T15:00' }
    await imported(network, { id: 'april', ...april })
    await imported(network)
    await imported(network, { id: 'past', ...past })
    await imported(network, { id: 'draft', status: 'draft' })
    await imported(network, { id: 'off', ...april, status: 'called-off' })
    const ids = (await network.gatherings.ahead(now)).map(({ _id }) => _id)
    expect(ids).toEqual(['spring', 'april', 'off'])
    expect(await network.gatherings.ahead(now, { skip: 1, limit: 1 })).toMatchObject([{ _id: 'april' }])
    expect(await network.gatherings.countAhead(now)).toBe(3)
  })
})
