import { CodeWriter } from '../../wasm/meter/code-writer.ts'
import type { ValueType } from '../../wasm/module.ts'
import { Op } from '../../wasm/opcodes.ts'
import { TypeCode } from '../../wasm/value-types.ts'
import type { Value } from '../runtime.ts'
import type { References } from './values.ts'

/**
 * A global to be imported, with exactly these bits. JavaScript would change those of a float and has none for a
 * vector: such a global comes out of a module made for it.
 */
export function globalWithBits(
  type: ValueType,
  mutable: boolean,
  value: Value,
  references: References,
): WebAssembly.Global {
  switch (type) {
    case 'i32':
      return new WebAssembly.Global({ value: type, mutable }, Number(value as bigint) | 0)
    case 'i64':
      return new WebAssembly.Global({ value: type, mutable }, value)
    case 'externref':
    case 'funcref':
      return new WebAssembly.Global(
        { value: type === 'funcref' ? 'anyfunc' : type, mutable },
        references.toGuest(value),
      )
    default:
      return exportedGlobal(type, mutable, value as bigint)
  }
}

function exportedGlobal(type: 'f32' | 'f64' | 'v128', mutable: boolean, bits: bigint): WebAssembly.Global {
  const out = new CodeWriter()
  out.put(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  const [constant, length] = { f32: [Op.f32Const, 4], f64: [Op.f64Const, 8], v128: [Op.v128Const, 16] }[type] as [
    number,
    number,
  ]
  const section = new CodeWriter()
  section.put(1, TypeCode[type], mutable ? 1 : 0)
  section.op(constant)
  section.littleEndian(bits, length)
  section.end()
  out.byte(6)
  out.sized(section)
  out.put(7, 5, 1, 1, 0x67, 3, 0) // export "g", global 0
  return new WebAssembly.Instance(new WebAssembly.Module(out.view), {}).exports.g as WebAssembly.Global
}
