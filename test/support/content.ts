import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { commandIds } from '../../src/knowledge/commands.ts'

/** Path in the knowledge directory → what stands in the file. */
export type ContentFiles = Readonly<Record<string, string>>

const words =
  'Programmet betaler for at folk lærer av hverandre på tvers av grensene, og kommunen kan søke selv. '.repeat(3)

/** A content file of a programme: front matter from line 1, the section `what` on line 12. */
export const programmeFile = `---
topic: nordplus
lang: nb
title: Nordplus
names: [Nordplus]
words: [nordisk utveksling]
summary: Utveksling i Norden.
facts:
  - { label: Støtte, value: etter søknad }
---

## what: Hva er Nordplus?

${words}
Spør {contactName} om [fristene](answer:nordplus/deadlines).

### Questions
- Hva er Nordplus?
- hva går nordplus ut på

### Sources
- [HK-dir: Nordplus](https://hkdir.no/nordplus) 2026-11

## deadlines: Når er fristene?

${words}

### Questions
- når er fristen i nordplus
- Når må søknaden være inne?

### Sources
- [HK-dir: frister](https://hkdir.no/frister) unchecked
`

const commands = commandIds.map(
  (id) => `${id}: { title: ${id}, phrases: [${id} a, ${id} b, ${id} c, ${id} d, ${id} e] }`,
)

const files: ContentFiles = {
  'content/nordplus.nb.md': programmeFile,
  'calls/nordplus.yaml': '',
  'phrases/commands.nb.yaml': commands.join('\n'),
  'phrases/calls.nb.yaml':
    'ahead: Utlysninger\nnone: Ingen kjent utlysning\nopens: åpner\nopen: åpen nå\ncloses: frist\nwho: Hvem\nbudget: Budsjett\nunchecked: Ikke kontrollert\n',
  'phrases/other-languages.yaml': 'de: [Wie kann ich mein Kind in der Schule anmelden]\n',
}

/** A small knowledge directory of its own, with some files other than usual. */
export async function writeContent(changes: ContentFiles = {}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'knowledge-'))
  await changeContent(directory, { 'calls/nordplus.yaml': '[]\n', ...changes }, files)
  return directory
}

export async function changeContent(directory: string, changes: ContentFiles, from: ContentFiles = {}): Promise<void> {
  for (const [path, text] of Object.entries({ ...from, ...changes })) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), text)
  }
}

export const placeholders = {
  owner: 'Buskerud fylkeskommune',
  networkName: 'Kommunenettverket',
  contactName: 'Kari Rådgiver',
  contactEmail: 'kari@example.org',
}
