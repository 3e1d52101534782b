/** A process of its own for one engine: `node worker.ts JOB`, with the job as JSON. Tells what it does by messages. */
import { keepCompiled } from '../../../src/compiled.ts'
import { keepHeapSmall } from '../../../src/heap.ts'
import { jobSchema, type Note } from './job.ts'
import { createSend } from './send.ts'

keepHeapSmall()
keepCompiled()
const job = jobSchema.parse(JSON.parse(process.argv[2] ?? ''))
const send = createSend(job.serviceUrl)
// Each engine is loaded alone, so that neither's memory is counted with the other's.
const engine =
  job.engine === 'ours'
    ? await (await import('./ours.ts')).openOurs(job, send)
    : await (await import('./agenda.ts')).openAgenda(job, send)

function tell(note: Note): void {
  process.send?.(note)
}

const peakMb = () => process.resourceUsage().maxRSS / 1_024

if (job.plans) {
  const from = performance.now()
  await engine.plan()
  tell({ kind: 'planned', ms: performance.now() - from, peakMb: peakMb() })
}
let sendingFrom = performance.now()
let cpuFrom = process.cpuUsage()
if (job.sends) {
  await engine.start()
  tell({ kind: 'sending' })
  sendingFrom = performance.now()
  cpuFrom = process.cpuUsage()
}

process.on('message', async () => {
  const { user, system } = process.cpuUsage(cpuFrom)
  const wallMs = performance.now() - sendingFrom
  const usage = {
    storeCalls: engine.calls(),
    cpuMs: (user + system) / 1_000,
    wallMs,
    peakMb: peakMb(),
    latenessMs: engine.latenessMs,
  }
  tell({ kind: 'usage', ...usage })
  await engine.stop()
  process.disconnect?.()
})
