import { z } from 'zod'
import { type HttpAnswer, listen } from './http-server.ts'

/** What the service does with one request. */
export type ModelBehaviour =
  | { kind: 'says'; text: string }
  | { kind: 'status'; status: number; retryAfterSeconds?: number; body?: unknown }
  | { kind: 'body'; body: unknown }
  | { kind: 'reset' }
  /** Answers after so long, or never. */
  | { kind: 'slow'; ms: number; text: string }

const requestShape = z.object({
  model: z.string().optional(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })),
  max_tokens: z.number(),
  temperature: z.number(),
})

export interface FakeOpenAi extends AsyncDisposable {
  /** Reaches the fake, whichever service it is meant for. */
  fetch: typeof globalThis.fetch
  /** What was sent, in order, and to which address it was meant to go. */
  requests: { url: string; headers: Headers; body: z.infer<typeof requestShape> }[]
  behave(next: ModelBehaviour | ((request: FakeOpenAi['requests'][number]) => ModelBehaviour)): void
}

/** An HTTP server that answers as the chat completions of OpenAI and Azure do, or fails as they may. */
export async function startFakeOpenAi(): Promise<FakeOpenAi> {
  const requests: FakeOpenAi['requests'] = []
  let behaviour: Parameters<FakeOpenAi['behave']>[0] = { kind: 'says', text: 'NO_ANSWER' }

  async function answer(): Promise<HttpAnswer> {
    const request = requests.at(-1)
    if (request === undefined) return { status: 400, body: { error: { message: 'not sent through the fake' } } }
    const does = typeof behaviour === 'function' ? behaviour(request) : behaviour
    switch (does.kind) {
      case 'says':
        return completion(does.text)
      case 'body':
        return { status: 200, body: does.body }
      case 'reset':
        return 'reset'
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, does.ms).unref())
        return completion(does.text)
      case 'status': {
        const { status, retryAfterSeconds, body = { error: { message: `${status}` } } } = does
        return retryAfterSeconds === undefined
          ? { status, body }
          : { status, body, headers: { 'retry-after': String(retryAfterSeconds) } }
      }
    }
  }

  const server = await listen(0, answer)
  return {
    requests,
    fetch: (input, init) => {
      const { href, pathname, search } = new URL(String(input))
      const body = requestShape.parse(JSON.parse(String(init?.body)))
      requests.push({ url: href, headers: new Headers(init?.headers), body })
      return fetch(`${server.url}${pathname}${search}`, init)
    },
    behave(next) {
      behaviour = next
    },
    [Symbol.asyncDispose]: () => server.close(),
  }
}

function completion(content: string): HttpAnswer {
  return {
    status: 200,
    body: { id: 'c1', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content } }] },
  }
}
