import type { Code } from './code.ts'
import { operation } from './operations.ts'
import { type SlotShape, vectorShape } from './slot-shape.ts'

/** Where the value of a stack position is. */
export const Place = Object.freeze({
  /** In the slot that belongs to the position. */
  slot: 0,
  /** Still in the local that it was read from: nothing has been copied. */
  local: 1,
  /** Nowhere yet: a constant. */
  constant: 2,
  /** Nowhere yet: the 32-bit sum of a constant and a local, or of a constant and the position's own slot. */
  sum: 3,
} as const)

const move = operation('move')
const constant = operation('constant')
const moveVector = operation('v128.move')
const vectorConstant = operation('v128.const')
const addConstant = operation('i32.add.i')
/** Stands for a local where a sum is based on the position's own slot. */
const ownSlot = -1

/**
 * The operand stack of a body under translation. Values that are locals, constants or sums of both stay where they are
 * until an instruction needs them in a slot, and whoever writes a local first saves the positions that still refer to it.
 * Slots are offsets in bytes from the frame: the locals first, then a slot for each stack position.
 *
 * A position is a slot's worth of a value: a v128 takes two, its lower half first, whose places are of one kind, and
 * so does a v128 among the locals, which are counted in slots here.
 */
export class OperandStack {
  height = 0
  private places = new Uint8Array(1024)
  /** The local's index, or the constant's halves; of a sum, the local or `ownSlot`, and the constant. */
  private lows = new Int32Array(1024)
  private highs = new Int32Array(1024)
  /** 1 where the position holds the upper half of a vector. */
  private uppers = new Uint8Array(1024)
  private readonly code: Code
  private firstSlot = 0
  /** How many positions refer to each local. */
  private references = new Uint32Array(256)
  /** No position below refers to a local. */
  private settled = 0

  constructor(code: Code) {
    this.code = code
  }

  /** Starts a body whose locals fill `locals` slots, parameters included, with an empty stack. */
  begin(locals: number): void {
    this.height = 0
    this.settled = 0
    this.firstSlot = 8 * locals
    if (locals > this.references.length) this.references = new Uint32Array(locals)
    else this.references.fill(0, 0, locals)
  }

  /** The slot that belongs to a position. */
  slotAt(position: number): number {
    return this.firstSlot + 8 * position
  }

  /** The slot that the next value pushed would have. */
  get nextSlot(): number {
    return this.slotAt(this.height)
  }

  /** Pushes a value that is in its slot. */
  pushSlot(): void {
    this.reserve(1)
    this.places[this.height] = Place.slot
    this.uppers[this.height++] = 0
  }

  /** Pushes values that are in their slots. */
  pushSlots({ count, upperHalves }: SlotShape): void {
    this.reserve(count)
    this.places.fill(Place.slot, this.height, this.height + count)
    this.uppers.fill(0, this.height, this.height + count)
    for (const position of upperHalves) this.uppers[this.height + position] = 1
    this.height += count
  }

  pushLocal(local: number): void {
    this.reserve(1)
    this.places[this.height] = Place.local
    this.lows[this.height] = local
    this.uppers[this.height] = 0
    this.refer(this.height++, 1)
  }

  pushConstant(low: number, high = 0): void {
    this.reserve(1)
    this.places[this.height] = Place.constant
    this.lows[this.height] = low
    this.uppers[this.height] = 0
    this.highs[this.height++] = high
  }

  // ---- Vectors ----

  pushVectorSlot(): void {
    this.pushSlots(vectorShape)
  }

  pushVectorLocal(local: number): void {
    this.pushLocal(local)
    this.pushLocal(local + 1)
    this.uppers[this.height - 1] = 1
  }

  /** `words`: four, the lowest lanes first. */
  pushVectorConstant(words: ArrayLike<number>): void {
    this.pushConstant(words[0]!, words[1]!)
    this.pushConstant(words[2]!, words[3]!)
    this.uppers[this.height - 1] = 1
  }

  get topIsVector(): boolean {
    return this.uppers[this.height - 1] === 1
  }

  /** As `pop`; the position of the vector's lower half. */
  popVector(): number {
    this.pop()
    return this.pop()
  }

  /** As `slotOf`: where the vector's lower half is; the upper one follows. */
  vectorSlotOf(position: number): number {
    if (this.places[position] === Place.local) return 8 * this.lows[position]!
    this.copyVectorTo(this.slotAt(position), position)
    return this.slotAt(position)
  }

  /** As `copyTo`. */
  copyVectorTo(slot: number, position: number): void {
    const { code, lows, highs } = this
    const upper = position + 1
    const own = this.slotAt(position)
    if (this.places[position] === Place.constant) {
      code.emit(vectorConstant, slot, lows[position]!, highs[position]!, lows[upper]!, highs[upper]!)
    } else if (this.places[position] === Place.local) {
      if (slot !== 8 * lows[position]!) code.emit(moveVector, slot, 8 * lows[position]!)
    } else if (slot !== own) {
      if (code.lastWritesVector(own)) {
        code.words[code.last + 1] = slot
        code.seal()
      } else code.emit(moveVector, slot, own)
    }
  }

  // ---- Sums ----

  /**
   * Pushes the sum of a constant and the value at `position`, which was just popped and is the next to be pushed:
   * nothing is computed yet, for memory accesses add on their own.
   */
  pushSum(position: number, addend: number): void {
    switch (this.places[position]) {
      case Place.local:
        this.highs[position] = addend
        break
      case Place.sum:
        this.highs[position] = (this.highs[position]! + addend) | 0
        break
      default:
        this.lows[position] = ownSlot
        this.highs[position] = addend
    }
    this.places[position] = Place.sum
    this.height++
    this.refer(position, 1)
  }

  // ---- Taking values off ----

  /** Takes the topmost value off; its position, at which it can be asked about until the next push. */
  pop(): number {
    const position = --this.height
    if (position < this.settled) this.settled = position
    this.refer(position, -1)
    return position
  }

  truncate(height: number): void {
    while (this.height > height) this.pop()
  }

  placeAt(position: number): number {
    return this.places[position]!
  }

  isConstant(position: number): boolean {
    return this.places[position] === Place.constant
  }

  lowAt(position: number): number {
    return this.lows[position]!
  }

  highAt(position: number): number {
    return this.highs[position]!
  }

  /** Of a sum: the slot of its other part. */
  baseOf(position: number): number {
    const local = this.lows[position]!
    return local === ownSlot ? this.slotAt(position) : 8 * local
  }

  /** A slot that holds the value at a position; what is in none is first put into the position's own. */
  slotOf(position: number): number {
    if (this.places[position] === Place.local) return 8 * this.lows[position]!
    this.computeTo(this.slotAt(position), position)
    return this.slotAt(position)
  }

  /** Copies the value at a position into `slot`, by having it computed there where that is still possible. */
  copyTo(slot: number, position: number): void {
    const { code } = this
    if (this.computeTo(slot, position)) return
    const from = this.slotOf(position)
    if (from === slot) return
    if (this.places[position] === Place.slot && code.lastWrites(from)) {
      code.words[code.last + 1] = slot
      code.seal()
    } else code.emitMove(slot, from)
  }

  /** Puts a value that is nowhere yet into a slot; false where it is somewhere. */
  private computeTo(slot: number, position: number): boolean {
    switch (this.places[position]) {
      case Place.constant:
        this.code.emit(constant, slot, this.lows[position]!, this.highs[position]!)
        return true
      case Place.sum:
        this.code.emit(addConstant, slot, this.baseOf(position), this.highs[position]!)
        return true
      default:
        return false
    }
  }

  /** Puts the topmost `count` values into their own slots. */
  settleTop(count: number): void {
    for (let position = this.height - count; position < this.height; position++) this.settleAt(position)
  }

  /** Saves every value that is still in a local: code that follows may run or not, and may write locals. */
  settleLocals(): void {
    for (let position = this.settled; position < this.height; position++) {
      if (this.localOf(position) >= 0) this.settleAt(position)
    }
    this.settled = this.height
  }

  /**
   * Saves the values that are still in `local`, which is about to be written from a value just popped. Where that
   * value is what the last operation computes, the saving goes before it, so that it may yet compute into the local.
   * A vector is written in two halves, so it is saved in two.
   */
  saveLocal(local: number, popped: number, isVector = false): void {
    const { code } = this
    const slot = this.slotAt(popped)
    const isLast = isVector ? code.lastWritesVector(slot) : code.lastWrites(slot)
    this.saveSlot(local, this.places[popped] === Place.slot && isLast)
    if (isVector) this.saveSlot(local + 1, this.places[popped] === Place.slot && isLast)
  }

  private saveSlot(local: number, before: boolean): void {
    const { code } = this
    for (let position = this.height - 1; this.references[local]! > 0; position--) {
      if (this.localOf(position) !== local) continue
      if (!before) this.settleAt(position)
      else {
        const number = this.places[position] === Place.sum ? addConstant : move
        code.emitBeforeLast(number, this.slotAt(position), 8 * local, this.highs[position]!)
        this.markSettled(position)
      }
    }
  }

  private settleAt(position: number): void {
    if (this.places[position] === Place.slot) return
    this.copyTo(this.slotAt(position), position)
    this.markSettled(position)
  }

  private markSettled(position: number): void {
    this.refer(position, -1)
    this.places[position] = Place.slot
  }

  /** The local that the value at a position refers to; -1 for none. */
  private localOf(position: number): number {
    const place = this.places[position]
    return place === Place.local || place === Place.sum ? this.lows[position]! : -1
  }

  private refer(position: number, change: 1 | -1): void {
    const local = this.localOf(position)
    if (local >= 0) this.references[local]! += change
  }

  private reserve(count: number): void {
    const needed = this.height + count
    if (needed <= this.places.length) return
    const length = 2 * needed
    this.places = enlarged(this.places, new Uint8Array(length))
    this.lows = enlarged(this.lows, new Int32Array(length))
    this.highs = enlarged(this.highs, new Int32Array(length))
    this.uppers = enlarged(this.uppers, new Uint8Array(length))
  }
}

function enlarged<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
