import { lengthOf, longerMove, operation, writesSlot, writesVector } from './operations.ts'

const move = operation('move')

/** The code of a module as it is made: a growing array of words, at a known address of the core's memory. */
export class Code {
  words = new Int32Array(4096)
  length = 0
  /**
   * Position of the last operation emitted, where it does nothing but compute into a slot and nothing can jump
   * behind it: it may still be changed or taken back. Else -1.
   */
  last = -1
  /** Position of the last operation emitted, where nothing can jump behind it, and of the one before it; else -1. */
  tail = -1
  private beforeTail = -1
  private readonly base: number

  /** `base`: address of word 0. */
  constructor(base: number) {
    this.base = base
  }

  /** Address of the next operation. */
  get here(): number {
    return this.base + 4 * this.length
  }

  /** Appends an operation with its operands; its position. */
  emit(operation: number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0): number {
    const at = this.reserve(lengthOf[operation]!)
    const { words } = this
    words[at] = operation
    words[at + 1] = a
    words[at + 2] = b
    words[at + 3] = c
    words[at + 4] = d
    words[at + 5] = e
    words[at + 6] = f
    words[at + 7] = g
    this.last = writesSlot[operation] === 1 ? at : -1
    this.beforeTail = this.tail
    this.tail = at
    return at
  }

  /** Appends the copying of a slot; several in a row are one operation. */
  emitMove(to: number, from: number): void {
    const longer = this.tail < 0 ? 0 : longerMove[this.words[this.tail]!]!
    if (longer === 0) {
      this.emit(move, to, from)
      return
    }
    const at = this.reserve(2)
    this.words[this.tail] = longer
    this.words[at] = to
    this.words[at + 1] = from
    this.last = -1
  }

  /** Appends a word that belongs to the operation before it; its position. */
  word(value: number): number {
    const at = this.reserve(1)
    this.words[at] = value
    return at
  }

  /** Whether the last operation may still be changed and writes `slot`, and it alone. */
  lastWrites(slot: number): boolean {
    const { last, words } = this
    return last >= 0 && words[last + 1] === slot && writesVector[words[last]!] === 0
  }

  /** Whether the last operation may still be changed and writes the vector that begins at `slot`. */
  lastWritesVector(slot: number): boolean {
    const { last, words } = this
    return last >= 0 && words[last + 1] === slot && writesVector[words[last]!] === 1
  }

  /** Takes the last operation back, the tail: its words stay readable behind `length` until the next `emit`. */
  takeBack(): void {
    this.length = this.tail
    this.last = -1
    this.tail = this.beforeTail
    this.beforeTail = -1
  }

  /** Puts an operation before the last one, which stays the last. */
  emitBeforeLast(operation: number, a: number, b: number, c = 0): void {
    const { last } = this
    const length = lengthOf[operation]!
    this.reserve(length)
    const { words } = this
    words.copyWithin(last + length, last, this.length)
    words[last] = operation
    words[last + 1] = a
    words[last + 2] = b
    if (length > 3) words[last + 3] = c
    this.last = last + length
    this.tail = this.last
    this.beforeTail = last
  }

  /** What was emitted before writes what it writes. */
  seal(): void {
    this.last = -1
  }

  /** A label may be here: what was emitted before stays as it is. */
  label(): void {
    this.last = -1
    this.tail = -1
    this.beforeTail = -1
  }

  /** The words so far, without slack. */
  finish(): Int32Array {
    return this.words.slice(0, this.length)
  }

  private reserve(length: number): number {
    const at = this.length
    // emit() writes a fixed number of words, whatever the operation's length.
    if (at + length + 8 > this.words.length) {
      const larger = new Int32Array(2 * (at + length + 8))
      larger.set(this.words)
      this.words = larger
    }
    this.length = at + length
    return at
  }
}
