import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { runtimeContract } from './runtime-contract.ts'

runtimeContract(new InterpreterRuntime('0.0.0'))
