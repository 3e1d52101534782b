import type { Browser, Locator, Page } from 'playwright-core'

export interface Chat {
  page: Page
  says(text: string): Promise<void>
  /** Presses a button of the newest card that has it. */
  presses(title: string): Promise<void>
  /** Waits until the newest card shows this text. */
  sees(text: string | RegExp): Promise<Locator>
}

/** As slow as a busy machine of two cores may be. */
const patienceMs = 20_000

/** Opens the personal chat in the Playground, in a client that is set to Norwegian. */
export async function openChat(browser: Browser, url: string): Promise<Chat> {
  const page = await browser.newPage({
    viewport: { width: 1100, height: 1200 },
    deviceScaleFactor: 2,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
  })
  page.setDefaultTimeout(patienceMs)
  await page.goto(url)
  const box = page.locator('[role=textbox][contenteditable=true]')
  await box.waitFor()
  await page.getByTitle('Hide log panel').click()

  async function sees(text: string | RegExp): Promise<Locator> {
    const newest = page.locator('.ac-adaptiveCard').last()
    const card = newest.filter({ hasText: text })
    try {
      await card.waitFor()
    } catch (cause) {
      throw new Error(`the newest card does not show ${text}, but: ${await newest.textContent()}`, { cause })
    }
    return card
  }
  return {
    page,
    sees,
    async says(text) {
      await box.fill(text)
      await page.keyboard.press('Enter')
    },
    async presses(title) {
      await page.locator('.ac-adaptiveCard').getByRole('button', { name: title, exact: true }).last().click()
    },
  }
}
