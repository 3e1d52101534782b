import { createHash } from 'node:crypto'

/** What is stored of a token, so that who reads the store can't use it. */
export function idOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
