import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { systemTimers, type Timers } from '../../src/reminders/timers.ts'
import { startTestBot, words } from '../support/bot.ts'
import { changeContent, programmeFile, writeContent } from '../support/content.ts'

const hasty: Timers = { ...systemTimers, after: (ms, run) => systemTimers.after(Math.min(ms, 20), run) }

it('answers from changed content without a restart, and from the old one while the new has a mistake', async () => {
  const directory = await writeContent()
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rm(directory, { recursive: true }))
  const bot = stack.use(
    await startTestBot({
      env: { ADVISERS: 'tenant-a/oid-eva' },
      surroundings: { knowledgeDirectory: directory, openKnowledge, timers: hasty },
    }),
  )
  const kari = bot.person('Kari')
  const eva = bot.person('Eva')
  const menu = async () => words(await eva.presses('advise.menu'))
  const ask = async () => JSON.stringify((await kari.says('Hva er Nordplus?')).card)
  const save = (from: string, to: string) =>
    changeContent(directory, { 'content/nordplus.nb.md': programmeFile.replace(from, to) })

  expect(await ask()).toContain('Programmet betaler')
  await save('Programmet betaler', 'Ordninga betaler')
  await expect.poll(ask, { timeout: 10_000 }).toContain('Ordninga betaler')
  await save('## what: Hva er Nordplus?', '## what Hva er Nordplus?')
  await expect.poll(menu, { timeout: 10_000 }).toContain('nordplus.nb.md, linje 12: expected "## aspect: Heading"')
  expect(await ask()).toContain('Ordninga betaler')
  await save('Programmet betaler', 'Nå betaler de')
  await expect.poll(ask, { timeout: 10_000 }).toContain('Nå betaler de')
  expect(await menu()).not.toContain('linje 12')
})
