import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute, openUrl } from './actions.ts'
import { type Card, card, showCard } from './card.ts'
import { heading, note, paragraph, subheading } from './elements.ts'
import { textInput } from './inputs.ts'

export interface CalendarAddress {
  /** Null: it was turned off. */
  address: string | null
  /** What was just done. */
  notice?: string
}

/** The address from which a calendar fetches all of one's gatherings. */
export function calendarAddressCard({ address, notice }: CalendarAddress, language: Language): Card {
  const { calendar: texts, gatherings } = textsIn(language)
  const title = [heading(texts.title), ...(notice === undefined ? [] : [subheading(notice)])]
  const mine = execute(gatherings.mine, 'gatherings.mine', {}, { ignoreInputs: true })
  if (address === null) {
    return card(
      language,
      notice ?? texts.title,
      [...title, paragraph(texts.lead)],
      [execute(texts.turnOn, 'calendar.feed', {}, { style: 'positive' }), mine],
    )
  }
  return card(
    language,
    notice ?? texts.title,
    [
      ...title,
      paragraph(texts.lead),
      ...textInput('address', texts.address, { value: address, maxLength: 500 }),
      note(texts.secret),
    ],
    [
      openUrl(texts.openInOutlook, subscribeUrl(address, texts.calendarName)),
      confirmed(texts.renew, texts.renewSure, texts.confirmRenew, 'calendar.renew'),
      confirmed(texts.revoke, texts.revokeSure, texts.confirmRevoke, 'calendar.revoke'),
      mine,
    ],
  )
}

function confirmed(title: string, question: string, yes: string, verb: 'calendar.renew' | 'calendar.revoke') {
  const press = execute(yes, verb, {}, { style: 'destructive', ignoreInputs: true })
  return showCard(title, { body: [paragraph(question)], actions: [press] })
}

/** Outlook on the web asks whether to add the calendar. */
function subscribeUrl(address: string, name: string): string {
  const query = `url=${encodeURIComponent(address)}&name=${encodeURIComponent(name)}`
  return `https://outlook.office.com/calendar/0/addfromweb?${query}`
}
