import type { Texts } from '../nb.ts'

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

export const digest: Texts['digest'] = {
  title: (opened, closing, gatherings) => {
    const parts = [
      ...counted(opened, 'new call', 'new calls'),
      ...counted(closing, 'deadline', 'deadlines'),
      ...counted(gatherings, 'new gathering', 'new gatherings'),
    ]
    return `Your month: ${parts.join(', ')}`
  },
  opened: 'New calls',
  closing: 'Deadlines coming up',
  gatherings: 'New gatherings',
  deadline: (day) => `deadline ${day}`,
  more: (count) => `and ${count} more`,
  allGatherings: 'All gatherings',
  programmes: 'All programmes',
}
