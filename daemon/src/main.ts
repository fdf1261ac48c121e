import { runProcess } from './cli/run-process.ts'

// All that was started has been stopped; libp2p leaves debounced calls of a second behind that nobody waits for.
process.exit(await runProcess())
