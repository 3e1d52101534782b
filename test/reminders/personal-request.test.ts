import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRequest, reminderAskedFor } from '../../src/reminders/personal/read-request.ts'

/** A Wednesday. */
const wednesday = Temporal.ZonedDateTime.from('2026-11-25T10:20[Europe/Oslo]')

function read(text: string, now = wednesday): [what: string, when: string] {
  const rest = reminderAskedFor(text)
  if (rest === null) throw new Error(`no reminder asked for: ${text}`)
  const { what, when } = readRequest(rest, now)
  if (when.kind === 'at') return [what, when.at.toPlainDateTime().toString({ smallestUnit: 'minute' })]
  if (when.kind === 'before') return [what, `${when.before} before${when.time ? ` ${when.time}` : ''}`]
  return [what, when.kind]
}

describe('a reminder asked for in words', () => {
  it.each([
    ['minn meg på Erasmus-fristen to uker før', 'Erasmus-fristen', 'P2W before'],
    ['Minn meg på dette om tre dager', 'dette', '2026-11-28T09:00'],
    ['påminn meg fredag klokka 10', '', '2026-11-27T10:00'],
    ['remind me about the EEA deadline in January', 'the EEA deadline', '2027-01-04T09:00'],
    ['minn meg på å ringe Kari i morgen tidlig', 'ringe Kari', '2026-11-26T08:00'],
    ['Kan du minne meg på å sende budsjettet på mandag?', 'sende budsjettet', '2026-11-30T09:00'],
    ['hugs å minne meg på søknaden om to veker', 'søknaden', '2026-12-09T09:00'],
    ['hugs meg på møtet i overmorgon kl. 8.15', 'møtet', '2026-11-27T08:15'],
    ['minn meg neste fredag om rapporten', 'rapporten', '2026-12-04T09:00'],
    ['minn meg om en halv time på å ta pause', 'ta pause', '2026-11-25T10:50'],
    ['minn meg om to timer på kaffe', 'kaffe', '2026-11-25T12:20'],
    ['minn meg på partnermøtet 5. januar kl 13', 'partnermøtet', '2027-01-05T13:00'],
    ['minn meg den 15. på fakturaen', 'fakturaen', '2026-12-15T09:00'],
    ['minn meg 3.2.2027 på søknaden', 'søknaden', '2027-02-03T09:00'],
    ['minn meg på strategien i uke 3', 'strategien', '2027-01-18T09:00'],
    ['minn meg på forankring i slutten av januar', 'forankring', '2027-01-29T09:00'],
    ['minn meg halv elleve på møtet', 'møtet', '2026-11-25T10:30'],
    ['minn meg klokka 3 på hentinga', 'hentinga', '2026-11-25T15:00'],
    ['minn meg klokka 8 på posten', 'posten', '2026-11-26T08:00'],
    ['minn meg i kveld på klærne', 'klærne', '2026-11-25T19:00'],
    ['minn meg på rapporten torsdag ettermiddag', 'rapporten', '2026-11-26T14:00'],
    ['minn meg dagen før fristen på Nordplus', 'Nordplus', 'P1D before'],
    ['minn meg på Nordplus-fristen', 'Nordplus-fristen', 'unsaid'],
    ['Please remind me to call the partner tomorrow at 3pm', 'call the partner', '2026-11-26T15:00'],
    ['could you remind me a week before the deadline about Erasmus', 'Erasmus', 'P1W before'],
    ['remind me on January 5th to write the report', 'write the report', '2027-01-05T09:00'],
    ['remind me next Monday at half past nine about the budget', 'the budget', '2026-11-30T09:30'],
    ['remind me in 2 weeks that we need a partner', 'we need a partner', '2026-12-09T09:00'],
    ['set a reminder for the 12th of March', '', '2027-03-12T09:00'],
    ['lag en påminnelse om budsjettet 1. desember', 'budsjettet', '2026-12-01T09:00'],
    ['minn meg 31. februar på ingenting', 'ingenting', 'no-such-date'],
    ['minn meg', '', 'unsaid'],
    ['minn meg på årsmeldinga neste månad', 'årsmeldinga', '2026-12-01T09:00'],
    ['minn meg 29. februar på skuddårsdagen', 'skuddårsdagen', '2028-02-29T09:00'],
  ])('«%s»', (text, what, when) => {
    expect(read(text)).toEqual([what, when])
  })

  it.each([
    'påminnelser',
    'slå av påminnelser',
    'hva er Erasmus+?',
    'hugs er eit fint ord',
    'Remind yourself',
    'Hvordan virker påminnelsene?',
  ])('is not asked for in «%s»', (text) => {
    expect(reminderAskedFor(text)).toBeNull()
  })

  it('keeps the hour of the wall over both changes of the clock', () => {
    const spring = Temporal.ZonedDateTime.from('2027-03-26T10:20[Europe/Oslo]')
    expect(read('minn meg om tre dager', spring)[1]).toBe('2027-03-29T09:00')
    const autumn = Temporal.ZonedDateTime.from('2027-10-30T22:00[Europe/Oslo]')
    expect(read('minn meg om 24 timer', autumn)[1]).toBe('2027-10-31T21:00')
    const gap = Temporal.ZonedDateTime.from('2027-03-27T10:00[Europe/Oslo]')
    expect(read('minn meg i morgen kl. 02:30', gap)[1]).toBe('2027-03-28T03:30')
  })

  it('finds every date as people write it, whatever today is, and it is not past', () => {
    const dates = fc.date({ min: new Date('2026-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 360 }),
        fc.constantFrom('nb-NO', 'nn-NO', 'en-GB'),
        (day, ahead, locale) => {
          const now = Temporal.ZonedDateTime.from(`${day.toISOString().slice(0, 10)}T10:20[Europe/Oslo]`)
          const wanted = now.toPlainDate().add({ days: ahead })
          const written = wanted.toLocaleString(locale, { day: 'numeric', month: 'long' })
          expect(read(`minn meg ${written} på møtet`, now)).toEqual(['møtet', `${wanted}T09:00`])
          const digits = `${wanted.day}.${wanted.month}.${wanted.year} kl. 14:05`
          expect(read(`minn meg på møtet ${digits}`, now)).toEqual(['møtet', `${wanted}T14:05`])
        },
      ),
    )
  })

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        readRequest(text, wednesday)
      }),
    )
    const words = fc.constantFrom(
      'om',
      'tre',
      'dager',
      'fredag',
      '31.',
      'februar',
      'kl.',
      '99',
      '25:61',
      'uke',
      '53',
      'halv',
      'før',
      'neste',
      '0',
      'am',
      '2027',
      '12.12',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 7 }), (parts) => {
        readRequest(parts.join(' '), wednesday)
      }),
    )
  })
})
