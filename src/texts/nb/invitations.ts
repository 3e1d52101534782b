export const invitations = {
  invite: 'Inviter',
  inviteAgain: 'Inviter nye',
  askTitle: (title: string) => `Inviter til ${title}`,
  askLead: (count: number) =>
    count === 1
      ? 'Én i målgruppen har ikke svart og får invitasjonen. Slik ser den ut:'
      : `${count} i målgruppen har ikke svart og får invitasjonen. Slik ser den ut:`,
  askAgain: 'De som har fått den før, får den ikke en gang til.',
  askDeadline: 'De som ikke svarer, blir minnet på det én gang før fristen.',
  nobody: 'Alle i målgruppen har svart, eller kan ikke nås.',
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
