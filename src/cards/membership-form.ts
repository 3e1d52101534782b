import { type Language, languages } from '../language.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { municipalities } from '../network/municipalities.ts'
import type { NetworkNames } from '../texts/nb/answers.ts'
import type { MembershipTexts } from '../texts/nb/membership.ts'
import { textsIn } from '../texts/texts.ts'
import { execute, sendVerb } from './actions.ts'
import { fold } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import { type Element, heading, markdown, note, paragraph, warning } from './elements.ts'
import { type Choice, choiceInput, textInput, toggleInput } from './inputs.ts'

/** In {@link FormValues}: their municipality is not on the list, and its name is in a field of its own. */
const otherMunicipality = 'other'

const otherTitles = new Set(languages.map((language) => textsIn(language).membership.otherMunicipality))

/** What a choice of municipality that came back means. Clients show a choice by its value, so that is a title. */
export function readMunicipality(chosen: string): string {
  return otherTitles.has(chosen) ? otherMunicipality : chosen
}

/** As the fields hold it, and as it comes back. */
export interface FormValues {
  name: string
  email: string
  /** One on the list, {@link otherMunicipality}, or nothing. */
  municipality: string
  otherMunicipality: string
  role: string
  /** Ids between commas. */
  topics: string
  language: string
  /** `true` when it is given. */
  consent: string
}

export type MunicipalityValues = Pick<FormValues, 'municipality' | 'otherMunicipality'>

/** What is not on the list of municipalities goes into the field for it. */
export function choosable<Values extends MunicipalityValues>(values: Values): Values {
  const { municipality } = values
  const isChoice = municipality === '' || municipality === otherMunicipality
  if (isChoice || municipalities.some(({ name }) => name === municipality)) return values
  return { ...values, municipality: otherMunicipality, otherMunicipality: municipality }
}

/** The municipality that the two fields mean. */
export function municipalityOf(values: MunicipalityValues): string {
  return isElsewhere(values) ? values.otherMunicipality : values.municipality
}

function isElsewhere({ municipality, otherMunicipality: typed }: MunicipalityValues): boolean {
  return municipality === otherMunicipality || (municipality === '' && typed.trim() !== '')
}

/** What is wrong with the municipality, at the field that it was typed into. */
export function atTheirFields(mistakes: readonly FieldMistake[], values: MunicipalityValues): FieldMistake[] {
  return mistakes.map((mistake) =>
    mistake.field === 'municipality' && isElsewhere(values) ? { ...mistake, field: 'otherMunicipality' } : mistake,
  )
}

/** `register`: on the way to a gathering. `imported`: the advisers made them a member. `back`: they had left. */
export type FormPurpose = 'join' | 'register' | 'imported' | 'back' | 'edit'

export interface MembershipForm {
  purpose: FormPurpose
  values: FormValues
  mistakes: readonly FieldMistake[]
  /** Programmes to choose among. */
  topics: readonly Choice[]
  /** Markdown that says what is stored. */
  whatIsStored: string
  /** Where to go on to when it is saved. */
  gatheringId?: string | undefined
}

type FieldName = keyof FormValues

export function membershipFormCard(form: MembershipForm, network: NetworkNames, language: Language): Card {
  const texts = textsIn(language).membership
  const { title, lead, save } = words(form, network, language)
  const { mistakes, gatheringId } = form
  return card(
    language,
    title,
    [
      heading(title),
      ...(lead === null ? [] : [paragraph(lead)]),
      ...(mistakes.length > 0 ? [warning(texts.toCorrect(mistakes.length))] : []),
      ...fields(form, language),
    ],
    [
      execute(save, 'membership.save', gatheringId === undefined ? {} : { gatheringId }, { style: 'positive' }),
      showCard(texts.whatIsStored, {
        body: [markdown(form.whatIsStored)],
        actions: [sendVerb(texts.readSeparately, 'answers.show', { answerId: 'network/privacy' })],
      }),
      ...(form.purpose === 'edit'
        ? [execute(textsIn(language).linking.button, 'linking.show', {}, { ignoreInputs: true })]
        : []),
      ...(form.purpose === 'edit' ? [execute(texts.cancel, 'membership.show', {}, { ignoreInputs: true })] : []),
    ],
  )
}

function words({ purpose, gatheringId }: MembershipForm, network: NetworkNames, language: Language) {
  const texts = textsIn(language).membership
  const save = gatheringId === undefined ? texts.join : texts.joinAndGoOn
  switch (purpose) {
    case 'join':
      return { title: texts.joinTitle, lead: texts.joinLead(network), save }
    case 'register':
      return { title: texts.joinTitle, lead: texts.registerLead, save }
    case 'imported':
      return { title: texts.importedTitle, lead: texts.importedLead, save: texts.confirm }
    case 'back':
      return { title: texts.backTitle, lead: texts.backLead, save }
    case 'edit':
      return { title: texts.editTitle, lead: null, save: texts.saveChanges }
  }
}

function fields({ values, mistakes, topics }: MembershipForm, language: Language): Element[] {
  const { membership: texts, common } = textsIn(language)
  const error = (field: FieldName) => mistakeAt(field, mistakes, language)
  const chosen = values.topics.split(',').filter((topic) => topic !== '').length
  return [
    ...textInput('name', texts.name, { value: values.name, required: texts.nameMissing, error: error('name') }),
    ...textInput('email', texts.email, {
      value: values.email,
      required: texts.emailMissing,
      style: 'Email',
      error: error('email'),
    }),
    ...municipalityInputs(values, texts.municipalityMissing, error, language),
    ...textInput('role', texts.role, { value: values.role, placeholder: texts.roleHint, error: error('role') }),
    ...fold(
      'topicChoice',
      texts.chooseTopics(chosen),
      choiceInput('topics', texts.topics, topics, { multiple: true, style: 'expanded', value: values.topics }),
    ),
    ...choiceInput(
      'language',
      texts.language,
      languages.map((each) => ({ title: common.languageNames[each], value: each })),
      { value: values.language, required: texts.languageMissing, error: error('language') },
    ),
    ...toggleInput('consent', texts.consentTo, texts.consent, {
      value: values.consent,
      required: texts.consentMissing,
      error: error('consent'),
    }),
    note(texts.consentHint),
  ]
}

/** One on the list, or another in words. */
export function municipalityInputs(
  { municipality, otherMunicipality: other }: MunicipalityValues,
  required: string,
  error: (field: keyof MunicipalityValues) => string | undefined,
  language: Language,
): Element[] {
  const texts = textsIn(language).membership
  const listed = municipalities.map(({ name }) => ({ title: name, value: name }))
  return [
    ...choiceInput(
      'municipality',
      texts.municipality,
      [...listed, { title: texts.otherMunicipality, value: texts.otherMunicipality }],
      {
        value: municipality === otherMunicipality ? texts.otherMunicipality : municipality,
        placeholder: texts.municipalityHint,
        required,
        style: 'filtered',
        error: error('municipality'),
      },
    ),
    ...textInput('otherMunicipality', texts.otherLabel, { value: other, error: error('otherMunicipality') }),
  ]
}

function mistakeAt(field: FieldName, mistakes: readonly FieldMistake[], language: Language): string | undefined {
  const mistake = mistakes.find((each) => each.field === field)
  if (mistake === undefined) return undefined
  const { membership: texts, mistakes: reasons } = textsIn(language)
  const isMissing = mistake.reason === 'required' || mistake.reason === 'consent-required'
  return (isMissing ? missing(texts)[field] : undefined) ?? reasons[mistake.reason]
}

/** What to say of a field that has to be filled in. */
function missing(texts: MembershipTexts): Partial<Record<FieldName, string>> {
  return {
    name: texts.nameMissing,
    email: texts.emailMissing,
    municipality: texts.municipalityMissing,
    otherMunicipality: texts.otherMissing,
    language: texts.languageMissing,
    consent: texts.consentMissing,
  }
}
