import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { executesCoreSuite } from './core-suite-contract.ts'

executesCoreSuite('core suite: execution', new InterpreterRuntime('0.0.0'))
