import type { Answer, ProgrammeCard } from '../knowledge/knowledge.ts'
import { requiredProgrammes } from '../knowledge/taxonomy.ts'
import type { Language } from '../language.ts'
import { writeChecked } from '../texts/dates.ts'
import type { NetworkNames } from '../texts/nb/answers.ts'
import { textsIn } from '../texts/texts.ts'
import { execute, openUrl } from './actions.ts'
import { buttonRows, pressableWords } from './buttons.ts'
import { type Card, card } from './card.ts'
import {
  type Action,
  type Element,
  entry,
  facts,
  heading,
  list,
  markdown,
  markdownBlocks,
  markdownNote,
  note,
  paragraph,
  row,
  twoByTwo,
} from './elements.ts'
import { type FeedbackState, feedbackElements, type VotedAnswers } from './feedback.ts'
import { guideButton } from './guide.ts'
import { pageButtons, pageOf } from './pages.ts'

/** A button that leads to another answer. */
export interface AnswerLink {
  id: string
  title: string
}

function show({ id, title }: AnswerLink): Action {
  return execute(title, 'answers.show', { answerId: id }, { ignoreInputs: true })
}

function adviserButton(language: Language): Action {
  return execute(textsIn(language).answers.adviserTitle, 'guidance.ask', {})
}

const mostLinks = 3

/** What leads on from an answer: buttons that do something, and other answers to read. */
interface WaysOn {
  buttons: readonly Action[]
  links: readonly AnswerLink[]
}

/** An answer with its sources, what to read next, and what its reader thinks of it. */
export function answerCard(answer: Answer, { buttons, links }: WaysOn, feedback: FeedbackState): Card {
  const { language } = answer
  return card(language, wholeTitle(answer), [
    ...answerBody(answer),
    ...rowsTo(links),
    ...feedbackElements(votedOn(answer), feedback, language),
    ...buttonRows([...buttons, adviserButton(language)]),
  ])
}

function votedOn({ id, counties }: Answer): VotedAnswers {
  return { answerId: id, ...(counties.length === 0 ? {} : { counties }) }
}

function rowsTo(links: readonly AnswerLink[]): Element[] {
  return links.slice(0, mostLinks).map((link) => row(link.title, show(link)))
}

function wholeTitle({ about, title }: Answer): string {
  return about === null ? title : `${about}: ${title}`
}

function answerBody(answer: Answer): Element[] {
  const texts = textsIn(answer.language).answers
  return [
    ...(answer.about === null ? [] : [note(answer.about)]),
    heading(answer.title),
    ...markdownBlocks(answer.text),
    ...terms(answer),
    ...(answer.unchecked ? [note(texts.uncheckedAnswer)] : []),
    ...(answer.sources.length > 0 ? [sources(answer)] : []),
  ]
}

/** Words of the answer that the glossary explains, one press away. */
function terms({ language, terms: words }: Answer): Element[] {
  const texts = textsIn(language).answers
  const explained = words.map(({ id, name }) => ({ text: name, open: show({ id, title: texts.explainTerm(name) }) }))
  return explained.length === 0 ? [] : pressableWords(texts.explain, explained)
}

function sources({ language, sources: references }: Answer): Element {
  const texts = textsIn(language).answers
  const rows = references.map(
    ({ title, url, checked }) =>
      `[${title}](${url}) (${checked === null ? texts.unchecked : texts.checked(writeChecked(checked, language))})`,
  )
  return markdownNote(`${texts.sources}: ${rows.join(' · ')}`)
}

/** Two answers to a question with two parts, one under the other. */
export function twoAnswersCard(
  first: Answer,
  second: Answer,
  buttons: readonly Action[],
  feedback: FeedbackState,
): Card {
  const about = { ...votedOn(first), also: second.id }
  const below: Element = { type: 'Container', separator: true, spacing: 'Large', items: answerBody(second) }
  const body = [...answerBody(first), below, ...feedbackElements(about, feedback, first.language)]
  const actions = [...buttons, adviserButton(first.language)]
  return card(first.language, `${wholeTitle(first)} · ${wholeTitle(second)}`, [...body, ...buttonRows(actions)])
}

export function suggestCard(links: readonly AnswerLink[], language: Language): Card {
  const texts = textsIn(language).answers
  return card(language, texts.suggestTitle, [
    heading(texts.suggestTitle),
    ...rowsTo(links),
    ...buttonRows([execute(texts.suggestNone, 'answers.none', {})]),
  ])
}

/** @param questionId under which the advisers have the question, for who asked to let themselves be known */
export function handoffCard(network: NetworkNames, language: Language, questionId: string | null): Card {
  const { answers: texts, feedback } = textsIn(language)
  return card(language, texts.handoffTitle, [
    heading(texts.handoffTitle),
    paragraph(texts.handoff(network)),
    ...(questionId === null ? [] : [paragraph(feedback.noted)]),
    ...buttonRows([
      mailTo(network, language, null),
      ...(questionId === null ? [] : [execute(feedback.contactMe, 'questions.contact', { questionId })]),
      execute(texts.ask, 'programmes.list', {}),
    ]),
  ])
}

/** What goes along to the adviser: shown on the card, and written into the e-mail. */
export interface Attachment {
  answers: readonly string[]
  programmes: readonly string[]
}

export function adviserCard(network: NetworkNames, language: Language, attachment: Attachment | null): Card {
  const { answers: texts, guide } = textsIn(language)
  const attached = attachment === null ? [] : [paragraph(guide.attached), list(attachment.answers)]
  const text = attachment === null ? null : guide.mail(attachment.answers, attachment.programmes)
  return card(language, texts.adviserTitle, [
    heading(texts.adviserTitle),
    paragraph(texts.adviser(network)),
    ...attached,
    ...buttonRows([mailTo(network, language, text), ...(attachment === null ? [] : [guideButton(language, 'done')])]),
  ])
}

export function mailTo(network: NetworkNames, language: Language, text: string | null): Action {
  const texts = textsIn(language).answers
  const subject = `subject=${encodeURIComponent(texts.adviserSubject(network))}`
  const body = text === null ? '' : `&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`
  return openUrl(texts.writeToAdviser, `mailto:${network.contactEmail}?${subject}${body}`)
}

interface HelpOptions {
  title: string
  lead: string | null
  isMember: boolean
  /** They have their own desk, and need no way to themselves. */
  isAdviser: boolean
}

/** The welcome, and what `help` and an empty message get: what the bot can do, and a first step. */
export function helpCard({ title, lead, isMember, isAdviser }: HelpOptions, language: Language): Card {
  const { advisers, answers: texts, experiences, membership } = textsIn(language)
  const isNew = isMember ? [] : [execute(texts.join, 'membership.join', {})]
  const isKnown = isMember
    ? [execute(experiences.menu, 'experiences.search', {}), execute(membership.myProfile, 'membership.show', {})]
    : []
  return card(language, title, [
    heading(title),
    ...(lead === null ? [] : [paragraph(lead)]),
    markdown(texts.help.map((line) => `- ${line}`).join('\n')),
    ...buttonRows([
      execute(texts.ask, 'programmes.list', {}),
      ...isNew,
      execute(texts.gatherings, 'gatherings.list', {}),
      ...isKnown,
      guideButton(language, 'new'),
      isAdviser ? execute(advisers.menuTitle, 'advise.menu', {}) : adviserButton(language),
    ]),
  ])
}

const programmesPerPage = 8

/** Those that most municipalities can use first, as the taxonomy has them; then others that have been added. */
function byUse(a: Pick<ProgrammeCard, 'topic'>, b: Pick<ProgrammeCard, 'topic'>): number {
  return placeOf(a.topic) - placeOf(b.topic)
}

function placeOf(topic: string): number {
  const known: readonly string[] = requiredProgrammes
  return known.includes(topic) ? known.indexOf(topic) : known.length
}

export function programmesCard(
  programmes: readonly Pick<ProgrammeCard, 'topic' | 'title' | 'summary'>[],
  page: number,
  language: Language,
): Card {
  const texts = textsIn(language)
  const { shown, ...position } = pageOf(programmes.toSorted(byUse), page, programmesPerPage)
  const rows = shown.map(({ topic, title, summary }) =>
    entry(title, summary, execute(title, 'programmes.show', { topic })),
  )
  return card(
    language,
    texts.answers.ask,
    [heading(texts.answers.ask), ...rows],
    pageButtons(position, language, (text, to) => execute(text, 'programmes.list', { page: to })),
  )
}

/** A programme at a glance: a paragraph, key figures, and a way to each aspect. */
export function programmeCard(programme: ProgrammeCard, buttons: readonly Action[], language: Language): Card {
  const aspects = programme.aspects.map((aspect) => {
    const title = shortTitle(aspect.id, language) ?? aspect.title
    return row(title, show({ id: aspect.id, title }))
  })
  return card(language, programme.title, [
    heading(programme.title),
    paragraph(programme.summary),
    ...(programme.facts.length > 0 ? [facts(programme.facts.map(({ label, value }) => [label, value]))] : []),
    ...twoByTwo(aspects),
    ...buttonRows([...buttons, adviserButton(language)]),
  ])
}

function shortTitle(answerId: string, language: Language): string | undefined {
  const aspect = answerId.slice(answerId.indexOf('/') + 1)
  return Object.entries(textsIn(language).answers.aspects).find(([name]) => name === aspect)?.[1]
}
