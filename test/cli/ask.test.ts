import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { languageSchema } from '../../src/knowledge/taxonomy.ts'

const lineSchema = z.strictObject({
  question: z.string(),
  language: languageSchema,
  kind: z.enum(['answer', 'suggest', 'command', 'handoff']),
  id: z.string().nullable(),
  alternatives: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  text: z.string().min(1),
  sources: z.array(z.object({ title: z.string(), url: z.string(), checked: z.string().nullable() })),
})

function ask(input: string): Promise<z.infer<typeof lineSchema>[]> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, ['src/cli/ask.ts', '--json'], (error, stdout) => {
      if (error) reject(error)
      else
        resolve(
          stdout
            .trimEnd()
            .split('\n')
            .map((line) => lineSchema.parse(JSON.parse(line))),
        )
    })
    child.stdin?.end(input)
  })
}

it('answers each line by a line with all fields, whatever stands in it', async () => {
  const lines = [
    'Hva er Nordplus?',
    '',
    '   ',
    'kan Halden kommune søke interreg?',
    'Hva er Nordplus, og når er fristen?',
    'meld meg inn',
    'når hentes søpla',
    'en linje\u2028skilt av noe annet\rog mer',
    '🇳🇴👩‍👩‍👧 ﷽ \u0000 "quoted" \\',
    'x'.repeat(200_000),
    'siste',
  ]
  const answers = await ask(lines.join('\n'))
  expect(answers.map(({ question }) => question)).toEqual(lines)
  expect(answers[0]).toMatchObject({ kind: 'answer', id: 'nordplus/what', language: 'nb' })
  expect(answers[0]?.sources[0]?.url).toMatch(/^https:/)
  expect(answers[1]).toMatchObject({ kind: 'handoff', id: null })
  expect(answers[3]?.id).toBe('interreg/eligibility')
  expect(answers[3]?.text).toContain('Østfold')
  expect(answers[4]).toMatchObject({ id: 'nordplus/what' })
  expect(answers[4]?.alternatives[0]).toBe('nordplus/deadlines')
  expect(answers[5]).toMatchObject({ kind: 'command', id: 'join' })
  expect(answers[6]).toMatchObject({ kind: 'handoff', id: null })
})

it('begins the answer to a need with the programmes for its theme', async () => {
  const [answer] = await ask('finnes det midler til sykkelveier?')
  expect(answer).toMatchObject({ kind: 'answer', id: 'guide/choose' })
  expect(answer?.text).toMatch(/Tema: By, tettsted[\s\S]*URBACT[\s\S]*betaler sjelden for å bygge/)
})

it('takes lines as Windows ends them', async () => {
  expect((await ask('hei\r\nHva er LIFE?\r\n')).map(({ question }) => question)).toEqual(['hei', 'Hva er LIFE?'])
})
