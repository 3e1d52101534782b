import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { type WatchedKnowledge, watchKnowledge } from '../../src/knowledge/watch.ts'
import { changeContent, placeholders, programmeFile, writeContent } from '../support/content.ts'

let directory: string
let watched: WatchedKnowledge
let change: () => void
let stopped: boolean
let seen: { taken: number; mistakes: string[] }
let heard: PromiseWithResolvers<void>

beforeEach(async () => {
  directory = await writeContent()
  seen = { taken: 0, mistakes: [] }
  stopped = false
  heard = Promise.withResolvers()
  watched = await watchKnowledge({
    open: () => openKnowledge({ directory, placeholders, timeZone: 'Europe/Oslo' }),
    watch: (changed) => {
      change = changed
      return () => {
        stopped = true
      }
    },
    onTaken: () => {
      seen.taken++
      heard.resolve()
    },
    onMistakes: (mistakes) => {
      seen.mistakes.push(...mistakes.map(({ line, message }) => `${line} ${message}`))
      heard.resolve()
    },
    onFailure: heard.reject,
  })
})

afterEach(async () => {
  await watched.stop()
  await rm(directory, { recursive: true })
})

/** Saves the content file, and waits until the bot has said what it made of it. */
async function save(text: string): Promise<void> {
  heard = Promise.withResolvers()
  await changeContent(directory, { 'content/nordplus.nb.md': text })
  change()
  await heard.promise
}

const title = () => watched.knowledge.programme('nordplus', 'nb')?.title

describe('changing content while the bot runs', () => {
  it('is taken over', async () => {
    await save(programmeFile.replace('title: Nordplus', 'title: Nordplus 2027'))
    expect(title()).toBe('Nordplus 2027')
    expect(seen).toEqual({ taken: 1, mistakes: [] })
  })

  it('keeps the old when the new has a mistake, and takes it over when that is mended', async () => {
    await save(programmeFile.replace('title: Nordplus\n', ''))
    expect(title()).toBe('Nordplus')
    expect(seen.mistakes).toEqual([expect.stringContaining('title')])

    await save(programmeFile.replace('title: Nordplus', 'title: Nordplus nå'))
    expect(title()).toBe('Nordplus nå')
  })

  it('reads again what changed while it was reading', async () => {
    await changeContent(directory, { 'content/nordplus.nb.md': programmeFile.replace('title: Nordplus', 'title: En') })
    change()
    await changeContent(directory, { 'content/nordplus.nb.md': programmeFile.replace('title: Nordplus', 'title: To') })
    change()
    await expect.poll(title).toBe('To')
  })

  it('ends with the bot', async () => {
    await watched.stop()
    expect(stopped).toBe(true)
  })
})
