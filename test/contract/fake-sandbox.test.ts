import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { FakeSandbox } from '../fakes/fake-sandbox.ts'
import { sandboxContract } from './sandbox-contract.ts'

sandboxContract('the fake', async () => new FakeSandbox({ runtime: new InterpreterRuntime('0.1.0') }), { kills: false })
