import { z } from 'zod'
import { downloadPersonalData } from './files/downloads.ts'
import { adviserPersonalData } from './network/advisers.ts'
import { announcementPersonalData } from './network/announcements.ts'
import { gatheringFeedbackPersonalData } from './network/gathering-feedback.ts'
import type { Network } from './network/network.ts'
import type { PersonalData } from './network/privacy.ts'
import { createQuestions } from './network/questions/questions.ts'
import { deliveriesDefinition } from './reminders/deliveries.ts'
import { lanesDefinition } from './reminders/lanes.ts'
import { personalRemindersDefinition } from './reminders/personal/personal.ts'
import { rowsDefinition } from './reminders/row.ts'
import { personSettingsDefinition } from './reminders/settings.ts'
import { botStateDefinition } from './store/bot-state.ts'
import type { Database } from './store/database.ts'
import { sentCardPersonalData } from './teams/sent-cards.ts'

/**
 * Every part of the bot that stores something about people, in the order in which it is to be forgotten: the address of
 * the chat is needed to find what is remembered of it, and what is planned for a registration goes after it.
 */
export function personalDataIn(database: Database, network: Network): PersonalData[] {
  return [
    conversationData(database, network),
    downloadPersonalData(database),
    adviserPersonalData(database),
    announcementPersonalData(database),
    createQuestions(database).personalData,
    sentCardPersonalData(database),
    gatheringFeedbackPersonalData(database),
    network.calendarFeeds.personalData,
    network.suggestions.personalData,
    network.experiences.personalData,
    network.partners.personalData,
    network.personalData,
    reminderData(database),
  ]
}

function reminderData(database: Database): PersonalData {
  const rows = database.collection(rowsDefinition)
  const settings = database.collection(personSettingsDefinition)
  const own = database.collection(personalRemindersDefinition)
  const kept = database.collection(deliveriesDefinition)
  const lanes = database.collection(lanesDefinition)
  return {
    name: 'reminders',
    async everythingAbout(personId) {
      const messages = await rows.find({ personId }, { sort: { dueAt: 1 } })
      const chosen = await settings.findOne({ _id: personId })
      const askedFor = await own.find({ personId }, { sort: { at: 1 } })
      const inTheirChat = await kept.find({ personId })
      const isNothing = [messages, askedFor, inTheirChat].every((found) => found.length === 0) && chosen === null
      return isNothing ? null : { settings: chosen, askedFor, messages, inTheirChat }
    },
    async forget(personId) {
      await own.deleteMany({ personId })
      await kept.deleteMany({ personId })
      await rows.deleteMany({ personId })
      await settings.deleteOne({ _id: personId })
      // The pace of a personal chat goes by its person.
      const written = { written: { conversation: personId } }
      await lanes.updateMany({ 'written.conversation': personId }, { $pull: written })
    },
  }
}

const reference = z.looseObject({
  channelId: z.string(),
  bot: z.looseObject({ id: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string() }),
})

/** What the bot remembers of the personal chat: teams-ai's state, under the keys that it makes of the conversation. */
function conversationData(database: Database, { people }: Network): PersonalData {
  const states = database.collection(botStateDefinition)

  async function keysOf(personId: string): Promise<string[]> {
    const { data } = reference.safeParse((await people.find(personId))?.conversation)
    if (data === undefined) return []
    const start = `${data.channelId}/${data.bot.id}`
    return [`${start}/conversations/${data.conversation.id}`, `${start}/users/${data.user.id}`]
  }

  return {
    name: 'conversation',
    async everythingAbout(personId) {
      const found = await states.find({ _id: { $in: await keysOf(personId) } })
      return found.length === 0 ? null : found.map(({ state }): unknown => JSON.parse(state))
    },
    async forget(personId) {
      await states.deleteMany({ _id: { $in: await keysOf(personId) } })
    },
  }
}
