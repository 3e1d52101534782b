import type { CalendarTexts } from '../nb/calendar.ts'

export const calendar: CalendarTexts = {
  title: 'Samlingane i kalenderen din',
  calendarName: 'Nettverkssamlingar',
  lead: 'Legg denne adressa inn som abonnement i kalenderen, så kjem alle samlingar du er påmeld, og endringar følgjer med av seg sjølv.',
  address: 'Adressa di (til å kopiere)',
  secret: 'Den som har adressa, kan sjå kva samlingar du er påmeld. Har ho kome på avvegar, så byt henne.',
  openInOutlook: 'Abonner i Outlook',
  renew: 'Byt adresse',
  renewSure: 'Den gamle adressa sluttar å verke. Kalenderen må få den nye.',
  confirmRenew: 'Ja, byt',
  renewed: 'Du har fått ei ny adresse. Den gamle verkar ikkje lenger.',
  revoke: 'Slå av',
  revokeSure: 'Kalenderen får ikkje lenger samlingane dine.',
  confirmRevoke: 'Ja, slå av',
  revoked: 'Adressa er slått av, og viser ingenting lenger.',
  turnOn: 'Lag ei ny adresse',
  all: 'Alle samlingane mine',
  teams: 'Teams-kalenderen',
}
