import { type Language, languages } from '../taxonomy.ts'

/** Text in a known language (of two letters), to learn from. */
export type Sample = { language: string; text: string }

export type LanguageGuess = {
  /** The language that the answer should have. */
  language: Language
  /** The language was none that the bot speaks (then `language` is the nearest that it does). */
  isForeign: boolean
}

const gramSizes = [1, 2, 3, 4]
const smoothing = 0.3
/** How much the languages' scores have to differ, a letter, before the text outweighs what the person usually has. */
const priorWeight = 2.5
const nearest: Record<string, Language> = { nb: 'nb', nn: 'nn', en: 'en', sv: 'nb', da: 'nb' }

/** Learns to tell languages apart by their words and letter sequences (naive Bayes). */
export function createLanguageGuesser(samples: readonly Sample[]) {
  const known = [...new Set(samples.map(({ language }) => language))]
  const counts = new Map<string, Float32Array>()
  const totals = new Float32Array(known.length)
  for (const { language, text } of samples) {
    const index = known.indexOf(language)
    for (const gram of grams(text)) {
      let row = counts.get(gram)
      if (!row) {
        row = new Float32Array(known.length)
        counts.set(gram, row)
      }
      row[index] = (row[index] ?? 0) + 1
      totals[index] = (totals[index] ?? 0) + 1
    }
  }
  const logTotals = totals.map((total) => Math.log(total + smoothing * counts.size))

  return (text: string, usual: Language): LanguageGuess => {
    const scores = new Float64Array(known.length)
    scores[known.indexOf(usual)] = priorWeight
    for (const gram of grams(text)) {
      const row = counts.get(gram)
      if (!row) continue
      for (let i = 0; i < known.length; i++) {
        scores[i] = (scores[i] ?? 0) + Math.log((row[i] ?? 0) + smoothing) - (logTotals[i] ?? 0)
      }
    }
    const best = known[scores.indexOf(Math.max(...scores))] ?? usual
    const isForeign = !languages.some((language) => language === best)
    return { language: nearest[best] ?? 'en', isForeign }
  }
}

function grams(text: string): string[] {
  const result: string[] = []
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    result.push(`=${word}`)
    const padded = ` ${word} `
    for (const size of gramSizes) {
      for (let start = 0; start + size <= padded.length; start++) result.push(padded.slice(start, start + size))
    }
  }
  return result
}
