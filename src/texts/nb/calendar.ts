export const calendar = {
  title: 'Samlingene i kalenderen din',
  calendarName: 'Nettverkssamlinger',
  lead: 'Legg denne adressen inn som abonnement i kalenderen, så kommer alle samlinger du er påmeldt, og endringer følger med av seg selv.',
  address: 'Adressen din (til å kopiere)',
  secret: 'Den som har adressen, kan se hvilke samlinger du er påmeldt. Har den kommet på avveie, så bytt den.',
  openInOutlook: 'Abonner i Outlook',
  renew: 'Bytt adresse',
  renewSure: 'Den gamle adressen slutter å virke. Kalenderen må få den nye.',
  confirmRenew: 'Ja, bytt',
  renewed: 'Du har fått en ny adresse. Den gamle virker ikke lenger.',
  revoke: 'Slå av',
  revokeSure: 'Kalenderen får ikke lenger samlingene dine.',
  confirmRevoke: 'Ja, slå av',
  revoked: 'Adressen er slått av, og viser ingenting lenger.',
  turnOn: 'Lag en ny adresse',
  all: 'Alle samlingene mine',
  teams: 'Teams-kalenderen',
}

export type CalendarTexts = typeof calendar
