import { openKnowledge, type Understanding } from '../../src/knowledge/knowledge.ts'

/**
 * The real content, but these texts are understood as said here (an answer's id, or null for what has no answer), so
 * that a test of what follows does not hang on how well questions are understood.
 */
export function understanding(script: Readonly<Record<string, string | null>>): typeof openKnowledge {
  return async (options) => {
    const knowledge = await openKnowledge(options)
    return {
      ...knowledge,
      understand(text, context = {}): Understanding {
        const id = script[text]
        if (id === undefined) return knowledge.understand(text, context)
        const language = context.preferred ?? context.language ?? 'nb'
        const [topic = null] = id?.split('/') ?? []
        const kind = id === null ? 'handoff' : 'answer'
        return { language, kind, id, alternatives: [], confidence: 0.95, counties: [], isOutside: false, topic }
      },
    }
  }
}
