import { z } from 'zod'
import type { LanguageModelConfig } from '../../config.ts'
import { parseJson } from '../../json.ts'
import { type LanguageModel, ModelFailure } from './wording.ts'

/** The version of Azure's interface that is asked for. */
const azureApiVersion = '2024-10-21'
const mostTokens = 500
/** Near what the sources say: the model is to word, not to invent. */
const temperature = 0.1

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

/**
 * OpenAI's chat completions, from OpenAI or Azure. Nothing but the prompt is sent: no name, no id; and nothing of what is
 * sent or comes back goes into a log. (The model of teams-ai writes failures to the console, and cannot be given up on.)
 * @param fetch how to reach the service
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export function createOpenAiModel(config: LanguageModelConfig, fetch: typeof globalThis.fetch): LanguageModel {
  const { url, headers, model } = serviceOf(config)

  return {
    async complete({ system, user }, signal) {
      const messages = [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ]
      const body = JSON.stringify({ ...model, messages, max_tokens: mostTokens, temperature })
      const request = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body, signal }
      const response = await fetch(url, request).catch(unreachable)
      if (!response.ok) throw new ModelFailure(`status ${response.status}`, retryAfterMs(response))
      const parsed = completion.safeParse(parseJson(await response.text().catch(unreachable)))
      const text = parsed.data?.choices[0]?.message.content
      if (text === undefined) throw new ModelFailure('no completion')
      return text
    },
  }
}

function serviceOf(config: LanguageModelConfig) {
  if (config.provider === 'openai') {
    return {
      url: 'https://api.openai.com/v1/chat/completions',
      headers: { authorization: `Bearer ${config.apiKey}` },
      model: { model: config.model },
    }
  }
  const { endpoint, deployment, apiKey } = config
  const path = `openai/deployments/${encodeURIComponent(deployment)}/chat/completions`
  return {
    url: `${endpoint.replace(/\/+$/, '')}/${path}?api-version=${azureApiVersion}`,
    headers: { 'api-key': apiKey },
    model: {},
  }
}

function unreachable(error: unknown): never {
  throw new ModelFailure('the service cannot be reached', null, { cause: error })
}

/** Null when the service does not say when to come again. */
function retryAfterMs({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
