import { type Language, languages } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { heading } from './elements.ts'

export function languageCard(current: Language): Card {
  const texts = textsIn(current).common
  return card(
    current,
    texts.chooseLanguage,
    [heading(texts.chooseLanguage)],
    languages.map((language) => execute(texts.languageNames[language], 'language.set', { language })),
  )
}
