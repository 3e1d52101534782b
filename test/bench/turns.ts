import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMongoDb } from '../support/mongodb.ts'
import { type LoadResult, load, median, startSink } from './load.ts'
import { fillStore, storeCallsPerTurn } from './stores.ts'
import { startTarget, type Target } from './target.ts'

const concurrency = 16
/** Without a pause, so that each has as much garbage as it ever lets pile up. */
const warmUpTurns = 4_000
const turnsPerRound = 1_000
const rounds = 9

const questions = [
  'Hva er Erasmus+?',
  'kan en barnehage søke erasmus?',
  'Kven er sekretariatet for Interreg Sverige–Noreg?',
  'how much money can we get from Horizon Europe',
  'når er fristen for EØS-midlene',
  'kor mykje gjev fylket til forprosjekt',
]

interface Measured extends LoadResult {
  name: string
  startMs: number
  peakMegabytes: number
  cpuMsPerTurn: number
}

/** A question answered, side by side with bare echoes: round after round in one run, so that drift meets all alike. */
export async function benchTurns(): Promise<void> {
  const server = await startMongoDb()
  const directory = await mkdtemp(join(tmpdir(), 'bench-'))
  const [empty, full] = [join(directory, 'empty'), join(directory, 'full')]
  await fillStore(full, { members: 10_000, gatherings: 200 })
  const sink = await startSink()
  const bot = new URL('../../src/index.ts', import.meta.url).pathname
  const echo = (name: string) => new URL(`./targets/${name}.js`, import.meta.url).pathname
  const mongodb = { MONGODB_URI: server.uri, MONGODB_DB: `bench_${process.pid}` }
  const targets: Target[] = [
    { name: 'botbuilder echo', script: echo('botbuilder-echo'), env: {} },
    { name: 'teams-ai echo', script: echo('teams-ai-echo'), env: {} },
    { name: 'this bot, embedded store', script: bot, env: { DATA_DIR: empty } },
    { name: 'the same, 10,000 members, 200 gatherings', script: bot, env: { DATA_DIR: full } },
    { name: 'this bot, MongoDB', script: bot, env: mongodb },
  ]
  print(await measure(targets, sink.serviceUrl))
  sink.close()
  console.log(`Store calls a turn on MongoDB: ${await storeCallsPerTurn(server.uri, questions)} (at most 3)`)
  await server.stop()
  await rm(directory, { recursive: true })
}

async function measure(targets: readonly Target[], serviceUrl: string): Promise<Measured[]> {
  const running = []
  for (const target of targets)
    running.push({ ...(await startTarget(target)), results: [] as LoadResult[], cpu: [] as number[] })
  for (const { port } of running) await load(port, serviceUrl, questions, warmUpTurns, concurrency)
  for (let round = 0; round < rounds; round++) {
    for (const { port, results, cpu, cpuMs } of running) {
      const before = await cpuMs()
      results.push(await load(port, serviceUrl, questions, turnsPerRound, concurrency))
      cpu.push(((await cpuMs()) - before) / turnsPerRound)
    }
  }
  const measured: Measured[] = []
  for (const { name, startMs, results, cpu, peakMegabytes, stop } of running) {
    const of = (figure: keyof LoadResult) => median(results.map((result) => result[figure]))
    const figures = { turnsPerSecond: of('turnsPerSecond'), p50: of('p50'), p99: of('p99') }
    const cpuMsPerTurn = median(cpu)
    measured.push({ name, startMs, ...figures, cpuMsPerTurn, peakMegabytes: await peakMegabytes() })
    await stop()
  }
  return measured
}

function print(measured: readonly Measured[]): void {
  const peer = measured.find(({ name }) => name === 'teams-ai echo')
  console.table(
    Object.fromEntries(
      measured.map(({ name, turnsPerSecond, p50, p99, startMs, cpuMsPerTurn, peakMegabytes }) => [
        name,
        {
          'turns/s': Math.round(turnsPerSecond),
          '× teams-ai echo': round(turnsPerSecond / (peer?.turnsPerSecond ?? Number.NaN)),
          'CPU ms a turn': round(cpuMsPerTurn),
          'p50 ms': round(p50),
          'p99 ms': round(p99),
          'start to ready ms': Math.round(startMs),
          'peak memory MB': Math.round(peakMegabytes),
          'memory × echo': round(peakMegabytes / (peer?.peakMegabytes ?? Number.NaN)),
        },
      ]),
    ),
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
