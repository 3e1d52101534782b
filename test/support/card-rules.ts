import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { adaptiveCard } from './card-schema.ts'
import { readingMistakes } from './reading-rules.ts'

/** Teams refuses messages of about 28 KB of JSON. */
const largestBytes = 28_000

/**
 * What is wrong with a card, each with the place where it is; nothing when Teams shows it as meant.
 * Closed shapes for the part of Adaptive Cards 1.5 that the bot uses, and rules that no schema tells.
 */
export function cardMistakes(card: unknown): string[] {
  const parsed = adaptiveCard.safeParse(card)
  const shape = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
  const bytes = Buffer.byteLength(JSON.stringify(card))
  const size = bytes < largestBytes ? [] : [`the card has ${bytes} bytes`]
  return [...shape, ...size, ...nodeMistakes(card), ...readingMistakes(card)]
}

const checked = new WeakSet<object>()

/**
 * Checks a card once. With `CARDS_DIR` set it is also written there, to be looked at with render-cards.ts.
 * @throws with every mistake of the card
 */
export function keepCardRules(card: unknown): void {
  if (typeof card !== 'object' || card === null || checked.has(card)) return
  checked.add(card)
  if (process.env.CARDS_DIR) writeCard(process.env.CARDS_DIR, card)
  const mistakes = cardMistakes(card)
  if (mistakes.length > 0) throw new Error(`A card breaks the rules:\n  ${mistakes.join('\n  ')}`)
}

/** The same card is the same file. */
function writeCard(directory: string, card: object): void {
  const json = JSON.stringify(card, null, 2)
  const title = 'fallbackText' in card ? String(card.fallbackText) : 'card'
  const slug = title
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\d]+/gu, '-')
    .slice(0, 60)
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 8)
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, `${slug}-${hash}.json`), json)
}

/** Ids are the names under which inputs come back, and what a fold opens. */
function nodeMistakes(card: unknown): string[] {
  const ids: string[] = []
  const targets: string[] = []
  const silent: string[] = []
  walk(card, (node) => {
    if (typeof node.id === 'string') ids.push(node.id)
    if (Array.isArray(node.targetElements)) targets.push(...node.targetElements.map(String))
    if (node.isRequired === true && node.errorMessage === undefined) silent.push(String(node.id))
  })
  return [
    ...ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `two elements are called ${id}`),
    ...silent.map((id) => `${id} is required, and does not say what to do when it is empty`),
    ...targets.filter((id) => !ids.includes(id)).map((id) => `a button opens ${id}, which is not there`),
  ]
}

function walk(value: unknown, visit: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit)
  else if (isRecord(value)) {
    visit(value)
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') walk(inner, visit)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
