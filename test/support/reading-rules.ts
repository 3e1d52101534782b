/**
 * What no schema tells of a card: that it reads well on a phone and in the order in which a screen reader says it.
 * Widths are those of a phone of 390 pixels, as {@link buttonRows} has them.
 */
type Node = Readonly<Record<string, unknown>>

const phoneWidth = 358
const buttonWidth = 34
const letterWidth = 8
const mostButtons = 6
/** A longer one leaves no room for the fact itself. */
const longestFactTitle = 40
/** Some fifteen lines on a phone: what is longer wants paragraphs of its own. */
const longestText = 1_200

/** What is wrong with how a card reads, each with the words where it is. */
export function readingMistakes(card: unknown): string[] {
  const nodes = inOrder(card)
  return [
    ...headingMistakes(nodes),
    ...buttonMistakes(card, nodes),
    ...nameMistakes(nodes),
    ...orderMistakes(nodes),
    ...textMistakes(nodes),
  ]
}

/** Every element and button, in the order of reading: a card's own buttons come after its body. */
function inOrder(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(inOrder)
  if (!isNode(value)) return []
  const { body, actions, data: _, fallback: __, refresh: ___, ...rest } = value
  return [...(typeof value.type === 'string' ? [value] : []), ...inOrder([body, Object.values(rest), actions])]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isInput({ type }: Node): boolean {
  return String(type).startsWith('Input.')
}

function isButton({ type }: Node): boolean {
  return String(type).startsWith('Action.')
}

/** Screen readers go from heading to heading. */
function headingMistakes(nodes: readonly Node[]): string[] {
  const heading = nodes.findIndex(({ style }) => style === 'heading')
  if (heading === -1) return ['no heading says what the card is about']
  const first = nodes.findIndex((node) => isInput(node) || isButton(node))
  return first !== -1 && first < heading ? ['a field or button comes before the heading'] : []
}

function buttonMistakes(card: unknown, nodes: readonly Node[]): string[] {
  const sets = nodes.flatMap(({ actions }) => (Array.isArray(actions) ? [actions.filter(isNode)] : []))
  const tooWide = sets.flatMap((set) => {
    const titles = set.map(({ title }) => String(title))
    const width = titles.reduce((sum, title) => sum + buttonWidth + letterWidth * title.length, 0)
    return width > phoneWidth ? [`a phone cuts the buttons «${titles.join('», «')}»`] : []
  })
  const count = inOrder(withoutHidden(card)).filter(({ type }) => type === 'ActionSet' || type === 'AdaptiveCard')
  const isFold = (node: unknown) => isNode(node) && node.type === 'Action.ToggleVisibility'
  const shown = count.flatMap(({ actions }) => (Array.isArray(actions) ? actions : []))
  const atOnce = shown.filter((each) => !isFold(each)).length
  return [...tooWide, ...(atOnce > mostButtons ? [`shows ${atOnce} buttons at once`] : [])]
}

/** Without what opens only when it is asked for. */
function withoutHidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutHidden)
  if (!isNode(value)) return value
  if (value.isVisible === false) return undefined
  if (value.type === 'Action.ShowCard') return { type: value.type, title: value.title }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutHidden(inner)]))
}

/** Who hears the buttons one by one must be able to tell them apart. */
function nameMistakes(nodes: readonly Node[]): string[] {
  const buttons = nodes.flatMap((node) =>
    isNode(node.selectAction) ? [node.selectAction] : isButton(node) ? [node] : [],
  )
  const does = Map.groupBy(buttons, ({ title, tooltip }) => `${title} ${tooltip ?? ''}`.trim())
  return [...does].flatMap(([name, same]) => {
    const different = new Set(
      same.map(({ data, url, card, targetElements }) => JSON.stringify([data, url, card, targetElements])),
    )
    return different.size > 1 ? [`${different.size} buttons that do different things are called «${name}»`] : []
  })
}

/** What sends fields comes after at least one of them: a list below its own search is sent along, and that is no harm. */
function orderMistakes(nodes: readonly Node[]): string[] {
  const early = nodes
    .slice(0, Math.max(0, nodes.findIndex(isInput)))
    .filter(
      ({ type, associatedInputs }) => /^Action\.(?:Execute|Submit)$/.test(String(type)) && associatedInputs !== 'none',
    )
  const unplaced = nodes.filter(
    (node, index) =>
      node.color === 'Attention' &&
      node.size === 'Small' &&
      !isInput(nodes[index - 1] ?? {}) &&
      !isOption(nodes[index - 1]),
  )
  return [
    ...early.map(({ title }) => `«${title}» sends fields that come after it`),
    ...unplaced.map(({ text }) => `«${text}» is not at its field`),
  ]
}

/** Choices are walked over as parts of their field. */
function isOption(node: Node | undefined): boolean {
  return node !== undefined && typeof node.value === 'string' && node.type === undefined
}

function textMistakes(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ type, text, color, facts }) => {
    const titles = Array.isArray(facts) ? facts.filter(isNode).map(({ title }) => String(title)) : []
    return [
      ...titles.filter((title) => title.length > longestFactTitle).map((title) => `«${title}» crowds out its fact`),
      ...(type === 'TextBlock' && String(text).length > longestText
        ? [`«${String(text).slice(0, 40)}…» is too much at once`]
        : []),
      ...(color === 'Attention' && !String(text).startsWith('⚠ ')
        ? [`«${text}» is a warning by its colour alone`]
        : []),
    ]
  })
}
