import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import { runtimeContract } from './runtime-contract.ts'

runtimeContract(new V8Runtime('0.0.0'))
