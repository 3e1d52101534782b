import { type ChatChoice, chatChoices, reminderChatCard } from '../../cards/reminder-chat.ts'
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
import type { SharedChat } from '../../reminders/shared-chat.ts'
import { datesIn } from '../../texts/dates.ts'
import { answeredInPersonalChat, type Feature, onVerb, personal } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { PersonalTurn, Turn } from '../turn.ts'

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
          chat: settings.chat?.kind ?? null,
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

  function chatForm(turn: PersonalTurn, value: ChatChoice | null, { isSaved = false } = {}): Reply {
    const kind = turn.scope === 'channel' ? 'channel' : 'groupChat'
    return replyWithCard(reminderChatCard({ kind, value, isSaved }, turn.language))
  }

  /** What all see shows nobody's choice, and offers what it was asked for to choose. */
  async function showChat(turn: PersonalTurn): Promise<Reply> {
    const { chat } = await settingsOf(turn.person.id)
    if (!turn.isPrivate || chat?.id === turn.place.conversationId) return chatForm(turn, 'shared')
    return chatForm(turn, chat === undefined ? 'personal' : null)
  }

  async function saveChat(turn: PersonalTurn, chosen: string | undefined): Promise<Reply> {
    const value = chatChoices.find((each) => each === chosen)
    if (value === undefined) return showChat(turn)
    const { chat: _, ...others } = await settingsOf(turn.person.id)
    const chat = value === 'shared' ? sharedChat(turn) : null
    await saveSettings({ ...others, ...(chat && { chat }) })
    if (!turn.isPrivate) return replyWithText(turn.texts.reminderChat.saved[value])
    return chatForm(turn, value, { isSaved: true })
  }

  async function saveAll(turn: PersonalTurn, typed: SettingsInput): Promise<Reply> {
    const current = await settingsOf(turn.person.id)
    const read = readSettings(typed, current, network, turn.now)
    return read.ok ? save(turn, read.settings) : form(turn, current, { typed, mistakes: read.mistakes })
  }

  const showAll = answeredInPersonalChat(show)
  const showWhatFits = (turn: Turn) => (turn.scope === 'personal' ? showAll(turn) : personal(showChat)(turn))

  return {
    commands: { reminders: showWhatFits },
    verbs: [
      onVerb('reminders.settings', (turn, { all }) => (all === 'yes' ? showAll(turn) : showWhatFits(turn))),
      onVerb(
        'reminders.save',
        personal((turn, typed) => (turn.scope === 'personal' ? saveAll(turn, typed) : saveChat(turn, typed.chat))),
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

/** The chat in which the person acts now: they are in it, and so is the bot. */
function sharedChat({ scope, place }: PersonalTurn): SharedChat | null {
  if (scope === 'personal') return null
  return { id: place.conversationId, group: place.group, kind: scope, reference: { ...place.reference } }
}

/** Teams leaves a field for times out that was emptied. */
function withEmptyTimes(typed: SettingsInput): SettingsInput {
  return typed.quiet === undefined ? typed : { quietFrom: '', quietTo: '', ...typed }
}
