import { z } from 'zod'
import type { Seen } from './bot.ts'

const input = z.looseObject({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  label: z.string(),
  value: z.string().optional(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).optional(),
})

export type ShownInput = z.infer<typeof input>

/** Every field of a card, by its id. */
export function inputs({ card }: Seen): Record<string, ShownInput> {
  const found: Record<string, ShownInput> = {}
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { data } = input.safeParse(value)
    if (data) found[data.id] = data
    else Object.values(value).forEach(walk)
  }
  walk(card)
  return found
}

/** What comes back when the fields are sent as they are. */
export function values(seen: Seen): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs(seen)).map(([id, { value = '' }]) => [id, value]))
}
