import software from '../../../package.json' with { type: 'json' }
import type { Runtime } from '../runtime/runtime.ts'
import { serve } from './child-session.ts'
import { StdioChannel } from './stdio-channel.ts'

// The child's own code, bundled into one file: nothing else of the daemon exists behind the fence.
const [, , name] = process.argv
const channel = new StdioChannel()
export const served = runtimeOf(name)
  .then((runtime) => serve(runtime, channel))
  .catch((error: unknown) => {
    // Node would quote the line that threw, which here is all of the code: a flood where the operator needs a sentence.
    channel.complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exit(1)
  })

/** Of the two only the one that is asked for is set up: its tables take milliseconds of every child's start. */
async function runtimeOf(name: string | undefined): Promise<Runtime> {
  if (name === 'v8') {
    const { V8Runtime } = await import('../runtime/v8/v8-runtime.ts')
    return new V8Runtime(software.version)
  }
  const { InterpreterRuntime } = await import('../runtime/interpreter/interpreter-runtime.ts')
  return new InterpreterRuntime(software.version)
}
