import { moduleLimits } from './limits.ts'
import { Immediate, immediateOf, isKnown, proposalOf } from './opcodes.ts'
import { Reader } from './reader.ts'
import { ModuleRejection } from './rejection.ts'
import { emptyBlockType, isTypeByte, readHeapTypeCode, readTypeCode } from './value-types.ts'

/**
 * Reads a body one instruction at a time, into fields that the next `read` overwrites: nothing is allocated per
 * instruction. Faults of the binary form and newer proposals' instructions are ModuleRejections; whether indices
 * exist and types fit is the validator's business.
 *
 *     reader.rewind(body.start, body.end)
 *     while (reader.offset < reader.end) { reader.read(); … }
 */
export class InstructionReader extends Reader {
  /** Offset of the instruction's first byte. */
  at = 0
  /** In the numbering of opcodes.ts. */
  opcode = 0
  /** Its kind of immediate, one of `Immediate`; says which fields below hold. */
  immediate = 0

  /**
   * Label, function, local, global, table, data or element index; call_indirect's type index; a lane;
   * the number of types of a typed select; the destination of table.copy.
   */
  index = 0
  /** The table index of call_indirect and table.init; the source of table.copy. */
  index2 = 0
  /** log2, as the binary claims it. */
  alignment = 0
  /** Memory offset, u32. */
  memoryOffset = 0
  /** i32.const's value, f32.const's bits, or the low half of i64.const's or f64.const's (the other is `high`); signed. */
  low = 0
  /** See `blockSignature`. */
  blockType = emptyBlockType
  /** Code of ref.null's type, or of a typed select's first type. */
  typeCode = 0
  /** br_table: `labelCount` labels, and behind them the default label. */
  labels = new Uint32Array(64)
  labelCount = 0
  /** v128.const's bytes, or i8x16.shuffle's lanes. */
  readonly vector = new Uint8Array(16)

  /** Moves to a body, `end` one past its last byte. */
  rewind(start: number, end: number): void {
    this.offset = start
    this.end = end
  }

  /** Reads the instruction at `offset` and leaves `offset` behind it. */
  read(): void {
    this.at = this.offset
    const first = this.byte()
    let opcode = first
    if (first === 0xfc || first === 0xfd) {
      const sub = this.u32()
      opcode = sub < 0x100 ? (first << 8) | sub : 0
      if (sub >= 0x100 || isKnown[opcode] === 0) this.unknown(first, sub)
      if (first === 0xfd && this.firstSimd < 0) this.firstSimd = this.at
    } else if (isKnown[first] === 0) this.unknown(first, 0)
    this.opcode = opcode
    const immediate = immediateOf[opcode]!
    this.immediate = immediate
    if (immediate !== Immediate.none) this.readImmediate(immediate)
  }

  private readImmediate(immediate: number): void {
    switch (immediate) {
      case Immediate.local:
      case Immediate.label:
      case Immediate.function:
      case Immediate.global:
      case Immediate.table:
      case Immediate.data:
      case Immediate.element:
        this.index = this.u32()
        return
      case Immediate.i32:
        this.low = this.s32()
        return
      case Immediate.memoryAccess:
        this.memoryAccess()
        return
      case Immediate.blockType:
        this.blockType = this.readBlockType()
        return
      case Immediate.i64:
        this.low = this.s64()
        return
      case Immediate.f32:
        this.low = this.word()
        return
      case Immediate.f64:
        this.low = this.word()
        this.high = this.word()
        return
      case Immediate.labels:
        this.readLabels()
        return
      case Immediate.callIndirect:
      case Immediate.tableInit:
      case Immediate.tableCopy:
        this.index = this.u32()
        this.index2 = this.u32()
        return
      case Immediate.types:
        this.readTypes()
        return
      case Immediate.referenceType:
        this.typeCode = readHeapTypeCode(this)
        return
      case Immediate.memory:
        this.memoryIndex()
        return
      case Immediate.memoryCopy:
        this.memoryIndex()
        this.memoryIndex()
        return
      case Immediate.memoryInit:
        this.index = this.u32()
        this.memoryIndex()
        return
      case Immediate.lane:
        this.index = this.byte()
        return
      case Immediate.memoryLane:
        this.memoryAccess()
        this.index = this.byte()
        return
      case Immediate.v128:
      case Immediate.shuffle:
        this.vector.set(this.view(16))
        return
    }
  }

  private unknown(first: number, sub: number): never {
    const name = first === 0xfc || first === 0xfd ? `${hex(first)} ${sub}` : hex(first)
    const proposal = proposalOf(first, sub)
    if (proposal === undefined) return this.failAt(this.at, `illegal opcode ${name}`)
    throw new ModuleRejection(proposal, this.at, `opcode ${name} belongs to a newer proposal`)
  }

  private readBlockType(): number {
    const next = this.peek()
    if (next === 0x40) {
      this.offset++
      return emptyBlockType
    }
    if (next >= 0 && isTypeByte(next)) return readTypeCode(this) - 0x80
    return this.s33Index()
  }

  private memoryAccess(): void {
    const start = this.offset
    this.alignment = this.u32()
    // Bit 6 announces a memory index of the multi-memory proposal.
    if (this.alignment >= 64 && this.alignment < 128) {
      throw new ModuleRejection('multi-memory', start, 'a memory access that names its memory')
    }
    if (this.alignment >= 32) this.failAt(start, 'malformed memory access flags')
    this.memoryOffset = this.u32()
  }

  private memoryIndex(): void {
    const start = this.offset
    if (this.byte() === 0) return
    this.offset = start
    if (this.u32() === 0) this.failAt(start, 'zero byte expected')
    throw new ModuleRejection('multi-memory', start, 'a memory index that is not 0')
  }

  private readLabels(): void {
    const start = this.offset
    const count = this.u32()
    if (count > moduleLimits.branchTableLabels) {
      throw new ModuleRejection(
        'limit',
        start,
        `br_table has ${count} labels, at most ${moduleLimits.branchTableLabels} are allowed`,
      )
    }
    // A label takes at least a byte: nothing is allocated for a count that cannot be true.
    if (count >= this.remaining) this.fail('unexpected end')
    if (count >= this.labels.length) this.labels = new Uint32Array(2 * (count + 1))
    for (let position = 0; position <= count; position++) this.labels[position] = this.u32()
    this.labelCount = count
  }

  private readTypes(): void {
    const count = this.u32()
    if (count > this.remaining) this.fail('unexpected end')
    this.index = count
    for (let position = 0; position < count; position++) {
      const code = readTypeCode(this)
      if (position === 0) this.typeCode = code
    }
  }
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`
}
