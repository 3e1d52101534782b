/** Where one question ends and the next begins: a question mark, or a comma or "and" before a word that asks. */
const seam =
  /[?!.;]+\s+|(?:,|,?\s+(?:og|and|samt|pluss))\s+(?=(?:hva|kva|ka|hvem|kven|hvor|kor|kvar|når|hvordan|korleis|korsn|åssen|hvilke|hvilken|kva|er|kan|må|får|trenger|treng|finnes|finst|what|who|where|when|how|which|is|are|can|do|does|must)\b)/iu
const fewestWords = 2

/** The questions in a text, in order; one, when it cannot be taken apart. */
export function splitQuestion(text: string): string[] {
  const parts = text.split(seam).map((part) => part.trim())
  const whole = parts.filter((part) => part !== '')
  return whole.every((part) => part.split(/\s+/).length >= fewestWords) ? whole : [text]
}
