import { z } from 'zod'
import { languages } from '../../src/language.ts'

// The part of Adaptive Cards 1.5 that the bot uses. See https://adaptivecards.io/explorer/

/** What a person reads: never empty, and without what a template forgot to fill in. */
const words = z
  .string()
  .regex(/\S/, 'is empty')
  .refine((text) => !/\bundefined\b|\[object |\bNaN\b|Invalid Date|\{\{?\w+\}/.test(text), 'holds what nobody meant')

const elements: z.ZodType<unknown[]> = z.lazy(() => z.array(element).min(1))
const actions: z.ZodType<unknown[]> = z.lazy(() =>
  z.array(action).min(1).max(6, 'has more than the six actions that Teams shows'),
)

const layout = {
  id: z.string().optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']).optional(),
  height: z.enum(['auto', 'stretch']).optional(),
}

const textBlock = z.strictObject({
  ...layout,
  type: z.literal('TextBlock'),
  text: words,
  wrap: z.literal(true, 'must be true, or a phone cuts the text'),
  color: z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']).optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
  style: z.enum(['default', 'heading']).optional(),
  horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
  fontType: z.enum(['Default', 'Monospace']).optional(),
  isSubtle: z.boolean().optional(),
  maxLines: z.int().positive().optional(),
})

const factSet = z.strictObject({
  ...layout,
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: words, value: words })).min(1),
})

const image = z.strictObject({
  ...layout,
  type: z.literal('Image'),
  url: z.url(),
  altText: words,
  size: z.enum(['Auto', 'Stretch', 'Small', 'Medium', 'Large']).optional(),
  width: z.string().optional(),
})

const input = {
  ...layout,
  id: z.string().min(1),
  label: words,
  isRequired: z.boolean().optional(),
  errorMessage: words.optional(),
  placeholder: words.optional(),
}

const textInput = z.strictObject({
  ...input,
  type: z.literal('Input.Text'),
  value: z.string().optional(),
  isMultiline: z.boolean().optional(),
  maxLength: z.int().positive(),
  style: z.enum(['Text', 'Tel', 'Url', 'Email']).optional(),
  regex: z.string().optional(),
})

const choiceInput = z
  .strictObject({
    ...input,
    type: z.literal('Input.ChoiceSet'),
    choices: z.array(z.strictObject({ title: words, value: z.string().regex(/^[^,]+$/) })).min(1),
    value: z.string().optional(),
    style: z.enum(['compact', 'expanded', 'filtered']).optional(),
    isMultiSelect: z.boolean().optional(),
    wrap: z.boolean().optional(),
  })
  .refine(({ value = '', isMultiSelect, choices }) => {
    const values = isMultiSelect ? value.split(',') : [value]
    return values.every((each) => each === '' || choices.some((choice) => choice.value === each))
  }, 'has a value that is no choice')

const toggleInput = z.strictObject({
  ...input,
  type: z.literal('Input.Toggle'),
  title: words,
  value: z.string().optional(),
  valueOn: z.string().optional(),
  valueOff: z.string().optional(),
  wrap: z.literal(true, 'must be true, or a phone cuts the text'),
})

const numberInput = z.strictObject({
  ...input,
  type: z.literal('Input.Number'),
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
})

const dateInput = z.strictObject({
  ...input,
  type: z.literal('Input.Date'),
  value: z.iso.date().or(z.literal('')).optional(),
  min: z.iso.date().optional(),
  max: z.iso.date().optional(),
})

const timeInput = z.strictObject({
  ...input,
  type: z.literal('Input.Time'),
  value: z
    .string()
    .regex(/^(\d\d:\d\d)?$/)
    .optional(),
})

/** Card data carries ids, short and not nested deep: it is checked when it comes back. */
const datum = z.union([z.string().max(200), z.number(), z.boolean()])
const data = z
  .looseObject({ verb: z.string() })
  .catchall(z.union([datum, z.array(datum), z.record(z.string(), z.union([datum, z.array(datum)]))]))

const button = {
  id: z.string().optional(),
  title: words,
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
  tooltip: words.optional(),
}
const answered = { ...button, data, associatedInputs: z.enum(['auto', 'none']).optional() }

const submit = z.strictObject({ ...answered, type: z.literal('Action.Submit') })
const execute = z
  .strictObject({ ...answered, type: z.literal('Action.Execute'), verb: z.string(), fallback: submit })
  .refine(({ verb, data: sent }) => verb === sent.verb, 'has another verb in its data')
  .refine(
    ({ data: sent, title, associatedInputs, fallback }) =>
      JSON.stringify([sent, title, associatedInputs]) ===
      JSON.stringify([fallback.data, fallback.title, fallback.associatedInputs]),
    'does something else in clients without Universal Actions',
  )
const openUrl = z.strictObject({
  ...button,
  type: z.literal('Action.OpenUrl'),
  url: z.url({ protocol: /^(https?|mailto|tel)$/, hostname: /.*/ }),
})
const toggleVisibility = z.strictObject({
  ...button,
  type: z.literal('Action.ToggleVisibility'),
  targetElements: z.array(z.string()).min(1),
})
const showCard = z.strictObject({
  ...button,
  type: z.literal('Action.ShowCard'),
  card: z.strictObject({
    type: z.literal('AdaptiveCard'),
    version: z.literal('1.5'),
    body: elements.or(z.tuple([])),
    actions: actions.optional(),
  }),
})
const selectAction = z.discriminatedUnion('type', [execute, submit, openUrl, toggleVisibility])
const action = z.discriminatedUnion('type', [execute, submit, openUrl, toggleVisibility, showCard])

const actionSet = z.strictObject({ ...layout, type: z.literal('ActionSet'), actions })
const container = z.strictObject({
  ...layout,
  type: z.literal('Container'),
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional(),
  bleed: z.boolean().optional(),
  selectAction: selectAction.optional(),
  items: elements,
})
const column = z.strictObject({
  ...layout,
  type: z.literal('Column'),
  width: z.union([z.string(), z.number()]).optional(),
  verticalContentAlignment: z.enum(['Top', 'Center', 'Bottom']).optional(),
  selectAction: selectAction.optional(),
  items: elements,
})
const columnSet = z.strictObject({
  ...layout,
  type: z.literal('ColumnSet'),
  columns: z.array(column).min(1),
  selectAction: selectAction.optional(),
})

const element = z.discriminatedUnion('type', [
  textBlock,
  factSet,
  image,
  actionSet,
  container,
  columnSet,
  textInput,
  choiceInput,
  toggleInput,
  numberInput,
  dateInput,
  timeInput,
])

/** A card as the bot sends it: closed, so that a misspelt property is a mistake. */
export const adaptiveCard = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.enum(languages),
  fallbackText: words,
  body: elements,
  actions: actions.optional(),
  refresh: z.strictObject({ action: execute, userIds: z.array(z.string()).max(60).optional() }).optional(),
})
