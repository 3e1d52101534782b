import { Agent, request } from 'node:http'
import type { Delivery, Message } from '../../../src/reminders/message.ts'

/** Sends a message as the bot would, over kept connections, and says what became of it. */
export function createSend(serviceUrl: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  return async ({ tenantId, personId, rows }: Pick<Message, 'tenantId' | 'personId' | 'rows'>): Promise<Delivery> => {
    const body = JSON.stringify({
      type: 'message',
      summary: 'Reminder',
      text: rows.map((row) => row.key).join(' '),
      channelData: { tenant: { id: tenantId } },
      attachments: [card],
    })
    try {
      const { status, retryAfter } = await post(
        agent,
        `${serviceUrl}/v3/conversations/${encodeURIComponent(personId)}/activities`,
        body,
      )
      if (status < 300) return { kind: 'delivered' }
      if (status === 429) return { kind: 'throttled', retryAfterMs: Number(retryAfter ?? 1) * 1_000 }
      if (status === 403 || status === 404) return { kind: 'unreachable', reason: String(status), status }
      return { kind: 'failed', retryable: status === 412 || status >= 500, status }
    } catch {
      return { kind: 'failed', retryable: true }
    }
  }
}

function post(agent: Agent, url: string, body: string): Promise<{ status: number; retryAfter: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] }),
      )
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** About as long as a reminder's card. */
const card = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: 'Tomorrow at 10: meeting of the network. '.repeat(12), wrap: true }],
    actions: [{ type: 'Action.Execute', verb: 'gatherings.show', data: { gatheringId: 'bench' } }],
  },
}
