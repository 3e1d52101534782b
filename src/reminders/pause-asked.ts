import { createCutting, leftover } from './personal/cut.ts'
import { readDate } from './personal/read-date.ts'
import { numberOf, pattern, unitOf } from './personal/words.ts'

/** What somebody wrote about a pause. */
export type PauseAsked =
  | { kind: 'end' }
  /** `until` is the last day; null where they did not say, `no-such-date` where the calendar does not have it. */
  | { kind: 'start'; until: Temporal.PlainDate | 'no-such-date' | null }

const start =
  /^(?:(?:jeg|eg|i)\s+(?:vil|ønsker|ønskjer|trenger|treng|want|need|would like)\s+)?(?:(?:gjerne|å|to)\s+)?(?:(?:ta|ha|sett|set|start|take|have)\s+)?(?:meg\s+|me\s+)?(?:på\s+|on\s+)?(?:(?:en|ein|a)\s+)?(?:pause|break)(?![\p{L}\p{N}])/iu
/** Only with the day that it ends: without one, other messages or some kinds of them may be meant. */
const silence =
  /^(?:(?:kan du|can you|please|vennligst)\s+)?(?:(?:stopp?e?|stans|slå av|skru av|stop|mute|turn off|pause|hold)\s+(?:(?:alle?|alt|all|everything|the|my|of)\s+)*(?:varsl\p{L}*|varslingar?|påminn\p{L}*|melding\p{L}*|notifications?|reminders?|messages?|utsending\p{L}*)?|(?:ikke|ikkje) (?:send|skriv|varsle?|forstyrr)\p{L}*(?:\s+(?:til\s+)?meg)?(?:\s+(?:noe|noko|meldinger|meldingar|varsler|varsel|påminnelser|påminningar))?|(?:don['’]t|do not) (?:send|message|disturb|notify|remind)(?:\s+me)?(?:\s+(?:anything|messages|notifications|reminders|with anything))?|(?:no|ingen|ingen flere) (?:messages|notifications|reminders|meldinger|meldingar|varsler|påminnelser|påminningar))(?![\p{L}])/iu
const end =
  /^(?:(?:avslutt|avslutte|stopp|stans|slutt på|slutt med|opphev|end|stop)\s+)(?:(?:the|my)\s+)?(?:pausen?(?:\s+min)?|break)[.!]*$/iu
const toWhen = '(?:(?:fram|frem)\\s+)?(?:før|before|til og med|t\\.?\\s?o\\.?\\s?m\\.?|til|ut|until|till|to|through)'
const season =
  '(?:i|over|til|for|until|over the|for the|this)\\s+(?:sommer(?:en)?|sumar(?:en)?|jul[ae]?n?|påsk[ae]n?|ferien?|vinteren?|summer|christmas|easter|holidays?|en stund|ei stund|a while)'

/** A pause asked for or ended in words; null where they are about something else, such as another message's. */
export function pauseAskedFor(text: string, dayOf: () => Temporal.PlainDate): PauseAsked | null {
  const written = text.trim()
  if (end.test(written)) return { kind: 'end' }
  const match = start.exec(written)
  if (match !== null) return startOf(written.slice(match[0].length), dayOf())
  const silenced = silence.exec(written)
  const asked = silenced === null ? null : startOf(written.slice(silenced[0].length), dayOf())
  return asked?.kind === 'start' && asked.until === null ? null : asked
}

function startOf(when: string, today: Temporal.PlainDate): PauseAsked | null {
  const cutting = createCutting(when)
  if (cutting.take(season)) return leftover(cutting.left) === '' ? { kind: 'start', until: null } : null
  const span = cutting.take(`(?:i|for)\\s+(${pattern.number})\\s+(${pattern.unit})`)
  if (span) return lasting(span[0], span[1], cutting.left, today)
  cutting.take(toWhen)
  const date = readDate(cutting, today)
  if (leftover(cutting.left) !== '') return null
  if (date?.kind === 'no-such-date') return { kind: 'start', until: 'no-such-date' }
  if (date?.kind === 'month') return { kind: 'start', until: date.month.toPlainDate({ day: 1 }).subtract({ days: 1 }) }
  return { kind: 'start', until: date?.date ?? null }
}

function lasting(
  number: string | undefined,
  word: string | undefined,
  left: string,
  today: Temporal.PlainDate,
): PauseAsked | null {
  const unit = unitOf(word)
  if (leftover(left) !== '' || unit === undefined || unit === 'minutes' || unit === 'hours') return null
  return { kind: 'start', until: today.add({ [unit]: numberOf(number) }) }
}
