import type { Language } from '../language.ts'
import type { LinkOffer } from '../network/linking.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { heading, note, paragraph } from './elements.ts'
import { textInput } from './inputs.ts'

export interface LinkForm {
  /** The address that was asked and has not answered. */
  asked: string | null
  /** How many accounts the member has. */
  accounts: number
  /** Not the one that the member began with. */
  mayUnlink: boolean
  typed?: string
  error?: string
}

/** For somebody with accounts in two organisations: asks for the address of the other one. */
export function linkCard({ asked, accounts, mayUnlink, typed, error }: LinkForm, language: Language): Card {
  const { linking: texts, membership } = textsIn(language)
  return card(
    language,
    texts.title,
    [
      heading(texts.title),
      ...(accounts > 1 ? [paragraph(texts.accounts(accounts))] : []),
      paragraph(texts.lead),
      ...(asked === null ? [] : [paragraph(texts.waiting(asked))]),
      ...textInput('email', texts.email, {
        value: typed ?? asked ?? '',
        style: 'Email',
        required: texts.emailMissing,
        error,
      }),
      note(texts.never),
    ],
    [
      execute(texts.ask, 'linking.ask', {}, { style: 'positive' }),
      ...(asked === null ? [] : [execute(texts.withdraw, 'linking.withdraw', {}, { ignoreInputs: true })]),
      ...(mayUnlink ? [execute(texts.unlink, 'linking.unlink', {}, { ignoreInputs: true })] : []),
      execute(membership.cancel, 'membership.show', {}, { ignoreInputs: true }),
    ],
  )
}

export function linkAskedCard(email: string, language: Language): Card {
  const { linking: texts, membership } = textsIn(language)
  return card(
    language,
    texts.askedTitle,
    [heading(texts.askedTitle), paragraph(texts.asked(email))],
    [execute(texts.withdraw, 'linking.withdraw', {}), execute(membership.myProfile, 'membership.show', {})],
  )
}

/** For the other account: somebody says that it is theirs. */
export function linkOfferCard({ from, name, email }: LinkOffer, language: Language): Card {
  const texts = textsIn(language).linking
  return card(
    language,
    texts.offerTitle,
    [heading(texts.offerTitle), paragraph(texts.offer(name, email)), paragraph(texts.offerMeans)],
    [
      execute(texts.accept, 'linking.accept', { from }, { style: 'positive' }),
      execute(texts.decline, 'linking.decline', { from }),
    ],
  )
}

/** What was done, in a word, and the way on. */
export function linkNewsCard(news: 'linked' | 'declined' | 'unlinked', language: Language): Card {
  const { linking: texts, membership } = textsIn(language)
  const title = texts.news[news]
  const way = news === 'linked' ? membership.myProfile : membership.join
  return card(
    language,
    title,
    [heading(title), paragraph(texts.newsMeans[news])],
    [execute(way, news === 'linked' ? 'membership.show' : 'membership.join', {})],
  )
}
