import type { InvitationTexts } from '../nb/invitations.ts'

export const invitations: InvitationTexts = {
  invite: 'Inviter',
  inviteAgain: 'Inviter nye eller minn',
  askTitle: (title) => `Inviter til ${title}`,
  askLead: (count) =>
    count === 1
      ? 'Éin i målgruppa har verken svart eller fått invitasjonen. Slik ser han ut:'
      : `${count} i målgruppa har verken svart eller fått invitasjonen. Slik ser han ut:`,
  askDeadline: 'Dei som ikkje svarer, blir minte på det éin gong før fristen.',
  nobody: 'Alle i målgruppa har svart, eller kan ikkje nåast.',
  nobodyNew: 'Ingen nye: alle i målgruppa har fått invitasjonen eller svart.',
  remindLead: (count) =>
    count === 1 ? 'Éin har fått invitasjonen, men ikkje svart.' : `${count} har fått invitasjonen, men ikkje svart.`,
  remind: 'Minn dei på det no',
  justAsked: (count) =>
    count === 1
      ? 'Éin har ikkje svart, men fekk invitasjonen eller ei påminning for mindre enn tre dagar sidan.'
      : `${count} har ikkje svart, men fekk invitasjonen eller ei påminning for mindre enn tre dagar sidan.`,
  reminded: (count) => (count === 1 ? '1 person blir mint på det.' : `${count} personar blir minte på det.`),
  send: (count) => (count === 1 ? 'Inviter 1 person' : `Inviter ${count} personar`),
  reachChanged: 'Målgruppa er blitt ei anna sidan sist. Sjå over og send.',
  sent: (count) => (count === 1 ? 'Invitasjonen er send til 1 person.' : `Invitasjonen er send til ${count} personar.`),
  closed: 'Påmeldinga er ikkje open, så det er ingenting å invitere til.',
  noticeTitle: (title) => `Invitasjon: ${title}`,
  noticeLead: 'Du er invitert. Eitt trykk, så er du påmeld.',
  reminderTitle: (title) => `Kjem du? ${title}`,
  reminderLead: (deadline) => `Du har ikkje svart enno. Fristen er ${deadline}.`,
  yes: 'Ja, meld meg på',
  maybe: 'Kanskje',
  no: 'Nei',
  more: 'Les meir',
  repliedMaybe: 'Notert: kanskje. Du kan melde deg på fram til fristen.',
  repliedNo: 'Notert: du kjem ikkje. Takk for at du sa frå! Ombestemmer du deg, kan du melde deg på her.',
  alreadyRegistered: 'Du er påmeld. Kan du ikkje likevel, meld deg av her.',
  repliesTitle: { maybe: 'Har svart kanskje', no: 'Har svart nei', 'not-answered': 'Har ikkje svart' },
  repliesNone: 'Ingen.',
  write: 'Skriv til dei',
}
