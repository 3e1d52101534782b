import { TeamsAdapter } from '@microsoft/teams-ai'
import {
  type Activity,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder'
import { AuthenticationError } from 'botframework-connector'
import type { BotIdentity } from '../config.ts'

export type RequestOutcome = { kind: 'done'; response: InvokeResponse | undefined } | { kind: 'unauthorized' }

/**
 * The SDK's adapter, entered below its HTTP layer, which writes errors to the console and into its answers.
 * With an identity each call's token is checked as Bot Framework demands; without one nothing is checked.
 */
export class Adapter extends TeamsAdapter {
  readonly appId: string

  constructor(bot: BotIdentity | null) {
    const options = sdkOptions(bot)
    super(options, new ConfigurationServiceClientCredentialFactory(options))
    this.appId = bot?.id ?? ''
  }

  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<RequestOutcome> {
    try {
      return { kind: 'done', response: await this.processActivity(authorization, activity, logic) }
    } catch (error) {
      if (error instanceof AuthenticationError) return { kind: 'unauthorized' }
      throw error
    }
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
