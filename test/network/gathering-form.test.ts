import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAgenda, writeAgenda } from '../../src/network/agenda-text.ts'
import { invitedAddresses } from '../../src/network/audience-form.ts'
import type { Gathering, GatheringQuestion } from '../../src/network/gathering.ts'
import {
  emptyGatheringInput,
  type GatheringInput,
  readGatheringForm,
  writeGatheringForm,
} from '../../src/network/gathering-form.ts'
import { readQuestions, writeQuestions } from '../../src/network/question-text.ts'
import { wallTimeOf } from '../../src/network/times.ts'
import { aGathering, now } from './support.ts'

const good: GatheringInput = {
  ...emptyGatheringInput('Europe/Oslo'),
  title: 'Vårsamling',
  startDate: '2027-03-01',
  startTime: '10:00',
  endDate: '2027-03-02',
  endTime: '15:00',
  place: 'Fylkeshuset',
}
const terms = {
  isTopic: (topic: string) => topic === 'erasmus-plus',
  memberIds: new Map([['kari@example.no', 'tenant/Kari']]),
  now,
  before: null,
}
const inWords = { emailOf: () => 'kari@example.no', dayTitle: (day: number) => `Dag ${day}` }
const mistakesIn = (changes: Partial<GatheringInput>) => {
  const read = readGatheringForm({ ...good, ...changes }, terms)
  return read.ok ? [] : read.mistakes
}

describe('the form of a gathering', () => {
  it('is read in the wall time of its zone', () => {
    const read = readGatheringForm({ ...good, registrationDeadline: '2027-02-20', capacity: '40' }, terms)
    expect(read.ok && read.edit).toMatchObject({
      startsAt: new Date('2027-03-01T09:00Z'),
      endsAt: new Date('2027-03-02T14:00Z'),
      registrationDeadline: new Date('2027-02-20T22:59Z'),
      capacity: 40,
      onlineCapacity: null,
      audience: { kind: 'all' },
    })
  })

  it.each<[string, Partial<GatheringInput>, string, string]>([
    ['ends before it starts', { endDate: '2027-02-28' }, 'endDate', 'ends-before-start'],
    [
      'ends before it starts, on the same day',
      { endDate: '2027-03-01', endTime: '09:00' },
      'endTime',
      'ends-before-start',
    ],
    [
      'deadline after the start',
      { registrationDeadline: '2027-03-02' },
      'registrationDeadline',
      'deadline-after-start',
    ],
    ['a time that the clock skips', { endDate: '2027-03-28', endTime: '02:30' }, 'endTime', 'skipped-hour'],
    ['a year that is a slip', { startDate: '2072-03-01', endDate: '2072-03-02' }, 'startDate', 'too-far-ahead'],
    ['four months', { endDate: '2027-07-01' }, 'endDate', 'lasts-too-long'],
    ['seats online without a link', { onlineCapacity: '100' }, 'onlineUrl', 'needs-link'],
    ['a past date', { startDate: '2027-01-01' }, 'startDate', 'in-the-past'],
    ['a past deadline', { registrationDeadline: '2027-01-30' }, 'registrationDeadline', 'in-the-past'],
    ['no date', { startDate: '' }, 'startDate', 'required'],
    ['a date that is none', { startDate: '2027-02-30' }, 'startDate', 'not-a-time'],
    ['a past date beside another mistake', { startDate: '2027-01-01', title: '' }, 'startDate', 'in-the-past'],
    ['an empty title beside an unknown zone', { title: '', timeZone: 'Mars/Base' }, 'title', 'required'],
    ['an unknown zone', { timeZone: 'Europe/Drammen' }, 'timeZone', 'unknown-zone'],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'title', 'too-long'],
    ['HTML in the title', { title: '<b>Vårsamling</b>' }, 'title', 'markup'],
    ['a card in the place', { place: '{"type":"AdaptiveCard","body":[]}' }, 'place', 'markup'],
    ['a link that is no https', { onlineUrl: 'http://example.no' }, 'onlineUrl', 'not-https'],
    ['a link that is none', { onlineUrl: 'javascript:alert(1)' }, 'onlineUrl', 'not-https'],
    ['a capacity that is none', { capacity: 'mange' }, 'capacity', 'not-a-number'],
    ['no seats', { capacity: '0' }, 'capacity', 'not-a-number'],
    ['a topic that is none', { topics: 'erasmus-plus,fisk' }, 'topics', 'unknown-choice'],
    ['an agenda with a time that is none', { agenda: 'Velkommen\n25:00 Lunsj' }, 'agenda.2', 'not-a-time-of-day'],
    ['an agenda on another day', { agenda: '03.03.2027\n09:00 Lunsj' }, 'agenda.1', 'outside-gathering'],
    ['an agenda with a time alone', { agenda: '09:00 ' }, 'agenda.1', 'required'],
    ['a very long point', { agenda: `Velkommen\n\n${'x'.repeat(400)}` }, 'agenda.3', 'too-long'],
    [
      'a municipality that is none',
      { audience: 'municipalities', audienceList: 'Drammen\nAtlantis' },
      'audienceList.2',
      'unknown-choice',
    ],
    ['a county that is none', { audience: 'counties', audienceList: 'Viken' }, 'audienceList.1', 'unknown-choice'],
    ['nobody invited', { audience: 'invited' }, 'audienceList', 'required'],
    ['an address of nobody', { audience: 'invited', audienceList: 'per@example.no' }, 'audienceList.1', 'not-a-member'],
    ['an audience of topics without topics', { audience: 'topics' }, 'topics', 'required'],
    ['one choice', { questions: 'Hvilken buss? [kl. 8]' }, 'questions.1', 'needs-choices'],
    ['the same question twice', { questions: 'Hva?\nHva?' }, 'questions.2', 'duplicate'],
  ])('says at the field: %s', (_, changes, field, reason) => {
    expect(mistakesIn(changes)).toContainEqual({ field, reason })
  })

  it('takes prose with signs that HTML and JSON have too', () => {
    expect(mistakesIn({ title: 'Budsjett < 1 mill. & "nye" [utlysninger]', agenda: '09:00 Er 3 > 2? {svar}' })).toEqual(
      [],
    )
  })

  it('takes addresses as Outlook writes them, in texts and among those invited', () => {
    expect(
      mistakesIn({ directions: 'Spør Kari Nordmann <kari@drammen.kommune.no>, se <https://example.no/kart>' }),
    ).toEqual([])
    expect(mistakesIn({ directions: 'Spør <b>Kari</b> <kari@drammen.kommune.no>' })).toContainEqual({
      field: 'directions',
      reason: 'markup',
    })
    const memberIds = new Map([
      ['kari@example.no', 'tenant/Kari'],
      ['ola@example.no', 'tenant/Ola'],
    ])
    const listed = (audienceList: string) => {
      const input = { ...good, audience: 'invited', audienceList }
      expect(invitedAddresses(input)).toEqual(['kari@example.no', 'ola@example.no'])
      const read = readGatheringForm(input, { ...terms, memberIds })
      return read.ok ? read.edit.audience : read.mistakes
    }
    for (const list of [
      'Kari Nordmann <Kari@example.no>; Ola Li <ola@example.no>',
      'Nordmann, Kari <kari@example.no>, ola@example.no',
      '\'kari@example.no\' <kari@example.no>\n"Li, Ola" <mailto:ola@example.no>;',
    ]) {
      expect(listed(list)).toEqual({ kind: 'invited', memberIds: ['tenant/Kari', 'tenant/Ola'] })
    }
  })

  it('knows for whom it is', () => {
    const audienceOf = (changes: Partial<GatheringInput>) => {
      const read = readGatheringForm({ ...good, ...changes }, terms)
      return read.ok ? read.edit.audience : read.mistakes
    }
    expect(audienceOf({ audience: 'counties', audienceList: 'buskerud fylkeskommune' })).toEqual({
      kind: 'counties',
      counties: ['Buskerud'],
    })
    expect(audienceOf({ audience: 'municipalities', audienceList: 'Drammen, Lier kommune\nkongsberg' })).toEqual({
      kind: 'municipalities',
      municipalities: ['Drammen', 'Lier', 'Kongsberg'],
    })
    expect(audienceOf({ audience: 'invited', audienceList: 'Kari@example.no' })).toEqual({
      kind: 'invited',
      memberIds: ['tenant/Kari'],
    })
  })

  it('comes back as it was saved', () => {
    const input = {
      ...good,
      onlineUrl: 'https://example.no/m',
      capacity: '40',
      onlineCapacity: '100',
      registrationDeadline: '2027-02-20',
      agenda: '09:30 Kaffe\n10:00 Velkommen – Ordføreren\nDag 2\n09:00 Nye utlysninger – og gamle –',
      topics: 'erasmus-plus',
      audience: 'invited',
      audienceList: 'kari@example.no',
      questions: 'Hva vil du lære? *\nParkering? [ja/nei]\nHvilken buss? [kl. 8 | kl. 9] *',
    }
    const read = readGatheringForm(input, terms)
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
    expect(writeGatheringForm(aGathering(read.edit), inWords)).toEqual(input)
  })

  it('keeps a deadline at another time of day as long as the day is the same', () => {
    const before = aGathering({ registrationDeadline: new Date('2027-02-20T11:00Z') })
    const saved = (registrationDeadline: string) => {
      const read = readGatheringForm({ ...good, registrationDeadline }, { ...terms, before })
      return read.ok ? read.edit.registrationDeadline : read.mistakes
    }
    expect(saved('2027-02-20')).toEqual(new Date('2027-02-20T11:00Z'))
    expect(saved('2027-02-21')).toEqual(new Date('2027-02-21T22:59Z'))
  })

  it('takes a deadline on the day of the gathering for its start, wherever that moves', () => {
    const saved = (changes: Partial<GatheringInput>, before: Gathering | null) => {
      const read = readGatheringForm({ ...good, ...changes }, { ...terms, before })
      return read.ok ? read.edit.registrationDeadline : read.mistakes
    }
    const start = new Date('2027-03-01T09:00Z')
    expect(saved({ registrationDeadline: '2027-03-01' }, null)).toEqual(start)
    const before = aGathering({ startsAt: start, registrationDeadline: start })
    expect(saved({ registrationDeadline: '2027-03-01', startTime: '12:00' }, before)).toEqual(
      new Date('2027-03-01T11:00Z'),
    )
    const early = aGathering({ startsAt: start, registrationDeadline: new Date('2027-03-01T07:00Z') })
    expect(saved({ registrationDeadline: '2027-03-01' }, early)).toEqual(new Date('2027-03-01T07:00Z'))
  })

  it('of a gathering that is over can be mended without moving it', () => {
    const before = aGathering({ startsAt: new Date('2027-01-10T09:00Z'), endsAt: new Date('2027-01-10T14:00Z') })
    const input = { ...writeGatheringForm(before, inWords), title: 'Nytt navn' }
    expect(readGatheringForm(input, { ...terms, before }).ok).toBe(true)
  })
})

describe('an agenda in text', () => {
  const days = { first: Temporal.PlainDate.from('2027-03-01'), last: Temporal.PlainDate.from('2027-03-02') }
  const point = (text: string) => readAgenda(text, days).points

  it('has a point a line, with the ways in which people write times', () => {
    expect(
      point('9:00 Kaffe\nkl. 09.30 Velkommen – Kari Nordmann\n10:00–10:45 Programmet - del 1 – Ola\nLunsj'),
    ).toEqual([
      { at: '2027-03-01T09:00', title: 'Kaffe', speaker: null },
      { at: '2027-03-01T09:30', title: 'Velkommen', speaker: 'Kari Nordmann' },
      { at: '2027-03-01T10:00', title: 'Programmet - del 1', speaker: 'Ola' },
      { at: null, title: 'Lunsj', speaker: null },
    ])
  })

  it.each(['Dag 2', 'dag 2:', '2027-03-02', '02.03.2027', '2.3.', '2. 3'])(
    'goes on to the next day by %s',
    (heading) => {
      expect(point(`09:00 Kaffe\n${heading}\n09:00 Mer kaffe`).map(({ at }) => at)).toEqual([
        '2027-03-01T09:00',
        '2027-03-02T09:00',
      ])
    },
  )

  it('says the same when it is written and read again', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-', '–', ' ', '3'), minLength: 1, maxLength: 12 })
    const clean = word.map((text) => `x${text.replaceAll(/\s+/g, ' ').trim()}x`)
    const points = fc.array(
      fc.record({
        at: fc.option(
          fc.integer({ min: 0, max: 29 * 60 }).map((m) => new Date(Date.parse('2027-03-01T09:00Z') + m * 60_000)),
        ),
        title: clean,
        speaker: fc.option(clean.map((text) => text.replaceAll(/(?: [–-])+ /g, ' '))),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(points, (agenda) => {
        const sorted = agenda.toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
        const gathering = aGathering({ endsAt: new Date('2027-03-02T14:00Z'), agenda: sorted })
        const read = readAgenda(writeAgenda(gathering, inWords.dayTitle), days)
        expect(read.mistakes).toEqual([])
        const times = sorted.map(({ at }) => (at === null ? null : wallTimeOf(at, 'Europe/Oslo')))
        expect(read.points).toEqual(sorted.map(({ title, speaker }, index) => ({ at: times[index], title, speaker })))
      }),
    )
  })
})

describe('the adviser’s own questions in text', () => {
  it('keep their ids, and so their answers, while the words stay', () => {
    const first = readQuestions('Hva vil du lære?\nParkering? [ja/nei] *', []).questions
    expect(first).toEqual<GatheringQuestion[]>([
      { id: 'q1', text: 'Hva vil du lære?', kind: 'text', choices: [], required: false },
      { id: 'q2', text: 'Parkering?', kind: 'yes-no', choices: [], required: true },
    ])
    const next = readQuestions('Kommer du med tog?\nParkering? [ja/nei]', first).questions
    expect(next.map(({ id, text }) => [id, text])).toEqual([
      ['q3', 'Kommer du med tog?'],
      ['q2', 'Parkering?'],
    ])
    expect(readQuestions(writeQuestions(first), first).questions).toEqual(first)
  })
})
