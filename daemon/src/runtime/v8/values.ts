import type { FunctionType, ValueType } from '../../wasm/module.ts'
import type { Value } from '../runtime.ts'

/** References, which only instances that live on exchange with their host. */
export interface References {
  /** What the guest holds for a reference. */
  toGuest(value: Value): unknown
  toHost(held: unknown, type: ValueType): Value
}

/** The cells through which vectors cross: two i64 globals a vector. */
export type CellGlobals = readonly WebAssembly.Global[]

const low = 0xffff_ffff_ffff_ffffn

/** Arguments or results on their way into the guest: bits as V8 takes them, vectors into cells. */
export function toGuest(
  types: readonly ValueType[],
  values: readonly Value[],
  cells: CellGlobals,
  references?: References,
): unknown[] {
  const held: unknown[] = []
  let cell = 0
  for (const [position, type] of types.entries()) {
    const value = values[position]!
    switch (type) {
      case 'i32':
      case 'f32':
        held.push(Number(value as bigint) | 0)
        break
      case 'i64':
      case 'f64':
        held.push(value)
        break
      case 'v128':
        cells[cell++]!.value = BigInt.asIntN(64, value as bigint)
        cells[cell++]!.value = BigInt.asIntN(64, (value as bigint) >> 64n)
        break
      default:
        held.push(references!.toGuest(value))
    }
  }
  return held
}

/** The same on their way out. */
export function toHost(
  types: readonly ValueType[],
  held: readonly unknown[],
  cells: CellGlobals,
  references?: References,
): Value[] {
  let [cell, place] = [0, 0]
  return types.map((type) => {
    switch (type) {
      case 'i32':
      case 'f32':
        return BigInt((held[place++] as number) >>> 0)
      case 'i64':
      case 'f64':
        return (held[place++] as bigint) & low
      case 'v128': {
        const [bottom, top] = [cells[cell++]!.value as bigint, cells[cell++]!.value as bigint]
        return (bottom & low) | ((top & low) << 64n)
      }
      default:
        return references!.toHost(held[place++], type)
    }
  })
}

/** What a call from JavaScript gives, as a list. */
export function resultList({ results }: FunctionType, returned: unknown): readonly unknown[] {
  const crossing = results.filter((type) => type !== 'v128').length
  return crossing === 0 ? [] : crossing === 1 ? [returned] : (returned as readonly unknown[])
}

/** What a host function gives back to V8. */
export function returnedFrom(held: readonly unknown[]): unknown {
  return held.length < 2 ? held[0] : held
}
