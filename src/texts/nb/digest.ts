const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

export const digest = {
  title: (opened: number, closing: number, gatherings: number) => {
    const parts = [
      ...counted(opened, 'ny utlysning', 'nye utlysninger'),
      ...counted(closing, 'frist', 'frister'),
      ...counted(gatherings, 'ny samling', 'nye samlinger'),
    ]
    return `Måneden for deg: ${parts.join(', ')}`
  },
  opened: 'Nye utlysninger',
  closing: 'Frister som nærmer seg',
  gatherings: 'Nye samlinger',
  deadline: (day: string) => `frist ${day}`,
  more: (count: number) => `og ${count} til`,
  allGatherings: 'Alle samlinger',
  programmes: 'Alle programmer',
}
