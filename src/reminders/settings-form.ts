import { categories, isChoosable } from './kinds.ts'
import { endOfPause, pauseUnderWay } from './pause.ts'
import type { Quiet } from './quiet.ts'
import { durationSchema, type PersonSettings, quietOf } from './settings.ts'

/** The form as it was filled in. Of several choices, those chosen with commas between; of a toggle, `true` or `false`. */
export interface SettingsInput {
  kinds: string
  early: string
  /** Whether there are quiet hours at all. Older cards have no such field: then it stays as it is, and so does `daysOff`. */
  quiet?: string | undefined
  quietFrom?: string | undefined
  quietTo?: string | undefined
  daysOff?: string | undefined
  pausedUntil: string
  off: string
  /** `shared` where what others may see comes in a chat with them; else `personal`. */
  chat?: string | undefined
}

type SettingsMistakeReason = 'not-a-time' | 'missing-time' | 'same-times' | 'not-a-date' | 'in-the-past' | 'too-far'

export interface SettingsMistake {
  field: 'quietFrom' | 'quietTo' | 'pausedUntil'
  reason: SettingsMistakeReason
}

type ReadSettings = { ok: true; settings: PersonSettings } | { ok: false; mistakes: SettingsMistake[] }

interface Network extends Quiet {
  timeZone: string
}

/** Whoever wants to hear nothing for longer turns everything off. */
const LONGEST_PAUSE = Temporal.Duration.from({ years: 1 })

/** Times that are offered where neither the person nor the network has any. */
const USUAL_HOURS = { from: '21:00', to: '07:00' }

/** Everything that a person can turn on and off by itself, in the order in which it is shown. */
export const choosable = categories.filter(isChoosable)

/** What the form shows of how things are now. */
export function settingsInputOf(
  settings: PersonSettings,
  network: Network,
  now: Temporal.Instant,
): Required<{ [K in keyof SettingsInput]: string }> {
  const quiet = quietOf(settings, network)
  const hours = quiet.hours ?? USUAL_HOURS
  return {
    kinds: choosable.filter((category) => !settings.muted.includes(category)).join(),
    early: (settings.reminders ?? []).join(),
    quiet: String(quiet.hours !== null),
    quietFrom: hours.from,
    quietTo: hours.to,
    daysOff: String(quiet.daysOff),
    pausedUntil: pauseUnderWay(settings, network.timeZone, now)?.toString() ?? '',
    off: String(settings.off),
    chat: settings.chat === undefined ? 'personal' : 'shared',
  }
}

/** A chat with others is chosen in that chat: here the one that was chosen is kept or given up. What is as the network has it is not kept as a choice of the person's: it follows the network. */
export function readSettings(
  input: SettingsInput,
  current: PersonSettings,
  network: Network,
  now: Temporal.Instant,
): ReadSettings {
  const today = now.toZonedDateTimeISO(network.timeZone).toPlainDate()
  const pause = readPause(input.pausedUntil, today)
  const hours = readHours(input, quietOf(current, network).hours)
  const mistakes = [pause, hours].flatMap((read) => (read.ok ? [] : read.mistakes))
  if (!pause.ok || !hours.ok) return { ok: false, mistakes }

  const wanted = input.kinds.split(',')
  const early = input.early.split(',').filter((each) => durationSchema.safeParse(each).success)
  const daysOff = input.daysOff === undefined ? quietOf(current, network).daysOff : input.daysOff === 'true'
  return {
    ok: true,
    settings: {
      _id: current._id,
      off: input.off === 'true',
      muted: choosable.filter((category) => !wanted.includes(category)),
      pausedUntil: pause.value && endOfPause(pause.value.toString(), network.timeZone),
      ...(sameHours(hours.value, network.hours) ? {} : { quietHours: hours.value }),
      ...(daysOff === network.daysOff ? {} : { daysOffQuiet: daysOff }),
      ...(early.length > 0 ? { reminders: early } : {}),
      ...(current.chat && input.chat !== 'personal' ? { chat: current.chat } : {}),
    },
  }
}

type Read<T> = { ok: true; value: T } | { ok: false; mistakes: SettingsMistake[] }

function readPause(text: string, today: Temporal.PlainDate): Read<Temporal.PlainDate | null> {
  const refused = (reason: SettingsMistakeReason): Read<never> => ({
    ok: false,
    mistakes: [{ field: 'pausedUntil', reason }],
  })
  if (text.trim() === '') return { ok: true, value: null }
  const date = readDate(text.trim())
  if (date === null) return refused('not-a-date')
  if (Temporal.PlainDate.compare(date, today) < 0) return refused('in-the-past')
  if (Temporal.PlainDate.compare(date, today.add(LONGEST_PAUSE)) > 0) return refused('too-far')
  return { ok: true, value: date }
}

function readHours(
  { quiet, quietFrom = '', quietTo = '' }: SettingsInput,
  current: Quiet['hours'],
): Read<Quiet['hours']> {
  if (quiet === undefined) return { ok: true, value: current }
  if (quiet !== 'true') return { ok: true, value: null }
  const [from, to] = [readClock(quietFrom), readClock(quietTo)]
  const mistakes = [mistakeOf('quietFrom', quietFrom, from), mistakeOf('quietTo', quietTo, to)].flat()
  if (from === null || to === null) return { ok: false, mistakes }
  if (from === to) return { ok: false, mistakes: [{ field: 'quietTo', reason: 'same-times' }] }
  return { ok: true, value: { from, to } }
}

function mistakeOf(field: 'quietFrom' | 'quietTo', text: string, read: string | null): SettingsMistake[] {
  if (read !== null) return []
  return [{ field, reason: text.trim() === '' ? 'missing-time' : 'not-a-time' }]
}

/** `2026-12-24` as Teams sends it, or `24.12.2026` as people write it where the client shows a plain field. */
function readDate(text: string): Temporal.PlainDate | null {
  const written = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  const [, day = '', month = '', year = ''] = written ?? []
  const iso = written ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  try {
    return Temporal.PlainDate.from(iso)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** `21:00`, and `21.00`, `2100` and `21` too. */
function readClock(text: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim()) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

function sameHours(a: Quiet['hours'], b: Quiet['hours']): boolean {
  return a === null || b === null ? a === b : a.from === b.from && a.to === b.to
}
