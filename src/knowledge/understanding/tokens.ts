/** Words of a text as the bot compares them: lower case, å ø æ folded (people leave them out), other spellings unified. */
export type Tokenizer = (text: string) => string[]

const wordPattern = /[\p{L}\p{N}]+/gu

/**
 * @param forms word → other spellings of it (nynorsk, dialect), so that "kva" and "ka" are read as "hva"
 */
export function createTokenizer(forms: Readonly<Record<string, readonly string[]>>): Tokenizer {
  const canonical = new Map<string, string>()
  for (const [word, spellings] of Object.entries(forms)) {
    for (const spelling of spellings) canonical.set(fold(spelling), fold(word))
  }
  return (text) => words(text).map((word) => canonical.get(word) ?? word)
}

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
