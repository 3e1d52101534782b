import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Chat, openChat } from './chat.ts'
import { launchChromium } from './chromium.ts'
import { type DevProcess, startDev } from './dev-process.ts'
import { joinNetwork, registerForGathering, seeReminder } from './steps.ts'

const chromiumPath = inject('chromiumPath')

/** Each step goes on where the one before ended, as a conversation does. */
describe.skipIf(chromiumPath === null)('somebody new, with `npm run dev` and a browser', () => {
  let directory: string
  let dev: DevProcess
  let browser: Browser
  let chat: Chat

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dev-'))
    ;[dev, browser] = await Promise.all([startDev(directory), launchChromium(chromiumPath ?? '')])
    chat = await openChat(browser, dev.url)
  })
  afterAll(async () => {
    await browser?.close()
    await dev?.interrupt()
    await rm(directory, { recursive: true, force: true })
  })

  it('is welcomed', async () => {
    await chat.sees('Velkommen til')
  })

  it('asks, and gets an answer with its sources', async () => {
    await chat.says('Hva er Erasmus+?')
    const answer = await chat.sees(/Kilder:/)
    expect(await answer.getByRole('heading').first().textContent()).toContain('Erasmus+')
    expect(await answer.getByRole('link').count()).toBeGreaterThan(0)
  })

  it('asks on, and is understood', async () => {
    await chat.says('og når er fristen?')
    await chat.sees(/frist[\s\S]*Erasmus\+|Erasmus\+[\s\S]*frist/i)
  })

  it('joins by a form that knows their name', async () => {
    const { nameInForm } = await joinNetwork(chat)
    expect(nameInForm).toBe('Kari Nordmann')
  })

  it('registers for a gathering', async () => {
    await registerForGathering(chat)
  })

  it('is reminded as the day comes', async () => {
    await seeReminder(chat, dev)
  })

  it('ends all of it with Ctrl-C', async () => {
    expect(await dev.interrupt()).toBe(0)
    await expect(fetch(dev.url)).rejects.toThrow()
  })
})
