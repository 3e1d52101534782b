import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'

export interface LoadResult {
  turnsPerSecond: number
  p50: number
  p99: number
}

/** A Bot Connector that takes every message and says so, at the least cost. */
export async function startSink(): Promise<{ serviceUrl: string; close(): void }> {
  const server = createServer((incoming, response) => {
    incoming.resume()
    incoming.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end('{"id":"1"}')
    })
  }).listen(0, '127.0.0.1')
  server.keepAliveTimeout = 60_000
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    serviceUrl: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** As many users as `concurrency`, each with a chat of its own, write the next question when the last is answered. */
export async function load(
  port: number,
  serviceUrl: string,
  questions: readonly string[],
  turns: number,
  concurrency: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const times: number[] = []
  let next = 0
  const user = async (index: number) => {
    for (let turn = next++; turn < turns; turn = next++) {
      const started = performance.now()
      await post(agent, port, activity(serviceUrl, index, questions[turn % questions.length] ?? ''))
      times.push(performance.now() - started)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: concurrency }, (_, index) => user(index)))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { turnsPerSecond: turns / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}

function activity(serviceUrl: string, user: number, text: string): string {
  return JSON.stringify({
    type: 'message',
    id: crypto.randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    text,
    from: { id: `29:user-${user}`, name: `User ${user}`, aadObjectId: `oid-${user}` },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: `chat-${user}`, conversationType: 'personal', tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
  })
}

function post(agent: Agent, port: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const outgoing = request(
      { agent, host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers },
      (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`the target answered ${response.statusCode}`)),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
