import { pauseCard, pausedCard, resumedCard } from '../../cards/pause.ts'
import type { Language } from '../../language.ts'
import { endOfPause, lastDayOfPause, pauseUnderWay } from '../../reminders/pause.ts'
import { pauseAskedFor } from '../../reminders/pause-asked.ts'
import type { PersonSettings } from '../../reminders/settings.ts'
import { answeredInPersonalChat, type Feature, onVerb } from '../feature.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { PersonalTurn, Turn } from '../turn.ts'

export interface PauseDependencies {
  settingsOf: (personId: string) => Promise<PersonSettings>
  saveSettings: (settings: PersonSettings) => Promise<void>
  timeZone: string
}

type OnText = (turn: Turn) => Promise<Reply>

export interface PauseConversation {
  feature: Feature
  /** Takes «pause til 1. mars» and its like, and leaves the rest to `others`. */
  listen(others: OnText): OnText
}

/** Words that only English has of those that pauses are asked for in. */
const english = /(?:^|\s)(?:until|till|through|break|take|end|the|my|days?|weeks?|months?)(?:\s|$)/iu
/** The same for nynorsk. */
const nynorsk =
  /(?:^|\s)(?:ikkje|noko|eg|treng|ønskjer|meldingar|varslingar|påminningar|vek[ae]r?|månad(?:ar)?)(?:\s|$)/iu
const isBare = /^\S+$/u

/** Who wants to be away for longer leaves. */
const longest = { years: 1 }
const suggested = { months: 1 }

/** Staying a member, and hearing nothing but what is urgent until a day. */
export function createPause({ settingsOf, saveSettings, timeZone }: PauseDependencies): PauseConversation {
  function today({ now }: Turn): Temporal.PlainDate {
    return now.toZonedDateTimeISO(timeZone).toPlainDate()
  }

  async function show(turn: PersonalTurn, typed?: { value: string; error: string }): Promise<Reply> {
    const until = pauseUnderWay(await settingsOf(turn.person.id), timeZone, turn.now)
    const value = (until ?? today(turn).add(suggested)).toString()
    return replyWithCard(pauseCard({ until, value, min: today(turn).toString(), ...typed }, turn.language))
  }

  async function save(turn: PersonalTurn, typed: string): Promise<Reply> {
    const texts = turn.texts.pause
    const pausedUntil = endOfPause(typed, timeZone)
    const until = lastDayOfPause({ pausedUntil }, timeZone)
    if (pausedUntil === null || until === null) return show(turn, { value: '', error: texts.untilMissing })
    const isAfter = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(until, day) > 0
    if (!isAfter(today(turn).subtract({ days: 1 }))) return show(turn, { value: until.toString(), error: texts.past })
    if (isAfter(today(turn).add(longest))) return show(turn, { value: until.toString(), error: texts.tooLong })
    await saveSettings({ ...(await settingsOf(turn.person.id)), pausedUntil })
    return replyWithCard(pausedCard(until, turn.language))
  }

  async function resume(turn: PersonalTurn): Promise<Reply> {
    await saveSettings({ ...(await settingsOf(turn.person.id)), pausedUntil: null })
    return replyWithCard(resumedCard(turn.language))
  }

  const startPause = answeredInPersonalChat((turn, until: Temporal.PlainDate | 'no-such-date' | null) => {
    if (until === null) return show(turn)
    return save(turn, until.toString())
  })
  const endPause = answeredInPersonalChat(resume)

  const feature: Feature = {
    verbs: [
      onVerb(
        'membership.pause',
        answeredInPersonalChat((turn) => show(turn)),
      ),
      onVerb(
        'membership.save-pause',
        answeredInPersonalChat((turn, { until }: { until: string }) => save(turn, until)),
      ),
      onVerb('membership.resume', endPause),
    ],
  }

  return {
    feature,
    listen: (others) => async (turn) => {
      const asked = pauseAskedFor(turn.text, () => today(turn))
      if (asked === null) return others(turn)
      const spoken = turn.in(languageOf(turn))
      return asked.kind === 'end' ? endPause(spoken) : startPause(spoken, asked.until)
    },
  }
}

/** Too few words for the knowledge to tell their language by: a pause is called the same in all three. */
function languageOf({ text, language }: Turn): Language {
  if (isBare.test(text.trim())) return language
  if (english.test(text)) return 'en'
  if (nynorsk.test(text)) return 'nn'
  return language === 'en' ? 'nb' : language
}
