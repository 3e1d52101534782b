import { z } from 'zod'

/** A chat with others in which a person wants what others may see. */
export const sharedChatSchema = z.object({
  /** The same for all who chose it: its pace is kept by it. */
  id: z.string(),
  /** What people and the bot are taken out of: the chat itself, or the team that the channel is in. */
  group: z.string(),
  kind: z.enum(['groupChat', 'channel']),
  /** Where to write; what is in it is known to `teams/` alone. */
  reference: z.record(z.string(), z.unknown()),
})

export type SharedChat = z.infer<typeof sharedChatSchema>
