/** The elements of Adaptive Cards 1.5 that the bot uses, as functions that return their JSON. */
export type Element = { readonly type: string } & Readonly<Record<string, unknown>>

export type Action = { readonly type: string } & Readonly<Record<string, unknown>>

export function heading(text: string): Element {
  return { type: 'TextBlock', text: plain(text), size: 'Large', weight: 'Bolder', wrap: true, style: 'heading' }
}

/** For a card that goes with a text. */
export function smallHeading(text: string): Element {
  return { type: 'TextBlock', text: plain(text), size: 'Small', weight: 'Bolder', wrap: true, style: 'heading' }
}

export function subheading(text: string): Element {
  return { type: 'TextBlock', text: plain(text), weight: 'Bolder', wrap: true, spacing: 'Medium' }
}

/** Text of our own, in the Markdown that Teams knows: bold, italics, lists, links. */
export function markdown(text: string): Element {
  return { type: 'TextBlock', text, wrap: true }
}

/** The same in several paragraphs and lists. Each is an element: phones set a list apart from the text around it only so. */
export function markdownBlocks(text: string): Element[] {
  return text.split(/\n{2,}/).map(markdown)
}

/** Text that people wrote: shown as it is, never as Markdown. */
export function paragraph(text: string): Element {
  return { type: 'TextBlock', text: plain(text), wrap: true }
}

/** Paragraphs that people wrote, as they are; the addresses in them can be followed. */
export function prose(text: string): Element {
  const parts = text.trim().split(/(https:\/\/[^\s<>()[\]]*[^\s<>()[\].,;:!?])/)
  const linked = parts.map((part, index) => (index % 2 === 1 ? `[${plain(part)}](${part})` : plain(part)))
  return { type: 'TextBlock', text: linked.join('').replaceAll(/\r?\n(?!\n)/g, '\n\n'), wrap: true }
}

/** Small print: dates checked, hints, what a card is about; shown as it is. */
export function note(text: string): Element {
  return markdownNote(plain(text))
}

/** The same for text of our own with links. */
export function markdownNote(text: string): Element {
  return { ...markdown(text), size: 'Small', isSubtle: true, spacing: 'Small' }
}

/** Tells of a mistake, in words and not by colour alone. */
export function warning(text: string): Element {
  return { type: 'TextBlock', text: `⚠ ${plain(text)}`, wrap: true, color: 'Attention', weight: 'Bolder' }
}

/** A longer one leaves its fact no room on a phone. */
const longestFactTitle = 40

/** What is known, each with its name in front; a name that is a whole question stands above. */
export function facts(rows: readonly (readonly [title: string, value: string])[]): Element {
  const isLong = ([title]: readonly [string, string]) => title.length > longestFactTitle
  const short = rows
    .filter((each) => !isLong(each))
    .map(([title, value]) => ({ title: plain(title), value: plain(value) }))
  const long = rows.filter(isLong).map(([title, value]) => markdown(`**${plain(title)}**\n\n${plain(value)}`))
  const set = { type: 'FactSet', facts: short }
  return long.length === 0 ? set : { type: 'Container', items: [...(short.length === 0 ? [] : [set]), ...long] }
}

/** @param altText what it shows, for those who do not see it */
export function image(url: string, altText: string): Element {
  return { type: 'Image', url, altText, size: 'Stretch' }
}

/** One entry of a list that opens when it is pressed; screen readers say its title for what it opens. */
export function entry(title: string, detail: string, open: Action): Element {
  return {
    type: 'Container',
    separator: true,
    selectAction: named(open, title, detail),
    items: [
      { type: 'TextBlock', text: plain(title), weight: 'Bolder', wrap: true },
      { type: 'TextBlock', text: plain(detail), wrap: true, spacing: 'None', isSubtle: true },
    ],
  }
}

function named(action: Action, title: string, detail: string): Action {
  const name = { title, ...(detail === '' ? {} : { tooltip: `${title}, ${detail}` }) }
  const { fallback } = action
  return { ...action, ...name, ...(isAction(fallback) ? { fallback: { ...fallback, ...name } } : {}) }
}

function isAction(value: unknown): value is Action {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** A choice that fills the width of the card: for choices too long, or too many, for buttons side by side. */
export function row(title: string, open: Action): Element {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction: open,
    // The sign tells where colours do not that this can be pressed.
    items: [{ type: 'TextBlock', text: `${plain(title)} ›`, wrap: true, color: 'Accent' }],
  }
}

/** Rows with short titles, two side by side. */
export function twoByTwo(rows: readonly Element[]): Element[] {
  const pairs = rows.flatMap((_, index) => (index % 2 === 0 ? [rows.slice(index, index + 2)] : []))
  return pairs.map((pair) => ({
    type: 'ColumnSet',
    spacing: 'Small',
    columns: pair.map((each) => ({ type: 'Column', width: 'stretch', items: [{ ...each, height: 'stretch' }] })),
  }))
}

/** What belongs together, set off from the rest. */
export function panel(items: Element[]): Element {
  return { type: 'Container', style: 'emphasis', spacing: 'Medium', items }
}

export function list(items: readonly string[]): Element {
  return markdown(items.map((item) => `- ${plain(item)}`).join('\n'))
}

export function titledList(title: string, items: readonly string[]): Element {
  return markdown([`**${plain(title)}**`, ...items.map((item) => `- ${plain(item)}`)].join('\n'))
}

/** Takes the meaning from Markdown's signs, so that a name or a title can't draw links, lists or emphasis. */
export function plain(text: string): string {
  return text
    .replace(/([\\`*_[\]])/g, '\\$1')
    .replace(/^(\s*)([-+#>])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/gm, '$1\\.')
}
