import { parentPort, workerData } from 'node:worker_threads'
import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import { findDifference } from './compare.ts'
import { type Flavour, generateModule } from './module-generator.ts'

/** Compares the runtimes over one seed after the other until the time is up or they differ. */
export interface FuzzTask {
  readonly firstSeed: number
  readonly flavour?: Flavour
  readonly milliseconds: number
  readonly fuel: bigint
}

export interface FuzzReport {
  readonly modules: number
  readonly difference?: {
    readonly seed: number
    readonly flavour: Flavour
    readonly module: string
    readonly lines: string
  }
}

const { firstSeed, flavour, milliseconds, fuel } = workerData as FuzzTask
const runtimes = [new InterpreterRuntime('0.0.0'), new V8Runtime('0.0.0')] as const
parentPort!.postMessage(await fuzz())

async function fuzz(): Promise<FuzzReport> {
  const end = performance.now() + milliseconds
  let modules = 0
  for (let seed = firstSeed; performance.now() < end; seed++) {
    const module = generateModule(seed, flavour)
    const lines = await findDifference(runtimes, module, seed, fuel)
    modules++
    if (lines !== undefined) {
      const bytes = Buffer.from(module.bytes).toString('base64')
      return { modules, difference: { seed, flavour: module.flavour, module: bytes, lines } }
    }
  }
  return { modules }
}
