/** A part of the bot that stores something about people. */
export interface PersonalData {
  /** Its name in the export. */
  name: string
  /** What is stored about this person, as JSON holds it; null when there is nothing. */
  everythingAbout(personId: string): Promise<unknown>
  /** Safe to repeat: it may have been done halfway before. */
  forget(personId: string, now: Temporal.Instant): Promise<void>
}

export type Privacy = ReturnType<typeof createPrivacy>

/** @param parts are forgotten in this order: what others need to find their own documents comes last */
export function createPrivacy(parts: readonly PersonalData[]) {
  return {
    async everythingAbout(personId: string): Promise<Record<string, unknown>> {
      const entries = await Promise.all(
        parts.map(async ({ name, everythingAbout }) => [name, await everythingAbout(personId)] as const),
      )
      return Object.fromEntries(entries.filter(([, value]) => value !== null))
    },

    async forget(personId: string, now: Temporal.Instant): Promise<void> {
      for (const part of parts) await part.forget(personId, now)
    },
  }
}
