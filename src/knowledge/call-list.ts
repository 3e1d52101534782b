import type { Call } from './calls.ts'
import type { CallWords } from './phrases.ts'
import type { Language } from './taxonomy.ts'

const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

type ListOptions = { language: Language; words: CallWords; timeZone: string; now: Temporal.Instant }

/** The calls that can still be applied for as a Markdown list, or what to do when none is known. */
export function describeCalls(calls: readonly Call[], options: ListOptions): string {
  const { words } = options
  const list = calls.map((call) => describeCall(call, options)).join('\n')
  return calls.length === 0 ? words.none : `${words.ahead}\n\n${list}`
}

function describeCall(call: Call, { language, words, timeZone, now }: ListOptions): string {
  const closes = call.closesAtKnownTime
    ? writeTime(call.closes.withTimeZone(timeZone), language)
    : writeDay(call.closes, language)
  const details = [
    `${words.who}: ${call.who[language]}`,
    ...(call.budget ? [`${words.budget}: ${call.budget[language]}`] : []),
    ...(call.checked === null ? [words.unchecked] : []),
  ]
  const opening = call.opens === undefined ? '' : `${describeOpening(call.opens, now, words, language)}, `
  return `- [${call.title[language]}](${call.url}): ${opening}${words.closes} **${closes}**. ${details.join('. ')}.`
}

function describeOpening(opens: Temporal.ZonedDateTime, now: Temporal.Instant, words: CallWords, language: Language) {
  const isOpen = Temporal.Instant.compare(opens.toInstant(), now) <= 0
  return isOpen ? words.open : `${words.opens} ${writeDay(opens, language)}`
}

function writeDay(time: Temporal.ZonedDateTime, language: Language): string {
  return time.toLocaleString(locales[language], { dateStyle: 'long' })
}

function writeTime(time: Temporal.ZonedDateTime, language: Language): string {
  return time.toLocaleString(locales[language], { dateStyle: 'long', timeStyle: 'short' })
}
