import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { callEntrySchema } from './calls.ts'
import { questionsSchema } from './guide/schema.ts'
import { type Content, type ContentFiles, readContentFiles } from './load.ts'
import { ContentError, type Mistake, mistakeSchema } from './mistakes.ts'
import { lexiconSchema } from './phrases.ts'
import { topicFileSchema } from './topic-file.ts'
import { type Model, modelSchema } from './understanding/model.ts'

const preparedSchema = z.object({
  /** Without their example questions, which have been learned from. */
  topics: z.array(topicFileSchema),
  calls: z.array(callEntrySchema),
  lexicon: lexiconSchema,
  finder: questionsSchema.nullable(),
  model: modelSchema,
})

/** What the bot needs to answer: the content, and what was learned from it. */
export type Prepared = z.infer<typeof preparedSchema>

const workerResultSchema = z.union([
  z.object({ bytes: z.instanceof(Uint8Array) }),
  z.object({ mistakes: z.array(mistakeSchema) }),
])
export type WorkerResult = { bytes: Uint8Array } | { mistakes: readonly Mistake[] }

const folder = '.prepared'
const codeFolders = ['.', './understanding/', './guide/'].map((folder) => new URL(folder, import.meta.url))
const workerUrl = new URL('./prepare-worker.ts', import.meta.url)

/**
 * Reads a knowledge directory and learns from it. That takes seconds, so what came of it is kept in the directory under
 * a name that changes with the content and with the code; `npm ci` puts the first one there.
 * Throws ContentError with every mistake.
 */
export async function prepare(directory: string): Promise<Prepared> {
  const name = await fingerprint(await readContentFiles(directory))
  const kept = await readKept(join(directory, folder, name))
  if (kept) return kept
  const bytes = await prepareAside(directory)
  await keep(join(directory, folder), name, bytes)
  return fromBytes(bytes)
}

export function toBytes({ topics, calls, lexicon, finder }: Content, model: Model): Uint8Array {
  const withoutQuestions = topics.map((topic) => ({
    ...topic,
    sections: topic.sections.map((section) => ({ ...section, questions: [] })),
  }))
  return serialize({ topics: withoutQuestions, calls, lexicon, finder, model } satisfies Prepared)
}

function fromBytes(bytes: Uint8Array): Prepared {
  return preparedSchema.parse(deserialize(bytes))
}

async function fingerprint({ topics, calls, phrases, finder }: ContentFiles): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const { path, text } of [...topics, ...calls, ...phrases, ...finder]) hash.update(`\0${path}\0${text}`)
  for (const code of codeFolders) {
    const files = (await readdir(code)).filter((file) => file.endsWith('.ts')).sort()
    for (const text of await Promise.all(files.map((file) => readFile(new URL(file, code))))) hash.update(text)
  }
  return hash.digest('hex').slice(0, 32)
}

async function readKept(path: string): Promise<Prepared | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    if (hasCode(error, ['ENOENT'])) return undefined
    throw error
  }
  try {
    return fromBytes(bytes)
  } catch {
    return undefined
  }
}

/** Works in another thread, so that turns under way are not held up. */
async function prepareAside(directory: string): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const worker = new Worker(workerUrl, { workerData: directory })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`Learning from the content ended with code ${code}`)))
  const result = workerResultSchema.parse(await promise)
  if ('mistakes' in result) throw new ContentError(result.mistakes)
  return result.bytes
}

/** Keeps this one instead of those of other contents. Where nothing can be written, each start learns anew. */
async function keep(directory: string, name: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
    const unfinished = join(directory, `${name}.${process.pid}`)
    await writeFile(unfinished, bytes)
    await rename(unfinished, join(directory, name))
    const others = (await readdir(directory)).filter((file) => file !== name && !file.includes('.'))
    await Promise.all(others.map((file) => rm(join(directory, file), { force: true })))
  } catch (error) {
    if (!hasCode(error, ['EROFS', 'EACCES', 'EPERM'])) throw error
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code)
}
