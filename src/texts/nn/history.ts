import type { HistoryTexts } from '../nb/history.ts'

export const history: HistoryTexts = {
  registered: (name) => `melde på ${name}`,
  queued: (name) => `sette ${name} på venteliste`,
  removed: (name) => `melde av ${name}`,
  changed: (name) => `endra påmeldinga til ${name}`,
  ticked: (name) => `kryssa av ${name}`,
  unticked: (name) => `tok bort krysset for ${name}`,
  sent: (title, count) => `sende «${title}» til ${count}`,
  exported: (format, count) => `henta lista over påmelde (${format}, ${count})`,
  invited: (count) => `inviterte ${count}`,
  openedCheckIn: 'opna koden for oppmøte',
  somebody: 'nokon',
  people: (count) => (count === 1 ? '1 person' : `${count} personar`),
}
