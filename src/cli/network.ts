import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { runNetworkCommand } from './network/run.ts'

process.exitCode = await runNetworkCommand(process.argv.slice(2), {
  env: process.env,
  now: () => Temporal.Now.instant(),
  readFile: async (name) => (name === '-' ? buffer(process.stdin) : readFile(name)),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
