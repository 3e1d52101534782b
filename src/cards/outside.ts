import type { Language } from '../language.ts'
import type { NetworkNames } from '../texts/nb/answers.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { mailTo } from './answers.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { heading, paragraph } from './elements.ts'

/** For what the network has nothing to do with. Who thinks that it has can still send it to the advisers. */
export function outsideCard(network: NetworkNames, language: Language): Card {
  const { answers: texts } = textsIn(language)
  return card(language, texts.outsideTitle, [
    heading(texts.outsideTitle),
    paragraph(texts.outside(network)),
    ...buttonRows([
      execute(texts.ask, 'programmes.list', {}),
      execute(texts.sendToAdvisers, 'answers.none', {}),
      mailTo(network, language, null),
    ]),
  ])
}
