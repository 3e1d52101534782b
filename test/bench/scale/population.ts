/**
 * So many members in so many tenants, a few large and many small as municipalities are: the size falls with the rank,
 * and the largest has one in forty of a million.
 */
export function tenantSizes(members: number, tenants: number): number[] {
  const weights = Array.from({ length: tenants }, (_, rank) => 1 / (rank + 11))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const sizes = weights.map((weight) => Math.max(1, Math.floor((members * weight) / total)))
  const rest = members - sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map((size, rank) => (rank < rest ? size + 1 : size))
}

/** Ids of everybody, in an order in which tenants are mixed. */
export function* personIds(sizes: readonly number[]): Generator<string> {
  let index = 0
  for (let round = 0; round < Math.max(...sizes); round++) {
    for (const [tenant, size] of sizes.entries()) {
      if (round < size) yield `tenant-${tenant}/person-${index++}`
    }
  }
}

export function personIndex(personId: string): number {
  return Number(personId.slice(personId.lastIndexOf('-') + 1))
}
