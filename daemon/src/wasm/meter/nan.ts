import { BlockCharges, BlockEdge } from '../fuel.ts'
import type { InstructionReader } from '../instructions.ts'
import { moduleLimits } from '../limits.ts'
import type { FunctionBody, FunctionType, LocalRun, Module, ValueType } from '../module.ts'
import { hasSignature, Op, operandsOf, resultOf } from '../opcodes.ts'
import { blockSignature, TypeCode } from '../value-types.ts'
import { LocalKinds } from './nan-locals.ts'
import { Kind, kindOf, Role, resultKindOf, roleOf, scalarKind } from './nan-roles.ts'

export { makesFloats } from './nan-roles.ts'

/** Passes over a body before its locals are held to be exact. */
const patience = 8

/**
 * Finds where a body must canonicalise NaNs: not behind every arithmetic instruction but only where a program can
 * tell. A value pends from the arithmetic that made it until something sees its bits: a store, a call, a return, a
 * branch with values, a reinterpretation, a change of its sign, … Then it is canonicalised right behind the
 * instruction that pushed it. It may pend in a local too, unless the local is read where it could as well hold exact
 * bits, which must stay: they could not be told apart. See nan-locals.ts.
 */
export class NanAnalysis {
  private readonly module: Module
  private readonly reader: InstructionReader
  private readonly blocks = new BlockCharges()
  /** By offset in the body: the pending kind of the value to canonicalise behind the instruction there; 0 for none. */
  private marks = new Uint8Array(4096)
  private bodyStart = 0

  /** The operand stack: what is known of each value, and where it was pushed if it pends. */
  private kinds = new Uint8Array(1024)
  private origins = new Uint32Array(1024)
  private height = 0
  /** Heights of the pending values, ascending: what sees a thousand values costs no more than those that pend. */
  private pending = new Uint32Array(1024)
  private pendingCount = 0

  private readonly frameHeights = new Uint32Array(moduleLimits.nesting + 1)
  private readonly frames: FunctionType[] = []
  private readonly frameOpcodes = new Uint8Array(moduleLimits.nesting + 1)
  /** The locals where the ways to a frame's end meet, and those at its start that an `else` goes on with. */
  private readonly joined: (Uint8Array | undefined)[] = []
  private readonly otherwise: (Uint8Array | undefined)[] = []
  /** Number of a loop. */
  private readonly frameLoops = new Uint32Array(moduleLimits.nesting + 1)
  private depth = 0

  private readonly locals = new LocalKinds()
  private readonly stretches = new Map<readonly ValueType[], Uint8Array>()

  constructor(module: Module, reader: InstructionReader) {
    this.module = module
    this.reader = reader
  }

  /** What to do behind the instruction at an offset of the body analysed last. */
  markAt(offset: number): number {
    return this.marks[offset - this.bodyStart]!
  }

  /** `ways`: how many blocks, loops, ifs and labels of branches the body has. */
  analyse(
    body: FunctionBody,
    type: FunctionType,
    locals: { readonly runs: readonly LocalRun[]; readonly declared: number },
    ways: number,
  ): void {
    const length = body.end - body.start
    if (this.marks.length < length) this.marks = new Uint8Array(2 * length)
    this.bodyStart = body.start
    this.locals.begin(type, locals.runs, ways)
    for (let round = 1; ; round++) {
      this.marks.fill(0, 0, length)
      this.locals.beginPass()
      this.pass(body, type, locals.declared)
      if (!this.locals.changed) return
      if (round === patience) this.locals.giveUp()
    }
  }

  private pass(body: FunctionBody, type: FunctionType, declaredLocals: number): void {
    const { reader, blocks } = this
    this.height = 0
    this.pendingCount = 0
    this.depth = 0
    this.frames[0] = type
    this.frameHeights[0] = 0
    this.frameOpcodes[0] = Op.block
    this.joined[0] = undefined
    blocks.begin(type, declaredLocals)
    reader.rewind(body.start, body.end)
    while (reader.offset < reader.end) {
      reader.read()
      const { opcode } = reader
      const { reachable } = blocks
      const edge = blocks.step(opcode)
      if (reachable) this.step(opcode)
      else if ((edge & BlockEdge.opens) !== 0) this.revive(opcode)
    }
  }

  private step(opcode: number): void {
    if (roleOf[opcode] !== Role.observes) this.play(opcode)
    else if (hasSignature[opcode] === 1) {
      const packed = operandsOf[opcode]!
      if (packed !== 0) this.observeAndDrop(packed > 0xffff ? 3 : packed > 0xff ? 2 : 1)
      const result = resultOf[opcode]!
      if (result !== 0) this.push(isFloatCode(result) ? Kind.exact : Kind.settled)
    } else this.special(opcode)
  }

  // ---- Floats ----

  /** The instructions of nan-roles.ts: all operands are of one shape. */
  private play(opcode: number): void {
    const shape = kindOf[opcode]!
    switch (roleOf[opcode]) {
      case Role.arithmetic:
        this.dropOperands(opcode, shape)
        this.push(resultKindOf[opcode]!)
        return
      case Role.blind: {
        this.dropOperands(opcode, shape)
        // A scalar conversion gives no NaN; a comparison of vectors gives bits that mean something else.
        this.push(resultOf[opcode] === TypeCode.v128 ? Kind.exact : Kind.settled)
        return
      }
      case Role.passes: {
        const kind = this.settle(0, shape)
        this.drop()
        this.push(kind)
        return
      }
      case Role.merges:
        this.merge(shape)
        return
      case Role.splats: {
        const kind = this.settle(0, scalarKind(shape))
        this.drop()
        // A settled scalar is one that pends no more: as a lane it may be canonicalised again.
        this.push(kind === Kind.exact ? kind : shape)
        return
      }
      case Role.extracts: {
        const kind = this.settle(0, shape)
        this.drop()
        this.push(kind >= Kind.pendingF32 ? scalarKind(shape) : kind)
        return
      }
      case Role.constant:
        this.push(isSettled(this.reader) ? Kind.settled : Kind.exact)
        return
    }
  }

  /** pmin, pmax and replace_lane: the result has bits of both operands. */
  private merge(shape: number): void {
    const second = this.settle(0, this.kinds[this.height - 1] === scalarKind(shape) ? scalarKind(shape) : shape)
    const first = this.settle(1, shape)
    const exact = first === Kind.exact || second === Kind.exact
    if (exact) this.observeAndDrop(2)
    else {
      this.drop()
      this.drop()
    }
    this.push(exact ? Kind.exact : shape)
  }

  /** A value that pends as another shape is canonicalised first; what is known of it then. */
  private settle(below: number, shape: number): number {
    const at = this.height - 1 - below
    const kind = this.kinds[at]!
    if (kind < Kind.pendingF32 || kind === shape) return kind
    this.mark(at)
    return this.kinds[at]!
  }

  private dropOperands(opcode: number, shape: number): void {
    const packed = operandsOf[opcode]!
    for (let left = packed > 0xff ? 2 : 1; left > 0; left--) {
      this.settle(0, shape)
      this.drop()
    }
  }

  // ---- Everything whose types depend on immediates or context ----

  private special(opcode: number): void {
    const { reader, module } = this
    switch (opcode) {
      case Op.block:
      case Op.loop:
        this.enter(opcode)
        return
      case Op.if:
        this.drop()
        this.enter(opcode)
        return
      case Op.else: {
        const { parameters, results } = this.frames[this.depth]!
        this.observe(results.length)
        this.joined[this.depth] = this.locals.join(this.joined[this.depth])
        this.startElse(parameters)
        return
      }
      case Op.end:
        this.observe(this.frames[this.depth]!.results.length)
        this.joined[this.depth] = this.locals.join(this.joined[this.depth])
        this.leave()
        return
      case Op.br:
        this.observe(this.arity(reader.index))
        this.branch(reader.index)
        return
      case Op.brIf:
        this.drop()
        this.observe(this.arity(reader.index))
        this.branch(reader.index)
        return
      case Op.brTable: {
        const { labels, labelCount } = reader
        this.drop()
        this.observe(this.arity(labels[labelCount]!))
        for (let position = 0; position <= labelCount; position++) {
          if (position === 0 || labels[position] !== labels[position - 1]) this.branch(labels[position]!)
        }
        return
      }
      case Op.return:
        this.observe(this.frames[0]!.results.length)
        return
      case Op.unreachable:
        return
      case Op.call:
        this.call(module.types[module.functions[reader.index]!]!)
        return
      case Op.callIndirect:
        this.drop()
        this.call(module.types[reader.index]!)
        return
      case Op.drop:
        this.drop()
        return
      case Op.select:
      case Op.selectTyped:
        this.select()
        return
      case Op.localGet:
        this.push(this.locals.read(reader.index))
        return
      case Op.localSet:
        this.write(reader.index)
        this.drop()
        return
      case Op.localTee:
        this.write(reader.index)
        return
      case Op.globalGet:
        this.push(kindOfType(module.globalTypes[reader.index]!.value))
        return
      case Op.refNull:
      case Op.refFunc:
        this.push(Kind.settled)
        return
      case Op.refIsNull:
      case Op.tableGet:
        this.drop()
        this.push(Kind.settled)
        return
      case Op.globalSet:
        this.observeAndDrop(1)
        return
      case Op.tableSet:
        this.observeAndDrop(2)
        return
      case Op.tableGrow:
        this.observeAndDrop(2)
        this.push(Kind.settled)
        return
      case Op.tableFill:
        this.observeAndDrop(3)
        return
    }
  }

  private call(type: FunctionType): void {
    this.observeAndDrop(type.parameters.length)
    this.pushAll(type.results)
  }

  private select(): void {
    this.drop()
    const [second, first] = [this.kinds[this.height - 1]!, this.kinds[this.height - 2]!]
    const pends = Math.max(first, second)
    const mixed = first !== second && first !== Kind.settled && second !== Kind.settled
    if (mixed) this.observeAndDrop(2)
    else {
      this.drop()
      this.drop()
    }
    this.push(mixed ? Kind.exact : pends)
  }

  private write(local: number): void {
    if (!this.locals.mayPend(local)) this.observe(1)
    this.locals.write(local, this.kinds[this.height - 1]!)
  }

  // ---- Control ----

  private enter(opcode: number): void {
    const signature = blockSignature(this.module.types, this.reader.blockType)
    this.observeAndDrop(signature.parameters.length)
    this.depth++
    this.frames[this.depth] = signature
    this.frameHeights[this.depth] = this.height
    this.frameOpcodes[this.depth] = opcode
    this.joined[this.depth] = undefined
    if (opcode === Op.loop) this.frameLoops[this.depth] = this.locals.enterLoop()
    if (opcode === Op.if) this.otherwise[this.depth] = this.locals.snapshot()
    this.pushAll(signature.parameters)
  }

  private startElse(parameters: readonly ValueType[]): void {
    this.cutTo(this.frameHeights[this.depth]!)
    this.frameOpcodes[this.depth] = Op.else
    this.locals.restore(this.otherwise[this.depth])
    this.pushAll(parameters)
  }

  private leave(): void {
    const { results } = this.frames[this.depth]!
    const { depth } = this
    // Without an else, the condition may lead straight to the end.
    if (this.frameOpcodes[depth] === Op.if && this.otherwise[depth] !== undefined) {
      this.joined[depth] = this.locals.join(this.joined[depth], this.otherwise[depth])
    }
    this.locals.restore(this.joined[depth])
    this.cutTo(this.frameHeights[depth]!)
    this.depth--
    if (this.depth >= 0) this.pushAll(results)
  }

  /** At the `else` or `end` behind code that cannot be reached. */
  private revive(opcode: number): void {
    if (opcode === Op.end) this.leave()
    else this.startElse(this.frames[this.depth]!.parameters)
  }

  /** A way from here to a label. */
  private branch(label: number): void {
    const frame = this.depth - label
    if (this.frameOpcodes[frame] === Op.loop) this.locals.repeatLoop(this.frameLoops[frame]!)
    else this.joined[frame] = this.locals.join(this.joined[frame])
  }

  private arity(label: number): number {
    const frame = this.depth - label
    const { parameters, results } = this.frames[frame]!
    return this.frameOpcodes[frame] === Op.loop ? parameters.length : results.length
  }

  // ---- The stack ----

  private push(kind: number): void {
    const at = this.height++
    if (at === this.kinds.length) this.grow(this.height)
    this.kinds[at] = kind
    if (kind < Kind.pendingF32) return
    this.origins[at] = this.reader.at
    this.pending[this.pendingCount++] = at
  }

  private pushAll(types: readonly ValueType[]): void {
    const { height } = this
    this.height += types.length
    if (this.height > this.kinds.length) this.grow(this.height)
    if (types.length > 0) this.kinds.set(this.kindsOf(types), height)
  }

  private drop(): void {
    this.height--
    if (this.pendingCount > 0 && this.pending[this.pendingCount - 1] === this.height) this.pendingCount--
  }

  private cutTo(height: number): void {
    this.height = height
    while (this.pendingCount > 0 && this.pending[this.pendingCount - 1]! >= height) this.pendingCount--
  }

  private observeAndDrop(count: number): void {
    this.observe(count)
    this.height -= count
  }

  /** Something sees the bits of the topmost values: those that pend are canonicalised where they were pushed. */
  private observe(count: number): void {
    const lowest = this.height - count
    while (this.pendingCount > 0 && this.pending[this.pendingCount - 1]! >= lowest) {
      this.mark(this.pending[this.pendingCount - 1]!)
    }
  }

  /** Canonicalises one value where it was pushed. */
  private mark(at: number): void {
    const kind = this.kinds[at]!
    this.marks[this.origins[at]! - this.bodyStart] = kind
    this.kinds[at] = kind >= Kind.pendingF32x4 ? Kind.exact : Kind.settled
    let position = this.pendingCount - 1
    while (this.pending[position] !== at) position--
    this.pending.copyWithin(position, position + 1, this.pendingCount--)
  }

  private grow(height: number): void {
    const length = Math.max(2 * this.kinds.length, height)
    const [kinds, origins, pending] = [this.kinds, this.origins, this.pending]
    this.kinds = new Uint8Array(length)
    this.kinds.set(kinds)
    this.origins = new Uint32Array(length)
    this.origins.set(origins)
    this.pending = new Uint32Array(length)
    this.pending.set(pending)
  }

  private kindsOf(types: readonly ValueType[]): Uint8Array {
    const known = this.stretches.get(types)
    if (known !== undefined) return known
    const kinds = Uint8Array.from(types, kindOfType)
    this.stretches.set(types, kinds)
    return kinds
  }
}

function kindOfType(type: ValueType): number {
  return type === 'f32' || type === 'f64' || type === 'v128' ? Kind.exact : Kind.settled
}

function isFloatCode(code: number): boolean {
  return code === TypeCode.f32 || code === TypeCode.f64 || code === TypeCode.v128
}

/** A constant that canonicalising would not change, whatever its shape is taken for. */
function isSettled({ opcode, low, high, vector }: InstructionReader): boolean {
  switch (opcode) {
    case Op.f32Const:
      return (low & 0x7fffffff) >>> 0 <= 0x7f800000 || low === 0x7fc00000
    case Op.f64Const: {
      const magnitude = (high & 0x7fffffff) >>> 0
      return magnitude < 0x7ff00000 || (magnitude === 0x7ff00000 && low === 0) || (high === 0x7ff80000 && low === 0)
    }
    default:
      return vector.every((byte) => byte === 0)
  }
}
