/**
 * The browser of the end-to-end test. As vitest's global setup it finds one for the files in test/e2e:
 * `CHROME_PATH`, or the first of Chromium, Chrome and Edge that is installed.
 */
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Null: no browser is installed, and this isn't CI. */
    chromiumPath: string | null
  }
}

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const path = await findChromium()
  project.provide('chromiumPath', path)
  if (path !== null) return
  const notRun = 'No Chromium for the end-to-end test: install chromium, or say where it is in CHROME_PATH.'
  if (process.env.CI) throw new Error(notRun)
  console.error(`\n  NOT RUN: ${notRun}\n`)
  return () => console.error(`\n  NOT RUN: ${notRun}\n`)
}

/** Null when none is installed. */
export async function findChromium(): Promise<string | null> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const path of [...onPath.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere]) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return null
}

/** Chromium has no sandbox for root, as in containers. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}
