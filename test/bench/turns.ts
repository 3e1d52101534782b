import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load, median, startSink } from './load.ts'
import { startTarget, type Target } from './target.ts'

const concurrency = 16
const warmUpTurns = 1_500
const turnsPerRound = 3_000
const rounds = 3

const questions = [
  'Hva er Erasmus+?',
  'kan en barnehage søke erasmus?',
  'Kven er sekretariatet for Interreg Sverige–Noreg?',
  'how much money can we get from Horizon Europe',
  'når er fristen for EØS-midlene',
  'kor mykje gjev fylket til forprosjekt',
]

interface Measured {
  name: string
  turnsPerSecond: number
  p50: number
  p99: number
  startMs: number
  residentMegabytes: number
}

/** A question answered, side by side with bare echoes: round after round in one run, so that drift meets all alike. */
export async function benchTurns(mongodbUri: string | null): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'))
  const sink = await startSink()
  const bot = new URL('../../src/index.ts', import.meta.url).pathname
  const target = (name: string) => new URL(`./targets/${name}.js`, import.meta.url).pathname
  const targets: Target[] = [
    { name: 'botbuilder echo', script: target('botbuilder-echo'), env: {} },
    { name: 'teams-ai echo', script: target('teams-ai-echo'), env: {} },
    { name: 'this bot, embedded store', script: bot, env: { DATA_DIR: dataDir } },
    ...(mongodbUri === null
      ? []
      : [
          {
            name: 'this bot, MongoDB',
            script: bot,
            env: { MONGODB_URI: mongodbUri, MONGODB_DB: `bench_${process.pid}` },
          },
        ]),
  ]
  const measured = await measure(targets, sink.serviceUrl)
  sink.close()
  await rm(dataDir, { recursive: true })
  print(measured)
}

async function measure(targets: readonly Target[], serviceUrl: string): Promise<Measured[]> {
  const running = []
  for (const target of targets) running.push(await startTarget(target))
  const results = running.map(() => [] as { turnsPerSecond: number; p50: number; p99: number }[])
  for (const { port } of running) await load(port, serviceUrl, questions, warmUpTurns, concurrency)
  for (let round = 0; round < rounds; round++) {
    for (const [index, { port }] of running.entries()) {
      results[index]?.push(await load(port, serviceUrl, questions, turnsPerRound, concurrency))
    }
  }
  const measured: Measured[] = []
  for (const [index, target] of running.entries()) {
    const of = (pick: (result: { turnsPerSecond: number; p50: number; p99: number }) => number) =>
      median((results[index] ?? []).map(pick))
    measured.push({
      name: target.name,
      turnsPerSecond: of((result) => result.turnsPerSecond),
      p50: of((result) => result.p50),
      p99: of((result) => result.p99),
      startMs: target.startMs,
      residentMegabytes: await target.residentMegabytes(),
    })
    await target.stop()
  }
  return measured
}

function print(measured: readonly Measured[]): void {
  const peer = measured.find(({ name }) => name === 'teams-ai echo')
  console.table(
    measured.map(({ name, turnsPerSecond, p50, p99, startMs, residentMegabytes }) => ({
      target: name,
      'turns/s': Math.round(turnsPerSecond),
      '× teams-ai echo': round(turnsPerSecond / (peer?.turnsPerSecond ?? Number.NaN)),
      'p50 ms': round(p50),
      'p99 ms': round(p99),
      'start to ready ms': Math.round(startMs),
      'memory MB': Math.round(residentMegabytes),
      'memory × echo': round(residentMegabytes / (peer?.residentMegabytes ?? Number.NaN)),
    })),
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
