const longestText = 500
const removed = '(…)'

const emailAddress = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu
/** Six digits of a birth date and five more. */
const nationalId = /(?<!\d)\d{6}[ -]?\d{5}(?!\d)/g
/** Eight digits, in pairs or as 123 45 678, with a country code or without: not amounts, which go by threes. */
const phoneNumber = /(?<![\d.,])(?:(?:\+|00)\d{2}[ -]?)?(?:\d{2}(?:[ -]?\d{2}){3}|\d{3} \d{2} \d{3})(?![\d.,]?\d)/g
const link = /https?:\/\/\S+/gi
const introduction =
  /(?<said>(?i:(?:jeg|eg|æ|i) (?:heter|heiter|hete|am)|(?:mitt )?namn(?:et)?(?: mitt)? er|(?:mitt )?navn(?:et)?(?: mitt)? er|my name is|hilsen|helsing|mvh|regards))[ ,:]+\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,3}/gu

/**
 * What somebody wrote, without what tells who they or others are as far as its form gives it away: addresses, numbers
 * and links, and names after «jeg heter» or «hilsen». Names elsewhere are not found.
 */
export function withoutPersonalDetails(text: string): string {
  return text
    .replace(emailAddress, removed)
    .replace(link, removed)
    .replace(nationalId, removed)
    .replace(phoneNumber, removed)
    .replace(introduction, `$<said> ${removed}`)
    .trim()
    .slice(0, longestText)
}
