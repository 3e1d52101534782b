import type { Language } from '../language.ts'
import type { RowMistake } from '../network/gathering-file.ts'
import type { ImportPlan } from '../network/member-import.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, facts, heading, list, note, paragraph, subheading, warning } from './elements.ts'
import { textInput } from './inputs.ts'

/** What the field takes, so that the card that shows it again stays within Teams' limit. */
export const longestList = 12_000

type ImportProblem = 'missing' | 'too-long' | 'no-rows'

export interface MemberImportView {
  csv: string
  problem: ImportProblem | null
  mistakes: readonly RowMistake[]
  /** Null: nothing to be looked at yet. `of` names the list that it is of. */
  plan: { plan: ImportPlan; of: string } | null
  notice?: string
}

const mostMistakes = 15
const mostNames = 5

/** A list to paste, what is wrong with it, and what saving it would do. */
export function memberImportCard(view: MemberImportView, language: Language): Card {
  const texts = textsIn(language).memberDesk
  const { csv, mistakes, plan, notice } = view
  const count = plan === null ? 0 : plan.plan.adding.length + plan.plan.changing.length
  const title = mistakes.length > 0 ? texts.importMistakes(mistakes.length) : (notice ?? texts.importTitle)
  return card(
    language,
    title,
    [
      heading(texts.importTitle),
      ...(notice === undefined ? [] : [subheading(notice)]),
      ...(plan === null && mistakes.length === 0 ? [paragraph(texts.importLead)] : []),
      ...(mistakes.length === 0 ? [] : mistakeList(mistakes, language)),
      ...(plan === null ? [] : planSummary(plan.plan, language)),
      ...textInput('csv', texts.importField, {
        value: csv.length > longestList ? '' : csv,
        placeholder: texts.importHint,
        multiline: true,
        maxLength: longestList,
        error: problemText(view, language),
      }),
      ...(plan === null ? [note(texts.importLimit(longestList))] : []),
    ],
    [
      ...(plan === null || count === 0
        ? []
        : [execute(texts.importSave(count), 'members.save-import', { of: plan.of }, { style: 'positive' as const })]),
      execute(texts.importPreview, 'members.import', { look: 'yes' }),
      execute(texts.back, 'members.list', {}, { ignoreInputs: true }),
    ],
  )
}

function problemText({ problem }: MemberImportView, language: Language): string | undefined {
  const texts = textsIn(language).memberDesk
  if (problem === null) return undefined
  return { missing: texts.importMissing, 'too-long': texts.importTooLong, 'no-rows': texts.importNoRows }[problem]
}

function mistakeList(mistakes: readonly RowMistake[], language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  const lines = mistakes.slice(0, mostMistakes).map((mistake) => {
    return texts.importMistake(mistake.row, fieldTitle(mistake.field, language), reasonText(mistake, language))
  })
  const more = mistakes.length > mostMistakes ? [texts.andMore(mistakes.length - mostMistakes)] : []
  return [warning(texts.importMistakes(mistakes.length)), list([...lines, ...more])]
}

function fieldTitle(field: string, language: Language): string {
  const { membership: texts, memberDesk } = textsIn(language)
  const titles = new Map<string, string>([
    ['email', texts.email],
    ['name', texts.name],
    ['municipality', texts.municipality],
    ['role', texts.role],
    ['topics', memberDesk.topics],
    ['language', texts.languageShort],
  ])
  return titles.get(field) ?? field
}

function reasonText({ field, reason, row }: RowMistake, language: Language): string {
  const { memberDesk: texts, mistakes } = textsIn(language)
  if (reason === 'not-a-table') return texts.importNotTable
  if (reason === 'unknown-field') return texts.importColumnUnknown
  if (reason === 'required' && row <= 1) return texts.importColumnMissing
  if (reason === 'duplicate' && field === 'email' && row > 1) return texts.importRowTwice
  if (reason === 'too-many' && field === '') return texts.importRowTooLong
  if (reason === 'unknown-choice' && field === 'topics') return texts.importTopicUnknown
  if (reason === 'unknown-choice' && field === 'language') return texts.importLanguageUnknown
  return mistakes[reason]
}

function planSummary({ adding, changing, unchanged, kept }: ImportPlan, language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  const named = (names: readonly string[]) => {
    const shown = names.slice(0, mostNames).join(', ')
    return `${names.length}: ${texts.importExamples(shown, Math.max(0, names.length - mostNames))}`
  }
  const rows: [string, string][] = [
    ...(adding.length === 0 ? [] : [[texts.importAdding, named(adding.map(({ name }) => name))] as [string, string]]),
    ...(changing.length === 0
      ? []
      : [[texts.importChanging, named(changing.map(({ profile }) => profile.name))] as [string, string]]),
    ...(unchanged === 0 ? [] : [[texts.importUnchanged, String(unchanged)] as [string, string]]),
    ...(kept === 0 ? [] : [[texts.importKept, String(kept)] as [string, string]]),
  ]
  const isIdle = adding.length + changing.length === 0
  return [...(isIdle ? [paragraph(texts.importNothing)] : []), ...(rows.length === 0 ? [] : [facts(rows)])]
}
