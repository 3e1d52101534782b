import { keepCompiled } from './compiled.ts'
import { keepHeapSmall } from './heap.ts'

keepHeapSmall()
keepCompiled()
const { run } = await import('./main.ts')
await run()
