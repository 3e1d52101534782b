import type { Choice } from '../cards/inputs.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Language } from '../language.ts'

type Programmes = Pick<Knowledge, 'programme'>

/** What is no programme is called by its id. */
export function titleOf({ programme }: Programmes, topic: string, language: Language): string {
  return programme(topic, language)?.title ?? topic
}

export function isProgramme({ programme }: Programmes, topic: string): boolean {
  return programme(topic, 'nb') !== undefined
}

/** All programmes, to choose from. */
export function programmeChoices({ programmes }: Pick<Knowledge, 'programmes'>, language: Language): Choice[] {
  return programmes(language).map(({ topic, title }) => ({ title, value: topic }))
}
