import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Content } from '../load.ts'
import { fromBytes, type Model } from './model.ts'

const folder = '.trained'
const workerUrl = new URL('./train-worker.ts', import.meta.url)

/**
 * The model of a content. Training takes seconds, so a model is kept in the knowledge directory, under a name that
 * changes with the content and with the code that learns from it; `npm ci` puts the first one there.
 */
export async function trainedModel(directory: string, content: Content): Promise<Model> {
  const name = `${await fingerprint(content)}.model`
  const kept = await readModel(join(directory, folder, name))
  if (kept) return kept
  const bytes = await trainAside(directory)
  await keep(directory, name, bytes)
  return fromBytes(bytes)
}

async function fingerprint(content: Content): Promise<string> {
  const code = new URL('.', import.meta.url)
  const files = (await readdir(code)).filter((file) => file.endsWith('.ts')).sort()
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, code))))
  const hash = createHash('sha256').update(content.fingerprint).update(process.version)
  for (const text of texts) hash.update(text)
  return hash.digest('hex').slice(0, 32)
}

async function readModel(path: string): Promise<Model | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined
    throw error
  }
  try {
    return fromBytes(bytes)
  } catch {
    return undefined
  }
}

/** Trains in another thread, so that turns under way are not held up. */
function trainAside(directory: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, { workerData: directory })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Training ended with code ${code}`)))
  })
}

/** Keeps a model in place of others. Where nothing can be written, each start trains anew. */
async function keep(directory: string, name: string, bytes: Uint8Array): Promise<void> {
  const kept = join(directory, folder)
  try {
    await mkdir(kept, { recursive: true })
    const unfinished = join(kept, `${name}.${process.pid}`)
    await writeFile(unfinished, bytes)
    await rename(unfinished, join(kept, name))
    const others = (await readdir(kept)).filter((file) => file.endsWith('.model') && file !== name)
    await Promise.all(others.map((file) => rm(join(kept, file), { force: true })))
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].some((code) => isFileError(error, code))) throw error
  }
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
