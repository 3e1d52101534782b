import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface DevProcess {
  /** The link that it printed. */
  url: string
  /** Presses Enter, and waits until it says that the day has passed. */
  letADayPass(): Promise<void>
  /** Ctrl-C; the answer is the exit code. */
  interrupt(): Promise<number | null>
}

/** `npm run dev`, on data of its own. */
export async function startDev(directory: string): Promise<DevProcess> {
  const child = spawn(process.execPath, ['--env-file=env/.env.dev', 'src/cli/dev.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: directory, MONGODB_URI: '' },
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  function says(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        const [found] = pattern.exec(line) ?? []
        if (found !== undefined) resolve(found)
      })
      ended.then(([code]) => reject(new Error(`npm run dev ended with ${code} before it said ${pattern}`)))
    })
  }
  return {
    url: await says(/http:\/\/localhost:\d+/),
    async letADayPass() {
      const passed = says(/It is now/)
      child.stdin.write('\n')
      await passed
    },
    async interrupt() {
      child.kill('SIGINT')
      await ended
      return child.exitCode
    },
  }
}
