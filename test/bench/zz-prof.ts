import { load, startSink } from '/work/wt/spine/test/bench/load.ts'
import { spawn } from 'node:child_process'
const [script, profdir] = process.argv.slice(2)
const questions = ['Hva er Erasmus+?','kan en barnehage søke erasmus?','Kven er sekretariatet for Interreg Sverige–Noreg?','how much money can we get from Horizon Europe','når er fristen for EØS-midlene','kor mykje gjev fylket til forprosjekt']
const sink = await startSink()
const port = 4555
const child = spawn(process.execPath, ['--cpu-prof', '--cpu-prof-dir='+profdir, script], { env: { PATH: process.env.PATH, LOG_LEVEL:'warn', PORT:String(port), DATA_DIR: profdir+'/data' }, stdio:'inherit' })
for (;;) { const r = await fetch(`http://127.0.0.1:${port}/readyz`).catch(()=>null); if (r?.ok) break; await new Promise(r=>setTimeout(r,50)) }
await load(port, sink.serviceUrl, questions, 1500, 16)
console.log(await load(port, sink.serviceUrl, questions, 6000, 16))
child.kill('SIGTERM'); await new Promise(r=>child.once('exit',r)); sink.close()
