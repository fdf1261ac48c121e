import type { ValueType } from '../../wasm/module.ts'

/** How values lie in slots of 8 bytes: a v128 takes two, the lower half first. */
export interface SlotShape {
  readonly count: number
  /** Where upper halves of vectors are, from 0. */
  readonly upperHalves: readonly number[]
}

const noUpperHalves: readonly number[] = Object.freeze([])
export const emptyShape: SlotShape = Object.freeze({ count: 0, upperHalves: noUpperHalves })
export const numberShape: SlotShape = Object.freeze({ count: 1, upperHalves: noUpperHalves })
export const vectorShape: SlotShape = Object.freeze({ count: 2, upperHalves: Object.freeze([1]) })

/** The shapes of lists of types; those of one module are asked for again and again. */
export class SlotShapes {
  private readonly known = new Map<readonly ValueType[], SlotShape>()

  of(types: readonly ValueType[]): SlotShape {
    if (types.length === 0) return emptyShape
    if (types.length === 1) return types[0] === 'v128' ? vectorShape : numberShape
    const found = this.known.get(types)
    if (found !== undefined) return found
    const upperHalves: number[] = []
    let count = 0
    for (const type of types) {
      count++
      if (type === 'v128') upperHalves.push(count++)
    }
    const shape = { count, upperHalves }
    this.known.set(types, shape)
    return shape
  }
}

/** Bits of values as they stand in slots. */
export function toSlots(values: readonly bigint[], types: readonly ValueType[]): bigint[] {
  if (!types.includes('v128')) return [...values]
  return values.flatMap((bits, index) => (types[index] === 'v128' ? [BigInt.asUintN(64, bits), bits >> 64n] : [bits]))
}

/** The other way round. What stands in the high half of a slot whose type has 32 bits is left there. */
export function fromSlots(slots: ArrayLike<bigint>, types: readonly ValueType[]): bigint[] {
  let position = 0
  return types.map((type) => {
    const low = slots[position++]!
    return type === 'v128' ? (slots[position++]! << 64n) | low : low
  })
}
