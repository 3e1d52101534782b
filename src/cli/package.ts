/** `npm run package -- production`: the Teams app package for an environment, from its file in env/ and the environment. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { packageApp } from './app-package.ts'

const root = new URL('../../', import.meta.url)
const environment = process.argv[2] ?? 'production'
const envFile = new URL(`env/.env.${environment}`, root)
if (existsSync(envFile)) process.loadEnvFile(envFile)

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(await readFile(new URL('package.json', root), 'utf8')))
const made = await packageApp(fileURLToPath(new URL('manifest', root)), { APP_VERSION: version, ...process.env })
if (made.ok) {
  const file = new URL(`dist/kommunenettverk-${environment}.zip`, root)
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, made.zip)
  console.log(`Wrote ${fileURLToPath(file)}`)
} else {
  console.error(`The app package needs these values (see env/.env.example):`)
  for (const mistake of made.mistakes) console.error(`  ${mistake}`)
  process.exitCode = 1
}
