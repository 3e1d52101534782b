import { createHash } from 'node:crypto'
import { type GatheringField, type GatheringInput, gatheringFields } from './gathering-form.ts'

interface Merged {
  values: GatheringInput
  /** Fields that both changed, to different things: the values have what was typed here. */
  both: GatheringField[]
}

/** Names what a form was made from, field by field, so that it can be told which of them were touched. */
export function baseOf(values: GatheringInput): string {
  return gatheringFields.map((field) => nameOf(field, values[field])).join('.')
}

/**
 * Puts an edit into a gathering that somebody else edited meanwhile: what was not touched stays as they have it.
 * @param base what the form was made from; without it everything that differs counts as touched
 */
export function mergeEdits(typed: GatheringInput, base: string, current: GatheringInput): Merged {
  const names = base.split('.')
  const values: Record<GatheringField, string> = { ...current }
  const both: GatheringField[] = []
  gatheringFields.forEach((field, index) => {
    const [mine, theirs] = [nameOf(field, typed[field]), nameOf(field, current[field])]
    if (mine === theirs || mine === names[index]) return
    values[field] = typed[field]
    if (theirs !== names[index]) both.push(field)
  })
  return { values, both }
}

const choices: ReadonlySet<GatheringField> = new Set(['topics', 'reminders'])

/** The same for the same content; clients end lines as they like, and give choices in the order of the presses. */
function nameOf(field: GatheringField, value: string): string {
  const lines = value.trim().replaceAll(/\s*\r?\n\s*|\r/g, '\n')
  const content = choices.has(field) ? lines.split(',').toSorted().join() : lines
  return createHash('sha256').update(content).digest('base64url').slice(0, 6)
}
