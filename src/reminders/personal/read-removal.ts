import { leftover } from './cut.ts'

const verb =
  '(?:(?:kan|kunne|vil|can|could)\\s+(?:du|you)\\s+)?(?:(?:please|vennligst)\\s+)?(?:slette?|fjerne?|stryke?|glem|gløym|ta\\s+(?:bort|vekk)|dropp|avlys|kanseller|delete|remove|cancel|forget|drop)'
const reminder =
  '(?:(?:den|the|my|that|mine|min|mi|alle|all)\\s+)*(?:siste\\s+|last\\s+)?(?:påminnelse[rn]?|påminnelsene|påminning(?:en|a|ar|ane)?|påmin\\p{L}*|reminders?)(?:\\s+(?:min|mi|mine))?'
const removing = new RegExp(`^${verb}\\s+${reminder}(?![\\p{L}])(.*)$`, 'iu')

/** Of what the reminder is that is to be deleted, in their own words and empty where they did not say; null when none is. */
export function reminderToRemove(text: string): string | null {
  const match = removing.exec(text.trim())
  return match === null ? null : leftover(match[1] ?? '')
}
