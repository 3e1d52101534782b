/** After so many failures one after another the model rests, so that nobody waits for what will not come. */
const failuresInARow = 3
const restMs = 60_000
const dayMs = 24 * 60 * 60_000

/**
 * How often the model may be asked: so many times in 24 hours in this process, and not while it is out of order.
 * @param now milliseconds since 1970
 */
export function createAllowance(perDay: number, now: () => number) {
  let dayBegan = now()
  let used = 0
  let failures = 0
  let restsUntil = 0

  return {
    /** Takes one; false when there is none to take. */
    take(): 'yes' | 'resting' | 'over-budget' {
      const at = now()
      if (at - dayBegan >= dayMs) {
        dayBegan = at
        used = 0
      }
      if (at < restsUntil) return 'resting'
      if (used >= perDay) return 'over-budget'
      used++
      return 'yes'
    },
    succeeded(): void {
      failures = 0
    },
    /** @param retryAfterMs how long the service asked to be left alone */
    failed(retryAfterMs: number | null): void {
      failures++
      if (retryAfterMs !== null) restsUntil = now() + retryAfterMs
      else if (failures >= failuresInARow) restsUntil = now() + restMs
    },
  }
}
