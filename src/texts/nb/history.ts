/** What somebody did about a gathering, after their name. */
export const history = {
  registered: (name: string) => `meldte på ${name}`,
  queued: (name: string) => `satte ${name} på venteliste`,
  removed: (name: string) => `meldte av ${name}`,
  changed: (name: string) => `endret påmeldingen til ${name}`,
  ticked: (name: string) => `krysset av ${name}`,
  unticked: (name: string) => `tok bort krysset for ${name}`,
  sent: (title: string, count: number) => `sendte «${title}» til ${count}`,
  stopped: 'stoppet en melding mens den ble sendt',
  withdrew: 'trakk en melding tilbake',
  corrected: 'rettet en melding som var sendt',
  exported: (format: string, count: number) => `hentet lista over påmeldte (${format}, ${count})`,
  invited: (count: number) => `inviterte ${count}`,
  openedCheckIn: 'åpnet koden for oppmøte',
  title: 'Logg',
  memberAdded: (name: string) => `la til medlemmet ${name}`,
  memberChanged: (name: string) => `endret medlemmet ${name}`,
  merged: (name: string) => `slo sammen to medlemmer til ${name}`,
  keptApart: (name: string) => `så at ${name} og en som ligner, er to`,
  exportedMembers: (count: number) => `hentet medlemslista (${count})`,
  handledQuestions: (count: number) =>
    count === 1 ? 'behandlet ett spørsmål fra medlemmene' : `behandlet ${count} spørsmål fra medlemmene`,
  channelNamed: 'gjorde en kanal til rådgivernes',
  channelUnnamed: 'tok bort rådgivernes kanal',
  fields: {
    name: 'navn',
    email: 'e-post',
    municipality: 'kommune',
    role: 'rolle',
    language: 'språk',
    materials: 'presentasjoner',
  },
  somebody: 'noen',
  people: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
}

export type HistoryTexts = typeof history
