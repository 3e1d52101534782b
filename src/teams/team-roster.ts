import { z } from 'zod'
import { type Connector, parseReference, type StoredReference } from './connector.ts'

const rosterPage = z.looseObject({
  members: z.array(
    z.looseObject({
      aadObjectId: z.string().optional(),
      objectId: z.string().optional(),
      tenantId: z.string().optional(),
    }),
  ),
  continuationToken: z.string().nullish(),
})

const pageSize = 500
const mostPages = 20

/** Tells whether more than so many people are in a conversation; true when Teams does not tell. */
export function createGroupSize(
  connect: Connector,
  most: number,
): (stored: Readonly<Record<string, unknown>>) => Promise<boolean> {
  return async (stored) => {
    const reference = parseReference(stored)
    // No connection or a time-out: nothing is known.
    const page = reference && (await readPage(connect, reference, null, most + 1).catch(() => null))
    return page === null || page.members.length > most || Boolean(page.continuationToken)
  }
}

/**
 * Reads who is in the team of a channel, by its roster.
 * @returns person ids; null when Teams does not tell, and nothing can be concluded
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
export function createTeamRoster(
  connect: Connector,
): (stored: Readonly<Record<string, unknown>>) => Promise<string[] | null> {
  async function readAll(stored: Readonly<Record<string, unknown>>): Promise<string[] | null> {
    const reference = parseReference(stored)
    if (reference === null) return null
    const ofTeam = z.looseObject({ tenantId: z.string().optional() }).parse(reference.conversation).tenantId
    const persons: string[] = []
    let token: string | null = null
    for (let count = 0; count < mostPages; count++) {
      const page: z.infer<typeof rosterPage> | null = await readPage(connect, reference, token, pageSize)
      if (page === null) return null
      for (const { aadObjectId, objectId, tenantId = ofTeam } of page.members) {
        const id = aadObjectId ?? objectId
        if (id !== undefined && tenantId !== undefined) persons.push(`${tenantId}/${id}`)
      }
      token = page.continuationToken ?? null
      if (token === null) return persons
    }
    return persons
  }

  return async (stored) => {
    try {
      return await readAll(stored)
    } catch {
      // No connection or a time-out: nothing is known, which is what the answer says.
      return null
    }
  }
}

async function readPage(
  connect: Connector,
  { serviceUrl, conversation }: StoredReference,
  token: string | null,
  size: number,
) {
  const query = new URLSearchParams({ pageSize: String(size), ...(token ? { continuationToken: token } : {}) })
  const path = `conversations/${encodeURIComponent(conversation.id)}/pagedmembers?${query}`
  const { ok, body } = await connect({ method: 'GET', serviceUrl, path })
  return ok ? (rosterPage.safeParse(body).data ?? null) : null
}
