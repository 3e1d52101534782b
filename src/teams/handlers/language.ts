import { languageCard } from '../../cards/language.ts'
import { type Language, languages } from '../../language.ts'
import { textsIn } from '../../texts/texts.ts'
import { type Feature, onVerb, personal } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { Person, PersonalTurn } from '../turn.ts'

/** How each language is named in the three. */
const named: Record<Language, RegExp> = { nb: /bokm[åa]l/i, nn: /nynorsk/i, en: /engelsk|english/i }

export function languageFeature(
  chooseLanguage: (person: Person, language: Language, now: Temporal.Instant) => Promise<void>,
): Feature {
  async function choose(turn: PersonalTurn, language: Language): Promise<Reply> {
    await chooseLanguage(turn.person, language, turn.now)
    return replyWithText(textsIn(language).common.languageSet)
  }
  return {
    commands: {
      language: personal(async (turn) => {
        const wanted = languages.find((language) => named[language].test(turn.text))
        return wanted === undefined ? replyWithCard(languageCard(turn.language)) : choose(turn, wanted)
      }),
    },
    verbs: [
      onVerb(
        'language.set',
        personal((turn, { language }) => choose(turn, language)),
      ),
    ],
  }
}
