import { z } from 'zod'
import { afterGatheringDeskVerbs } from './after-gathering.ts'
import { announcementVerbs } from './announcements.ts'
import { attendeeVerbs } from './attendees.ts'
import { experienceDeskVerbs } from './experiences.ts'
import { id, page } from './fields.ts'
import { gatheringDeskVerbs } from './gathering-desk.ts'
import { invitationVerbs } from './invitations.ts'
import { memberDeskVerbs } from './member-desk.ts'
import { questionVerbs } from './questions.ts'
import { statisticsVerbs } from './statistics.ts'
import { suggestionDeskVerbs } from './suggestions.ts'

/** What only advisers may do. Whoever presses one of these is asked for at the press, not at the drawing of the card. */
export const adviserVerbs = {
  'advise.menu': z.object({}),
  /** All that advisers did. */
  'advise.log': z.object({ page }),
  'advise.unname-channel': z.object({ channelId: id }),
  ...announcementVerbs,
  ...attendeeVerbs,
  ...afterGatheringDeskVerbs,
  ...gatheringDeskVerbs,
  ...memberDeskVerbs,
  ...invitationVerbs,
  ...questionVerbs,
  ...statisticsVerbs,
  ...suggestionDeskVerbs,
  ...experienceDeskVerbs,
} as const

export type AdviserVerb = keyof typeof adviserVerbs
