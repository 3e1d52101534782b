import { reminderSettingsCard } from '../../cards/reminder-settings.ts'
import { pauseUnderWay } from '../../reminders/pause.ts'
import type { Quiet } from '../../reminders/quiet.ts'
import type { PersonSettings } from '../../reminders/settings.ts'
import {
  readSettings,
  type SettingsInput,
  type SettingsMistake,
  settingsInputOf,
} from '../../reminders/settings-form.ts'
import { datesIn } from '../../texts/dates.ts'
import { answeredInPersonalChat, type Feature, onVerb } from '../feature.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { PersonalTurn } from '../turn.ts'

export interface ReminderSettingsDependencies {
  settingsOf: (personId: string) => Promise<PersonSettings>
  saveSettings: (settings: PersonSettings) => Promise<void>
  network: Quiet & { timeZone: string }
}

/** Each person's own choice of what the bot sends without being asked. */
export function remindersFeature({ settingsOf, saveSettings, network }: ReminderSettingsDependencies): Feature {
  function form(
    turn: PersonalTurn,
    settings: PersonSettings,
    shown: { typed?: SettingsInput; mistakes?: readonly SettingsMistake[]; isSaved?: boolean } = {},
  ): Reply {
    const lastDay = pauseUnderWay(settings, network.timeZone, turn.now)
    const dates = datesIn(network.timeZone, turn.language)
    const now = settingsInputOf(settings, network, turn.now)
    return replyWithCard(
      reminderSettingsCard(
        {
          values: { ...now, ...(shown.typed && withEmptyTimes(shown.typed)) },
          mistakes: shown.mistakes ?? [],
          isSaved: shown.isSaved ?? false,
          pausedUntil: lastDay && dates.day(lastDay.toZonedDateTime(network.timeZone).toInstant()),
          isOff: settings.off,
        },
        turn.language,
      ),
    )
  }

  async function show(turn: PersonalTurn): Promise<Reply> {
    return form(turn, await settingsOf(turn.person.id))
  }

  async function save(turn: PersonalTurn, settings: PersonSettings): Promise<Reply> {
    await saveSettings(settings)
    return form(turn, settings, { isSaved: true })
  }

  return {
    commands: { reminders: answeredInPersonalChat(show) },
    verbs: [
      onVerb('reminders.settings', answeredInPersonalChat(show)),
      onVerb(
        'reminders.save',
        answeredInPersonalChat(async (turn, typed) => {
          const current = await settingsOf(turn.person.id)
          const read = readSettings(typed, current, network, turn.now)
          return read.ok ? save(turn, read.settings) : form(turn, current, { typed, mistakes: read.mistakes })
        }),
      ),
      onVerb(
        'reminders.resume',
        answeredInPersonalChat(async (turn) => {
          const current = await settingsOf(turn.person.id)
          return save(turn, { ...current, off: false, pausedUntil: null })
        }),
      ),
    ],
  }
}

/** Teams leaves a field for times out that was emptied. */
function withEmptyTimes(typed: SettingsInput): SettingsInput {
  return typed.quiet === undefined ? typed : { quietFrom: '', quietTo: '', ...typed }
}
