import software from '../../../package.json' with { type: 'json' }
import { InterpreterRuntime } from '../runtime/interpreter/interpreter-runtime.ts'
import { serve } from './child-session.ts'
import { StdioChannel } from './stdio-channel.ts'

// The child's own code, bundled into one file: nothing else of the daemon exists behind the fence.
export const served = serve(new InterpreterRuntime(software.version), new StdioChannel())
