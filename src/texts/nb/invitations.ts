export const invitations = {
  invite: 'Inviter',
  inviteAgain: 'Inviter nye eller minn',
  askTitle: (title: string) => `Inviter til ${title}`,
  askLead: (count: number) =>
    count === 1
      ? 'Én i målgruppen har verken svart eller fått invitasjonen. Slik ser den ut:'
      : `${count} i målgruppen har verken svart eller fått invitasjonen. Slik ser den ut:`,
  askDeadline: 'De som ikke svarer, blir minnet på det én gang før fristen.',
  nobody: 'Alle i målgruppen har svart, eller kan ikke nås.',
  nobodyNew: 'Ingen nye: alle i målgruppen har fått invitasjonen eller svart.',
  remindLead: (count: number) =>
    count === 1 ? 'Én har fått invitasjonen, men ikke svart.' : `${count} har fått invitasjonen, men ikke svart.`,
  remind: 'Minn dem på det nå',
  justAsked: (count: number) =>
    count === 1
      ? 'Én har ikke svart, men fikk invitasjonen eller en påminnelse for mindre enn tre dager siden.'
      : `${count} har ikke svart, men fikk invitasjonen eller en påminnelse for mindre enn tre dager siden.`,
  reminded: (count: number) => (count === 1 ? '1 person blir minnet på det.' : `${count} personer blir minnet på det.`),
  send: (count: number) => (count === 1 ? 'Inviter 1 person' : `Inviter ${count} personer`),
  reachChanged: 'Målgruppen er blitt en annen siden sist. Se over og send.',
  sent: (count: number) =>
    count === 1 ? 'Invitasjonen er sendt til 1 person.' : `Invitasjonen er sendt til ${count} personer.`,
  closed: 'Påmeldingen er ikke åpen, så det er ingenting å invitere til.',
  noticeTitle: (title: string) => `Invitasjon: ${title}`,
  noticeLead: 'Du er invitert. Ett trykk, så er du påmeldt.',
  reminderTitle: (title: string) => `Kommer du? ${title}`,
  reminderLead: (deadline: string) => `Du har ikke svart ennå. Fristen er ${deadline}.`,
  yes: 'Ja, meld meg på',
  maybe: 'Kanskje',
  no: 'Nei',
  more: 'Les mer',
  repliedMaybe: 'Notert: kanskje. Du kan melde deg på fram til fristen.',
  repliedNo: 'Notert: du kommer ikke. Takk for at du sa fra! Ombestemmer du deg, kan du melde deg på her.',
  alreadyRegistered: 'Du er påmeldt. Kan du ikke likevel, meld deg av her.',
  repliesTitle: { maybe: 'Har svart kanskje', no: 'Har svart nei', 'not-answered': 'Har ikke svart' },
  repliesNone: 'Ingen.',
  write: 'Skriv til dem',
}

export type InvitationTexts = typeof invitations
