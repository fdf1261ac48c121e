import type { InstructionReader } from '../../wasm/instructions.ts'
import { findInstruction, Immediate, lanesOf, opcodeOf, operandsOf, resultOf } from '../../wasm/opcodes.ts'
import { TypeCode } from '../../wasm/value-types.ts'
import type { Code } from './code.ts'
import type { OperandStack } from './operand-stack.ts'
import { directForm, operation } from './operations.ts'
import type { ComputationTranslator } from './translate-computation.ts'

const move = operation('move')
const shuffle = operation('i8x16.shuffle')
const storeOpcode = opcodeOf('v128.store')

/** By bits of a lane. */
const replace = laneOperations((bits) => operation(`v128.replace${bits}`))
const load = laneOperations((bits) => operation(`v128.load${bits}_lane`))
const store = laneOperations((bits) => opcodeOf(bits === 64 ? 'i64.store' : `i64.store${bits}`))
/** `extract_lane` of 8 and 16 bits: an operation of a slot, and for the unsigned ones a mask. */
const extend = new Map([
  [8, operation('extend8_s')],
  [16, operation('extend16_s')],
])
const and = operation('i32.and.i')

/**
 * Translates the SIMD instructions. Most become an operation of the same name; single lanes are read and stored by
 * scalar operations from within the vector's slots.
 */
export class SimdTranslator {
  private readonly stack: OperandStack
  private readonly code: Code
  private readonly computations: ComputationTranslator
  /** The four words of an immediate. */
  private readonly words = new Int32Array(4)
  private readonly bytes = new Uint8Array(this.words.buffer)

  constructor(stack: OperandStack, code: Code, computations: ComputationTranslator) {
    this.stack = stack
    this.code = code
    this.computations = computations
  }

  /** Any SIMD instruction that the reader has just read. */
  translate(reader: InstructionReader): void {
    const { opcode } = reader
    switch (reader.immediate) {
      case Immediate.none:
        this.compute(opcode)
        return
      case Immediate.v128:
        this.bytes.set(reader.vector)
        this.stack.pushVectorConstant(this.words)
        return
      case Immediate.shuffle:
        this.bytes.set(reader.vector)
        this.shuffle()
        return
      case Immediate.memoryAccess:
        this.access(opcode, reader.memoryOffset)
        return
      case Immediate.memoryLane:
        if (resultOf[opcode] === 0) this.storeLane(opcode, reader.memoryOffset, reader.index)
        else this.loadLane(opcode, reader.memoryOffset, reader.index)
        return
      case Immediate.lane:
        if (resultOf[opcode] === TypeCode.v128) this.replaceLane(opcode, reader.index)
        else this.extractLane(opcode, reader.index)
        return
    }
    throw new RangeError(`no translation for opcode ${opcode.toString(16)}`)
  }

  private compute(opcode: number): void {
    const { stack, code } = this
    const packed = operandsOf[opcode]!
    const third = packed > 0xffff ? this.operand(packed >>> 16) : 0
    const second = packed > 0xff ? this.operand((packed >>> 8) & 0xff) : 0
    const first = this.operand(packed & 0xff)
    code.emit(directForm[opcode]!, stack.nextSlot, first, second, third)
    if (resultOf[opcode] === TypeCode.v128) stack.pushVectorSlot()
    else stack.pushSlot()
  }

  /** Pops an operand of a type: its slot. */
  private operand(type: number): number {
    return type === TypeCode.v128 ? this.vector() : this.stack.slotOf(this.stack.pop())
  }

  private vector(): number {
    return this.stack.vectorSlotOf(this.stack.popVector())
  }

  private shuffle(): void {
    const { stack, code, words } = this
    const second = this.vector()
    const first = this.vector()
    const at = code.emit(shuffle, stack.nextSlot, first, second, words[0], words[1], words[2])
    code.words[at + 7] = words[3]!
    stack.pushVectorSlot()
  }

  // ---- Lanes ----

  private extractLane(opcode: number, lane: number): void {
    const { stack, code } = this
    const bits = bitsOf(opcode)
    if (lane === 0 && bits >= 32) {
      // What is left is the lower half, whose high 32 bits mean nothing where the lane has only the others.
      stack.pop()
      return
    }
    const slot = this.vector() + placeOf(lane, bits)
    if (bits >= 32) code.emit(move, stack.nextSlot, slot)
    else if (findInstruction(opcode)!.name.endsWith('_s')) code.emit(extend.get(bits)!, stack.nextSlot, slot)
    else code.emit(and, stack.nextSlot, slot, 2 ** bits - 1)
    stack.pushSlot()
  }

  private replaceLane(opcode: number, lane: number): void {
    const { stack, code } = this
    const bits = bitsOf(opcode)
    const value = stack.slotOf(stack.pop())
    const vector = this.vector()
    code.emit(replace.get(bits)!, stack.nextSlot, vector, value, placeOf(lane, bits))
    stack.pushVectorSlot()
  }

  // ---- Memory ----

  private access(opcode: number, offset: number): void {
    const { stack, computations } = this
    if (opcode === storeOpcode) computations.storeFrom(opcode, offset, this.vector())
    else {
      computations.loadTo(opcode, offset)
      stack.pushVectorSlot()
    }
  }

  private loadLane(opcode: number, offset: number, lane: number): void {
    const { stack, code } = this
    const bits = bitsOf(opcode)
    const vector = this.vector()
    const address = stack.slotOf(stack.pop())
    code.emit(load.get(bits)!, stack.nextSlot, address, offset | 0, vector, placeOf(lane, bits))
    stack.pushVectorSlot()
  }

  private storeLane(opcode: number, offset: number, lane: number): void {
    const bits = bitsOf(opcode)
    this.computations.storeFrom(store.get(bits)!, offset, this.vector() + placeOf(lane, bits))
  }
}

/** Of a lane, by how many of them there are. */
function bitsOf(opcode: number): number {
  return 128 / lanesOf[opcode]!
}

/** Where a lane begins within its vector, in bytes. */
function placeOf(lane: number, bits: number): number {
  return (lane * bits) / 8
}

function laneOperations(find: (bits: number) => number): ReadonlyMap<number, number> {
  return new Map([8, 16, 32, 64].map((bits) => [bits, find(bits)]))
}
