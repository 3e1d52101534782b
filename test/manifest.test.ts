import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { packageApp } from '../src/cli/app-package.ts'
import { type Knowledge, openKnowledge } from '../src/knowledge/knowledge.ts'

const directory = fileURLToPath(new URL('../manifest', import.meta.url))
const env = {
  TEAMS_APP_ID: '6f1d7a52-9d0f-4c55-9a52-0d5a1c1f7f10',
  APP_VERSION: '1.2.3',
  BOT_ID: '0a7c3e0e-6c0a-4b0e-8d7b-2f1f6c9f3a21',
  PUBLIC_URL: 'https://bot.example.no',
  WEBSITE_URL: 'https://example.no/nettverk',
  PRIVACY_URL: 'https://example.no/personvern',
  TERMS_URL: 'https://example.no/vilkar',
  NETWORK_NAME: 'Nettverket «Ut i verden»',
}

const command = z.strictObject({ title: z.string().min(1).max(32), description: z.string().min(1).max(128) })
const manifestShape = z.looseObject({
  id: z.literal(env.TEAMS_APP_ID),
  version: z.literal('1.2.3'),
  name: z.object({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.object({ short: z.string().max(80), full: z.string().max(4000) }),
  developer: z.looseObject({ name: z.string().max(32) }),
  validDomains: z.tuple([z.literal('bot.example.no')]),
  localizationInfo: z.object({
    defaultLanguageTag: z.literal('nb'),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.tuple([
    z.looseObject({
      botId: z.literal(env.BOT_ID),
      scopes: z.array(z.string()),
      commandLists: z
        .array(z.object({ scopes: z.array(z.string()), commands: z.array(command).min(1).max(12) }))
        .max(3),
    }),
  ]),
})

let files: Record<string, Uint8Array>
let manifest: z.infer<typeof manifestShape>
let translations: Map<string, Record<string, string>>

beforeAll(async () => {
  const made = await packageApp(directory, env)
  if (!made.ok) throw new Error(made.mistakes.join('\n'))
  files = unzipSync(made.zip)
  manifest = manifestShape.parse(read('manifest.json'))
  translations = new Map(
    manifest.localizationInfo.additionalLanguages.map(({ languageTag, file }) => [
      languageTag,
      z.record(z.string(), z.string()).parse(read(file)),
    ]),
  )
})

function read(name: string): unknown {
  return JSON.parse(strFromU8(files[name] ?? new Uint8Array()))
}

const limits = { 'name.short': 30, 'name.full': 100, 'description.short': 80, 'description.full': 4000 }
const commandLimits = { title: 32, description: 128 }

describe('the app package', () => {
  it('has everything filled in', () => {
    expect(manifest.name.full).toBe(env.NETWORK_NAME)
    for (const [name, content] of Object.entries(files)) expect(strFromU8(content), name).not.toContain('${{')
  })

  it('names every value that is missing', async () => {
    const made = await packageApp(directory, { ...env, BOT_ID: '', PRIVACY_URL: 'http://example.no' })
    expect(made).toEqual({ ok: false, mistakes: ['BOT_ID must be a GUID', 'PRIVACY_URL must be an https address'] })
  })

  it('has icons of the sizes that Teams wants', () => {
    const sizeOf = (name: string) => {
      const header = Buffer.from(files[name] ?? [])
      return [header.readUInt32BE(16), header.readUInt32BE(20)]
    }
    expect(sizeOf(manifest.icons.color)).toEqual([192, 192])
    expect(sizeOf(manifest.icons.outline)).toEqual([32, 32])
  })

  it('lists commands for each place where the bot can be, none twice', () => {
    const [{ scopes, commandLists }] = manifest.bots
    expect(commandLists.flatMap((list) => list.scopes)).toEqual(scopes)
    for (const { commands } of commandLists) {
      const titles = commands.map(({ title }) => title)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })

  it('is translated as a whole, within the lengths that Teams takes', () => {
    const [{ commandLists }] = manifest.bots
    const commandKeys = commandLists.flatMap(({ commands }, list) =>
      commands.flatMap((_, index) =>
        Object.entries(commandLimits).map(
          ([part, limit]) => [`bots[0].commandLists[${list}].commands[${index}].${part}`, limit] as const,
        ),
      ),
    )
    const keys = new Map<string, number>([...Object.entries(limits), ...commandKeys])
    expect([...translations.keys()]).toEqual(['nn', 'en'])
    for (const [language, { $schema, ...texts }] of translations) {
      expect($schema).toContain('v1.29')
      expect(Object.keys(texts).sort(), language).toEqual([...keys.keys()].sort())
      for (const [key, text] of Object.entries(texts)) {
        expect(text.length, `${language} ${key}`).toBeLessThanOrEqual(keys.get(key) ?? 0)
      }
    }
  })
})

describe('a listed command', () => {
  let knowledge: Knowledge
  beforeAll(async () => {
    knowledge = await openKnowledge({
      directory: fileURLToPath(new URL('../src/knowledge', import.meta.url)),
      placeholders: { owner: 'Fylket', networkName: 'Nettverket', contactName: 'Ann', contactEmail: 'ann@example.no' },
      timeZone: 'Europe/Oslo',
    })
  })

  it('does the same in each language when it is sent as it stands', () => {
    const [{ commandLists }] = manifest.bots
    commandLists.forEach(({ commands }, list) => {
      commands.forEach(({ title }, index) => {
        const key = `bots[0].commandLists[${list}].commands[${index}].title`
        const understood = [title, ...[...translations.values()].map((texts) => texts[key] ?? '')].map((text) => {
          const { kind, id } = knowledge.understand(text)
          return { text, kind, id }
        })
        const [{ id } = { id: null }] = understood
        expect(understood).toEqual(understood.map(({ text }) => ({ text, kind: 'command', id })))
      })
    })
  })
})
