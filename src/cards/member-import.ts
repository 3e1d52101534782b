import type { Language } from '../language.ts'
import type { Profile } from '../network/member.ts'
import type { MemberList, MemberMistake, PlaceRemark } from '../network/member-file.ts'
import type { ImportPlan } from '../network/member-import.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import {
  type Element,
  facts,
  heading,
  list,
  note,
  paragraph,
  plain,
  subheading,
  titledList,
  warning,
} from './elements.ts'
import { textInput } from './inputs.ts'

/** What the field takes, so that the card that shows it again stays within Teams' limit. */
export const longestList = 12_000

type ImportProblem = 'missing' | 'too-long' | 'no-rows'

export interface MemberImportView {
  csv: string
  problem: ImportProblem | null
  mistakes: readonly MemberMistake[]
  /** Null: nothing to be looked at yet. `of` names the list that it is of. */
  plan: ({ plan: ImportPlan; of: string } & Pick<MemberList, 'ignored' | 'places'>) | null
  /** Of a topic. */
  titleOf: (topic: string) => string
  notice?: string
}

const mostLines = 8
const mostRows = 6

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
      ...(plan === null ? [] : [...planSummary(plan.plan, view.titleOf, language), ...remarks(plan, language)]),
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

/** The same mistake in many rows is a line. */
function mistakeList(mistakes: readonly MemberMistake[], language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  const groups = Map.groupBy(mistakes, (mistake) =>
    texts.importMistake('', fieldTitle(mistake.field, language), reasonText(mistake, language)),
  )
  const lines = [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const rows = [first, ...others].map(({ row }) => row).filter((row) => row > 0)
    const shown = shortened(rows.map(String), mostRows, language)
    return [texts.importMistake(shown, fieldTitle(first.field, language), reasonText(first, language))]
  })
  return [warning(texts.importMistakes(mistakes.length)), list(cut(lines, language))]
}

function cut(lines: readonly string[], language: Language): string[] {
  const more = lines.length - mostLines
  return [...lines.slice(0, mostLines), ...(more > 0 ? [textsIn(language).memberDesk.andMore(more)] : [])]
}

function shortened(names: readonly string[], most: number, language: Language): string {
  const shown = names.slice(0, most).join(', ')
  return textsIn(language).memberDesk.importExamples(shown, Math.max(0, names.length - most))
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

function reasonText({ field, reason, row, value }: MemberMistake, language: Language): string {
  const { memberDesk: texts, mistakes } = textsIn(language)
  if (reason === 'not-a-table') return texts.importNotTable
  if (reason === 'required' && row <= 1) return texts.importColumnMissing
  if (reason === 'duplicate' && field === 'email' && row > 1) return texts.importRowTwice
  if (reason === 'too-many' && field === '') return texts.importRowTooLong
  if (reason === 'unknown-choice' && field === 'topics') return texts.importTopicUnknown(value ?? '')
  if (reason === 'unknown-choice' && field === 'language') return texts.importLanguageUnknown
  return mistakes[reason]
}

function planSummary(
  { adding, changing, unchanged, kept }: ImportPlan,
  titleOf: MemberImportView['titleOf'],
  language: Language,
): Element[] {
  const texts = textsIn(language).memberDesk
  const counts: [string, number][] = [
    [texts.importUnchanged, unchanged],
    [texts.importKept, kept],
  ]
  const rows = counts.filter(([, count]) => count > 0).map(([title, count]): [string, string] => [title, String(count)])
  const people = (title: string, profiles: readonly Profile[]) =>
    profiles.length === 0
      ? []
      : [
          titledList(
            `${title}: ${profiles.length}`,
            cut(
              profiles.map((each) => inWords(each, titleOf)),
              language,
            ),
          ),
        ]
  const isIdle = adding.length + changing.length === 0
  return [
    ...(isIdle ? [paragraph(texts.importNothing)] : []),
    ...people(texts.importAdding, adding),
    ...people(
      texts.importChanging,
      changing.map(({ profile }) => profile),
    ),
    ...(rows.length === 0 ? [] : [facts(rows)]),
  ]
}

function inWords({ name, email, municipality, role, topics }: Profile, titleOf: MemberImportView['titleOf']): string {
  return [name, email, municipality, role, ...topics.map(titleOf)].filter((part) => part !== '').join(', ')
}

/** What was read otherwise than it was written. */
function remarks({ ignored, places }: Pick<MemberList, 'ignored' | 'places'>, language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  const inWords = ({ row, written, readAs }: PlaceRemark) =>
    readAs === null ? texts.importUnknownPlace(row, written) : texts.importReadAs(row, written, readAs)
  return [
    ...(places.length === 0 ? [] : [warning(texts.importLookOver), list(cut(places.map(inWords), language))]),
    ...(ignored.length === 0 ? [] : [note(plain(texts.importIgnored(ignored.join(', '))))]),
  ]
}
