import { contentWords } from '../../knowledge/content-words.ts'

const own =
  /\b(?:mine|våre|endre?|rett(?:e|er)?|slett(?:e|er)?|fjerne?|oppdatere?|my|our|edit|change|delete|remove|update) (?:på |den |the |en |ei |ein |an? )?(?:erfaring|experience)/i

/** «endre erfaringen jeg la inn», «mine erfaringer»: what they shared before. */
export function wantsOwn(sentence: string): boolean {
  return own.test(sentence)
}

/** What nearly everybody writes who looks for experiences. */
const asked =
  /^(?:vis\p{L}*|finn\p{L}*|søk\p{L}*|let\p{L}*|leit\p{L}*|hvem|kven|noen|nokon|andre|alle|erfaring\p{L}*|røynsl\p{L}*|eksempe?l\p{L}*|prosjekt\p{L}*|kommune\p{L}*|medlem\p{L}*|nettverk\p{L}*|gjort|gjorde|prøvd|brukt|drevet|drive|jobb\p{L}*|arbeid\p{L}*|hatt|find|show|search|look\p{L}*|experience\p{L}*|example\p{L}*|project\p{L}*|other\p{L}*|member\p{L}*|network|municipalit\p{L}*|anyone|anybody|somebody|tried|done|worked)$/iu

/** The words that say what somebody looks for. */
export function searchWordsIn(sentence: string): string[] {
  return (sentence.match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter(
    (word) => !asked.test(word) && contentWords(word).length > 0,
  )
}
