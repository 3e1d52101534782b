import { rm } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { checkContent } from '../../src/knowledge/check.ts'
import { type ContentFiles, programmeFile, writeContent } from '../support/content.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const directories: string[] = []

afterEach(async () => {
  await Promise.all(directories.splice(0).map((directory) => rm(directory, { recursive: true })))
})

async function check(changes: ContentFiles = {}) {
  const directory = await writeContent(changes)
  directories.push(directory)
  return checkContent(directory, now)
}

async function mistakes(text: string): Promise<string[]> {
  const found = await check({ 'content/nordplus.nb.md': text })
  return found.mistakes.map(({ line, message }) => `${line} ${message}`)
}

const say = (sentence: string) => programmeFile.replace('Spør {contactName}', `${sentence} Spør {contactName}`)

describe('checking content', () => {
  it('finds nothing in content that is in order', async () => {
    expect((await check()).mistakes).toEqual([])
  })

  it('tells the answers and languages that are missing, and of a file that is missing nothing more', async () => {
    const { missing } = await check()
    const told = missing.map(({ file, message }) => `${file.split('/').at(-1)} ${message}`)
    expect(told).toContain('nordplus.nb.md the aspect "money" is missing')
    expect(told).not.toContain('nordplus.nb.md the aspect "what" is missing')
    expect(told.filter((each) => each.startsWith('nordplus.nn.md'))).toEqual(['nordplus.nn.md the file is missing'])
    expect(told).toContain('glossary.en.md the file is missing')
  })

  it('tells one mistake of a file that cannot be read, not all that follows from it', async () => {
    const { mistakes, missing } = await check({
      'content/nordplus.nb.md': programmeFile.replace('summary: Utv', 'summary: Kort: utv'),
    })
    expect(mistakes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '7 a text with a colon in it has to stand in quotes',
    ])
    expect(missing.filter(({ file }) => file.endsWith('nordplus.nb.md'))).toEqual([])
  })

  it('finds a text that is too long or too short', async () => {
    expect(await mistakes(say('Dette er mer enn nok. '.repeat(20)))).toEqual([
      expect.stringMatching(/^12 "what" has \d+ words; from 40 to 120$/),
    ])
    expect(await mistakes(programmeFile.replace(/(fristene\?\n\n).*\n/, '$1Kort.\n'))).toEqual([
      '24 "deadlines" has 1 words; from 40 to 120',
    ])
  })

  it('finds more sources than are read on a phone', async () => {
    const source = '- [HK-dir: Nordplus](https://hkdir.no/nordplus) 2026-11\n'
    expect(await mistakes(programmeFile.replace(source, source.repeat(4)))).toEqual([
      '12 "what" has 4 sources; at most 3',
    ])
  })

  it('finds a summary, a fact and a heading that are too long', async () => {
    const long = programmeFile
      .replace('Utveksling i Norden.', 'ord '.repeat(46))
      .replace('etter søknad', 'ord '.repeat(13))
      .replace('Hva er Nordplus?\n\nProg', `${'Hva '.repeat(16)}\n\nProg`)
    expect(await mistakes(long)).toEqual([
      '9 the fact "Støtte" has 13 words; at most 12',
      '7 the summary has 46 words; at most 45',
      '12 the heading has 63 letters; at most 60',
    ])
  })

  it.each([
    'Neste frist er 2. februar 2026.',
    'Utlysningen åpner 1. september 2026.',
    'Fristen er 15. oktober 2026, klokka 12.',
    'The next deadline is 2 February 2026.',
    'Neste frist er 2.2.2026.',
    'Neste utlysning åpner 2026-09-01.',
    'Neste utlysning kommer i mars 2026.',
  ])('finds a past date told as coming: %s', async (sentence) => {
    expect(await mistakes(say(sentence))).toEqual([expect.stringMatching(/^15 2026-\d\d-\d\d is past, but/)])
  })

  it.each([
    'I 2026 var fristen 2. februar 2026.',
    'Utlysningen stengte 1. september 2026.',
    'Ordningen har vart siden 1. januar 2024.',
    'Fristen er 15. oktober 2027.',
    'Neste utlysning kommer i november 2026.',
    'Versjon 2.30.2026 kommer.',
  ])('lets other dates be: %s', async (sentence) => {
    expect(await mistakes(say(sentence))).toEqual([])
  })

  it('finds a source that has not been checked for over a year', async () => {
    expect(await mistakes(programmeFile.replace('2026-11', '2025-10'))).toEqual([
      '22 the source "HK-dir: Nordplus" was last checked in 2025-10: over a year ago',
    ])
  })

  it('finds a call ahead that has not been checked for over a year, and lets the others be', async () => {
    const call = (id: string, closes: string) =>
      `- id: ${id}\n  title: { nb: a, nn: a, en: a }\n  closes: "${closes}"\n  zone: Europe/Oslo\n  who: { nb: a, nn: a, en: a }\n  url: https://hkdir.no\n  checked: 2025-10\n`
    const found = await check({ 'calls/nordplus.yaml': call('ahead', '2027-02-01') + call('over', '2026-02-01') })
    expect(found.mistakes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '1 the call "ahead" was last checked in 2025-10: over a year ago',
    ])
  })

  it('finds the line of a mistake however many blank lines stand above the text', async () => {
    const text = programmeFile.replace('## what: Hva er Nordplus?\n', '## what: Hva er Nordplus?\n\n\n')
    expect(await mistakes(text.replace('{contactName}', '{phone}'))).toEqual([
      '17 nothing is known to put in for {phone}',
    ])
  })

  it('finds a link to an answer that is not there in the language', async () => {
    expect(await mistakes(programmeFile.replace('answer:nordplus/deadlines', 'answer:glossary/pic'))).toEqual([
      '15 there is no answer "glossary/pic" in this language to link to',
    ])
  })

  it('finds something to fill in that it does not know', async () => {
    expect(await mistakes(say('Ring {phone}.'))).toEqual(['15 nothing is known to put in for {phone}'])
  })

  it('finds a number, a date and a link that are others than in bokmål', async () => {
    const there = say('I fjor fikk 25 prosjekter støtte, og fristen var 2. februar.')
    const here = there
      .replace('lang: nb', 'lang: nn')
      .replace('25 prosjekter', '35 prosjekter')
      .replace('2. februar', '3. februar')
      .replace('answer:nordplus/deadlines', 'answer:nordplus/what')
    const { mistakes } = await check({ 'content/nordplus.nb.md': there, 'content/nordplus.nn.md': here })
    const told = mistakes.filter(({ file }) => file.endsWith('nordplus.nn.md')).map(({ message }) => message)
    expect(told.map((message) => message.replace(/ in \S*\//, ' in '))).toEqual([
      'the number 25 stands in nordplus.nb.md:14, and not here',
      'the date 2.2 stands in nordplus.nb.md:14, and not here',
      'answer:nordplus/deadlines stands in nordplus.nb.md:14, and not here',
      'the number 35 stands here, and not in nordplus.nb.md:14',
      'the date 3.2 stands here, and not in nordplus.nb.md:14',
      'answer:nordplus/what stands here, and not in nordplus.nb.md:14',
    ])
  })

  it('finds one question that leads to two answers, however it is spelled', async () => {
    expect(await mistakes(programmeFile.replace('- Når må søknaden være inne?', '- Hva er NORDPLUS'))).toEqual([
      expect.stringMatching(/^30 the same question leads to nordplus\/what in .*nordplus\.nb\.md:18: Hva er NORDPLUS$/),
    ])
    expect(await mistakes(programmeFile.replace('- Når må søknaden være inne?', '- Join a!'))).toEqual([
      expect.stringMatching(/^30 the same question leads to join in .*phrases\/commands\.nb\.yaml:1: Join a!$/),
    ])
  })
})
