import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { z } from 'zod'

const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https address' })
const guid = z.guid({ error: 'must be a GUID' })

/** What differs between one owner's app package and another's, by its name in the environment. */
const valuesShape = z
  .object({
    TEAMS_APP_ID: guid,
    APP_VERSION: z.string(),
    BOT_ID: guid,
    PUBLIC_URL: httpsUrl,
    WEBSITE_URL: httpsUrl,
    PRIVACY_URL: httpsUrl,
    TERMS_URL: httpsUrl,
    NETWORK_NAME: z
      .string()
      .max(100, 'must be at most 100 characters')
      .default('Kommunenettverk for internasjonalt arbeid'),
    NETWORK_OWNER: z.string().max(32, 'must be at most 32 characters').default('Buskerud fylkeskommune'),
  })
  .transform((values) => ({ ...values, PUBLIC_HOST: new URL(values.PUBLIC_URL).hostname }))

export type PackageResult = { ok: true; zip: Uint8Array } | { ok: false; mistakes: readonly string[] }

/**
 * The Teams app package: the files of `directory`, with `${{NAME}}` replaced in those that are JSON.
 * Refuses with every value that is missing or wrong, by name.
 */
export async function packageApp(
  directory: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<PackageResult> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const values = valuesShape.safeParse(given)
  if (!values.success) {
    return { ok: false, mistakes: values.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) }
  }
  const names = (await readdir(directory)).filter((name) => /\.(json|png)$/.test(name))
  const files = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(directory, name))
      return [name, name.endsWith('.json') ? filled(content.toString('utf8'), values.data) : content] as const
    }),
  )
  return { ok: true, zip: zipSync(Object.fromEntries(files)) }
}

function filled(template: string, values: Readonly<Record<string, string>>): Uint8Array {
  const json = template.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the manifest asks for ${placeholder}, which nothing gives`)
    return JSON.stringify(value).slice(1, -1)
  })
  return Buffer.from(json, 'utf8')
}
