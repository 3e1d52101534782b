import { benchAnswers } from './answers.ts'
import { benchReminders } from './reminders.ts'
import { benchScale } from './scale.ts'
import { benchSeats } from './seats.ts'
import { benchStatistics } from './statistics.ts'
import { benchStore } from './store.ts'
import { benchTurns } from './turns.ts'

/** `npm run bench [-- part …]`: what each part measures is written in its file. */
const parts: Record<string, (args: string[]) => Promise<void>> = {
  answers: benchAnswers,
  reminders: benchReminders,
  scale: benchScale,
  seats: benchSeats,
  statistics: benchStatistics,
  store: benchStore,
  turns: benchTurns,
}

const [name = 'turns', ...args] = process.argv.slice(2)
const part = parts[name]
if (part === undefined) {
  console.error(`There is no part «${name}». Choose: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
await part(args)
