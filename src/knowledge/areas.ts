import type { AreaWords, Lexicon } from './phrases.ts'
import { topicOf } from './taxonomy.ts'

const family = 'interreg'

/** What a county has to do with the answer to who can take part in an Interreg programme. */
export type Area = { county: string; text: string; programmes: string[] }

/**
 * Says which Interreg areas a county lies in; undefined where that is not what the answer is about.
 *
 * @param titleOf the name of a programme in the language of the words
 */
export function describeArea(
  answerId: string,
  county: string,
  { counties }: Lexicon['places'],
  words: AreaWords,
  titleOf: (programme: string) => string,
): Area | undefined {
  const topic = topicOf(answerId)
  const programmes = counties[county]
  if (programmes === undefined || !dependsOnPlace(answerId)) return undefined
  if (topic !== family && !isBoundToAreas(topic, counties)) return undefined
  const fill = (text: string) => text.replaceAll('{county}', () => county)
  const all = fill(words.all).replace('{programmes}', () => programmes.map(titleOf).join(', '))
  const ofOne = (text: string) => fill(text).replace('{programme}', () => titleOf(topic))
  if (topic === family) return { county, text: all, programmes }
  return programmes.includes(topic)
    ? { county, text: ofOne(words.inside), programmes: [] }
    : { county, text: `${ofOne(words.outside)} ${all}`, programmes }
}

/** Whether it is about who can take part in Interreg, most of which is for some counties alone. */
export function dependsOnPlace(answerId: string): boolean {
  return answerId.startsWith(family) && answerId === `${topicOf(answerId)}/eligibility`
}

/** Whether only some counties can take part. */
function isBoundToAreas(topic: string, counties: Lexicon['places']['counties']): boolean {
  return Object.values(counties).some((programmes) => programmes.includes(topic))
}
