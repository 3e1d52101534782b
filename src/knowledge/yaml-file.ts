import { LineCounter, parseDocument, type YAMLParseError } from 'yaml'
import type { z } from 'zod'
import type { Mistake } from './mistakes.ts'

/** A file's text, or a part of it that starts at `firstLine` (counted from 1). */
export type Source = { file: string; text: string; firstLine?: number }

export type Parsed<T> = { value: T; lineOf: (path: readonly PropertyKey[]) => number } | { mistakes: Mistake[] }

/** Reads YAML by a schema. Every mistake gets the line of the value that is wrong, or of what should have held it. */
export function parseYaml<T>({ file, text, firstLine = 1 }: Source, schema: z.ZodType<T>): Parsed<T> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + firstLine - 1

  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true)
      const offset = rangeStart(node)
      if (offset !== undefined) return lineAt(offset)
    }
    return firstLine
  }

  if (document.errors.length > 0) {
    return {
      mistakes: document.errors.map((error) => ({ file, line: lineAt(error.pos[0]), message: inWords(error) })),
    }
  }
  let data: unknown
  try {
    data = document.toJS()
  } catch (error) {
    return { mistakes: [{ file, line: firstLine, message: error instanceof Error ? error.message : String(error) }] }
  }
  const result = schema.safeParse(data)
  if (result.success) return { value: result.data, lineOf }
  return {
    mistakes: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.map(String).join('.') || 'file'}: ${issue.message.endsWith('received undefined') ? 'is missing' : issue.message}`,
    })),
  }
}

/** The mistake that people make most: a colon in a text makes YAML look for a field. */
function inWords({ code, message }: YAMLParseError): string {
  return code === 'BLOCK_AS_IMPLICIT_KEY' ? 'a text with a colon in it has to stand in quotes' : message
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const start: unknown = node.range[0]
  return typeof start === 'number' ? start : undefined
}
