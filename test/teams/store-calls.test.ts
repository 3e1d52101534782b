import { expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open.ts'
import { startTestBot } from '../support/bot.ts'
import { countingDatabase } from '../support/counting-database.ts'

/** Who wrote, what was talked about, and what is talked about now. On a MongoDB far away each call takes its time. */
const mostCalls = 3

it('a question of somebody known costs at most three calls to the store', async () => {
  let calls = () => 0
  await using bot = await startTestBot({
    surroundings: {
      // A dispatcher that looks for work now and then would be counted in.
      timers: { sleep: () => new Promise(() => {}), after: () => () => {} },
      async openDatabase(store) {
        const counting = countingDatabase(await openDatabase(store))
        calls = counting.calls
        return counting.database
      },
    },
  })
  const kari = bot.person('Kari Kjent')
  await kari.says('Hva er Erasmus+?')
  for (const question of ['kan en barnehage søke erasmus?', 'hva er interreg?', 'når er fristen?']) {
    const before = calls()
    await kari.says(question)
    expect(calls() - before, question).toBeLessThanOrEqual(mostCalls)
  }
})
