/** Names that anybody knows, and that say nothing that could be wrong. */
const known = new Set([
  'EU',
  'EUs',
  'EØS',
  'EEA',
  'Norge',
  'Norges',
  'Noreg',
  'Noregs',
  'Norway',
  'Europa',
  'Europe',
  'Norwegian',
  'European',
  'I',
])

const token = /[\p{L}\d][\p{L}\p{M}\d+&'’/-]*/gu

/** Words that are a name or a code: with a capital inside a sentence, with several capitals, or with a digit in them. */
export function namesIn(text: string, isCommonWord: (word: string) => boolean): string[] {
  return [...text.matchAll(token)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/[-'’/+&]+$/, '')
    if (known.has(bare) || !/\p{L}/u.test(bare)) return []
    const isCode = /\d/.test(bare) || /\p{Lu}[^\p{Lu}]*\p{Lu}/u.test(bare)
    const isCapital = /^\p{Lu}/u.test(bare)
    const isName = isCode || (isCapital && !(beginsSentence(text, index) && isCommonWord(bare.toLowerCase())))
    return isName ? [bare] : []
  })
}

/** Whether the name, or the name that it is the genitive of, stands in one of the texts. */
export function createNameFinder(texts: readonly string[]): (name: string) => boolean {
  const names = new Set(texts.flatMap((text) => [...text.matchAll(token)].flatMap(({ 0: word }) => partsOf(word))))
  const stands = (name: string) => names.has(name) || names.has(name.replace(/['’]?s$/, ''))
  return (name) =>
    stands(name) || name.split(/[-/]/).every((part) => part === '' || stands(part) || part === part.toLowerCase())
}

/** «EU-prosjekt» has «EU» in it. */
function partsOf(word: string): string[] {
  const bare = word.replace(/[-'’/+&]+$/, '')
  return [word, bare, bare.replace(/['’]?s$/, ''), ...bare.split(/[-/]/)]
}

function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(0, index).trimEnd()
  return before === '' || /[.!?:;•*«"“(\]-]$/.test(before) || /\n\s*$/.test(text.slice(0, index))
}
