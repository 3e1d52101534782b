/** Longer texts would make a card of them too large for Teams. */
const longestShown = 2000

/** What was typed, as far as a card can show it again. */
export function showable(text: string): string {
  return text.slice(0, longestShown)
}
