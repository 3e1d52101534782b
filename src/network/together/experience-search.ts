import type { Shared } from './experiences.ts'

export interface ExperienceSearch {
  search: string
  /** Empty: of any programme. */
  topic: string
  /** Empty: from anywhere. */
  municipality: string
}

export interface SearchWords {
  /** The words of a text in a form in which they can be compared, without those that carry no meaning. */
  wordsOf: (text: string) => readonly string[]
  titleOf: (topic: string) => string
}

/** Shorter words are found as they are, and not as the beginning of others. */
const shortestBeginning = 4

/** Those that have most of the words first; of equal ones the order stays. */
export function searchExperiences(
  all: readonly Shared[],
  { search, topic, municipality }: ExperienceSearch,
  words: SearchWords,
): Shared[] {
  const found = all.filter(
    ({ experience }) =>
      (topic === '' || experience.topic === topic) && (municipality === '' || experience.municipality === municipality),
  )
  if (search.trim() === '') return found
  return found
    .map((shared) => ({ shared, score: scoreOf(shared, search, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ shared }) => shared)
}

function scoreOf({ experience }: Shared, search: string, { wordsOf, titleOf }: SearchWords): number {
  const { title, topic, municipality, what, lesson } = experience
  const text = [title, topic === '' ? '' : titleOf(topic), municipality, what, lesson].join(' ')
  const wanted = new Set(wordsOf(search))
  // Words that most texts have, such as «prosjekt»: they are found as they stand.
  if (wanted.size === 0) return text.toLowerCase().includes(search.trim().toLowerCase()) ? 1 : 0
  const has = wordsOf(text)
  const isFound = (word: string) =>
    has.some((other) => other === word || (word.length >= shortestBeginning && other.startsWith(word)))
  return [...wanted].filter(isFound).length
}
