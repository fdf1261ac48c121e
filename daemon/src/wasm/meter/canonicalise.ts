import type { ValueType } from '../module.ts'
import { Op } from '../opcodes.ts'
import { type CodeWriter, ops } from './code-writer.ts'
import { Kind } from './nan-roles.ts'

/** The canonical NaN, positive. */
const canonicalF32 = 0x7fc0_0000n
const canonicalF64 = 0x7ff8_0000_0000_0000n

/**
 * Replaces the value on top, where it is a NaN, by the canonical one: scalars by a branch that is hardly ever taken,
 * vectors lane by lane. `scratch` is a local of the value's type.
 */
export function canonicalise(out: CodeWriter, kind: number, scratch: number): void {
  out.localTee(scratch)
  switch (kind) {
    case Kind.pendingF32:
      beginIfNan(out, ops.f32Ne, scratch)
      out.op(Op.f32Const)
      out.littleEndian(canonicalF32, 4)
      endIfNan(out, scratch)
      break
    case Kind.pendingF64:
      beginIfNan(out, ops.f64Ne, scratch)
      out.op(Op.f64Const)
      out.littleEndian(canonicalF64, 8)
      endIfNan(out, scratch)
      break
    case Kind.pendingF32x4:
      out.op(Op.v128Const)
      for (let lane = 0; lane < 4; lane++) out.littleEndian(canonicalF32, 4)
      selectLanes(out, ops.f32x4Eq, scratch)
      break
    case Kind.pendingF64x2:
      out.op(Op.v128Const)
      for (let lane = 0; lane < 2; lane++) out.littleEndian(canonicalF64, 8)
      selectLanes(out, ops.f64x2Eq, scratch)
      break
  }
}

/** What is not equal to itself is NaN. */
function beginIfNan(out: CodeWriter, notEqual: number, scratch: number): void {
  out.localGet(scratch)
  out.op(notEqual)
  out.ifRarely()
}

function endIfNan(out: CodeWriter, scratch: number): void {
  out.localSet(scratch)
  out.end()
  out.localGet(scratch)
}

function selectLanes(out: CodeWriter, equal: number, scratch: number): void {
  out.localGet(scratch)
  out.localGet(scratch)
  out.op(equal)
  out.op(ops.bitselect)
}

/** By pending kind: the type of the value. */
export const kindTypes: readonly ValueType[] = ['i32', 'i32', 'f32', 'f64', 'v128', 'v128']

/** The body of a function that canonicalises its argument. */
export function canonicaliseBody(out: CodeWriter, kind: number): void {
  out.locals([])
  out.localGet(0)
  canonicalise(out, kind, 0)
  out.end()
}
