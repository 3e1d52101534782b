import type { Call } from '../../knowledge/calls.ts'
import type { Language } from '../../language.ts'
import type { CallDates } from '../../reminders/calls/records.ts'
import { datesIn, writeChecked } from '../../texts/dates.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute, openUrl } from '../actions.ts'
import { type Element, facts, note, paragraph } from '../elements.ts'
import type { Notice } from '../notices.ts'

export type CallNews =
  | { kind: 'call-opened' | 'call-closing' }
  /** `before` is null when it is no longer known what it was. */
  | { kind: 'call-changed'; before: CallDates | null }

export interface CallNoticeParts {
  call: Call
  news: CallNews
  /** Of the programme that they follow. */
  programme: string
  timeZone: string
}

export function callNotice(parts: CallNoticeParts, language: Language, now: Temporal.Instant): Notice {
  const { call, programme } = parts
  const texts = textsIn(language).calls
  return {
    title: titleOf(parts, language, now),
    body: [
      paragraph(texts.leads[parts.news.kind](programme)),
      facts(factsOf(parts, language)),
      checkedNote(call, language),
    ],
    actions: [
      openUrl(texts.read, call.url),
      execute(texts.howToApply, 'answers.show', { answerId: `${call.topic}/apply` }),
      execute(texts.programme(programme), 'programmes.show', { topic: call.topic }),
    ],
    open: openUrl(call.title[language], call.url),
  }
}

function titleOf({ call, news, timeZone }: CallNoticeParts, language: Language, now: Temporal.Instant): string {
  const texts = textsIn(language).calls
  const title = call.title[language]
  if (news.kind === 'call-opened') return texts.opened(title)
  if (news.kind === 'call-changed') return texts.changed(title)
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return texts.closes(today.until(call.closes.withTimeZone(timeZone).toPlainDate()).days, title)
}

function factsOf({ call, news, timeZone }: CallNoticeParts, language: Language): [string, string][] {
  const texts = textsIn(language).calls
  const dates = datesIn(timeZone, language)
  const write = (at: Temporal.Instant) => (call.closesAtKnownTime ? dates.dayAndTime(at) : dates.day(at))
  const closes = call.closes.toInstant()
  const before = news.kind === 'call-changed' ? news.before : null
  const closed = before?.closes.toTemporalInstant()
  const isMoved = closed !== undefined && closed.epochMilliseconds !== closes.epochMilliseconds
  const opened = call.opens?.toInstant()
  const opensOtherwise =
    before !== null && before.opens?.getTime() !== opened?.epochMilliseconds && opened !== undefined
  return [
    ...(opensOtherwise ? [[texts.opens, dates.day(opened)] satisfies [string, string]] : []),
    [texts.deadline, isMoved ? texts.fromTo(write(closed), write(closes)) : write(closes)],
    [texts.who, call.who[language]],
    ...(call.budget ? [[texts.budget, call.budget[language]] satisfies [string, string]] : []),
  ]
}

/** What nobody has checked against its source says so. */
function checkedNote({ checked }: Call, language: Language): Element {
  const texts = textsIn(language).calls
  return note(checked === null ? texts.unchecked : texts.checked(writeChecked(checked, language)))
}
