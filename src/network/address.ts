const named = /<(?:mailto:)?([^<>\s@]+@[^<>\s@]+)>/i

/** The bare address, also where a mail program put a name before it: `Kari Nordmann <kari@example.no>`. */
export function addressIn(text: string): string {
  return (named.exec(text)?.[1] ?? text).trim()
}
