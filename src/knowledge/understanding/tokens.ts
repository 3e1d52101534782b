/** Words and numbers; an emoji is a word too. */
const wordPattern = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu

/** The words of a text as they are compared: see {@link fold}. */
export function words(text: string): string[] {
  return fold(text).match(wordPattern) ?? []
}

/** Lower case without diacritics; æ, ø and å as people write them who lack the keys. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/æ|ae|ä/g, 'a')
    .replace(/ø|oe|ö/g, 'o')
    .replace(/å|aa/g, 'a')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
}

const endings =
  /(?:ingane|ingene|ingar|inger|inga|ingen|elser|else|ane|ene|ers|ens|ets|ing|ans|ies|est|ed|en|er|ar|et|es|as|s|e|a|t|n|r)$/

/** A word without its ending, roughly: equal for most forms of a word in bokmål, nynorsk and English. */
export function stem(word: string): string {
  if (word.length < 5) return word
  const shorter = word.replace(endings, '')
  return shorter.length >= 4 ? shorter : word
}

/**
 * Gives a word of nynorsk, dialect or careless typing the form that it has in bokmål.
 *
 * @param forms word → other spellings of it
 */
export function createUnifier(forms: Readonly<Record<string, readonly string[]>>): (word: string) => string {
  const unified = new Map<string, string>()
  for (const [word, spellings] of Object.entries(forms)) {
    for (const spelling of spellings.map(fold)) if (!unified.has(spelling)) unified.set(spelling, fold(word))
  }
  return (word) => unified.get(word) ?? word
}
