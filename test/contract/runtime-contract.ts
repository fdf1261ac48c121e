import { describe } from 'vitest'
import type { Runtime } from '../../daemon/src/runtime/runtime.ts'
import { fuelContract } from './runtime-contract-fuel.ts'
import { instanceContract } from './runtime-contract-instances.ts'
import { nanContract } from './runtime-contract-nan.ts'
import { outcomeContract } from './runtime-contract-outcomes.ts'
import { simdContract } from './runtime-contract-simd.ts'

/** What every adapter of the Runtime port must do: the promises of runtime.ts, and fuel and determinism. */
export function runtimeContract(runtime: Runtime): void {
  describe(`${runtime.name}: preparing, outcomes, traps, memory and stack`, () => outcomeContract(runtime))
  describe(`${runtime.name}: fuel version 1`, () => fuelContract(runtime))
  describe(`${runtime.name}: instances`, () => instanceContract(runtime))
  describe(`${runtime.name}: NaN on every way`, () => nanContract(runtime))
  describe(`${runtime.name}: SIMD`, () => simdContract(runtime))
}
