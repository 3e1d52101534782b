import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Job, type Note, noteSchema } from './job.ts'

export interface Worker {
  /** The next note of this kind, also one that came before it was asked for. */
  note<K extends Note['kind']>(kind: K): Promise<Extract<Note, { kind: K }>>
  /** Stops it in good order. */
  end(): Promise<Extract<Note, { kind: 'usage' }>>
  /** `kill -9` */
  kill(): Promise<void>
}

export function startWorker(job: Job): Worker {
  const child: ChildProcess = fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify(job)])
  const notes: Note[] = []
  const exited = once(child, 'exit')
  child.on('message', (message) => notes.push(noteSchema.parse(message)))

  async function note<K extends Note['kind']>(kind: K): Promise<Extract<Note, { kind: K }>> {
    for (;;) {
      const found = notes.find((each): each is Extract<Note, { kind: K }> => each.kind === kind)
      if (found) return found
      const ended = await Promise.race([once(child, 'message').then(() => false), exited.then(() => true)])
      if (ended) throw new Error(`a worker ended before it said ${kind}`)
    }
  }

  return {
    note,
    async end() {
      child.send('end')
      const usage = await note('usage')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await exited
      clearTimeout(timer)
      return usage
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
