import type { Logger } from 'pino'

/** Structured log lines. They carry ids, never names, e-mail addresses or what people wrote. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>
