import type { Language } from '../language.ts'
import type { ContactView } from '../network/together/partner-contacts.ts'
import { textsIn } from '../texts/texts.ts'
import { execute, openUrl } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Action, type Element, facts, heading, paragraph } from './elements.ts'
import type { Notice } from './notices.ts'
import { searchElements } from './partners.ts'

export interface ContactCardView {
  view: ContactView
  programme: string
  timeZone: string
}

/** What there is between two, as one of them may see it: names only when both have said yes. */
export function contactCard({ view, programme, timeZone }: ContactCardView, language: Language): Card {
  const said = contactNotice({ view, programme, timeZone }, language)
  return card(language, said.title, [heading(said.title), ...said.body], [...said.actions])
}

/** The same as a message. */
export function contactNotice({ view, programme, timeZone }: ContactCardView, language: Language): Notice {
  const { contact } = view
  const title = titleOf(view, programme, language)
  return {
    title,
    body: bodyOf(view, { programme, timeZone }, language),
    actions: actionsOf(view, programme, language),
    open: execute(title, 'partners.contact', { contactId: contact._id }),
  }
}

function titleOf({ state, isMine }: ContactView, programme: string, language: Language): string {
  const texts = textsIn(language).partners
  if (state === 'accepted') return texts.foundTitle(programme)
  if (state === 'over') return texts.over
  return isMine ? texts.askedTitle : texts.requestTitle(programme)
}

function bodyOf(
  { state, isMine, other, search }: ContactView,
  known: Pick<ContactCardView, 'programme' | 'timeZone'>,
  language: Language,
): Element[] {
  const texts = textsIn(language).partners
  const { name, municipality, email } = other
  if (state === 'accepted') {
    return [
      facts([
        [texts.name, name],
        [texts.municipality, municipality],
        [texts.email, email],
      ]),
      paragraph(texts.found),
    ]
  }
  if (state === 'over') return []
  if (isMine) return [paragraph(texts.asked(municipality))]
  const theirs = search === null ? [] : searchElements(search, { municipality, ...known }, language)
  return [...theirs, paragraph(texts.request(municipality))]
}

function actionsOf({ contact, state, isMine, other }: ContactView, programme: string, language: Language): Action[] {
  const texts = textsIn(language).partners
  const contactId = contact._id
  const back = execute(texts.toSearch, 'partners.find', { topic: contact.topic })
  if (state === 'accepted') {
    const subject = encodeURIComponent(texts.mailSubject(programme))
    return [openUrl(texts.write, `mailto:${other.email}?subject=${subject}`), back]
  }
  if (state === 'over' || isMine) return [back]
  return [
    execute(texts.accept, 'partners.accept', { contactId }, { style: 'positive' }),
    execute(texts.decline, 'partners.decline', { contactId }),
  ]
}

export function declinedCard(contactId: string, topic: string, language: Language): Card {
  const texts = textsIn(language).partners
  return card(
    language,
    texts.decline,
    [heading(texts.decline), paragraph(texts.declined)],
    [execute(texts.changedMind, 'partners.accept', { contactId }), execute(texts.toSearch, 'partners.find', { topic })],
  )
}
