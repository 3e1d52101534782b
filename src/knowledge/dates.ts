const months = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['mars', 'march'],
  ['april'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['desember', 'december'],
]
const monthNames = months.flat().join('|')
/** 2. februar 2026 · 2 February 2026 · februar 2026 · 2.2.2026 · 2026-02-02 */
const datePattern = new RegExp(
  `(?:(?<day>\\d{1,2})\\.? )?(?<name>${monthNames}) (?<year>\\d{4})|(?<d>\\d{1,2})\\. ?(?<m>\\d{1,2})\\. ?(?<y>\\d{4})|(?<iso>\\d{4}-\\d{2}-\\d{2})`,
  'giu',
)
const comingPattern =
  /(?<!\p{L})(?:(?:neste|next) (?:frist|søknadsfrist|utlysning|utlysing|runde|call|deadline|round)|åpner|opnar|opens?|stenger|stengjer|closes|lukkes|(?:fristen|deadline|søknadsfristen) (?:er|blir|is)|(?:er|is) (?:åpen|åpent|open|ope)|søk(?:je|e)? innan|søk innen|apply by|vil|will|skal|kommer|kjem)(?!\p{L})/iu
const pastPattern =
  /(?<!\p{L})(?:var|vart|ble|blei|hadde|kom|stengte|was|were|had|closed|came|opened|åpnet|opna)(?!\p{L})/iu

export type DatedSentence = { date: Temporal.PlainDate; index: number; soundsComing: boolean }

/** The days named in a text, with whether the sentence around tells them as something to come. */
export function datedSentences(text: string): DatedSentence[] {
  return [...text.matchAll(datePattern)].flatMap((match) => {
    const date = dateOf(match.groups ?? {})
    if (date === undefined) return []
    const sentence = sentenceAround(text, match.index)
    const soundsComing = comingPattern.test(sentence) && !pastPattern.test(sentence)
    return [{ date, index: match.index, soundsComing }]
  })
}

/** A month without a day lasts until its end; a day that there is not is none. */
function dateOf({ day, name = '', year, d, m, y, iso }: Record<string, string | undefined>) {
  try {
    if (iso !== undefined) return Temporal.PlainDate.from(iso)
    if (y !== undefined) return dayIn(Number(y), Number(m), Number(d))
    const month = 1 + months.findIndex((names) => names.includes(name.toLowerCase()))
    if (day !== undefined) return dayIn(Number(year), month, Number(day))
    const whole = Temporal.PlainYearMonth.from({ year: Number(year), month })
    return whole.toPlainDate({ day: whole.daysInMonth })
  } catch {
    return undefined
  }
}

function dayIn(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
}

/** A full stop ends a sentence when a capital follows; the one in "19. februar" does not. */
function sentenceAround(text: string, index: number): string {
  const ends = [...text.matchAll(/[.!?]\s+(?=[\p{Lu}*«"])|\n\n/gu)].map((match) => match.index + 1)
  const start = ends.filter((end) => end <= index).at(-1) ?? 0
  const end = ends.find((each) => each > index) ?? text.length
  return text.slice(start, end)
}
