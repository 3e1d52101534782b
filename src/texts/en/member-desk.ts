import type { MemberDeskTexts } from '../nb/member-desk.ts'

const counted = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}`])

export const memberDesk: MemberDeskTexts = {
  title: (count) => (count === 1 ? 'One member' : `${count} members`),
  unreachableTitle: (count) => (count === 1 ? 'One member cannot be reached' : `${count} members cannot be reached`),
  leftTitle: (count) => (count === 1 ? 'One has left' : `${count} have left`),
  search: 'Search by name, municipality, role or email',
  searchHint: 'For example “drammen head teacher”',
  topic: 'Interested in',
  topics: 'Topics',
  anyTopic: 'All topics',
  show: 'Show',
  shows: {
    active: 'All members',
    unreachable: 'Those who cannot be reached',
    left: 'Those who have left',
  },
  narrow: 'Narrow the list',
  find: 'Search',
  none: 'Nobody matches. Try fewer words, or only the beginning of them.',
  noneAtAll: 'No members yet. Add a list, or ask them to write “join” to the bot.',
  noneUnreachable: 'Everybody who matches can be reached.',
  noneLeft: 'Nobody has left during the past year.',
  leftNote: (days) =>
    `The name is shown for ${days} days, so that you have time to ask the municipality for a new contact. After that you only see the municipality, and after a year everything is deleted.`,
  somebody: 'Somebody',
  leftOn: (day) => `left on ${day}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  add: 'Add a list',
  download: 'Download (CSV)',
  duplicates: 'Duplicates',
  statistics: 'Statistics',
  menu: 'Adviser menu',
  back: 'Back to the list',

  reach: 'Messages',
  reachable: 'Can be reached in Teams',
  unreachable: {
    'never-wrote': 'Has not written to me yet',
    uninstalled: 'Has removed me from Teams',
    blocked: 'Teams does not let me through (blocked, or the account is gone)',
  },
  unreachableAdvice: {
    'never-wrote': 'Ask them to open the bot in Teams and write “hi”, and I can reach them.',
    uninstalled: 'Ask them to add the bot in Teams again. Until then they get no messages.',
    blocked: 'Ask them to write to the bot in Teams, or ask the municipality’s IT whether the app is allowed.',
  },
  unreachableSince: (reason, day) => `${reason}, since ${day}`,
  source: 'Source',
  sourceImported: 'Entered by the advisers, not confirmed',
  sourceJoined: 'Has joined and consented',
  otherEmails: 'Other addresses',
  registrations: 'Gatherings',
  noRegistrations: 'Has not been registered for any gathering.',
  attended: 'present',
  andMore: (count) => `and ${count} more`,
  sameAs: 'Merge with …',
  sameAsLead: 'Is this the same person as another member? Write the email address of the other one.',
  sameAsEmail: 'Email address of the other member',
  sameAsFind: 'Compare',
  sameAsNone: 'No other member has this address.',
  gone: 'I cannot find this member. They may have left, or have been merged with another.',

  importTitle: 'Add a list of members',
  importLead:
    'Copy from the spreadsheet and paste here, with the headings on top: email, name and municipality are needed. Role, topics and language are optional, and the name can be a first name and a last name. You see what will happen before anything is saved.',
  importField: 'The list',
  importHint: 'email;name;municipality;role\nkari@drammen.kommune.no;Kari Nordmann;Drammen;Head teacher',
  importLimit: (characters) =>
    `The field takes ${characters.toLocaleString('en')} characters, about 150 rows. If the list is longer, split it. The same row twice does no harm.`,
  importPreview: 'See what will happen',
  importMissing: 'Paste the list first.',
  importTooLong: 'The list is too long for one field. Split it, with the headings on top of each part.',
  importNoRows: 'There are only headings here, and no members.',
  importMistakes: (count) =>
    count === 1
      ? 'One mistake has to be corrected before I can save. Nothing is saved.'
      : `${count} mistakes have to be corrected before I can save. Nothing is saved.`,
  importMistake: (rows, field, reason) =>
    `${[rows === '' ? '' : `Row ${rows}`, field].filter((part) => part !== '').join(', ')}: ${reason}`,
  importColumnMissing: 'This column is missing.',
  importRowTwice: 'The same address is further up in the list.',
  importTopicUnknown: (topics) =>
    `I do not know “${topics}”. Write the name as it is in the list of programmes, for example Erasmus+ or LIFE.`,
  importLookOver: 'Look over the municipalities',
  importUnknownPlace: (row, written) => `Row ${row}: I know no municipality called “${written}”. It is saved as it is.`,
  importReadAs: (row, written, readAs) => `Row ${row}: “${written}” is read as ${readAs}.`,
  importIgnored: (columns) => `I do not use these columns, and they are not saved: ${columns}.`,
  importLanguageUnknown: 'Write nb, nn or en, or leave the field empty.',
  importRowTooLong: 'The row has more fields than there are headings.',
  importNotTable: 'From here on this is not a table. Is a quotation mark missing?',
  importAdding: 'Will be added',
  importChanging: 'Will be changed',
  importUnchanged: 'Are there already',
  importKept: 'Have their own profile or have left, and are not touched',
  importNothing: 'Nothing will be changed.',
  importExamples: (names, more) => (more > 0 ? `${names} and ${more} more` : names),
  importSave: (count) => (count === 1 ? 'Save one member' : `Save ${count} members`),
  importChanged: 'The list has changed since you looked at it. This is what will happen now:',
  importDone: (added, changed) =>
    `Saved: ${[...counted(added, 'added'), ...counted(changed, 'changed')].join(', ') || 'nothing new'}. They get no message until they write to the bot themselves.`,

  duplicatesTitle: 'May be the same person',
  duplicatesNone: 'No duplicates as far as I can see.',
  duplicatesLead: 'Look at each pair and decide whether it is one person or two.',
  reasons: {
    'same-email': 'same email address',
    'same-name': 'same name and municipality',
  },
  pair: (one, other) => `${one} and ${other}`,
  compareTitle: 'Is this the same person?',
  keep: 'Which profile is to apply?',
  keepMissing: 'Choose which profile is to apply.',
  profileOf: (name, email, municipality) => `${name}, ${email}, ${municipality}`,
  merge: 'Same person',
  keepApart: 'Two people',
  apart: 'They are two people. I will not ask about them again.',
  mergeTitle: 'Merge into one member?',
  mergeKept: 'This applies afterwards',
  mergeMoved: (count) =>
    count === 0
      ? 'Topics and the other address come along.'
      : `${count === 1 ? 'One registration' : `${count} registrations`}, topics and the other address come along.`,
  mergeSure: 'Nothing is lost, but it cannot be split in two again.',
  confirmMerge: 'Yes, merge',
  merged: (name) => `${name} is one member now.`,
  mergeRefusals: {
    'not-found': 'One of them is no member any more, so there is nothing to merge.',
    busy: 'One of them is being merged with somebody else right now. Try again in a moment.',
  },
}
