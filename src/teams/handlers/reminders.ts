import { reminderSettingsCard } from '../../cards/reminders.ts'
import { categories } from '../../reminders/kinds.ts'
import { endOfPause, lastDayOfPause } from '../../reminders/pause.ts'
import { durationSchema, type PersonSettings } from '../../reminders/settings.ts'
import { type Feature, onVerb, personal } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { PersonalTurn } from '../turn.ts'

export interface ReminderSettingsDependencies {
  settingsOf: (personId: string) => Promise<PersonSettings>
  saveSettings: (settings: PersonSettings) => Promise<void>
  timeZone: string
}

/** Each person's own choice of what the bot sends without being asked. */
export function remindersFeature({ settingsOf, saveSettings, timeZone }: ReminderSettingsDependencies): Feature {
  async function show(turn: PersonalTurn, notice?: string): Promise<Reply> {
    const settings = await settingsOf(turn.person.id)
    const pausedUntil = lastDayOfPause(settings, timeZone)?.toString()
    return replyWithCard(
      reminderSettingsCard(
        {
          settings,
          ...(notice === undefined ? {} : { notice }),
          ...(pausedUntil === undefined ? {} : { pausedUntil }),
        },
        turn.language,
      ),
    )
  }
  return {
    commands: { reminders: personal((turn) => show(turn)) },
    verbs: [
      onVerb(
        'reminders.settings',
        personal((turn) => show(turn)),
      ),
      onVerb(
        'reminders.save',
        personal(async (turn, form) => {
          const current = await settingsOf(turn.person.id)
          await saveSettings({ ...current, ...chosen(form, timeZone) })
          return show(turn, turn.texts.reminders.saved)
        }),
      ),
      onVerb(
        'reminders.mute',
        personal(async (turn, { category }) => {
          const texts = turn.texts.reminders
          const muted = categories.find((each) => each === category)
          if (muted === undefined || muted === 'essential') return replyWithText(turn.texts.common.staleCard)
          const current = await settingsOf(turn.person.id)
          await saveSettings({ ...current, muted: [...new Set([...current.muted, muted])] })
          return replyWithText(texts.muted(texts.categories[muted]))
        }),
      ),
    ],
  }
}

interface Form {
  kinds: string
  early: string
  off: string
  pausedUntil: string
}

/** What is not ticked is muted; a pause lasts to the end of its last day. */
function chosen(
  { kinds, early, off, pausedUntil }: Form,
  timeZone: string,
): Omit<PersonSettings, '_id' | 'quietHours'> {
  const wanted = kinds.split(',')
  const before = early.split(',').filter((each) => durationSchema.safeParse(each).success)
  return {
    off: off === 'true',
    muted: categories.filter((category) => category !== 'essential' && !wanted.includes(category)),
    pausedUntil: endOfPause(pausedUntil, timeZone),
    ...(before.length > 0 ? { reminders: before } : { reminders: undefined }),
  }
}
