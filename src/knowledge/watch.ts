import type { Knowledge } from './knowledge.ts'
import type { Mistake } from './mistakes.ts'
import { ContentError } from './mistakes.ts'

export type WatchOptions = {
  /** Reads the knowledge directory as it is now. */
  open: () => Promise<Knowledge>
  /** Calls `changed` whenever a file in the directory may have changed; returns how to stop that. */
  watch: (changed: () => void) => () => void
  /** The bot answers from changed content from now on. */
  onTaken?: () => void
  /** Changed content has mistakes; the bot goes on answering from what it had. */
  onMistakes: (mistakes: readonly Mistake[]) => void
  /** Reading failed for another reason; the bot goes on answering from what it had. */
  onFailure: (error: unknown) => void
}

export type WatchedKnowledge = {
  /** Answers from the newest content without mistakes. */
  knowledge: Knowledge
  /** Stops watching, once what is being read has been read. */
  stop: () => Promise<void>
}

/** Opens knowledge, and takes changed content over while running. Throws ContentError if it is wrong to begin with. */
export async function watchKnowledge(options: WatchOptions): Promise<WatchedKnowledge> {
  const { open, watch, onTaken, onMistakes, onFailure } = options
  let current = await open()
  let reading: Promise<void> | undefined
  let changedMeanwhile = false

  async function read(): Promise<void> {
    do {
      changedMeanwhile = false
      try {
        current = await open()
        onTaken?.()
      } catch (error) {
        if (error instanceof ContentError) onMistakes(error.mistakes)
        else onFailure(error)
      }
    } while (changedMeanwhile)
    reading = undefined
  }

  const stopWatching = watch(() => {
    if (reading) changedMeanwhile = true
    else reading = read()
  })

  const knowledge: Knowledge = {
    understand: (...args) => current.understand(...args),
    retrieve: (...args) => current.retrieve(...args),
    answer: (...args) => current.answer(...args),
    programme: (...args) => current.programme(...args),
    programmes: (...args) => current.programmes(...args),
    callsAhead: (...args) => current.callsAhead(...args),
    titleOf: (...args) => current.titleOf(...args),
  }

  async function stop(): Promise<void> {
    stopWatching()
    changedMeanwhile = false
    await reading
  }

  return { knowledge, stop }
}
