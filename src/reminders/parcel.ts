import { mayBeSeen } from './kinds.ts'
import type { Row } from './row.ts'
import type { SharedChat } from './shared-chat.ts'

/** Rows that go to one person as one message. */
export interface Parcel {
  personId: string
  /** Whose pace it goes at: the person's own chat by their id, one with others by its own. */
  conversation: string
  /** Null: it goes to the person's own chat, or changes what was sent elsewhere. */
  chat: SharedChat | null
  /** In order of urgency. */
  rows: Row[]
}

/** Rows a message; more would not be read. The rest comes in the next one. */
const ROWS_A_MESSAGE = 10

/**
 * @param chatOf where each person wants what others may see
 * @param isForFew whether a row is about what not everybody may know of, whatever its kind
 */
export function parcelsOf(
  rows: readonly Row[],
  chatOf: (personId: string) => SharedChat | undefined,
  isForFew: (row: Row) => boolean,
): Parcel[] {
  const addressed = rows.map((row) => {
    const chat = mayBeSeen(row.kind) && !isForFew(row) ? (chatOf(row.personId) ?? null) : null
    return { row, chat, conversation: chat?.id ?? sentTo(row) ?? row.personId }
  })
  return [...Map.groupBy(addressed, ({ row }) => row.personId)].flatMap(([personId, own]) =>
    [...Map.groupBy(own, ({ conversation }) => conversation)].flatMap(([conversation, together]) => {
      const chat = together.find((each) => each.chat !== null)?.chat ?? null
      return inMessages(together.map(({ row }) => row)).map((some) => ({ personId, conversation, chat, rows: some }))
    }),
  )
}

function inMessages(rows: readonly Row[]): Row[][] {
  const ordered = rows.toSorted((a, b) => a.priority - b.priority || a.dueAt.getTime() - b.dueAt.getTime())
  return Array.from({ length: Math.ceil(ordered.length / ROWS_A_MESSAGE) }, (_, index) =>
    ordered.slice(index * ROWS_A_MESSAGE, (index + 1) * ROWS_A_MESSAGE),
  )
}

/** What changes a message goes where that was sent, wherever messages come by now. */
function sentTo({ kind, data }: Row): string | undefined {
  return kind === 'message-update' ? data.chat : undefined
}

/** Several persons' messages go to the same conversation. */
export function isShared({ personId, conversation }: Pick<Parcel, 'personId' | 'conversation'>): boolean {
  return conversation !== personId
}
