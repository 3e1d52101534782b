import { type Action, type Element, note, row } from './elements.ts'

/** Teams shows no more of a card's buttons. */
export const maxActions = 6

export function actionSet(actions: Action[]): Element {
  return { type: 'ActionSet', actions: actions.slice(0, maxActions) }
}

/** Parts of a card that are shown when they are asked for. What was typed in them comes back in any case. */
export function fold(id: string, title: string, items: Element[], { isOpen = false } = {}): Element[] {
  const open = { type: 'Action.ToggleVisibility', title, targetElements: [id] }
  return [actionSet([open]), { type: 'Container', id, isVisible: isOpen, items, spacing: 'Small' }]
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
        ? { selectAction: word.open, items: [{ ...note(word.text), isSubtle: false, color: 'Accent' }] }
        : { items: [note(word.text)] }),
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
