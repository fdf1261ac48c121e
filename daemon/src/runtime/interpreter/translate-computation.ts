import { opcodeOf } from '../../wasm/opcodes.ts'
import type { Code } from './code.ts'
import { type OperandStack, Place } from './operand-stack.ts'
import {
  absoluteForm,
  constantHigh,
  constantLow,
  directForm,
  displacedForm,
  displacedLoad,
  fusedAsFirst,
  fusedAsSecond,
  immediateForm,
  indexedForm,
  isWide,
  lengthOf,
  negated,
  operation,
  Shape,
  shapeOf,
  storeAbsoluteImmediate,
  storeDisplacedImmediate,
  storeImmediate,
  storeIndexedImmediate,
  swappedForm,
  testOfAnd,
} from './operations.ts'

const addOpcode = opcodeOf('i32.add')
const subtractOpcode = opcodeOf('i32.sub')
const add = operation('i32.add')
/** `eqz` and `ref.is_null`, of a constant 0. */
export const equalsConstant = operation('i32.eq.i')

/**
 * Translates the instructions that only compute or access memory, choosing the form of operation that takes its
 * operands from where they are: slots, the code, or the sum that an address is.
 */
export class ComputationTranslator {
  private readonly stack: OperandStack
  private readonly code: Code

  constructor(stack: OperandStack, code: Code) {
    this.stack = stack
    this.code = code
  }

  /** Any instruction that has a `Shape`; `offset` is that of a memory access. */
  translate(opcode: number, offset: number): void {
    switch (shapeOf[opcode]) {
      case Shape.binary:
        this.binary(opcode)
        return
      case Shape.unary:
        this.unary(directForm[opcode]!)
        return
      case Shape.withConstant:
        this.unaryWithConstant(immediateForm[opcode]!, constantLow[opcode]!, constantHigh[opcode]!)
        return
      case Shape.alias:
        return
      case Shape.load:
        this.load(opcode, offset)
        return
      case Shape.store:
        this.store(opcode, offset)
        return
    }
    throw new RangeError(`no translation for opcode ${opcode.toString(16)}`)
  }

  private binary(opcode: number): void {
    const { stack } = this
    const second = stack.pop()
    const first = stack.pop()
    if (stack.isConstant(second) && (opcode === addOpcode || opcode === subtractOpcode)) {
      const value = stack.lowAt(second)
      const addend = opcode === addOpcode ? value : -value | 0
      if (stack.isConstant(first)) stack.pushConstant((stack.lowAt(first) + addend) | 0)
      else stack.pushSum(first, addend)
      return
    }
    if (stack.isConstant(second) && immediateForm[opcode] !== 0) {
      const slot = stack.slotOf(first)
      this.emitBinary(immediateForm[opcode]!, slot, stack.lowAt(second), stack.highAt(second))
    } else if (stack.isConstant(first) && swappedForm[opcode] !== 0) {
      const slot = stack.slotOf(second)
      this.emitBinary(swappedForm[opcode]!, slot, stack.lowAt(first), stack.highAt(first))
    } else {
      const slot = stack.slotOf(first)
      this.emitOnSlots(directForm[opcode]!, slot, stack.slotOf(second))
    }
    stack.pushSlot()
  }

  /** An operation of two slots; as one with the last, where that computes either. */
  private emitOnSlots(number: number, a: number, b: number): void {
    const { code, stack } = this
    if (code.lastWrites(b)) {
      const fused = fusedAsSecond(code.words[code.last]!, number)
      if (fused !== 0) {
        this.emitFused(fused, a, 0)
        return
      }
    }
    if (a !== b) this.emitBinary(number, a, b, 0)
    else code.emit(number, stack.nextSlot, a, b)
  }

  /** An operation of slot `a` and another operand; as one with the last, where that computes `a`. */
  private emitBinary(number: number, a: number, low: number, high: number): void {
    const { code, stack } = this
    const fused = code.lastWrites(a) ? fusedAsFirst(code.words[code.last]!, number) : 0
    if (fused !== 0) this.emitFused(fused, low, high)
    else code.emit(number, stack.nextSlot, a, low, high)
  }

  /** Replaces the last operation, whose result nothing else needs, by one that does more; what it needs besides. */
  private emitFused(number: number, low: number, high: number): void {
    const { code, stack } = this
    const { words, last } = code
    const first = words[last]!
    const [a, b, c] = [words[last + 2]!, words[last + 3]!, words[last + 4]!]
    code.takeBack()
    if (displacedLoad[first] !== 0) code.emit(number, stack.nextSlot, a, 0, b, low, high)
    else if (lengthOf[first] === 5) code.emit(number, stack.nextSlot, a, b, c, low, high)
    else code.emit(number, stack.nextSlot, a, b, low, high)
  }

  /** An operation of one slot. */
  unary(number: number): void {
    const { stack, code } = this
    const slot = stack.slotOf(stack.pop())
    code.emit(number, stack.nextSlot, slot)
    stack.pushSlot()
  }

  /** An operation of a slot and a constant. */
  unaryWithConstant(number: number, low: number, high: number): void {
    const { stack, code } = this
    const slot = stack.slotOf(stack.pop())
    const last = code.lastWrites(slot) ? code.words[code.last]! : 0
    // `eqz` of a comparison is the opposite comparison.
    const opposite = number === equalsConstant ? negated[last]! : 0
    const changed = opposite !== 0 ? opposite : (testOfAnd.get(number)?.get(last) ?? 0)
    if (changed !== 0) code.words[code.last] = changed
    else code.emit(number, stack.nextSlot, slot, low, high)
    stack.pushSlot()
  }

  // ---- Memory ----

  private load(opcode: number, offset: number): void {
    this.loadTo(opcode, offset)
    this.stack.pushSlot()
  }

  /** Pops an address and loads from there into the next slot, of a value that is yet to be pushed. */
  loadTo(opcode: number, offset: number): void {
    const { stack, code } = this
    const address = stack.pop()
    const absolute = this.absoluteAddress(address, offset)
    if (absolute >= 0) code.emit(absoluteForm[opcode]!, stack.nextSlot, absolute | 0)
    else if (stack.placeAt(address) === Place.sum) {
      code.emit(displacedForm[opcode]!, stack.nextSlot, stack.baseOf(address), stack.highAt(address), offset | 0)
    } else if (this.isSum(address)) {
      const [a, b] = this.takeSum()
      code.emit(indexedForm[opcode]!, stack.nextSlot, a, b, offset | 0)
    } else {
      const slot = stack.slotOf(address)
      code.emit(directForm[opcode]!, stack.nextSlot, slot, offset | 0)
    }
  }

  private store(opcode: number, offset: number): void {
    const { stack } = this
    const value = stack.pop()
    if (stack.isConstant(value)) {
      this.storeConstant(opcode, offset, stack.lowAt(value), isWide[opcode] === 1 ? stack.highAt(value) : 0)
    } else this.storeFrom(opcode, offset, stack.slotOf(value))
  }

  /** Pops an address and stores there what stands in a slot. */
  storeFrom(opcode: number, offset: number, slot: number): void {
    const { stack, code } = this
    const address = stack.pop()
    const absolute = this.absoluteAddress(address, offset)
    if (absolute >= 0) code.emit(absoluteForm[opcode]!, absolute | 0, slot)
    else if (stack.placeAt(address) === Place.sum) {
      code.emit(displacedForm[opcode]!, stack.baseOf(address), stack.highAt(address), offset | 0, slot)
    } else if (this.isSum(address)) {
      const [a, b] = this.takeSum()
      code.emit(indexedForm[opcode]!, a, b, offset | 0, slot)
    } else code.emit(directForm[opcode]!, stack.slotOf(address), offset | 0, slot)
  }

  private storeConstant(opcode: number, offset: number, low: number, high: number): void {
    const { stack, code } = this
    const address = stack.pop()
    const absolute = this.absoluteAddress(address, offset)
    if (absolute >= 0) code.emit(storeAbsoluteImmediate[opcode]!, absolute | 0, low, high)
    else if (stack.placeAt(address) === Place.sum) {
      const [base, addend] = [stack.baseOf(address), stack.highAt(address)]
      code.emit(storeDisplacedImmediate[opcode]!, base, addend, offset | 0, low, high)
    } else if (this.isSum(address)) {
      const [a, b] = this.takeSum()
      code.emit(storeIndexedImmediate[opcode]!, a, b, offset | 0, low, high)
    } else code.emit(storeImmediate[opcode]!, stack.slotOf(address), offset | 0, low, high)
  }

  /** The effective address where it is known and fits a word; else -1. */
  private absoluteAddress(position: number, offset: number): number {
    if (!this.stack.isConstant(position)) return -1
    const address = (this.stack.lowAt(position) >>> 0) + offset
    return address < 2 ** 32 ? address : -1
  }

  /** Whether the value at a position is what the last operation adds. */
  private isSum(position: number): boolean {
    const { code, stack } = this
    if (stack.placeAt(position) !== Place.slot || code.last < 0 || code.words[code.last] !== add) return false
    return code.lastWrites(stack.slotAt(position))
  }

  /** Takes the last operation, an addition, back: its operands' slots. */
  private takeSum(): readonly [number, number] {
    const { code } = this
    const { words, last } = code
    code.takeBack()
    return [words[last + 2]!, words[last + 3]!]
  }
}
