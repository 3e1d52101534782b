import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import restify, { type Next, type Request, type Response } from 'restify'
import type { DownloadFile } from './files/file.ts'
import type { DownloadPage } from './files/files.ts'
import type { Log } from './log.ts'

/** Teams' messages are at most about 100 KB; a card's inputs come on top. */
const largestBodyBytes = 512 * 1024

/**
 * Longer than the four minutes that Azure's load balancers keep an idle connection: whoever closes first must not be
 * this server, or a request that is just on its way is lost.
 */
const keepAliveMs = 5 * 60_000

type Receipt =
  | { kind: 'done'; response: { status: number; body?: unknown } | undefined }
  | { kind: 'unauthorized' }
  | { kind: 'malformed' }

export interface HttpDependencies {
  receive: (authorization: string, body: unknown) => Promise<Receipt>
  ready: () => Promise<boolean>
  metrics: () => Promise<{ contentType: string; text: string }>
  /** The calendar file that belongs to an unguessable token; null when there is none. */
  calendarFile: (token: string) => Promise<string | null>
  /** The picture at an unguessable token, a PNG; null when there is none. */
  chart: (token: string) => Promise<Buffer | null>
  /** All gatherings of the person whose address has this unguessable key; null when there is none. */
  calendarFeed: (key: string) => Promise<string | null>
  download: {
    /** What is shown of the file behind an unguessable token. Nothing is taken. */
    page: (token: string) => Promise<DownloadPage>
    /** The file itself, once; null when there is none any more. */
    take: (token: string) => Promise<DownloadFile | null>
  }
  log: Log
}

export interface HttpServer {
  /** Listens on `host` (loopback where calls are not authenticated) and says on which port. */
  listen(port: number, host: string): Promise<number>
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>
}

/** Restify logs whole requests: names, questions and all. An object without a type, since its types know another logger. */
const silence: object = { log: pino({ level: 'silent' }) }

const calendarHeaders = {
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'attachment; filename="samling.ics"',
}

/** Teams' own servers fetch it for their clients; what is at an address never changes. */
const chartHeaders = {
  'content-type': 'image/png',
  'cache-control': 'public, max-age=86400, immutable',
  'x-content-type-options': 'nosniff',
}
const feedHeaders = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=900' }

/** What is one person's alone is kept by no cache, named to no other site, and brings nothing else into the page. */
const privateHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
}
const pageHeaders = { ...privateHeaders, 'content-type': 'text/html; charset=utf-8' }

/** The bot's HTTP server. Its handlers resolve to nothing: restify takes a value for a next route, and logs it. Listening and closing are the caller's. */
export function createHttpServer(dependencies: HttpDependencies): HttpServer {
  const { receive, ready, metrics, calendarFile, calendarFeed, chart, download, log } = dependencies
  const server = restify.createServer({ name: 'kommunenettverk-bot', ...silence })
  const underWay = new Set<Response>()
  server.pre((_: Request, response: Response, next: Next) => {
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    return next()
  })
  server.server.keepAliveTimeout = keepAliveMs
  server.use(restify.plugins.bodyParser({ maxBodySize: largestBodyBytes, mapParams: false }))

  server.post('/api/messages', async (request: Request, response: Response) => {
    const receipt = await receive(request.header('authorization', ''), request.body)
    if (receipt.kind === 'unauthorized') response.send(401)
    else if (receipt.kind === 'malformed') response.send(400, { error: 'not an activity' })
    else response.send(receipt.response?.status ?? 200, receipt.response?.body)
  })
  server.get('/healthz', async (_: Request, response: Response) => {
    response.send(200, { status: 'up' })
  })
  server.get('/readyz', async (_: Request, response: Response) => {
    const isReady = await ready()
    response.send(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready' })
  })
  server.get('/metrics', async (_: Request, response: Response) => {
    const { contentType, text } = await metrics()
    response.sendRaw(200, text, { 'content-type': contentType })
  })
  server.get('/calendar/:token', async (request: Request, response: Response) => {
    const file = await calendarFile(String(request.params.token).replace(/\.ics$/, ''))
    if (file === null) response.send(404)
    else response.sendRaw(200, file, calendarHeaders)
  })
  server.get('/chart/:token', async (request: Request, response: Response) => {
    const picture = await chart(String(request.params.token).replace(/\.png$/, ''))
    if (picture === null) response.send(404)
    else response.sendRaw(200, picture, chartHeaders)
  })
  server.get('/calendar/feed/:key', async (request: Request, response: Response) => {
    const feed = await calendarFeed(String(request.params.key).replace(/\.ics$/, ''))
    if (feed === null) response.send(404)
    else response.sendRaw(200, feed, feedHeaders)
  })
  server.get('/download/:token', async (request: Request, response: Response) => {
    const { isOpen, html } = await download.page(String(request.params.token))
    response.sendRaw(isOpen ? 200 : 404, html, pageHeaders)
  })
  server.post('/download/:token', async (request: Request, response: Response) => {
    const token = String(request.params.token)
    const file = await download.take(token)
    if (file === null) {
      response.sendRaw(404, (await download.page(token)).html, pageHeaders)
      return
    }
    const disposition = `attachment; filename="${file.name}"`
    const headers = { ...privateHeaders, 'content-type': file.contentType, 'content-disposition': disposition }
    response.sendRaw(200, file.content, headers)
  })
  server.on('restifyError', (_: Request, response: Response, error: Error, done: Next) => {
    const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
    if (status >= 500) log.error({ err: error }, 'request failed')
    response.send(status, { error: status >= 500 ? 'internal error' : error.message })
    return done(false)
  })
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => resolve(portOf(server.address())))
      }),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.all([...underWay].map((response) => once(response, 'close')))
      server.server.closeAllConnections()
      await closed
    },
  }
}

function portOf(address: AddressInfo | null): number {
  if (address === null) throw new Error('the server does not listen')
  return address.port
}
