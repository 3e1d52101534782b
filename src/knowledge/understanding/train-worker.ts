import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { loadContent } from '../load.ts'
import { toBytes, trainModel } from './model.ts'

/** Trains on the knowledge directory that it is given, and hands the model's bytes back. */
const directory = z.string().parse(workerData)
parentPort?.postMessage(toBytes(trainModel(await loadContent(directory))))
