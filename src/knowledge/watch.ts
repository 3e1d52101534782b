import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knowledge } from './knowledge.ts'
import { contentFolders } from './load.ts'
import { ContentError, type Mistake } from './mistakes.ts'

const watchedFolders = [...contentFolders, 'guide', 'guide/programmes']

export type WatchOptions = {
  directory: string
  /** Reads the knowledge directory as it is now. */
  open: () => Promise<Knowledge>
  /** The bot answers from changed content from now on. */
  onTaken: () => void
  /** Changed content has mistakes; the bot goes on answering from what it had. */
  onMistakes: (mistakes: readonly Mistake[]) => void
}

export type WatchedKnowledge = {
  /** Answers from the newest content without mistakes. */
  knowledge: Knowledge
  /** Why what was changed last is not in use; nothing when it is. */
  mistakes: () => readonly Mistake[]
  /**
   * Takes over what has changed, once it has been the same for two looks: nobody is in the middle of saving it. Throws
   * when the files cannot be read; the bot goes on answering from what it had.
   */
  look: () => Promise<void>
}

/**
 * Opens knowledge, and takes changed content over while running. Throws ContentError if it is wrong to begin with.
 * It looks at the files itself, as a shared or mounted disk does not tell of changes.
 */
export async function watchKnowledge(options: WatchOptions): Promise<WatchedKnowledge> {
  const { directory, open, onTaken, onMistakes } = options
  let taken = await describeFiles(directory)
  let current = await open()
  let seen = taken
  let mistakes: readonly Mistake[] = []

  async function look(): Promise<void> {
    const before = seen
    seen = await describeFiles(directory)
    if (seen === taken || seen !== before) return
    try {
      current = await open()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      taken = seen
      mistakes = error.mistakes
      return onMistakes(mistakes)
    }
    taken = seen
    mistakes = []
    onTaken()
  }

  const knowledge: Knowledge = {
    understand: (...args) => current.understand(...args),
    retrieve: (...args) => current.retrieve(...args),
    programmesIn: (...args) => current.programmesIn(...args),
    answer: (...args) => current.answer(...args),
    programme: (...args) => current.programme(...args),
    programmes: (...args) => current.programmes(...args),
    callsAhead: (...args) => current.callsAhead(...args),
    titleOf: (...args) => current.titleOf(...args),
  }
  return { knowledge, mistakes: () => mistakes, look }
}

/** Another text whenever a file has been added, changed or removed. */
async function describeFiles(directory: string): Promise<string> {
  const folders = watchedFolders.map((folder) => join(directory, folder))
  return (await Promise.all(folders.map(describeFolder))).flat().join('\n')
}

async function describeFolder(folder: string): Promise<string[]> {
  const names = await unlessGone(readdir(folder))
  return Promise.all(
    (names ?? []).sort().map(async (name) => {
      const file = await unlessGone(stat(join(folder, name)))
      return `${name} ${file?.size} ${file?.mtimeMs}`
    }),
  )
}

/** A file can go between being listed and being looked at. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
