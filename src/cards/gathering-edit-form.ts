import type { Language } from '../language.ts'
import { type GatheringField, type GatheringInput, gatheringFields } from '../network/gathering-form.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { textsIn } from '../texts/texts.ts'
import { fold } from './buttons.ts'
import { type Element, note } from './elements.ts'
import { type Choice, choiceInput, dateInput, textInput, timeInput } from './inputs.ts'

export interface GatheringFields {
  values: GatheringInput
  mistakes: readonly FieldMistake[]
  /** Programmes to choose among. */
  topics: readonly Choice[]
}

const longestTitle = 200
const longestPlace = 300
const longestUrl = 2000
const longestText = 8000
/** A message may have some 28 KB, and the rest of the form needs half of it. */
const mostKept = 13_000

/** The whole form; what is seldom needed is folded away, unless there is a mistake in it. */
export function gatheringEditForm(form: GatheringFields, language: Language): Element[] {
  const texts = textsIn(language).gatheringDesk
  return [
    ...whatWhenWhere(form, language),
    ...folded('registrationFold', texts.registration, registrationFields(form, language), form, [
      'onlineUrl',
      'capacity',
      'onlineCapacity',
      'registrationDeadline',
      'questions',
    ]),
    ...folded('programmeFold', texts.programme, programmeFields(form, language), form, ['agenda']),
    ...folded('beforeFold', texts.beforeFold, beforeFields(form, language), form, ['preparation', 'directions']),
    ...folded('audienceFold', texts.audienceFold, audienceFields(form, language), form, [
      'audience',
      'audienceList',
      'topics',
    ]),
    ...folded('moreFold', texts.more, moreFields(form, language), form, ['reminders', 'timeZone']),
  ]
}

function folded(
  id: string,
  title: string,
  items: Element[],
  { mistakes }: GatheringFields,
  fields: readonly GatheringField[],
): Element[] {
  return fold(id, title, items, { isOpen: fields.some((field) => mistakesAt(field, mistakes).length > 0) })
}

function whatWhenWhere(form: GatheringFields, language: Language): Element[] {
  const texts = textsIn(language).gatheringDesk
  const { values } = form
  const required = (field: GatheringField, text: string) => {
    const isMissing = form.mistakes.some((mistake) => mistake.field === field && mistake.reason === 'required')
    return { ...input(form, field, language), ...(isMissing ? { error: text } : {}), required: text }
  }
  return [
    ...textInput('title', texts.fields.title, { ...required('title', texts.titleMissing), maxLength: longestTitle }),
    ...dateInput('startDate', texts.fields.startDate, required('startDate', texts.dateMissing)),
    ...timeInput('startTime', texts.fields.startTime, required('startTime', texts.timeMissing)),
    ...dateInput('endDate', texts.fields.endDate, required('endDate', texts.dateMissing)),
    ...timeInput('endTime', texts.fields.endTime, required('endTime', texts.timeMissing)),
    ...textInput('place', texts.fields.place, { ...required('place', texts.placeMissing), maxLength: longestPlace }),
    ...(values.timeZone === '' ? [] : [note(`${texts.fields.timeZone}: ${values.timeZone}`)]),
  ]
}

function registrationFields(form: GatheringFields, language: Language): Element[] {
  const texts = textsIn(language).gatheringDesk
  const at = (field: GatheringField) => input(form, field, language)
  return [
    ...dateInput('registrationDeadline', texts.fields.registrationDeadline, at('registrationDeadline')),
    ...textInput('capacity', texts.fields.capacity, { ...at('capacity'), maxLength: 9 }),
    ...textInput('onlineUrl', texts.fields.onlineUrl, { ...at('onlineUrl'), style: 'Url', maxLength: longestUrl }),
    ...textInput('onlineCapacity', texts.fields.onlineCapacity, { ...at('onlineCapacity'), maxLength: 9 }),
    ...lines('questions', texts.questionsHint, form, language),
    note(texts.questionsHelp),
  ]
}

function programmeFields(form: GatheringFields, language: Language): Element[] {
  const texts = textsIn(language).gatheringDesk
  return [...lines('agenda', texts.agendaHint, form, language), note(texts.agendaHelp)]
}

function beforeFields(form: GatheringFields, language: Language): Element[] {
  const texts = textsIn(language).gatheringDesk
  return [
    ...lines('preparation', texts.preparationHint, form, language),
    ...lines('directions', texts.directionsHint, form, language),
    note(texts.beforeHelp),
  ]
}

function audienceFields(form: GatheringFields, language: Language): Element[] {
  const texts = textsIn(language).gatheringDesk
  const kinds = Object.entries(texts.audiences).map(([value, title]) => ({ value, title }))
  return [
    ...choiceInput('audience', texts.fields.audience, kinds, input(form, 'audience', language)),
    ...lines('audienceList', undefined, form, language),
    ...choiceInput('topics', texts.fields.topics, form.topics, {
      ...input(form, 'topics', language),
      multiple: true,
      style: 'expanded',
    }),
  ]
}

function moreFields(form: GatheringFields, language: Language): Element[] {
  const texts = textsIn(language).gatheringDesk
  const usual = Object.entries(texts.reminderChoices).map(([value, title]) => ({ value, title }))
  const others = form.values.reminders.split(',').filter((each) => each !== '' && !isAmong(usual, each))
  return [
    ...choiceInput(
      'reminders',
      texts.fields.reminders,
      [...usual, ...others.map((value) => ({ value, title: value }))],
      { ...input(form, 'reminders', language), multiple: true, style: 'expanded' },
    ),
    ...textInput('timeZone', texts.fields.timeZone, { ...input(form, 'timeZone', language), maxLength: 60 }),
  ]
}

function isAmong(choices: readonly Choice[], value: string): boolean {
  return choices.some((choice) => choice.value === value)
}

function lines(
  field: 'agenda' | 'questions' | 'audienceList' | 'preparation' | 'directions',
  placeholder: string | undefined,
  form: GatheringFields,
  language: Language,
): Element[] {
  return textInput(field, textsIn(language).gatheringDesk.fields[field], {
    ...input(form, field, language),
    ...(placeholder === undefined ? {} : { placeholder }),
    multiline: true,
    maxLength: longestText,
  })
}

function input({ values, mistakes }: GatheringFields, field: GatheringField, language: Language) {
  const { gatheringDesk: texts, mistakes: reasons } = textsIn(language)
  const found = mistakesAt(field, mistakes).map(({ field: at, reason }) => {
    const line = at.slice(field.length + 1)
    return line === '' ? reasons[reason] : texts.line(line, reasons[reason])
  })
  return { value: values[field], ...(found.length > 0 ? { error: found.slice(0, 5).join(' ') } : {}) }
}

function mistakesAt(field: GatheringField, mistakes: readonly FieldMistake[]): FieldMistake[] {
  return mistakes.filter((mistake) => mistake.field === field || mistake.field.startsWith(`${field}.`))
}

/** In how many fields there is something to correct. */
export function fieldsToCorrect(mistakes: readonly FieldMistake[]): number {
  return new Set(mistakes.map(({ field }) => field.split('.')[0])).size
}

/** What was typed, as far as it fits into a message: the longest is cut first. */
export function keptInput(values: GatheringInput): GatheringInput {
  const kept = { ...values }
  const sizeOf = (field: GatheringField) => JSON.stringify(kept[field]).length
  for (;;) {
    const excess = gatheringFields.reduce((sum, field) => sum + sizeOf(field), 0) - mostKept
    if (excess <= 0) return kept
    const longest = gatheringFields.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a))
    const share = Math.min(1, excess / sizeOf(longest))
    kept[longest] = kept[longest].slice(0, Math.floor(kept[longest].length * (1 - share)))
  }
}
