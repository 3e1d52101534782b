import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'

export interface Target {
  name: string
  script: string
  env: Record<string, string>
}

export interface RunningTarget {
  name: string
  port: number
  startMs: number
  /** The most memory that was ever resident, which is what a machine must have; what is resident at an instant hangs on when garbage was last looked at. */
  peakMegabytes(): Promise<number>
  /** Processor time used since the start; other work on the machine does not count. */
  cpuMs(): Promise<number>
  stop(): Promise<void>
}

/** Starts a bot in a process of its own and waits until it is ready. */
export async function startTarget({ name, script, env }: Target): Promise<RunningTarget> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const complaints: string[] = []
  child.stderr.on('data', (chunk) => complaints.push(String(chunk)))
  await ready(port, child, complaints)
  const startMs = performance.now() - started
  return {
    name,
    port,
    startMs,
    peakMegabytes: () => peakMegabytes(child),
    cpuMs: () => cpuMs(child),
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function ready(port: number, child: ChildProcess, complaints: string[]): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the target stopped: ${complaints.join('')}`)
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    await response?.arrayBuffer()
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function peakMegabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
}

/** Linux counts in hundredths of a second. */
async function cpuMs({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const [userTicks, systemTicks] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(userTicks) + Number(systemTicks)) * 10
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
