import type { Language } from '../language.ts'
import type { Statistics } from '../network/statistics.ts'
import { wallTimeOf } from '../network/times.ts'
import { textsIn } from '../texts/texts.ts'

/** One row for each figure, with a header: nobody's name is in it. */
export function statisticsRows(
  { members, gatherings, asked }: Statistics,
  titleOf: (topic: string) => string,
  language: Language,
): string[][] {
  const texts = textsIn(language).statistics
  const { rows, columns } = texts
  const row = (what: string, name: string, detail: string, count: number, of: number | null = null) => [
    what,
    name,
    detail,
    String(count),
    of === null ? '' : String(of),
  ]
  return [
    [columns.what, columns.name, columns.detail, columns.count, columns.of],
    row(rows.total, texts.members, '', members.members),
    row(rows.total, texts.joined, '', members.joined),
    row(rows.total, texts.left, '', members.left),
    row(rows.total, texts.neverWrote, '', members.neverWrote),
    row(rows.total, texts.unreachable, '', members.unreachable),
    ...members.municipalities.map(({ name, county, count }) => row(rows.municipality, name, county ?? '', count)),
    ...(members.missing?.municipalities ?? []).map((name) => row(rows.missing, name, members.missing?.county ?? '', 0)),
    ...members.roles.map(({ name, count }) => row(rows.role, name, '', count)),
    ...gatherings.map(({ title, startsAt, timeZone, present, registered }) =>
      row(rows.gathering, title, wallTimeOf(startsAt, timeZone).slice(0, 10), present, registered),
    ),
    ...members.topics.map(({ name, count }) => row(rows.topic, titleOf(name), name, count)),
    ...asked.map(({ topic, count }) =>
      row(rows.asked, topic === null ? texts.otherTopic : titleOf(topic), topic ?? '', count),
    ),
  ]
}
