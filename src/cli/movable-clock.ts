import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface MovableClock {
  now(): Temporal.Instant
  letADayPass(): Promise<Temporal.Instant>
}

/**
 * The time of this machine, and the days that were let pass: these are kept in the folder with the data, since for
 * what is stored there time must not go backwards.
 */
export async function openMovableClock(directory: string): Promise<MovableClock> {
  const file = join(directory, 'days-passed')
  let days = Number(await readFile(file, 'utf8').catch(() => '0')) || 0
  const now = () => Temporal.Now.instant().add({ hours: 24 * days })
  return {
    now,
    async letADayPass() {
      days += 1
      await mkdir(directory, { recursive: true })
      await writeFile(file, String(days))
      return now()
    },
  }
}
