import type { Language } from '../../language.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute, openUrl } from '../actions.ts'
import { type Card, card } from '../card.ts'
import { type Action, type Element, facts, heading, paragraph } from '../elements.ts'
import type { Notice } from '../notices.ts'

/** Somebody who wants to be contacted, with what they agreed that advisers may see. */
export interface WishView {
  questionId: string
  /** Null: is no member. */
  name: string | null
  /** Null: not known. */
  email: string | null
  /** Empty where it is not known what was asked. */
  text: string
  /** What they said was missing. */
  word: string
  /** The answer that did not help; null where there was none. */
  answer: { id: string; title: string } | null
}

export function contactNotice(wish: WishView, language: Language): Notice {
  const { contactWishes: texts } = textsIn(language)
  const title = texts.title(nameOf(wish, language))
  return {
    title,
    body: bodyOf(wish, language),
    actions: actionsOf(wish, language),
    open: execute(title, 'questions.show', { questionId: wish.questionId }),
  }
}

/** The same where the advisers read together. */
export function contactCard(wish: WishView, language: Language): Card {
  const { title, body, actions } = contactNotice(wish, language)
  return card(language, title, [heading(title), ...body], [...actions])
}

/** In its place when it has been dealt with: whose it was need not stand there any longer. */
export function contactHandledCard(by: string | null, language: Language): Card {
  const texts = textsIn(language).contactWishes
  const text = by === null ? texts.handled : texts.handledBy(by)
  return card(language, text, [heading(`✓ ${text}`)])
}

function bodyOf({ name, email, text, word, answer }: WishView, language: Language): Element[] {
  const { contactWishes: texts, questions } = textsIn(language)
  const known: [string, string | null][] = [
    [texts.name, name],
    [texts.email, email],
    [texts.asked, text === '' ? questions.noText : text],
    [texts.missing, word === '' ? null : word],
    [texts.answer, answer?.title ?? null],
  ]
  return [
    paragraph(answer === null ? texts.unanswered : texts.unhelpful),
    facts(known.flatMap(([title, value]) => (value === null ? [] : [[title, value] as const]))),
  ]
}

function nameOf({ name, email }: WishView, language: Language): string {
  return name ?? email ?? textsIn(language).colleagues.somebody
}

function actionsOf(wish: WishView, language: Language): Action[] {
  const { contactWishes: texts, questions } = textsIn(language)
  const { questionId, email, answer } = wish
  const subject = encodeURIComponent(texts.mailSubject)
  return [
    ...(email === null ? [] : [openUrl(texts.write(nameOf(wish, language)), `mailto:${email}?subject=${subject}`)]),
    execute(questions.done, 'questions.contacted', { questionId }),
    ...(answer === null ? [] : [execute(questions.showAnswer, 'answers.show', { answerId: answer.id })]),
  ]
}
