import { Op, opcodeOf } from '../opcodes.ts'
import { TypeCode } from '../value-types.ts'
import { BinaryWriter } from './writer.ts'

/** Writes instructions: those that the metering code is made of. */
export class CodeWriter extends BinaryWriter {
  /** Where the `if`s stand that are hardly ever entered. */
  readonly rare: number[] = []

  override clear(): void {
    super.clear()
    this.rare.length = 0
  }

  /** An instruction without immediates, or the opcode alone. */
  op(opcode: number): void {
    if (opcode < 0x100) this.byte(opcode)
    else {
      this.byte(opcode >> 8)
      this.u32(opcode & 0xff)
    }
  }

  /** An instruction whose only immediate is an index. */
  indexed(opcode: number, index: number): void {
    this.byte(opcode)
    this.u32(index)
  }

  localGet(index: number): void {
    this.indexed(Op.localGet, index)
  }

  localSet(index: number): void {
    this.indexed(Op.localSet, index)
  }

  localTee(index: number): void {
    this.indexed(Op.localTee, index)
  }

  globalGet(index: number): void {
    this.indexed(Op.globalGet, index)
  }

  globalSet(index: number): void {
    this.indexed(Op.globalSet, index)
  }

  call(index: number): void {
    this.indexed(Op.call, index)
  }

  i32Const(value: number): void {
    this.byte(Op.i32Const)
    this.s32(value)
  }

  /** Of an integer of 32 bits. */
  i64Const(value: number): void {
    this.byte(Op.i64Const)
    this.s32(value)
  }

  i64ConstBig(value: bigint): void {
    this.byte(Op.i64Const)
    this.s64(value)
  }

  /** `if` without values. */
  if(): void {
    this.byte(Op.if)
    this.byte(emptyBlock)
  }

  /** As `if`, but hardly ever entered: V8 is told to lay the code inside aside. */
  ifRarely(): void {
    this.rare.push(this.length)
    this.if()
  }

  end(): void {
    this.byte(Op.end)
  }

  unreachable(): void {
    this.byte(Op.unreachable)
  }

  /** Runs of locals in front of a body's code. */
  locals(runs: readonly { readonly count: number; readonly type: keyof typeof TypeCode }[]): void {
    this.u32(runs.length)
    for (const { count, type } of runs) {
      this.u32(count)
      this.byte(TypeCode[type])
    }
  }
}

/** The block type of a block without values, as a byte. */
export const emptyBlock = 0x40

/** The other instructions that metering code uses. */
export const ops = Object.freeze({
  i32Add: opcodeOf('i32.add'),
  i32Eq: opcodeOf('i32.eq'),
  i32GtU: opcodeOf('i32.gt_u'),
  i64Add: opcodeOf('i64.add'),
  i64Sub: opcodeOf('i64.sub'),
  i64Mul: opcodeOf('i64.mul'),
  i64And: opcodeOf('i64.and'),
  i64Ne: opcodeOf('i64.ne'),
  i64LtS: opcodeOf('i64.lt_s'),
  i64GtU: opcodeOf('i64.gt_u'),
  i64ShrU: opcodeOf('i64.shr_u'),
  i64ExtendI32U: opcodeOf('i64.extend_i32_u'),
  i32WrapI64: opcodeOf('i32.wrap_i64'),
  i32ReinterpretF32: opcodeOf('i32.reinterpret_f32'),
  i64ReinterpretF64: opcodeOf('i64.reinterpret_f64'),
  f32ReinterpretI32: opcodeOf('f32.reinterpret_i32'),
  f64ReinterpretI64: opcodeOf('f64.reinterpret_i64'),
  f32Ne: opcodeOf('f32.ne'),
  f64Ne: opcodeOf('f64.ne'),
  f32x4Eq: opcodeOf('f32x4.eq'),
  f64x2Eq: opcodeOf('f64x2.eq'),
  bitselect: opcodeOf('v128.bitselect'),
  i64x2Splat: opcodeOf('i64x2.splat'),
  i64x2ExtractLane: opcodeOf('i64x2.extract_lane'),
  i64x2ReplaceLane: opcodeOf('i64x2.replace_lane'),
} as const)
