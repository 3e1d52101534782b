import { z } from 'zod'

/** Something wrong in a content file, told so that whoever wrote the file can find it. */
export const mistakeSchema = z.object({ file: z.string(), line: z.int(), message: z.string() })
export type Mistake = z.infer<typeof mistakeSchema>

export function describeMistake({ file, line, message }: Mistake): string {
  return `${file}:${line} ${message}`
}

/** Content cannot be used. Names every mistake at once. */
export class ContentError extends Error {
  override name = 'ContentError'
  readonly mistakes: readonly Mistake[]

  constructor(mistakes: readonly Mistake[]) {
    super(`The content has ${mistakes.length} mistake(s):\n${mistakes.map(describeMistake).join('\n')}`)
    this.mistakes = mistakes
  }
}
