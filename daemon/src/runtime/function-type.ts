import type { FunctionType } from '../wasm/module.ts'

/** Whether two function types are the same: parameters and results, in order. */
export function sameType(a: FunctionType, b: FunctionType): boolean {
  return a.parameters.join() === b.parameters.join() && a.results.join() === b.results.join()
}
