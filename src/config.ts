import { z } from 'zod'
import { type Language, languages } from './language.ts'
import { isTimeZone } from './time-zone.ts'

/** A span of the day in which nobody is disturbed; `from` later than `to` goes over midnight. */
interface QuietHours {
  from: string
  to: string
}

export type BotIdentity =
  | { type: 'SingleTenant' | 'MultiTenant'; id: string; password: string; tenantId?: string }
  | { type: 'UserAssignedMSI'; id: string; tenantId: string }

export type LanguageModelConfig = {
  /** Answers that may be worded in 24 hours, in each process. */
  dailyAnswers: number
} & (
  | { provider: 'openai'; apiKey: string; model: string }
  | { provider: 'azure'; apiKey: string; endpoint: string; deployment: string }
)

export interface Config {
  port: number
  /** Null: calls are not authenticated, and the server listens on loopback only. */
  bot: BotIdentity | null
  store: { kind: 'mongodb'; uri: string; database: string } | { kind: 'embedded'; directory: string }
  /** Ids of advisers: `tenant/aadObjectId`, or an `aadObjectId` alone. */
  advisers: readonly string[]
  /** Empty: people of every tenant may use the bot. */
  allowedTenants: readonly string[]
  network: { name: string; owner: string; contactName: string; contactEmail: string }
  timeZone: string
  defaultLanguage: Language
  quietHours: QuietHours | null
  /** Messages a second to one tenant. */
  sendRate: number
  publicUrl: string
  logLevel: string
  languageModel: LanguageModelConfig | null
}

/** The environment is wrong; `mistakes` names every variable at fault, and never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length} mistake(s):\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`,
    )
    this.mistakes = mistakes
  }
}

const list = z.string().transform((value) => value.split(/[\s,;]+/).filter((item) => item !== ''))
const clock = /^([01]\d|2[0-3]):[0-5]\d$/

const quietHours = z.string().transform((value, context): QuietHours | null => {
  if (value === 'off') return null
  const [from = '', to = ''] = value.split('-')
  if (clock.test(from) && clock.test(to) && from !== to) return { from, to }
  context.addIssue({ code: 'custom', message: 'must be like 21:00-07:00, or off' })
  return z.NEVER
})

const timeZone = z.string().refine(isTimeZone, { error: 'must be a time zone of the IANA database, like Europe/Oslo' })

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3978),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, { error: 'must begin with mongodb:// or mongodb+srv://' })
    .optional(),
  MONGODB_DB: z.string().default('kommunenettverk'),
  DATA_DIR: z.string().default('.data'),
  BOT_ID: z.string().optional(),
  BOT_PASSWORD: z.string().optional(),
  BOT_TENANT_ID: z.string().optional(),
  BOT_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant'], {
      error: 'must be SingleTenant, UserAssignedMSI or MultiTenant',
    })
    .default('SingleTenant'),
  ADVISERS: list.default([]),
  ALLOWED_TENANTS: list.default([]),
  NETWORK_NAME: z.string().default('Kommunenettverk for internasjonalt arbeid'),
  NETWORK_OWNER: z.string().default('Buskerud fylkeskommune'),
  CONTACT_NAME: z.string().default('Internasjonal rådgiver'),
  CONTACT_EMAIL: z.email({ error: 'must be an e-mail address' }).default('internasjonalt@example.no'),
  TIME_ZONE: timeZone.default('Europe/Oslo'),
  DEFAULT_LANGUAGE: z.enum(languages, { error: 'must be nb, nn or en' }).default('nb'),
  QUIET_HOURS: quietHours.default({ from: '21:00', to: '07:00' }),
  SEND_RATE: z.coerce.number({ error: 'must be a number of messages a second' }).positive().max(1000).default(50),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'must be a level of pino' })
    .default('info'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_MODEL: z.string().default('gpt-4o-mini'),
  AZURE_OPENAI_API_KEY: z.string().optional(),
  AZURE_OPENAI_ENDPOINT: z.url({ error: 'must be an address' }).optional(),
  AZURE_OPENAI_DEPLOYMENT: z.string().optional(),
  OPENAI_DAILY_ANSWERS: z.coerce.number({ error: 'must be a number of answers' }).int().min(0).default(1000),
})

type Environment = z.output<typeof environment>

/** The names of all that can be set. */
export const variables: readonly string[] = Object.keys(environment.shape)

/**
 * Reads the environment once; an empty value counts as unset.
 * @throws {ConfigError} naming every mistake at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  const mistakes = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...missing(given),
  ]
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes)
  return toConfig(parsed.data)
}

/** What one variable demands of another. */
function missing(given: Readonly<Record<string, string | undefined>>): string[] {
  const production = given.NODE_ENV === 'production'
  const needed: [name: string, needed: boolean, why: string][] = [
    ['BOT_ID', production, 'is needed in production: without it anybody could speak as anybody'],
    ['PUBLIC_URL', production, 'is needed in production, for calendar files'],
    ['CONTACT_EMAIL', production, 'is needed in production: it is where members turn'],
    ['BOT_PASSWORD', given.BOT_ID !== undefined && given.BOT_TYPE !== 'UserAssignedMSI', 'is needed with BOT_ID'],
    ['BOT_TENANT_ID', given.BOT_ID !== undefined && given.BOT_TYPE !== 'MultiTenant', 'is needed unless MultiTenant'],
  ]
  return needed.filter(([name, when]) => when && given[name] === undefined).map(([name, , why]) => `${name} ${why}`)
}

function toConfig(env: Environment): Config {
  return {
    port: env.PORT,
    bot: botIdentity(env),
    store:
      env.MONGODB_URI === undefined
        ? { kind: 'embedded', directory: env.DATA_DIR }
        : { kind: 'mongodb', uri: env.MONGODB_URI, database: env.MONGODB_DB },
    advisers: env.ADVISERS,
    allowedTenants: env.ALLOWED_TENANTS,
    network: {
      name: env.NETWORK_NAME,
      owner: env.NETWORK_OWNER,
      contactName: env.CONTACT_NAME,
      contactEmail: env.CONTACT_EMAIL,
    },
    timeZone: env.TIME_ZONE,
    defaultLanguage: env.DEFAULT_LANGUAGE,
    quietHours: env.QUIET_HOURS,
    sendRate: env.SEND_RATE,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    logLevel: env.LOG_LEVEL,
    languageModel: languageModel(env),
  }
}

function botIdentity(env: Environment): BotIdentity | null {
  if (env.BOT_ID === undefined) return null
  if (env.BOT_TYPE === 'UserAssignedMSI') {
    return { type: env.BOT_TYPE, id: env.BOT_ID, tenantId: env.BOT_TENANT_ID ?? '' }
  }
  const identity = { type: env.BOT_TYPE, id: env.BOT_ID, password: env.BOT_PASSWORD ?? '' }
  return env.BOT_TENANT_ID === undefined ? identity : { ...identity, tenantId: env.BOT_TENANT_ID }
}

function languageModel(env: Environment): LanguageModelConfig | null {
  const dailyAnswers = env.OPENAI_DAILY_ANSWERS
  if (env.AZURE_OPENAI_API_KEY && env.AZURE_OPENAI_ENDPOINT && env.AZURE_OPENAI_DEPLOYMENT) {
    return {
      dailyAnswers,
      provider: 'azure',
      apiKey: env.AZURE_OPENAI_API_KEY,
      endpoint: env.AZURE_OPENAI_ENDPOINT,
      deployment: env.AZURE_OPENAI_DEPLOYMENT,
    }
  }
  if (env.OPENAI_API_KEY)
    return { dailyAnswers, provider: 'openai', apiKey: env.OPENAI_API_KEY, model: env.OPENAI_MODEL }
  return null
}
