import { runCommandLine } from './cli/program.ts'
import { processTerminal } from './cli/terminal.ts'

const code = await runCommandLine(process.argv.slice(2), processTerminal())
await Promise.all([flushed(process.stdout), flushed(process.stderr)])
// All that was started has been stopped; libp2p leaves debounced calls of a second behind that nobody waits for.
process.exit(code)

/** Resolves when what was written has left, or never will. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}
