/** What somebody did about a gathering, after their name. */
export const history = {
  registered: (name: string) => `meldte på ${name}`,
  queued: (name: string) => `satte ${name} på venteliste`,
  removed: (name: string) => `meldte av ${name}`,
  changed: (name: string) => `endret påmeldingen til ${name}`,
  ticked: (name: string) => `krysset av ${name}`,
  unticked: (name: string) => `tok bort krysset for ${name}`,
  sent: (title: string, count: number) => `sendte «${title}» til ${count}`,
  exported: (format: string, count: number) => `hentet lista over påmeldte (${format}, ${count})`,
  invited: (count: number) => `inviterte ${count}`,
  openedCheckIn: 'åpnet koden for oppmøte',
  somebody: 'noen',
  people: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
}

export type HistoryTexts = typeof history
