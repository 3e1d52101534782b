import type { Language } from '../language.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { type ExperienceForm, longestStory, longestTitle } from '../network/together/experience.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, heading, note, paragraph, warning } from './elements.ts'
import { type Choice, choiceInput, textInput, toggleInput } from './inputs.ts'

/** The choice of no programme: an empty value is shown as nothing chosen. */
export const noTopic = 'none'

export interface ExperienceFormView {
  experienceId: string
  isNew: boolean
  values: ExperienceForm
  mistakes: readonly FieldMistake[]
  topics: readonly Choice[]
}

export function experienceFormCard(form: ExperienceFormView, language: Language): Card {
  const texts = textsIn(language).experiences
  const { experienceId, isNew, mistakes } = form
  const title = isNew ? texts.shareTitle : texts.editTitle
  return card(
    language,
    title,
    [
      heading(title),
      ...(isNew ? [paragraph(texts.shareLead)] : []),
      ...(mistakes.length > 0 ? [warning(texts.toCorrect)] : []),
      ...fields(form, language),
      note(texts.seen),
    ],
    [
      execute(isNew ? texts.send : texts.saveChanges, 'experiences.save', { experienceId }, { style: 'positive' }),
      isNew
        ? execute(texts.menu, 'experiences.search', {}, { ignoreInputs: true })
        : execute(textsIn(language).membership.cancel, 'experiences.show', { experienceId }, { ignoreInputs: true }),
    ],
  )
}

function fields({ values, mistakes, topics }: ExperienceFormView, language: Language): Element[] {
  const { experiences: texts, mistakes: reasons } = textsIn(language)
  const missing: Partial<Record<string, string>> = { title: texts.titleMissing, what: texts.whatMissing }
  const error = (field: keyof ExperienceForm) => {
    const reason = mistakes.find((mistake) => mistake.field === field)?.reason
    return reason === 'required' ? missing[field] : reason && reasons[reason]
  }
  return [
    ...textInput('title', texts.title, {
      value: values.title,
      placeholder: texts.titleHint,
      required: texts.titleMissing,
      error: error('title'),
      maxLength: longestTitle,
    }),
    ...choiceInput('topic', texts.topic, [{ title: texts.noTopic, value: noTopic }, ...topics], {
      value: values.topic || noTopic,
      error: error('topic'),
    }),
    ...textInput('year', texts.year, {
      value: values.year,
      placeholder: texts.yearHint,
      error: error('year'),
      maxLength: 4,
    }),
    ...textInput('what', texts.what, {
      value: values.what,
      required: texts.whatMissing,
      error: error('what'),
      multiline: true,
      maxLength: longestStory,
    }),
    ...textInput('lesson', texts.lesson, {
      value: values.lesson,
      placeholder: texts.lessonHint,
      error: error('lesson'),
      multiline: true,
      maxLength: longestStory,
    }),
    ...toggleInput('mayContact', texts.mayContact, texts.contact, { value: values.mayContact }),
  ]
}
