import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { type WatchedKnowledge, watchKnowledge } from '../../src/knowledge/watch.ts'
import { changeContent, placeholders, programmeFile, writeContent } from '../support/content.ts'

let directory: string
let watched: WatchedKnowledge
let seen: { read: number; taken: number; mistakes: string[] }

beforeEach(async () => {
  directory = await writeContent()
  seen = { read: 0, taken: 0, mistakes: [] }
  watched = await watchKnowledge({
    directory,
    open: () => {
      seen.read++
      return openKnowledge({ directory, placeholders, timeZone: 'Europe/Oslo' })
    },
    onTaken: () => {
      seen.taken++
    },
    onMistakes: (mistakes) => {
      seen.mistakes.push(...mistakes.map(({ line, message }) => `${line} ${message}`))
    },
  })
})

afterEach(() => rm(directory, { recursive: true }))

async function save(text: string): Promise<void> {
  await changeContent(directory, { 'content/nordplus.nb.md': text })
}

async function saveAndWait(text: string): Promise<void> {
  await save(text)
  await watched.look()
  await watched.look()
}

const named = (title: string) => programmeFile.replace('title: Nordplus', `title: ${title}`)
const title = () => watched.knowledge.programme('nordplus', 'nb')?.title

describe('changing content while the bot runs', () => {
  it('is taken over', async () => {
    await saveAndWait(named('Nordplus 2027'))
    expect(title()).toBe('Nordplus 2027')
    expect(seen).toEqual({ read: 2, taken: 1, mistakes: [] })
  })

  it('is tried again when it could not be read', async () => {
    let isReadable = true
    const other = await watchKnowledge({
      directory,
      async open() {
        if (!isReadable) throw new Error('EIO')
        return openKnowledge({ directory, placeholders, timeZone: 'Europe/Oslo' })
      },
      onTaken() {},
      onMistakes() {},
    })
    await save(named('Nordplus 2027'))
    await other.look()
    isReadable = false
    await expect(other.look()).rejects.toThrow('EIO')
    isReadable = true
    await other.look()
    expect(other.knowledge.programme('nordplus', 'nb')?.title).toBe('Nordplus 2027')
  })

  it('waits until nobody is saving any more', async () => {
    await save(named('Nord'))
    await watched.look()
    await save(named('Nordplus nå'))
    await watched.look()
    expect(title()).toBe('Nordplus')
    await watched.look()
    expect(title()).toBe('Nordplus nå')
  })

  it('keeps the old when the new has a mistake, says so once, and takes it over when that is mended', async () => {
    await saveAndWait(programmeFile.replace('title: Nordplus\n', ''))
    await watched.look()
    expect(title()).toBe('Nordplus')
    expect(seen.mistakes).toEqual([expect.stringContaining('title')])
    expect(watched.mistakes()).toHaveLength(1)

    await saveAndWait(named('Nordplus nå'))
    expect(title()).toBe('Nordplus nå')
    expect(watched.mistakes()).toEqual([])
  })

  it('sees a file that is new, and one that is gone', async () => {
    await changeContent(directory, {
      'content/erasmus-plus.nb.md': programmeFile.replaceAll(/nordplus/gi, 'erasmus-plus'),
    })
    await watched.look()
    await watched.look()
    expect(watched.knowledge.programmes('nb')).toHaveLength(2)

    await rm(join(directory, 'content/erasmus-plus.nb.md'))
    await watched.look()
    await watched.look()
    expect(watched.knowledge.programmes('nb')).toHaveLength(1)
  })

  it('reads nothing while nothing changes', async () => {
    await watched.look()
    await watched.look()
    expect(seen.read).toBe(1)
  })
})
