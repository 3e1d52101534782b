import { chartsDefinition } from '../files/charts.ts'
import { downloadsDefinition } from '../files/downloads.ts'
import { adviserChannelsDefinition } from '../network/advisers.ts'
import { networkDefinitions } from '../network/network.ts'
import { questionDefinitions } from '../network/questions/questions.ts'
import { callRecordsDefinition } from '../reminders/calls/records.ts'
import { deliveriesDefinition } from '../reminders/deliveries.ts'
import { personalRemindersDefinition } from '../reminders/personal/personal.ts'
import { botStateDefinition } from '../store/bot-state.ts'
import type { IndexedCollection } from '../store/database.ts'
import { sentCardsDefinition } from '../teams/sent-cards.ts'

/** Everything that is stored. */
export const collections: readonly IndexedCollection[] = [
  ...networkDefinitions,
  downloadsDefinition,
  chartsDefinition,
  adviserChannelsDefinition,
  ...questionDefinitions,
  botStateDefinition,
  callRecordsDefinition,
  personalRemindersDefinition,
  sentCardsDefinition,
  deliveriesDefinition,
]
