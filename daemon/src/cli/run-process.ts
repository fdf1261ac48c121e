import { runCommandLine } from './program.ts'
import { processTerminal } from './terminal.ts'

/** Does what this process was started for; resolves with its exit code when all that was written has left. */
export async function runProcess(): Promise<number> {
  const code = await runCommandLine(process.argv.slice(2), processTerminal())
  await Promise.all([flushed(process.stdout), flushed(process.stderr)])
  return code
}

/** Resolves when what was written has left, or never will. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}
