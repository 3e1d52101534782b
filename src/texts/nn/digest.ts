import type { Texts } from '../nb.ts'

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

export const digest: Texts['digest'] = {
  title: (opened, closing, gatherings) => {
    const parts = [
      ...counted(opened, 'ny utlysing', 'nye utlysingar'),
      ...counted(closing, 'frist', 'fristar'),
      ...counted(gatherings, 'ny samling', 'nye samlingar'),
    ]
    return `Månaden for deg: ${parts.join(', ')}`
  },
  opened: 'Nye utlysingar',
  closing: 'Fristar som nærmar seg',
  gatherings: 'Nye samlingar',
  deadline: (day) => `frist ${day}`,
  more: (count) => `og ${count} til`,
  allGatherings: 'Alle samlingar',
  programmes: 'Alle program',
}
