import { existsSync } from 'node:fs'

/**
 * Imported before a command that is to have what `env/.env` sets and the environment does not. Node's own option for
 * that, `--env-file-if-exists`, complains each time where there is no such file.
 */
const file = 'env/.env'
if (existsSync(file)) process.loadEnvFile(file)
