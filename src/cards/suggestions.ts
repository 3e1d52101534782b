import type { Language } from '../language.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { longestTheme, longestWhy } from '../network/together/suggestion.ts'
import { isWantedBy, type Wanted } from '../network/together/suggestions.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, entry, heading, note, paragraph, prose, subheading, warning } from './elements.ts'
import { textInput } from './inputs.ts'
import { pageButtons, pageOf } from './pages.ts'

export interface SuggestionFormView {
  suggestionId: string
  topic: string
  why: string
  mistakes: readonly FieldMistake[]
  personId: string
  /** What can be supported instead. */
  others: readonly Wanted[]
  /** The others are much like what was typed. */
  areSimilar: boolean
}

const mostOffered = 5

/** A theme and a reason; what others want already is one press away. */
export function suggestionFormCard(form: SuggestionFormView, language: Language): Card {
  const { suggestions: texts, gatherings } = textsIn(language)
  const { suggestionId, others, areSimilar, personId } = form
  const offered = others.slice(0, mostOffered).map((each) => supportEntry(each, personId, language, areSimilar))
  const title = areSimilar ? texts.similarTitle : texts.title
  const send = areSimilar
    ? execute(texts.sendAnyway, 'topics.save', { suggestionId, anyway: 'yes' })
    : execute(texts.send, 'topics.save', { suggestionId }, { style: 'positive' })
  const more =
    areSimilar || others.length <= mostOffered ? [] : [execute(texts.all, 'topics.list', {}, { ignoreInputs: true })]
  return card(language, title, [
    heading(title),
    paragraph(areSimilar ? texts.similar : texts.lead),
    ...fields(form, language),
    ...(areSimilar ? offered : [note(texts.seen)]),
    ...buttonRows([send, execute(gatherings.list, 'gatherings.list', {}, { ignoreInputs: true })]),
    ...(areSimilar || offered.length === 0 ? [] : [subheading(texts.others), ...offered, ...buttonRows(more)]),
  ])
}

function fields({ topic, why, mistakes }: SuggestionFormView, language: Language): Element[] {
  const { suggestions: texts, mistakes: reasons } = textsIn(language)
  const errorAt = (field: string) => {
    const reason = mistakes.find((mistake) => mistake.field === field)?.reason
    return reason === 'required' ? texts.topicMissing : reason && reasons[reason]
  }
  return [
    ...textInput('topic', texts.topic, {
      value: topic,
      placeholder: texts.topicHint,
      required: texts.topicMissing,
      error: errorAt('topic'),
      maxLength: longestTheme,
    }),
    ...textInput('why', texts.why, { value: why, multiline: true, error: errorAt('why'), maxLength: longestWhy }),
  ]
}

/** @param takesReason what was typed goes along */
function supportEntry(wanted: Wanted, personId: string, language: Language, takesReason = false): Element {
  const { suggestion } = wanted
  return entry(
    suggestion.text,
    wantedText(wanted, personId, language),
    execute(suggestion.text, 'topics.support', { suggestionId: suggestion._id }, { ignoreInputs: !takesReason }),
  )
}

function wantedText(wanted: Wanted, personId: string, language: Language): string {
  return textsIn(language).suggestions.wanted(wanted.wishes.length, isWantedBy(wanted, personId))
}

/** What somebody wants now, and how to take it back. */
export function wishCard(
  { wanted, personId, isNew }: { wanted: Wanted; personId: string; isNew: boolean },
  language: Language,
): Card {
  const texts = textsIn(language).suggestions
  const { _id: suggestionId, text } = wanted.suggestion
  const title = isNew ? texts.thanksTitle : texts.supportTitle
  return card(
    language,
    title,
    [
      heading(title),
      prose(text),
      ...(wanted.wishes.length > 1 ? [note(wantedText(wanted, personId, language))] : []),
      paragraph(texts.thanks),
    ],
    [
      execute(texts.undo, 'topics.withdraw', { suggestionId }),
      execute(texts.another, 'topics.suggest', {}),
      execute(texts.all, 'topics.list', {}),
    ],
  )
}

export function withdrawnCard(language: Language): Card {
  const texts = textsIn(language).suggestions
  return card(
    language,
    texts.withdrawnTitle,
    [heading(texts.withdrawnTitle), paragraph(texts.withdrawn)],
    [execute(texts.title, 'topics.suggest', {}), execute(texts.all, 'topics.list', {})],
  )
}

const suggestionsPerPage = 8

/** All open suggestions: each is supported by a press. */
export function suggestionsCard(
  { all, personId, page, notice }: { all: readonly Wanted[]; personId: string; page: number; notice?: string },
  language: Language,
): Card {
  const { suggestions: texts } = textsIn(language)
  const { shown, ...position } = pageOf(all, page, suggestionsPerPage)
  return card(
    language,
    notice ?? texts.listTitle,
    [
      heading(texts.listTitle),
      ...(notice === undefined ? [] : [warning(notice)]),
      paragraph(all.length === 0 ? texts.none : texts.others),
      ...shown.map((each) => supportEntry(each, personId, language)),
    ],
    [
      ...pageButtons(position, language, (text, to) => execute(text, 'topics.list', { page: to })),
      execute(texts.title, 'topics.suggest', {}),
    ],
  )
}
