import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { loadContent } from './load.ts'
import { ContentError } from './mistakes.ts'
import { toBytes, type WorkerResult } from './prepared.ts'
import { trainModel } from './understanding/model.ts'

/** Learns from the knowledge directory that it is given. */
async function work(directory: string): Promise<WorkerResult> {
  try {
    const content = await loadContent(directory)
    return { bytes: toBytes(content, trainModel(content)) }
  } catch (error) {
    if (error instanceof ContentError) return { mistakes: error.mistakes }
    throw error
  }
}

parentPort?.postMessage(await work(z.string().parse(workerData)))
