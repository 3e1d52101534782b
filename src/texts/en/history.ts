import type { HistoryTexts } from '../nb/history.ts'

export const history: HistoryTexts = {
  registered: (name) => `registered ${name}`,
  queued: (name) => `put ${name} on the waiting list`,
  removed: (name) => `removed ${name}`,
  changed: (name) => `changed the registration of ${name}`,
  ticked: (name) => `ticked off ${name}`,
  unticked: (name) => `took back the tick of ${name}`,
  sent: (title, count) => `sent “${title}” to ${count}`,
  exported: (format, count) => `fetched the list of registered (${format}, ${count})`,
  invited: (count) => `invited ${count}`,
  openedCheckIn: 'opened the code for attendance',
  somebody: 'somebody',
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
}
