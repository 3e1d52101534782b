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

/**
 * @param parts are forgotten in this order: what others need to find their own documents comes last
 * @param personIdsOf everybody who is the same as a person, in another tenant for example, and themselves
 */
export function createPrivacy(
  parts: readonly PersonalData[],
  personIdsOf: (personId: string) => Promise<readonly string[]>,
) {
  async function everythingUnder(personId: string): Promise<Record<string, unknown>> {
    const entries = await Promise.all(
      parts.map(async ({ name, everythingAbout }) => [name, await everythingAbout(personId)] as const),
    )
    return Object.fromEntries(entries.filter(([, value]) => value !== null))
  }

  return {
    async everythingAbout(personId: string): Promise<Record<string, unknown>> {
      const others = (await personIdsOf(personId)).filter((id) => id !== personId)
      const otherAccounts = await Promise.all(others.map(everythingUnder))
      return { ...(await everythingUnder(personId)), ...(others.length === 0 ? {} : { otherAccounts }) }
    },

    async forget(personId: string, now: Temporal.Instant): Promise<void> {
      const personIds = await personIdsOf(personId)
      for (const part of parts) {
        for (const each of personIds) await part.forget(each, now)
      }
    },
  }
}
