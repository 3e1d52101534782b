import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import type { Action } from './elements.ts'

/** Where in a list somebody is; the first page is 0. */
export interface PagePosition {
  page: number
  hasMore: boolean
}

/** A page of a list that is at hand; of one that has grown shorter, the last. `first` is the index of its first item. */
export function pageOf<T>(all: readonly T[], page: number, size: number): PagePosition & { shown: T[]; first: number } {
  const current = Math.min(page, Math.max(0, Math.ceil(all.length / size) - 1))
  const first = current * size
  return { shown: all.slice(first, first + size), first, page: current, hasMore: all.length > first + size }
}

/** A page of a list that is read; one item more than is shown tells whether there is another page. */
export async function readPage<T>(
  read: (part: { skip: number; limit: number }) => Promise<readonly T[]>,
  page: number,
  size: number,
): Promise<PagePosition & { shown: T[] }> {
  const found = await read({ skip: page * size, limit: size + 1 })
  return { shown: found.slice(0, size), page, hasMore: found.length > size }
}

/** Buttons to the page before and the one after. */
export function pageButtons(
  { page, hasMore }: PagePosition,
  language: Language,
  open: (title: string, page: number) => Action,
): Action[] {
  const { previous, more } = textsIn(language).common
  return [...(page > 0 ? [open(previous, page - 1)] : []), ...(hasMore ? [open(more, page + 1)] : [])]
}
