import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { people } from './stage.ts'

/** What one press or message led to, and how many milliseconds the answer took. */
export interface Answer {
  sentAt: number
  answeredAt: number
  body: string
}

export type Teams = Awaited<ReturnType<typeof startTeams>>

/** Connections to one process: as many as a busy front end keeps. */
const connections = 256

/** Everybody's Teams: sends what they do to the bots, and takes what the bots send them. */
export async function startTeams() {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let onMessage: (person: number, body: string) => void = () => {}
  const server = createServer(async (incoming, response) => {
    const body = await text(incoming)
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end('{"id":"1"}')
    const [, person] = /\/conversations\/chat-(\d+)\//.exec(incoming.url ?? '') ?? []
    if (person !== undefined) onMessage(Number(person), body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const serviceUrl = `http://127.0.0.1:${address.port}`

  async function send(port: number, person: number, activity: object): Promise<Answer> {
    const sentAt = performance.now()
    const body = await post(agent, port, JSON.stringify({ ...envelope(serviceUrl, person), ...activity }))
    return { sentAt, answeredAt: performance.now(), body }
  }

  const says = (port: number, person: number, words: string) => send(port, person, { type: 'message', text: words })

  /** All at once, shared among the processes. */
  async function everybody(
    ports: readonly number[],
    count: number,
    act: (person: number, port: number) => Promise<Answer>,
  ) {
    const started = performance.now()
    const answers = await Promise.all(
      Array.from({ length: count }, (_, person) => act(person, ports[person % ports.length] ?? 0)),
    )
    const seconds = (performance.now() - started) / 1000
    return { count, seconds, times: answers.map(({ sentAt, answeredAt }) => answeredAt - sentAt), answers }
  }

  return {
    says,
    presses: (port: number, person: number, verb: string, data: object): Promise<Answer> => {
      const action = { type: 'Action.Execute', verb, data: { ...data, verb } }
      return send(port, person, { type: 'invoke', name: 'adaptiveCard/action', value: { action } })
    },
    everybody,
    /** What runs the first time is slow, and nobody's measure; whoever writes here has written before. */
    warmUp: (ports: readonly number[]) => everybody(ports, people, (person, port) => says(port, person, 'samlinger')),
    listen(listener: (person: number, body: string) => void): void {
      onMessage = listener
    },
    close(): void {
      agent.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}

function envelope(serviceUrl: string, person: number) {
  return {
    id: crypto.randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:user-${person}`, name: `Member ${person}`, aadObjectId: `oid-${person}` },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: `chat-${person}`, conversationType: 'personal', tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
  }
}

/** A press whose connection breaks is made again, as people do: twice must be as once. */
const mostTries = 3

async function post(agent: Agent, port: number, body: string, tries = 1): Promise<string> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const outgoing = request({ agent, host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers })
  outgoing.end(body)
  try {
    const [response]: IncomingMessage[] = await once(outgoing, 'response')
    if (response === undefined) throw new Error('no answer')
    const answer = await text(response)
    if (response.statusCode !== 200) throw new Error(`the bot answered ${response.statusCode}: ${answer.slice(0, 200)}`)
    return answer
  } catch (error) {
    const isBroken = error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
    if (!isBroken || tries === mostTries) throw error
    console.log(`a connection broke, try ${tries + 1}`)
    return post(agent, port, body, tries + 1)
  }
}
