import { createServer, type IncomingMessage } from 'node:http'

export interface HttpRequest {
  method: string
  url: URL
  text: string
}

/** A JSON answer, or a connection that breaks before any answer. */
export type HttpAnswer = { status: number; body: unknown; headers?: Record<string, string> } | 'reset'

/** Serves on loopback; an `answer` that throws gives 500 with the error's text. */
export async function listen(port: number, answer: (request: HttpRequest) => Promise<HttpAnswer>) {
  const server = createServer(async (message, response) => {
    const result = await answerTo(message, answer)
    if (result === 'reset') {
      message.socket.resetAndDestroy()
      return
    }
    response.writeHead(result.status, { 'content-type': 'application/json', ...result.headers })
    response.end(JSON.stringify(result.body))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function answerTo(message: IncomingMessage, answer: (request: HttpRequest) => Promise<HttpAnswer>) {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of message) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    return await answer({ method: message.method ?? '', url: new URL(message.url ?? '/', 'http://server'), text })
  } catch (error) {
    return { status: 500, body: { error: { code: 'Bug', message: String(error) } } }
  }
}
