import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface DevProcess {
  /** The link that it printed. */
  url: string
  letADayPass(): void
  /** Ctrl-C; the answer is the exit code. */
  interrupt(): Promise<number | null>
}

/** `npm run dev`, on data of its own. */
export async function startDev(directory: string): Promise<DevProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../src/cli/dev.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: directory, MONGODB_URI: '' },
  })
  const ended = once(child, 'exit')
  const link = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [url] = /http:\/\/localhost:\d+/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    })
  })
  const url = await Promise.race([link, ended.then(() => null)])
  if (url === null) throw new Error('npm run dev ended before it printed a link')
  return {
    url,
    letADayPass() {
      child.stdin.write('\n')
    },
    async interrupt() {
      child.kill('SIGINT')
      await ended
      return child.exitCode
    },
  }
}
