/** What a member can have done, besides having a question answered. */
export const commandIds = [
  'join',
  'profile',
  'leave',
  'gatherings',
  'register',
  'register-colleague',
  'my-registrations',
  'cancel-registration',
  'follow-programme',
  'reminders',
  'ask-adviser',
  'share-experience',
  'find-experience',
  'find-partner',
  'suggest-topic',
  'language',
  'my-data',
  'delete-my-data',
  'help',
  'greeting',
] as const
export type CommandId = (typeof commandIds)[number]

export function isCommand(id: string): id is CommandId {
  return commandIds.some((command) => command === id)
}
