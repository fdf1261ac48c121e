import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import { executesCoreSuite } from './core-suite-contract.ts'

executesCoreSuite('core suite: execution in metered form', new V8Runtime('0.0.0'))
