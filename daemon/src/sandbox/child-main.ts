import software from '../../../package.json' with { type: 'json' }
import { InterpreterRuntime } from '../runtime/interpreter/interpreter-runtime.ts'
import { V8Runtime } from '../runtime/v8/v8-runtime.ts'
import { serve } from './child-session.ts'
import { StdioChannel } from './stdio-channel.ts'

// The child's own code, bundled into one file: nothing else of the daemon exists behind the fence.
const [, , name] = process.argv
const runtime = name === 'v8' ? new V8Runtime(software.version) : new InterpreterRuntime(software.version)
export const served = serve(runtime, new StdioChannel())
