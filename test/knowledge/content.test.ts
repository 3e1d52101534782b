import { rm } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { ContentError, openKnowledge } from '../../src/knowledge/knowledge.ts'
import { type ContentFiles, placeholders, programmeFile, writeContent } from '../support/content.ts'

const directories: string[] = []

afterEach(async () => {
  await Promise.all(directories.splice(0).map((directory) => rm(directory, { recursive: true })))
})

async function open(changes: ContentFiles = {}) {
  const directory = await writeContent(changes)
  directories.push(directory)
  return openKnowledge({ directory, placeholders, timeZone: 'Europe/Oslo' })
}

/** Every mistake as an adviser reads it, with the path inside the knowledge directory. */
async function mistakes(changes: ContentFiles): Promise<string[]> {
  const error: unknown = await open(changes).catch((reason: unknown) => reason)
  if (!(error instanceof ContentError)) throw new Error('The content was accepted', { cause: error })
  return error.mistakes.map(({ file, line, message }) => `${file.split('/').slice(-2).join('/')}:${line} ${message}`)
}

describe('opening content', () => {
  it('reads what is well formed', async () => {
    const knowledge = await open()
    expect(knowledge.programme('nordplus', 'nb')?.aspects.map(({ id }) => id)).toEqual([
      'nordplus/what',
      'nordplus/deadlines',
    ])
  })

  it('names all mistakes of a file at once, each with its line', async () => {
    const broken = programmeFile
      .replace('## deadlines: Når', '## frister: Når')
      .replace('2026-11', 'sist høst')
      .replace('answer:nordplus/deadlines', 'answer:nordplus/dedlines')
      .replace('### Questions', '### Spørsmål')
    expect(await mistakes({ 'content/nordplus.nb.md': broken })).toEqual([
      'content/nordplus.nb.md:17 unknown part "Spørsmål"; Names, Questions and Sources are known',
      'content/nordplus.nb.md:22 expected "- [Who: what](https://…) 2026-11", or "unchecked" for the date',
      expect.stringMatching(/^content\/nordplus\.nb\.md:24 unknown aspect "frister"; a programme has what, norway/),
      'content/nordplus.nb.md:15 the link leads to "nordplus/dedlines", which is not an answer',
    ])
  })

  it.each<[string, string, string]>([
    ['a field that is missing', programmeFile.replace('title: Nordplus\n', ''), '2 title'],
    ['a field of another kind', programmeFile.replace('title: Nordplus', 'title: [1, 2]'), '4 title'],
    ['an unknown language', programmeFile.replace('lang: nb', 'lang: se'), '3 lang'],
    ['a file under the wrong name', programmeFile.replace('topic: nordplus', 'topic: erasmus'), '2 topic and lang say'],
    ['no front matter', programmeFile.slice(4), '1 the file has to begin with front matter'],
    ['a colon that needs quotes', programmeFile.replace('summary: Utv', 'summary: Kort: utv'), '7 a text with a colon'],
    [
      'a section that is there twice',
      programmeFile.replace('## deadlines', '## what'),
      '24 the section "what" is there twice',
    ],
    ['a part that is there twice', programmeFile.replace('### Sources\n', '### Sources\n### Sources\n'), '22 the part'],
    ['a date that there is not', programmeFile.replace('2026-11', '2026-13'), '22 there is no date 2026-13'],
    ['a heading without its id', programmeFile.replace('## what: Hva', '## Hva'), '12 expected "## aspect: Heading"'],
    [
      'text in a list of questions',
      programmeFile.replace('- hva går', 'hva går'),
      '19 expected a line that begins with "- "',
    ],
  ])('says where there is %s', async (_, text, message) => {
    expect((await mistakes({ 'content/nordplus.nb.md': text }))[0]).toContain(`content/nordplus.nb.md:${message}`)
  })

  it('says which call is wrong, and how', async () => {
    const call = (closes: string, rest = '') =>
      `- id: nordplus-2027\n  title: { nb: a, nn: a, en: a }\n  ${rest}closes: "${closes}"\n  zone: Europe/Oslo\n  who: { nb: a, nn: a, en: a }\n  url: https://hkdir.no\n`
    expect(await mistakes({ 'calls/nordplus.yaml': call('2027-02-30') })).toEqual([
      'calls/nordplus.yaml:1 nordplus-2027 has a date or time that there is not: 2027-02-30',
    ])
    expect(await mistakes({ 'calls/nordplus.yaml': call('2. februar') })).toEqual([
      'calls/nordplus.yaml:3 0.closes: a date, or a date with a time such as 2027-02-19T12:00',
    ])
    expect(await mistakes({ 'calls/nordplus.yaml': call('2027-02-01', 'opens: "2027-03-01"\n  ') })).toEqual([
      'calls/nordplus.yaml:1 nordplus-2027 opens after it closes',
    ])
    expect(await mistakes({ 'calls/nordpluss.yaml': call('2027-02-01') })).toEqual([
      'calls/nordpluss.yaml:1 there is no programme "nordpluss"',
    ])
  })
})
