import type { VerbInput, VerbName } from './verbs.ts'

/**
 * The part of Adaptive Cards 1.5 that the bot uses, as functions that return its JSON.
 * Teams shows bots' cards up to schema 1.5 and at most six actions a card.
 */
export interface Card {
  type: 'AdaptiveCard'
  $schema: string
  version: '1.5'
  fallbackText: string
  lang: string
  body: Element[]
  actions?: Action[]
  refresh?: { action: Action; userIds?: string[] }
}

export type Element = { readonly type: string } & Readonly<Record<string, unknown>>
export type Action = { readonly type: string } & Readonly<Record<string, unknown>>

export const maxActions = 6

/** @param summary what notifications and clients that can't draw the card show */
export function card(lang: string, summary: string, body: Element[], actions: Action[] = []): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: summary,
    lang,
    ...withButtons(body, actions),
  }
}

/** Buttons too wide for one row of a phone go into rows of their own, at the end of the body. */
function withButtons(body: Element[], actions: readonly Action[]): { body: Element[]; actions?: Action[] } {
  const shown = actions.slice(0, maxActions)
  if (shown.length === 0) return { body }
  const rows = buttonRows(shown)
  const isOneRow = rows.length === 1 && rows[0]?.type === 'ActionSet'
  return isOneRow ? { body, actions: shown } : { body: [...body, ...rows] }
}

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

/** Small print: sources, dates checked, hints. */
export function note(text: string): Element {
  return { type: 'TextBlock', text, wrap: true, size: 'Small', isSubtle: true, spacing: 'Small' }
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

export function actionSet(actions: Action[]): Element {
  return { type: 'ActionSet', actions: actions.slice(0, maxActions) }
}

/** What fits side by side on a phone, in pixels; of a button without its title; of a letter; of one in small print; between words. */
const phoneWidth = 358
const buttonWidth = 38
const letterWidth = 8
const smallLetterWidth = 7
const wordGap = 12

function widthOf({ title }: Action): number {
  return buttonWidth + letterWidth * String(title).length
}

/**
 * Buttons in as many rows as a phone needs for their titles: in one row Teams makes them narrower, and cuts the titles.
 * What is too long for a row of its own is pressed as a line of text, which wraps.
 */
export function buttonRows(actions: readonly Action[]): Element[] {
  return rowsThatFit(actions.slice(0, maxActions), widthOf).map((buttons, index) => ({
    ...buttonRow(buttons),
    ...(index > 0 ? { spacing: 'Small' } : {}),
  }))
}

function buttonRow(buttons: Action[]): Element {
  const [only] = buttons
  const isLine = only !== undefined && widthOf(only) > phoneWidth && only.type !== 'Action.ShowCard'
  return isLine ? row(String(only.title), only) : actionSet(buttons)
}

/** A word that can be pressed: what it says, and what comes. */
export interface PressableWord {
  text: string
  open: Action
}

/** Words to press in small print, after what they are. */
export function pressableWords(label: string, words: readonly PressableWord[]): Element[] {
  const shown = [{ text: `${label}:` }, ...words]
  return rowsThatFit(shown, ({ text }) => wordGap + smallLetterWidth * text.length).map((row) => ({
    type: 'ColumnSet',
    spacing: 'Small',
    columns: row.map((word) => ({
      type: 'Column',
      width: 'auto',
      ...('open' in word
        ? { selectAction: word.open, items: [{ ...note(plain(word.text)), isSubtle: false, color: 'Accent' }] }
        : { items: [note(plain(word.text))] }),
    })),
  }))
}

function rowsThatFit<T>(items: readonly T[], widthOf: (item: T) => number): T[][] {
  const rows: T[][] = []
  let used = phoneWidth
  for (const item of items) {
    const width = widthOf(item)
    const row = used + width > phoneWidth ? undefined : rows.at(-1)
    if (row === undefined) rows.push([item])
    else row.push(item)
    used = row === undefined ? width : used + width
  }
  return rows
}

/** Parts of a card that are shown when they are asked for. What was typed in them comes back in any case. */
export function fold(id: string, title: string, items: Element[], { isOpen = false } = {}): Element[] {
  const open = { type: 'Action.ToggleVisibility', title, targetElements: [id] }
  return [actionSet([open]), { type: 'Container', id, isVisible: isOpen, items, spacing: 'Small' }]
}

interface InputOptions {
  value?: string | undefined
  placeholder?: string
  required?: string
  error?: string | undefined
  maxLength?: number
}

/** `required` is the text shown when the field is empty; `error` is what was wrong with what came last. */
export function textInput(
  id: string,
  label: string,
  options: InputOptions & { multiline?: boolean; style?: 'Email' | 'Tel' | 'Url' } = {},
): Element[] {
  return field(options.error, {
    type: 'Input.Text',
    id,
    label,
    ...inputProperties(options),
    ...(options.multiline ? { isMultiline: true } : {}),
    ...(options.style ? { style: options.style } : {}),
    maxLength: options.maxLength ?? 200,
  })
}

/** A date, picked from a calendar; comes back as `2026-12-24`. */
export function dateInput(id: string, label: string, options: InputOptions & { min?: string } = {}): Element[] {
  return field(options.error, {
    type: 'Input.Date',
    id,
    label,
    ...inputProperties(options),
    ...(options.min === undefined ? {} : { min: options.min }),
  })
}

/** A time of day; comes back as `09:30`. */
export function timeInput(id: string, label: string, options: InputOptions = {}): Element[] {
  return field(options.error, { type: 'Input.Time', id, label, ...inputProperties(options) })
}

export interface Choice {
  title: string
  value: string
}

/** What is chosen and is none of the choices is not shown as chosen: clients would refuse the card. */
export function choiceInput(
  id: string,
  label: string,
  choices: readonly Choice[],
  options: InputOptions & { multiple?: boolean; style?: 'compact' | 'expanded' | 'filtered' } = {},
): Element[] {
  return field(options.error, {
    type: 'Input.ChoiceSet',
    id,
    label,
    choices,
    style: options.style ?? 'compact',
    wrap: true,
    ...(options.multiple ? { isMultiSelect: true } : {}),
    ...inputProperties({ ...options, value: knownChoices(options.value, choices) }),
  })
}

function knownChoices(value: string | undefined, choices: readonly Choice[]): string | undefined {
  const isKnown = (chosen: string) => choices.some((choice) => choice.value === chosen)
  return value === undefined || isKnown(value) ? value : value.split(',').filter(isKnown).join()
}

export function toggleInput(id: string, title: string, label: string, options: InputOptions = {}): Element[] {
  return field(options.error, { type: 'Input.Toggle', id, title, label, wrap: true, ...inputProperties(options) })
}

function inputProperties({ value, placeholder, required }: InputOptions): Record<string, unknown> {
  return {
    ...(value !== undefined ? { value } : {}),
    ...(placeholder !== undefined ? { placeholder } : {}),
    ...(required !== undefined ? { isRequired: true, errorMessage: required } : {}),
  }
}

function field(error: string | undefined, input: Element): Element[] {
  return error === undefined ? [input] : [input, { ...warning(error), spacing: 'None', size: 'Small' }]
}

/**
 * A button that the bot answers. `tooltip` is what screen readers say where the title needs its surroundings. Clients that don't know Universal Actions send the same data as a message,
 * with the verb in it.
 */
export function execute<V extends VerbName>(
  title: string,
  verb: V,
  data: Partial<VerbInput<V>>,
  options: { style?: 'positive' | 'destructive'; ignoreInputs?: boolean; tooltip?: string } = {},
): Action {
  const shared = {
    title,
    data: { ...data, verb },
    ...(options.style ? { style: options.style } : {}),
    ...(options.tooltip ? { tooltip: options.tooltip } : {}),
    ...(options.ignoreInputs ? { associatedInputs: 'none' } : {}),
  }
  return { type: 'Action.Execute', verb, ...shared, fallback: { type: 'Action.Submit', ...shared } }
}

/** A button whose answer comes as a message of its own: what is typed in the card stays. */
export function sendVerb<V extends VerbName>(title: string, verb: V, data: Partial<VerbInput<V>>): Action {
  return { type: 'Action.Submit', title, data: { ...data, verb }, associatedInputs: 'none' }
}

export function openUrl(title: string, url: string): Action {
  return { type: 'Action.OpenUrl', title, url }
}

/** Opens more of the card in place, without a round trip. */
export function showCard(title: string, inner: { body: Element[]; actions?: Action[] }): Action {
  const shown = withButtons(inner.body, inner.actions ?? [])
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', version: '1.5', ...shown } }
}

/** Takes the meaning from Markdown's signs, so that a name or a title can't draw links, lists or emphasis. */
export function plain(text: string): string {
  return text.replace(/([\\`*_[\]])/g, '\\$1').replace(/^(\s*)([-+#>]|\d+\.)(?=\s)/gm, '$1\\$2')
}
