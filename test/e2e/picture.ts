/** Takes the README's picture of a conversation: `node test/e2e/picture.ts`, when the cards have changed. */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openChat } from './chat.ts'
import { findChromium, launchChromium } from './chromium.ts'
import { startDev } from './dev-process.ts'
import { joinNetwork, registerForGathering, seeReminder } from './steps.ts'

const path = fileURLToPath(new URL('../../docs/conversation.png', import.meta.url))
const largestBytes = 300_000
const question = 'Kan en barnehage søke Erasmus+?'

const chromium = await findChromium()
if (chromium === null) throw new Error('no Chromium is installed')

await using running = new AsyncDisposableStack()
const directory = await mkdtemp(join(tmpdir(), 'picture-'))
running.defer(() => rm(directory, { recursive: true, force: true }))
const dev = await startDev(directory)
running.defer(async () => {
  await dev.interrupt()
})
const browser = await launchChromium(chromium)
running.defer(() => browser.close())

const chat = await openChat(browser, dev.url)
await chat.page.setViewportSize({ width: 640, height: 1600 })
await joinNetwork(chat)
await registerForGathering(chat)
await chat.says(question)
await chat.sees(/Kilder:/)
await seeReminder(chat, dev)

const [first, last] = await Promise.all([
  chat.page.getByText(question, { exact: true }).boundingBox(),
  chat.page.locator('.ac-adaptiveCard').last().boundingBox(),
])
if (!first || !last) throw new Error('the conversation is not on the page')
const [x, y] = [last.x - 64, first.y - 30]
const [width, height] = [first.x + first.width + 28 - x, last.y + last.height + 20 - y]
await chat.page.screenshot({ path, clip: { x, y, width, height } })
const { size } = await stat(path)
if (size > largestBytes) throw new Error(`the picture has ${size} bytes, more than ${largestBytes}`)
