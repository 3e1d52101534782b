import { TeamsAdapter } from '@microsoft/teams-ai'
import {
  type Activity,
  ActivityTypes,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder'
import {
  AuthenticationError,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector'
import { z } from 'zod'
import type { BotIdentity } from '../config.ts'
import { type Connector, createConnector } from './connector.ts'

export type RequestOutcome = { kind: 'done'; response: InvokeResponse | undefined } | { kind: 'unauthorized' }

/** What may be another thing in a moment. @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const passing = [412, 429, 502, 503, 504]
/** Before the second and the third try. Somebody waits, and Teams gives up after fifteen seconds. */
const waitsMs = [500, 2000]
const longestWaitMs = 5000

/** The service does not take an answer, at least not for as long as somebody waits. */
export class AnswerRefusedError extends Error {
  override readonly name = 'AnswerRefusedError'

  constructor(status: number) {
    super(`an answer was refused with ${status}`)
  }
}

const created = z.looseObject({ id: z.string() })

/**
 * The SDK's adapter, entered below its HTTP layer, which writes errors to the console and into its answers, and left
 * above its client: what it sends goes the way of all messages, by `connector`.
 * With an identity each call's token is checked as Bot Framework demands; without one nothing is checked.
 */
export class Adapter extends TeamsAdapter {
  readonly #clients = new Map<string, ConnectorClient>()
  readonly connector: Connector
  readonly #sleep: (ms: number) => Promise<void>

  constructor(bot: BotIdentity | null, sleep: (ms: number) => Promise<void>) {
    const options = sdkOptions(bot)
    const credentials = new ConfigurationServiceClientCredentialFactory(options)
    super(options, credentials)
    this.connector = createConnector(credentials, bot?.id ?? '')
    this.#sleep = sleep
    keepTokenClient(this.botFrameworkAuthentication)
  }

  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<RequestOutcome> {
    try {
      const authenticated = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization)
      const factory = authenticated.connectorFactory
      const kept = factory && { connectorFactory: keptClients(factory, this.#clients) }
      return { kind: 'done', response: await this.processActivity({ ...authenticated, ...kept }, activity, logic) }
    } catch (error) {
      if (error instanceof AuthenticationError) return { kind: 'unauthorized' }
      throw error
    }
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = []
    for (const activity of activities) {
      const { type } = activity
      const isForTheChat = type === ActivityTypes.Message || type === ActivityTypes.Typing
      if (isForTheChat) sent.push(await this.#post(activity))
      else sent.push(...(await super.sendActivities(context, [activity])))
    }
    return sent
  }

  async #post(activity: Partial<Activity>): Promise<ResourceResponse> {
    const { serviceUrl = '', conversation, replyToId } = activity
    const below = replyToId === undefined ? '' : `/${encodeURIComponent(replyToId)}`
    const path = `conversations/${encodeURIComponent(conversation?.id ?? '')}/activities${below}`
    const send = () => this.connector({ method: 'POST', serviceUrl, path, body: activity })
    let answer = await send()
    for (const waitMs of waitsMs) {
      if (!passing.includes(answer.status)) break
      await this.#sleep(Math.min(answer.retryAfterMs ?? waitMs, longestWaitMs))
      answer = await send()
    }
    if (!answer.ok) throw new AnswerRefusedError(answer.status)
    return { id: created.safeParse(answer.body).data?.id ?? '' }
  }
}

/** Teams has a few services, one for each part of the world. */
const mostClients = 20

/** The SDK makes a client for every turn, which takes a tenth of it. One for each service does as well. */
function keptClients(factory: ConnectorFactory, clients: Map<string, ConnectorClient>): ConnectorFactory {
  return {
    async create(serviceUrl: string, audience = '') {
      const key = `${serviceUrl} ${audience}`
      const client = clients.get(key) ?? (await factory.create(serviceUrl, audience))
      if (clients.size >= mostClients && !clients.has(key)) clients.clear()
      clients.set(key, client)
      return client
    },
  }
}

/** Nor does anything of this one differ from turn to turn: calls are let in that are meant for this bot, and no others. */
function keepTokenClient(authentication: Adapter['botFrameworkAuthentication']): void {
  const create = authentication.createUserTokenClient.bind(authentication)
  let kept: UserTokenClient | undefined
  authentication.createUserTokenClient = async (identity) => {
    kept ??= await create(identity)
    return kept
  }
}

function sdkOptions(bot: BotIdentity | null) {
  if (bot === null) return {}
  return {
    MicrosoftAppId: bot.id,
    MicrosoftAppType: bot.type,
    ...('password' in bot ? { MicrosoftAppPassword: bot.password } : {}),
    ...(bot.tenantId === undefined ? {} : { MicrosoftAppTenantId: bot.tenantId }),
  }
}
