import type { Language } from '../language.ts'
import type { Gathering } from '../network/gathering.ts'
import type { GatheringField } from '../network/gathering-form.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows, fold } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, facts, heading, paragraph, warning } from './elements.ts'
import { detailsWithChanges } from './gathering-changes.ts'
import { fieldsToCorrect, type GatheringFields, gatheringEditForm } from './gathering-edit-form.ts'
import { textInput } from './inputs.ts'

export interface GatheringEditCard extends GatheringFields {
  gatheringId: string
  /** 0 for a new one. */
  edition: number
  purpose: 'create' | 'copy' | 'edit'
  /** Names what the fields had when the form was made; empty for a new one. */
  base: string
  /** What somebody else saved meanwhile in fields that were changed here too. */
  meanwhile?: { by: string | null; fields: readonly (readonly [GatheringField, string])[] }
}

export function gatheringEditCard(form: GatheringEditCard, language: Language): Card {
  const texts = textsIn(language).gatheringDesk
  const { gatheringId, edition, base, mistakes, meanwhile } = form
  const { title, lead } = words(form, language)
  const warnings = [
    ...(meanwhile === undefined ? [] : [texts.editedMeanwhile(meanwhile.by)]),
    ...(mistakes.length > 0 ? [texts.toCorrect(fieldsToCorrect(mistakes))] : []),
  ]
  return card(
    language,
    warnings[0] ?? title,
    [
      heading(title),
      ...(lead === null ? [] : [paragraph(lead)]),
      ...warnings.map(warning),
      ...(meanwhile === undefined ? [] : [facts(savedMeanwhile(meanwhile.fields, language))]),
      ...gatheringEditForm(form, language),
    ],
    [
      execute(texts.save, 'gatherings.save', { gatheringId, edition, base }, { style: 'positive' }),
      edition === 0
        ? execute(texts.cancel, 'gatherings.manage-list', {}, { ignoreInputs: true })
        : execute(texts.cancel, 'gatherings.manage', { gatheringId }, { ignoreInputs: true }),
    ],
  )
}

const longestShown = 200

/** Field by field, as it is stored now. */
function savedMeanwhile(
  fields: readonly (readonly [GatheringField, string])[],
  language: Language,
): [string, string][] {
  const texts = textsIn(language).gatheringDesk
  return fields.map(([field, value]) => [
    texts.fields[field],
    value === '' ? texts.historyEmpty : value.slice(0, longestShown),
  ])
}

function words({ purpose, values }: GatheringEditCard, language: Language) {
  const texts = textsIn(language).gatheringDesk
  switch (purpose) {
    case 'create':
      return { title: texts.createTitle, lead: texts.createLead }
    case 'copy':
      return { title: texts.createTitle, lead: texts.copyLead }
    case 'edit':
      return { title: texts.editTitle(values.title.slice(0, 100)), lead: null }
  }
}

/** A change that people must be asked for: how many it reaches, and what it is. */
export interface Question {
  before: Gathering
  after: Gathering
  reach: number
  /** Names the change, for knowing that the answer is to it. */
  of: string
}

/** Asks whether the registered are told; what was typed goes along, folded away. */
export function tellOfEditCard(
  form: GatheringEditCard,
  { before, after, reach, of }: Question,
  language: Language,
): Card {
  const texts = textsIn(language).gatheringDesk
  const { gatheringId, edition, base } = form
  const data = { gatheringId, edition, base, of }
  return card(language, texts.askTitle(reach), [
    ...question(before, after, texts.askTitle(reach), texts.askChange(reach), language),
    ...reasonInput(language),
    ...fold('formFold', texts.changeMore, gatheringEditForm(form, language)),
    ...buttonRows([
      execute(texts.saveAndTell(reach), 'gatherings.save', { ...data, tell: 'yes' }, { style: 'positive' }),
      execute(texts.saveSilently, 'gatherings.save', { ...data, tell: 'no' }),
      execute(texts.cancel, 'gatherings.manage', { gatheringId }, { ignoreInputs: true }),
    ]),
  ])
}

type StatusVerb = 'gatherings.reopen' | 'gatherings.call-off'

/** Asks before a gathering is called off, or held after all, and whether the registered are told. */
export function tellOfStatusCard(verb: StatusVerb, { before, after, reach, of }: Question, language: Language): Card {
  const texts = textsIn(language).gatheringDesk
  const gatheringId = before._id
  const lead = verb === 'gatherings.call-off' ? texts.askCallOff(reach) : texts.askReopen(reach)
  return card(language, texts.askTitle(reach), [
    ...question(before, after, before.title, lead, language),
    ...reasonInput(language),
    ...buttonRows([
      execute(texts.tell(reach), verb, { gatheringId, of, tell: 'yes' }, { style: 'destructive' }),
      execute(texts.silently, verb, { gatheringId, of, tell: 'no' }),
      execute(texts.cancel, 'gatherings.manage', { gatheringId }, { ignoreInputs: true }),
    ]),
  ])
}

/** Asks also where nobody is registered: there may be those who have heard of it. */
export function callOffCard(gathering: Gathering, language: Language): Card {
  const texts = textsIn(language).gatheringDesk
  const gatheringId = gathering._id
  return card(language, texts.callOff, question(gathering, gathering, gathering.title, texts.callOffSure, language), [
    execute(texts.callOffYes, 'gatherings.call-off', { gatheringId, tell: 'no' }, { style: 'destructive' }),
    execute(texts.cancel, 'gatherings.manage', { gatheringId }),
  ])
}

export const longestReason = 500

function reasonInput(language: Language): Element[] {
  const { reason, reasonHint } = textsIn(language).gatheringDesk
  return textInput('reason', reason, { placeholder: reasonHint, maxLength: longestReason, multiline: true })
}

function question(before: Gathering, after: Gathering, title: string, lead: string, language: Language): Element[] {
  return [heading(title), paragraph(lead), facts(detailsWithChanges(before, after, language))]
}
