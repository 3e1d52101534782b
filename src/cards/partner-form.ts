import type { Language } from '../language.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { longestIdea, type PartnerForm, partnerRoles, searchMonths } from '../network/together/partner-search.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, heading, note, paragraph, warning } from './elements.ts'
import { type Choice, choiceInput, textInput, toggleInput } from './inputs.ts'

export interface PartnerFormView {
  searchId: string
  isNew: boolean
  values: PartnerForm
  mistakes: readonly FieldMistake[]
  topics: readonly Choice[]
}

export function partnerFormCard(form: PartnerFormView, language: Language): Card {
  const { partners: texts, experiences, membership } = textsIn(language)
  const { searchId, isNew, mistakes } = form
  const title = isNew ? texts.title : texts.editTitle
  return card(
    language,
    title,
    [
      heading(title),
      ...(isNew ? [paragraph(texts.lead)] : []),
      ...(mistakes.length > 0 ? [warning(experiences.toCorrect)] : []),
      ...fields(form, language),
      note(texts.neverNamed),
    ],
    [
      execute(isNew ? texts.find : texts.saveChanges, 'partners.save', { searchId }, { style: 'positive' }),
      ...(isNew ? [] : [execute(membership.cancel, 'partners.show', { searchId }, { ignoreInputs: true })]),
    ],
  )
}

function fields({ values, mistakes, topics }: PartnerFormView, language: Language): Element[] {
  const { partners: texts, mistakes: reasons } = textsIn(language)
  const error = (field: keyof PartnerForm) => {
    const reason = mistakes.find((mistake) => mistake.field === field)?.reason
    return field === 'topic' && reason !== undefined ? texts.topicMissing : reason && reasons[reason]
  }
  const topic = values.topic === '' ? {} : { value: values.topic }
  return [
    ...choiceInput('topic', texts.topic, topics, { ...topic, required: texts.topicMissing, error: error('topic') }),
    ...textInput('idea', texts.idea, {
      value: values.idea,
      placeholder: texts.ideaHint,
      multiline: true,
      error: error('idea'),
      maxLength: longestIdea,
    }),
    ...choiceInput(
      'role',
      texts.role,
      partnerRoles.map((value) => ({ value, title: texts.roles[value] })),
      { value: values.role, style: 'expanded', error: error('role') },
    ),
    ...choiceInput(
      'months',
      texts.months,
      searchMonths.map((value) => ({ value, title: texts.monthChoices[value] })),
      { value: values.months, error: error('months') },
    ),
    ...toggleInput('isFindable', texts.isFindable, texts.findable, { value: values.isFindable }),
  ]
}
