import { InstructionReader } from './instructions.ts'
import { checkLimit, moduleLimits } from './limits.ts'
import type { LocalRun } from './module.ts'
import {
  findInstruction,
  hasSignature,
  Immediate,
  lanesOf,
  naturalAlignmentOf,
  Op,
  operandsOf,
  resultOf,
} from './opcodes.ts'
import { ModuleRejection } from './rejection.ts'
import type { ValidationContext } from './validation-context.ts'
import { findType, TypeCode } from './value-types.ts'

/** A value of unknown type, which only unreachable code has. */
const unknown = 0

/**
 * The specification's validation algorithm for function bodies, with its operand stack and its control stack in
 * arrays that all bodies of a module share. https://www.w3.org/TR/wasm-core-2/#validation-algorithm
 */
export class BodyValidator {
  private readonly context: ValidationContext
  private readonly reader: InstructionReader
  private readonly localTypes = new Uint8Array(moduleLimits.parameters + moduleLimits.locals)
  private localCount = 0

  private operands = new Uint8Array(1024)
  private operandCount = 0
  /** Height of the operand stack in slots; exact wherever code is reachable. */
  private slots = 0
  private maximalSlots = 0

  /** Control frames, the function's own at 0. */
  private readonly opcodes = new Uint8Array(moduleLimits.nesting + 1)
  /** Operands and slots below the frame's own. */
  private readonly heights = new Uint32Array(moduleLimits.nesting + 1)
  private readonly slotHeights = new Uint32Array(moduleLimits.nesting + 1)
  /** 1 where the rest of the frame cannot be reached. */
  private readonly polymorphic = new Uint8Array(moduleLimits.nesting + 1)
  /** 1 where the frame, or one around it, is polymorphic. */
  private readonly dead = new Uint8Array(moduleLimits.nesting + 1)
  /** Type of the frame, in the context. */
  private readonly types = new Uint32Array(moduleLimits.nesting + 1)
  private depth = -1

  constructor(context: ValidationContext) {
    this.context = context
    this.reader = new InstructionReader(context.module.bytes)
  }

  /** Offset of the first SIMD instruction of the bodies validated so far; -1 for none. */
  get firstSimd(): number {
    return this.reader.firstSimd
  }

  /** Validates the body of the `position`-th defined function; its maximal operand height, in slots. */
  validate(position: number, locals: readonly LocalRun[]): number {
    const { reader, context } = this
    const body = context.module.bodies[position]!
    const type = context.functions[context.module.importedFunctions + position]!
    this.setLocals(type, locals)
    this.operandCount = 0
    this.slots = 0
    this.maximalSlots = 0
    this.depth = -1
    this.pushFrame(Op.block, type)
    reader.rewind(body.start, body.end)
    while (reader.offset < reader.end) {
      reader.read()
      if (this.depth < 0) reader.failAt(reader.at, 'instructions behind the end of the function')
      if (hasSignature[reader.opcode] === 1) {
        if (reader.immediate !== Immediate.none) this.checkImmediates()
        this.applySignature(reader.opcode)
      } else this.special(reader.opcode)
    }
    if (this.depth >= 0) reader.fail('END opcode expected')
    return this.maximalSlots
  }

  private setLocals(type: number, locals: readonly LocalRun[]): void {
    const { pool, parametersAt, resultsAt } = this.context
    const parameters = pool.subarray(parametersAt[type]!, resultsAt[type]!)
    this.localTypes.set(parameters)
    this.localCount = parameters.length
    for (const run of locals) {
      this.localTypes.fill(TypeCode[run.type], this.localCount, this.localCount + run.count)
      this.localCount += run.count
    }
  }

  /** Pops and pushes what the table says. */
  private applySignature(opcode: number): void {
    const packed = operandsOf[opcode]!
    if (packed !== 0) {
      if (packed > 0xff) {
        if (packed > 0xffff) this.pop(packed >>> 16)
        this.pop((packed >>> 8) & 0xff)
      }
      this.pop(packed & 0xff)
    }
    const result = resultOf[opcode]!
    if (result !== 0) this.push(result)
  }

  /** The conditions besides types of the instructions that have a signature and immediates. */
  private checkImmediates(): void {
    const { reader } = this
    switch (reader.immediate) {
      case Immediate.memoryLane:
        this.checkLane()
        this.checkAccess()
        return
      case Immediate.memoryAccess:
        this.checkAccess()
        return
      case Immediate.lane:
        this.checkLane()
        return
      case Immediate.shuffle:
        for (const lane of reader.vector) if (lane >= 32) this.invalid(`lane ${lane} of 32`)
        return
      case Immediate.memory:
      case Immediate.memoryCopy:
        this.checkMemory()
        return
      case Immediate.memoryInit:
        this.checkMemory()
        this.checkData()
        return
      case Immediate.data:
        this.checkData()
        return
      case Immediate.tableInit: {
        const table = this.tableType(reader.index2)
        const element = this.elementType(reader.index)
        if (table !== element) this.invalid(`${word(element)} elements for a table of ${word(table)}`)
        return
      }
      case Immediate.element:
        this.elementType(reader.index)
        return
      case Immediate.tableCopy:
        if (this.tableType(reader.index) !== this.tableType(reader.index2)) this.invalid('tables of different types')
        return
      case Immediate.table:
        this.tableType(reader.index)
        return
    }
  }

  /** Instructions whose types depend on immediates or context. */
  private special(opcode: number): void {
    const { reader, context } = this
    switch (opcode) {
      case Op.localGet:
        this.push(this.localType())
        return
      case Op.localSet:
        this.pop(this.localType())
        return
      case Op.localTee: {
        const type = this.localType()
        this.pop(type)
        this.push(type)
        return
      }
      case Op.globalGet:
        this.push(this.globalType())
        return
      case Op.globalSet: {
        const type = this.globalType()
        if (context.mutable[reader.index] === 0) this.invalid(`global ${reader.index} is immutable`)
        this.pop(type)
        return
      }
      case Op.block:
      case Op.loop:
        this.enter(opcode)
        return
      case Op.if:
        this.pop(TypeCode.i32)
        this.enter(opcode)
        return
      case Op.else:
        this.otherwise()
        return
      case Op.end:
        this.leave()
        return
      case Op.br:
        this.popLabel(this.frameOf(reader.index))
        this.setUnreachable()
        return
      case Op.brIf: {
        const frame = this.frameOf(reader.index)
        this.pop(TypeCode.i32)
        this.popLabel(frame)
        this.pushLabel(frame)
        return
      }
      case Op.brTable:
        this.branchTable()
        return
      case Op.return:
        this.popResults(this.types[0]!)
        this.setUnreachable()
        return
      case Op.unreachable:
        this.setUnreachable()
        return
      case Op.call:
        this.call(context.functions[this.functionIndex()]!)
        return
      case Op.callIndirect:
        if (this.tableType(reader.index2) !== TypeCode.funcref) this.invalid('call_indirect needs a table of funcref')
        if (reader.index >= context.module.types.length) this.invalid(`unknown type ${reader.index}`)
        this.pop(TypeCode.i32)
        this.call(reader.index)
        return
      case Op.drop:
        this.popAny()
        return
      case Op.select:
        this.select()
        return
      case Op.selectTyped:
        if (reader.index !== 1) this.invalid(`a select of ${reader.index} types`)
        this.pop(TypeCode.i32)
        this.pop(reader.typeCode)
        this.pop(reader.typeCode)
        this.push(reader.typeCode)
        return
      case Op.refNull:
        this.push(reader.typeCode)
        return
      case Op.refIsNull: {
        const type = this.popAny()
        if (type !== unknown && !isReference(type)) this.invalid(`a reference is expected, ${word(type)} found`)
        this.push(TypeCode.i32)
        return
      }
      case Op.refFunc:
        if (context.referable[this.functionIndex()] === 0)
          this.invalid(`undeclared reference to function ${reader.index}`)
        this.push(TypeCode.funcref)
        return
      case Op.tableGet: {
        const type = this.tableType(reader.index)
        this.pop(TypeCode.i32)
        this.push(type)
        return
      }
      case Op.tableSet: {
        const type = this.tableType(reader.index)
        this.pop(type)
        this.pop(TypeCode.i32)
        return
      }
      case Op.tableGrow: {
        const type = this.tableType(reader.index)
        this.pop(TypeCode.i32)
        this.pop(type)
        this.push(TypeCode.i32)
        return
      }
      case Op.tableFill: {
        const type = this.tableType(reader.index)
        this.pop(TypeCode.i32)
        this.pop(type)
        this.pop(TypeCode.i32)
        return
      }
    }
  }

  // ---- Control ----

  private enter(opcode: number): void {
    const type = this.context.blockTypeIndex(this.reader.blockType)
    if (type < 0) this.invalid(`unknown type ${this.reader.blockType}`)
    this.popParameters(type)
    checkLimit('nesting', this.depth + 1, this.reader.at)
    this.pushFrame(opcode, type)
    this.pushParameters(type)
  }

  private otherwise(): void {
    if (this.opcodes[this.depth] !== Op.if) this.reader.failAt(this.reader.at, 'else without if')
    const type = this.popFrame()
    this.pushFrame(Op.else, type)
    this.pushParameters(type)
  }

  private leave(): void {
    const withoutElse = this.opcodes[this.depth] === Op.if
    const type = this.popFrame()
    if (withoutElse && !this.passesThrough(type)) this.invalid('an if without else whose type is not that of nothing')
    if (this.depth >= 0) this.pushResults(type)
  }

  private pushFrame(opcode: number, type: number): void {
    const outer = this.depth++
    const { depth } = this
    this.opcodes[depth] = opcode
    this.types[depth] = type
    this.heights[depth] = this.operandCount
    this.slotHeights[depth] = this.slots
    this.polymorphic[depth] = 0
    this.dead[depth] = outer < 0 ? 0 : this.dead[outer]!
  }

  /** Ends a frame whose results lie on the stack; its type. */
  private popFrame(): number {
    const type = this.types[this.depth]!
    this.popResults(type)
    const surplus = this.operandCount - this.heights[this.depth]!
    if (surplus !== 0) this.invalid(`${surplus} operands too many at the end of a block`)
    this.slots = this.slotHeights[this.depth]!
    this.depth--
    return type
  }

  private setUnreachable(): void {
    const { depth } = this
    this.operandCount = this.heights[depth]!
    this.slots = this.slotHeights[depth]!
    this.polymorphic[depth] = 1
    this.dead[depth] = 1
  }

  /** True where parameters and results are alike, as an absent `else` needs it. */
  private passesThrough(type: number): boolean {
    const { pool, parametersAt, resultsAt } = this.context
    const from = parametersAt[type]!
    const length = resultsAt[type]! - from
    if (parametersAt[type + 1]! - resultsAt[type]! !== length) return false
    for (let position = 0; position < length; position++) {
      if (pool[from + position] !== pool[from + length + position]) return false
    }
    return true
  }

  private frameOf(label: number): number {
    if (label > this.depth) this.invalid(`unknown label ${label}`)
    return this.depth - label
  }

  private popLabel(frame: number): void {
    const type = this.types[frame]!
    if (this.opcodes[frame] === Op.loop) this.popParameters(type)
    else this.popResults(type)
  }

  private pushLabel(frame: number): void {
    const type = this.types[frame]!
    if (this.opcodes[frame] === Op.loop) this.pushParameters(type)
    else this.pushResults(type)
  }

  private branchTable(): void {
    const { labels, labelCount } = this.reader
    this.pop(TypeCode.i32)
    const arity = this.labelArity(this.frameOf(labels[labelCount]!))
    let checked = -1
    for (let position = 0; position <= labelCount; position++) {
      const frame = this.frameOf(labels[position]!)
      if (frame === checked) continue
      checked = frame
      if (this.labelArity(frame) !== arity) this.invalid('labels of different arity')
      this.checkLabel(frame)
    }
    this.setUnreachable()
  }

  private labelArity(frame: number): number {
    const { parametersAt, resultsAt } = this.context
    const type = this.types[frame]!
    return this.opcodes[frame] === Op.loop
      ? resultsAt[type]! - parametersAt[type]!
      : parametersAt[type + 1]! - resultsAt[type]!
  }

  /** As popping a label's types and pushing back what was there. */
  private checkLabel(frame: number): void {
    const { pool, parametersAt, resultsAt } = this.context
    const type = this.types[frame]!
    const loop = this.opcodes[frame] === Op.loop
    const from = loop ? parametersAt[type]! : resultsAt[type]!
    const to = loop ? resultsAt[type]! : parametersAt[type + 1]!
    const height = this.heights[this.depth]!
    let operand = this.operandCount
    for (let position = to - 1; position >= from; position--) {
      if (operand === height) {
        if (this.polymorphic[this.depth] === 1) return
        this.underflow(pool[position]!)
      }
      const actual = this.operands[--operand]!
      const expected = pool[position]!
      if (actual !== expected && actual !== unknown) this.mismatch(expected, actual)
    }
  }

  private call(type: number): void {
    this.popParameters(type)
    this.pushResults(type)
  }

  private select(): void {
    this.pop(TypeCode.i32)
    const second = this.popAny()
    const first = this.popAny()
    if (isReference(first) || isReference(second)) this.invalid('a select of references must name their type')
    if (first !== second && first !== unknown && second !== unknown) this.mismatch(first, second)
    this.push(first === unknown ? second : first)
  }

  // ---- Operands ----

  private push(type: number): void {
    const count = this.operandCount++
    if (count === this.operands.length) this.growOperands()
    this.operands[count] = type
    this.raiseSlots(type === TypeCode.v128 ? 2 : 1)
  }

  private raiseSlots(slots: number): void {
    this.slots += slots
    if (this.slots > this.maximalSlots && this.dead[this.depth] === 0) this.maximalSlots = this.slots
  }

  /** Makes room for `operandCount` operands. */
  private growOperands(): void {
    checkLimit('operands', this.operandCount, this.reader.at)
    const wanted = Math.max(2 * this.operands.length, this.operandCount)
    const grown = new Uint8Array(Math.min(wanted, moduleLimits.operands))
    grown.set(this.operands)
    this.operands = grown
  }

  private pop(expected: number): void {
    const actual = this.popOr(expected)
    if (actual !== expected && actual !== unknown) this.mismatch(expected, actual)
  }

  private popAny(): number {
    return this.popOr(unknown)
  }

  private popOr(expected: number): number {
    if (this.operandCount === this.heights[this.depth]) {
      if (this.polymorphic[this.depth] === 0) this.underflow(expected)
      return unknown
    }
    const actual = this.operands[--this.operandCount]!
    this.slots -= actual === TypeCode.v128 ? 2 : 1
    return actual
  }

  private popParameters(type: number): void {
    this.popStretch(this.context.parametersAt[type]!, this.context.resultsAt[type]!)
  }

  private popResults(type: number): void {
    this.popStretch(this.context.resultsAt[type]!, this.context.parametersAt[type + 1]!)
  }

  private pushParameters(type: number): void {
    this.pushStretch(this.context.parametersAt[type]!, this.context.resultsAt[type]!)
  }

  private pushResults(type: number): void {
    this.pushStretch(this.context.resultsAt[type]!, this.context.parametersAt[type + 1]!)
  }

  /** Pops a stretch of the pool, in one go where all of it is there. */
  private popStretch(from: number, to: number): void {
    const { pool } = this.context
    const rest = this.operandCount - (to - from)
    if (rest < this.heights[this.depth]!) {
      for (let position = to - 1; position >= from; position--) this.pop(pool[position]!)
      return
    }
    const { operands } = this
    let slots = 0
    for (let position = to - 1; position >= from; position--) {
      const actual = operands[rest + position - from]!
      if (actual !== pool[position] && actual !== unknown) this.mismatch(pool[position]!, actual)
      slots += actual === TypeCode.v128 ? 2 : 1
    }
    this.operandCount = rest
    this.slots -= slots
  }

  private pushStretch(from: number, to: number): void {
    const { pool, slotsBefore } = this.context
    const base = this.operandCount - from
    this.operandCount += to - from
    if (this.operandCount > this.operands.length) this.growOperands()
    const { operands } = this
    if (to - from > 32) operands.set(pool.subarray(from, to), base + from)
    else for (let position = from; position < to; position++) operands[base + position] = pool[position]!
    this.raiseSlots(slotsBefore[to]! - slotsBefore[from]!)
  }

  // ---- Indices ----

  private localType(): number {
    const { index } = this.reader
    if (index >= this.localCount) this.invalid(`unknown local ${index}`)
    return this.localTypes[index]!
  }

  private globalType(): number {
    const { index } = this.reader
    const type = this.context.globals[index]
    return type ?? this.invalid(`unknown global ${index}`)
  }

  private tableType(index: number): number {
    return this.context.tables[index] ?? this.invalid(`unknown table ${index}`)
  }

  private elementType(index: number): number {
    return this.context.elements[index] ?? this.invalid(`unknown element segment ${index}`)
  }

  private functionIndex(): number {
    const { index } = this.reader
    if (index >= this.context.functions.length) this.invalid(`unknown function ${index}`)
    return index
  }

  private checkMemory(): void {
    if (this.context.module.memories.length === 0) this.invalid('unknown memory 0')
  }

  private checkAccess(): void {
    this.checkMemory()
    const natural = naturalAlignmentOf[this.reader.opcode]!
    if (this.reader.alignment > natural) {
      this.invalid(`an alignment of 2^${this.reader.alignment}, at most 2^${natural} is allowed`)
    }
  }

  private checkLane(): void {
    const lanes = lanesOf[this.reader.opcode]!
    if (this.reader.index >= lanes) this.invalid(`lane ${this.reader.index} of ${lanes}`)
  }

  private checkData(): void {
    const { dataCount } = this.context.module
    if (dataCount === undefined) this.reader.failAt(this.reader.at, 'data count section required')
    if (this.reader.index >= dataCount) this.invalid(`unknown data segment ${this.reader.index}`)
  }

  // ---- Faults ----

  private mismatch(expected: number, actual: number): never {
    return this.invalid(`${word(expected)} is expected, ${word(actual)} found`)
  }

  private underflow(expected: number): never {
    return this.invalid(`${expected === unknown ? 'an operand' : word(expected)} is expected, the stack is empty`)
  }

  private invalid(detail: string): never {
    const { at, opcode } = this.reader
    throw new ModuleRejection('invalid', at, `${findInstruction(opcode)!.name}: ${detail}`)
  }
}

function isReference(type: number): boolean {
  return type === TypeCode.funcref || type === TypeCode.externref
}

function word(code: number): string {
  return findType(code) ?? 'unknown'
}
