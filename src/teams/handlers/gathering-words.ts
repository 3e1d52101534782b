import type { GatheringAspect } from '../../cards/gathering-lead.ts'
import type { Gathering } from '../../network/gathering.ts'
import { createCutting } from '../../reminders/personal/cut.ts'
import { readDate } from '../../reminders/personal/read-date.ts'

const end = '(?![\\p{L}\\p{N}])'

/** Patterns that a word begins with. */
function words(...patterns: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})`, 'iu')
}

/** The first that fits: «når er fristen» asks for the deadline, «hvor er lenka til nettmøtet» for the link. */
const aspects: readonly [GatheringAspect, RegExp][] = [
  [
    'deadline',
    words('\\p{L}*frist', 'deadline', 'påmelding', 'meld\\p{L}* (?:\\p{L}+ )?på', 'regist', 'sign(?:ing)?[ -]?up'),
  ],
  ['food', words(`mat${end}`, 'lunsj', 'lunch', 'food', 'allerg', 'kosth', 'diet', 'vegeta', 'vegan')],
  ['online', words('digital', 'online', `på nett${end}`, 'nettmøte', 'teams', 'fysisk', 'in person', 'hybrid')],
  ['where', words(`(?:hvor|kor|kvar|where)${end}(?! (?:lenge|mange|mye|mykje|ofte))`, 'adress', 'address', 'venue')],
  ['when', words('når', 'when', '(?:ka|kva|hvilken|what) tid', 'kortid', 'what time', 'klokk', 'dato', 'date')],
]

export function aspectAsked(text: string): GatheringAspect | null {
  return aspects.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

const several = words(
  `(?:\\p{L}*samling(?:er|ar|ane|ene)|gatherings|meetings|events|webinar(?:er|ar|s)|møt(?:er|a|ene)|arrangement(?:er|ene)?|dato(?:er|ar)|dates)${end}`,
)
const one = words(
  `(?:de[nt]|denne|it|this|\\p{L}*samling(?:en|a)|møtet|webinaret|seminaret|gathering|meeting|plass(?:er|ar)?|seats?|program(?:met)?|programme|agenda|innlegg|speak\\p{L}*)${end}`,
)

/** Whether a text asks about one gathering, not about what is coming. */
export function asksForOne(text: string): boolean {
  return !several.test(text) && (aspectAsked(text) !== null || one.test(text))
}

const next = words(`(?:neste?|førstkommende|kommende|komande|next|upcoming)${end}`)

/**
 * The gathering that a text calls by its date, its month, its place, words of its title, or as the next one.
 * @param ahead the first to come first
 */
export function gatheringNamed(text: string, ahead: readonly Gathering[], now: Temporal.Instant): Gathering | null {
  const named = only(onDate(text, ahead, now)) ?? only(mostLike(text, ahead))
  return named ?? (next.test(text) && !several.test(text) ? (ahead[0] ?? null) : null)
}

function onDate(text: string, ahead: readonly Gathering[], now: Temporal.Instant): Gathering[] {
  return ahead.filter(({ startsAt, endsAt, timeZone }) => {
    const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
    const read = readDate(createCutting(text), dayOf(now))
    if (read === null || read.kind === 'no-such-date') return false
    const [first, last] = [dayOf(startsAt.toTemporalInstant()), dayOf(endsAt.toTemporalInstant())]
    if (read.kind === 'month') return first.toPlainYearMonth().equals(read.month)
    return Temporal.PlainDate.compare(first, read.date) <= 0 && Temporal.PlainDate.compare(read.date, last) <= 0
  })
}

/** Those whose title and place have most of the words written; none where they all have as many. */
function mostLike(text: string, ahead: readonly Gathering[]): Gathering[] {
  const written = tellingWords(text)
  const shared = ahead.map(({ title, place }) => {
    const own = tellingWords(`${title} ${place}`)
    return written.filter((each) => own.some((other) => each.startsWith(other) || other.startsWith(each))).length
  })
  const most = Math.max(...shared)
  return most === Math.min(...shared) ? [] : ahead.filter((_, index) => shared[index] === most)
}

/** Words that tell no gathering from another. */
const common = words('samling', 'nettverk', 'møte', 'meet', 'gather', 'network', 'kommun', 'municip', 'påmeld')
const fewestLetters = 4

function tellingWords(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return found.filter((each) => each.length >= fewestLetters && !common.test(each) && aspectAsked(each) === null)
}

function only(found: readonly Gathering[]): Gathering | null {
  return found.length === 1 ? (found[0] ?? null) : null
}
