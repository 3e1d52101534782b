/** A process of its own for one scenario, so that its memory can be measured: told as JSON, it tells the course as JSON. */
import { type Scenario, simulate } from './simulation.ts'

const scenario: Scenario = JSON.parse(process.argv[2] ?? '')
console.log(JSON.stringify(await simulate(scenario)))
process.exit(0)
