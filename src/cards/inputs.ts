import { type Element, warning } from './elements.ts'

interface InputOptions {
  value?: string | undefined
  placeholder?: string
  required?: string
  error?: string | undefined
  maxLength?: number
}

/** `required` is the text shown when the field is empty; `error` is what was wrong with what came last. */
export function textInput(
  id: string,
  label: string,
  options: InputOptions & { multiline?: boolean; style?: 'Email' | 'Tel' | 'Url' } = {},
): Element[] {
  return field(options.error, {
    type: 'Input.Text',
    id,
    label,
    ...inputProperties(options),
    ...(options.multiline ? { isMultiline: true } : {}),
    ...(options.style ? { style: options.style } : {}),
    maxLength: options.maxLength ?? 200,
  })
}

/** A date, picked from a calendar; comes back as `2026-12-24`. */
export function dateInput(id: string, label: string, options: InputOptions & { min?: string } = {}): Element[] {
  return field(options.error, {
    type: 'Input.Date',
    id,
    label,
    ...inputProperties(options),
    ...(options.min === undefined ? {} : { min: options.min }),
  })
}

/** A time of day; comes back as `09:30`. */
export function timeInput(id: string, label: string, options: InputOptions = {}): Element[] {
  return field(options.error, { type: 'Input.Time', id, label, ...inputProperties(options) })
}

export interface Choice {
  title: string
  value: string
}

/** What is chosen and is none of the choices is not shown as chosen: clients would refuse the card. */
export function choiceInput(
  id: string,
  label: string,
  choices: readonly Choice[],
  options: InputOptions & { multiple?: boolean; style?: 'compact' | 'expanded' | 'filtered' } = {},
): Element[] {
  return field(options.error, {
    type: 'Input.ChoiceSet',
    id,
    label,
    choices,
    style: options.style ?? 'compact',
    wrap: true,
    ...(options.multiple ? { isMultiSelect: true } : {}),
    ...inputProperties({ ...options, value: knownChoices(options.value, choices) }),
  })
}

function knownChoices(value: string | undefined, choices: readonly Choice[]): string | undefined {
  const isKnown = (chosen: string) => choices.some((choice) => choice.value === chosen)
  return value === undefined || isKnown(value) ? value : value.split(',').filter(isKnown).join()
}

export function toggleInput(id: string, title: string, label: string, options: InputOptions = {}): Element[] {
  return field(options.error, { type: 'Input.Toggle', id, title, label, wrap: true, ...inputProperties(options) })
}

function inputProperties({ value, placeholder, required }: InputOptions): Record<string, unknown> {
  return {
    ...(value !== undefined ? { value } : {}),
    ...(placeholder !== undefined ? { placeholder } : {}),
    ...(required !== undefined ? { isRequired: true, errorMessage: required } : {}),
  }
}

function field(error: string | undefined, input: Element): Element[] {
  return error === undefined ? [input] : [input, { ...warning(error), spacing: 'None', size: 'Small' }]
}
