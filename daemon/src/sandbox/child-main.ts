import software from '../../../package.json' with { type: 'json' }
import { InterpreterRuntime } from '../runtime/interpreter/interpreter-runtime.ts'
import { serve } from './child-session.ts'
import { StdioChannel } from './stdio-channel.ts'

// The entry of the child, bundled into one file: nothing else of the daemon exists behind the fence.
await serve(new InterpreterRuntime(software.version), new StdioChannel())
