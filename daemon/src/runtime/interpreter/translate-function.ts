import { BlockCharges, BlockEdge, declaredLocals } from '../../wasm/fuel.ts'
import { InstructionReader } from '../../wasm/instructions.ts'
import type { FunctionBody, FunctionType, Module } from '../../wasm/module.ts'
import { firstSimdOpcode, Op } from '../../wasm/opcodes.ts'
import { blockSignature } from '../../wasm/value-types.ts'
import type { Code } from './code.ts'
import { Condition } from './condition.ts'
import { FuelBlocks, type LoopHead } from './fuel-blocks.ts'
import type { ImageLayout } from './image.ts'
import { LocalSlots } from './local-slots.ts'
import { OperandStack, Place } from './operand-stack.ts'
import { operation, selectBy } from './operations.ts'
import { emptyShape, type SlotShape, SlotShapes, vectorShape } from './slot-shape.ts'
import { ComputationTranslator, equalsConstant } from './translate-computation.ts'
import { SimdTranslator } from './translate-simd.ts'

const to = {
  charge: operation('charge'),
  enter: operation('enter'),
  jump: operation('jump'),
  branchTable: operation('branch.table'),
  return: operation('return'),
  returnValue: operation('return.value'),
  unreachable: operation('unreachable'),
  call: operation('call'),
  callHost: operation('call.host'),
  callIndirect: operation('call.indirect'),
  moveDown: operation('move.down'),
  select: operation('select'),
  selectVector: operation('v128.select'),
  globalGet: operation('global.get'),
  globalSet: operation('global.set'),
  globalGetVector: operation('v128.global.get'),
  globalSetVector: operation('v128.global.set'),
  memorySize: operation('memory.size'),
  memoryGrow: operation('memory.grow'),
  memoryCopy: operation('memory.copy'),
  memoryFill: operation('memory.fill'),
  memoryInit: operation('memory.init'),
  segmentDrop: operation('segment.drop'),
  tableGet: operation('table.get'),
  tableSet: operation('table.set'),
  tableSize: operation('table.size'),
  tableGrow: operation('table.grow'),
  tableFill: operation('table.fill'),
  tableCopy: operation('table.copy'),
  tableInit: operation('table.init'),
} as const

/** A block, loop or if that is open, or the body itself. Heights and counts are in slots. */
interface Control extends LoopHead {
  readonly isLoop: boolean
  /** Height of the operand stack below its parameters. */
  readonly height: number
  readonly parameters: SlotShape
  readonly results: SlotShape
  /** Slots that a branch to it carries. */
  readonly arity: number
  /** Loops: where branches go. */
  readonly address: number
  /** Positions of the addresses in jumps to its end; the word behind each is the charge. */
  readonly jumps: number[]
  /** Ifs: the jump to the else arm, while it is not known; else -1. */
  elseJump: number
}

/**
 * Translates one function after another from stack code to the core's register code, in one pass over the body. Long,
 * for it holds a case for every instruction; what only computes is in ComputationTranslator, fuel in FuelBlocks.
 */
export class FunctionTranslator {
  /** Positions of callees' indices in the code so far; their entries belong there. */
  readonly calls: number[] = []
  private readonly module: Module
  private readonly code: Code
  private readonly layout: ImageLayout
  private readonly reader: InstructionReader
  private readonly stack: OperandStack
  private readonly charges = new BlockCharges()
  private readonly shapes = new SlotShapes()
  private readonly locals = new LocalSlots()
  private controls: Control[] = []
  private results = emptyShape
  private readonly blocks: FuelBlocks
  private readonly condition: Condition
  private readonly computations: ComputationTranslator
  private readonly simd: SimdTranslator

  constructor(module: Module, layout: ImageLayout, code: Code) {
    this.module = module
    this.layout = layout
    this.code = code
    this.reader = new InstructionReader(module.bytes)
    this.stack = new OperandStack(code)
    this.blocks = new FuelBlocks(code)
    this.condition = new Condition(this.stack, code)
    this.computations = new ComputationTranslator(this.stack, code)
    this.simd = new SimdTranslator(this.stack, code, this.computations)
  }

  /** Appends the function's code; it is entered at its first operation. The body must be valid. */
  translate(type: FunctionType, body: FunctionBody): void {
    const { reader, charges } = this
    this.begin(type, body)
    reader.rewind(body.start, body.end)
    charges.begin(type, declaredLocals(body))
    while (reader.offset < reader.end) {
      reader.read()
      const reachable = charges.reachable
      const edge = charges.step(reader.opcode)
      if ((edge & BlockEdge.closes) !== 0) this.blocks.close(charges.closedCharge)
      if (reachable || (edge & BlockEdge.opens) !== 0) this.instruction(reader.opcode, reachable)
    }
  }

  private begin(type: FunctionType, body: FunctionBody): void {
    const { code, stack, locals } = this
    locals.begin(type, body)
    const { parameters, declared } = locals
    this.results = this.shapes.of(type.results)
    stack.begin(parameters + declared)
    this.controls = [this.control(false, 0, emptyShape, this.results)]
    code.label()
    const at = declared > 0 ? code.emit(to.enter, 0, 8 * parameters, 8 * declared) : code.emit(to.charge)
    this.blocks.begin(at + 1)
  }

  private instruction(opcode: number, reachable: boolean): void {
    const { reader, stack, code, layout } = this
    switch (opcode) {
      case Op.nop:
        return
      case Op.unreachable:
        code.emit(to.unreachable)
        return
      case Op.block:
      case Op.loop:
        this.open(opcode === Op.loop)
        return
      case Op.if:
        this.openIf()
        return
      case Op.else:
        this.openElse(reachable)
        return
      case Op.end:
        this.close(reachable)
        return
      case Op.br:
        this.branch(this.label(reader.index))
        return
      case Op.brIf:
        this.branchConditionally(this.label(reader.index))
        return
      case Op.brTable:
        this.branchByTable()
        return
      case Op.return:
        this.returnResults()
        return
      case Op.call:
        this.call(reader.index)
        return
      case Op.callIndirect:
        this.callIndirect(reader.index, reader.index2)
        return
      case Op.drop:
        if (stack.topIsVector) stack.popVector()
        else stack.pop()
        return
      case Op.select:
      case Op.selectTyped:
        this.select()
        return
      case Op.localGet:
        this.getLocal(reader.index)
        return
      case Op.localSet:
        this.setLocal(reader.index)
        return
      case Op.localTee:
        this.teeLocal(reader.index)
        return
      case Op.globalGet:
        this.getGlobal(reader.index)
        return
      case Op.globalSet:
        this.setGlobal(reader.index)
        return
      case Op.i32Const:
      case Op.f32Const:
        stack.pushConstant(reader.low)
        return
      case Op.i64Const:
      case Op.f64Const:
        stack.pushConstant(reader.low, reader.high)
        return
      case Op.refNull:
        stack.pushConstant(0)
        return
      case Op.refIsNull:
        this.computations.unaryWithConstant(equalsConstant, 0, 0)
        return
      case Op.refFunc:
        stack.pushConstant(layout.functionRecord(reader.index))
        return
      case Op.memorySize:
        code.emit(to.memorySize, stack.nextSlot)
        stack.pushSlot()
        return
      case Op.memoryGrow:
        this.computations.unary(to.memoryGrow)
        return
      case Op.memoryCopy:
        this.operateOnThree(to.memoryCopy)
        return
      case Op.memoryFill:
        this.operateOnThree(to.memoryFill)
        return
      case Op.memoryInit:
        this.operateOnThree(to.memoryInit, layout.dataDescriptor(reader.index))
        return
      case Op.dataDrop:
        code.emit(to.segmentDrop, layout.dataDescriptor(reader.index))
        return
      case Op.tableGet: {
        const index = stack.slotOf(stack.pop())
        code.emit(to.tableGet, stack.nextSlot, layout.tableDescriptor(reader.index), index)
        stack.pushSlot()
        return
      }
      case Op.tableSet: {
        const value = stack.slotOf(stack.pop())
        const index = stack.slotOf(stack.pop())
        code.emit(to.tableSet, layout.tableDescriptor(reader.index), index, value)
        return
      }
      case Op.tableSize:
        code.emit(to.tableSize, stack.nextSlot, layout.tableDescriptor(reader.index))
        stack.pushSlot()
        return
      case Op.tableGrow: {
        layout.noteGrowth(reader.index)
        const more = stack.slotOf(stack.pop())
        const value = stack.slotOf(stack.pop())
        code.emit(to.tableGrow, stack.nextSlot, layout.tableDescriptor(reader.index), value, more)
        stack.pushSlot()
        return
      }
      case Op.tableFill:
        this.operateOnThree(to.tableFill, layout.tableDescriptor(reader.index))
        return
      case Op.tableCopy:
        this.operateOnThree(to.tableCopy, layout.tableDescriptor(reader.index), layout.tableDescriptor(reader.index2))
        return
      case Op.tableInit:
        this.operateOnThree(to.tableInit, layout.tableDescriptor(reader.index2), layout.elementDescriptor(reader.index))
        return
      case Op.elemDrop:
        code.emit(to.segmentDrop, layout.elementDescriptor(reader.index))
        return
    }
    if (opcode >= firstSimdOpcode) this.simd.translate(reader)
    else this.computations.translate(opcode, reader.memoryOffset)
  }

  private select(): void {
    const { stack, code } = this
    const position = stack.pop()
    if (!stack.topIsVector && this.selectByComparison(position)) return
    const condition = stack.slotOf(position)
    if (stack.topIsVector) {
      const second = stack.vectorSlotOf(stack.popVector())
      const first = stack.vectorSlotOf(stack.popVector())
      code.emit(to.selectVector, stack.nextSlot, first, second, condition)
      stack.pushVectorSlot()
      return
    }
    const second = stack.slotOf(stack.pop())
    const first = stack.slotOf(stack.pop())
    code.emit(to.select, stack.nextSlot, first, second, condition)
    stack.pushSlot()
  }

  /** Where the condition, just popped, is what the last operation compares: both as one. */
  private selectByComparison(condition: number): boolean {
    const { stack, code } = this
    if (stack.placeAt(condition) !== Place.slot || !code.lastWrites(stack.slotAt(condition))) return false
    const { words, last } = code
    const number = selectBy[words[last]!]!
    if (number === 0) return false
    const [a, low, high] = [words[last + 2]!, words[last + 3]!, words[last + 4]!]
    code.takeBack()
    const second = stack.slotOf(stack.pop())
    const first = stack.slotOf(stack.pop())
    code.emit(number, stack.nextSlot, first, second, a, low, high)
    stack.pushSlot()
    return true
  }

  // ---- Locals and globals ----

  private getLocal(local: number): void {
    const slot = this.locals.slotOf(local)
    if (this.locals.isVector(local)) this.stack.pushVectorLocal(slot)
    else this.stack.pushLocal(slot)
  }

  /** Pops into a local; the position that the value had. */
  private setLocal(local: number): number {
    const { stack } = this
    const slot = this.locals.slotOf(local)
    const isVector = this.locals.isVector(local)
    const value = isVector ? stack.popVector() : stack.pop()
    stack.saveLocal(slot, value, isVector)
    if (isVector) stack.copyVectorTo(8 * slot, value)
    else stack.copyTo(8 * slot, value)
    this.code.seal()
    return value
  }

  private teeLocal(local: number): void {
    const { stack } = this
    const value = this.setLocal(local)
    if (stack.isConstant(value) && !this.locals.isVector(local)) {
      stack.pushConstant(stack.lowAt(value), stack.highAt(value))
    } else this.getLocal(local)
  }

  private getGlobal(index: number): void {
    const { stack, code, layout } = this
    const isVector = this.isVectorGlobal(index)
    code.emit(isVector ? to.globalGetVector : to.globalGet, stack.nextSlot, layout.global(index))
    if (isVector) stack.pushVectorSlot()
    else stack.pushSlot()
  }

  private setGlobal(index: number): void {
    const { stack, code, layout } = this
    if (this.isVectorGlobal(index)) {
      code.emit(to.globalSetVector, layout.global(index), stack.vectorSlotOf(stack.popVector()))
    } else code.emit(to.globalSet, layout.global(index), stack.slotOf(stack.pop()))
  }

  private isVectorGlobal(index: number): boolean {
    return this.module.globalTypes[index]!.value === 'v128'
  }

  /** Bulk operations: up to two descriptors, then three operands. */
  private operateOnThree(number: number, ...descriptors: readonly number[]): void {
    const { stack, code } = this
    const c = stack.slotOf(stack.pop())
    const b = stack.slotOf(stack.pop())
    const a = stack.slotOf(stack.pop())
    const [first, second] = descriptors
    if (first === undefined) code.emit(number, a, b, c)
    else if (second === undefined) code.emit(number, first, a, b, c)
    else code.emit(number, first, second, a, b, c)
  }

  // ---- Calls ----

  private call(index: number): void {
    const { code, module, layout } = this
    const base = this.passArguments(module.types[module.functions[index]!]!)
    if (index < module.importedFunctions) code.emit(to.callHost, base, index)
    else this.calls.push(code.emit(to.call, base, layout.frameBytes(index), index) + 3)
  }

  private callIndirect(typeIndex: number, table: number): void {
    const { code, stack, layout } = this
    const index = stack.slotOf(stack.pop())
    const base = this.passArguments(this.module.types[typeIndex]!)
    code.emit(to.callIndirect, base, layout.typeNumber(typeIndex), layout.tableDescriptor(table), index)
  }

  /** Replaces the arguments by the results, which take their place: the start of the callee's frame. */
  private passArguments(type: FunctionType): number {
    const { stack } = this
    const { count } = this.shapes.of(type.parameters)
    stack.settleTop(count)
    stack.truncate(stack.height - count)
    const base = stack.nextSlot
    stack.pushSlots(this.shapes.of(type.results))
    return base
  }

  private returnResults(): void {
    const { stack, code } = this
    const { count } = this.results
    if (this.results === vectorShape) stack.copyVectorTo(0, stack.height - count)
    else if (count === 1) {
      const position = stack.height - 1
      if (stack.placeAt(position) >= Place.constant) stack.copyTo(0, position)
      else {
        code.emit(to.returnValue, stack.slotOf(position))
        return
      }
    } else if (count > 1) {
      stack.settleTop(count)
      const first = stack.slotAt(stack.height - count)
      if (first !== 0) code.emit(to.moveDown, 0, first, 8 * count)
    }
    code.emit(to.return)
  }

  // ---- Blocks ----

  private control(isLoop: boolean, height: number, parameters: SlotShape, results: SlotShape): Control {
    const arity = (isLoop ? parameters : results).count
    return {
      isLoop,
      height,
      parameters,
      results,
      arity,
      address: this.code.here,
      headCharge: 0,
      jumps: [],
      elseJump: -1,
    }
  }

  private label(depth: number): Control {
    return this.controls[this.controls.length - 1 - depth]!
  }

  /** `block` and `loop`. */
  private open(isLoop: boolean): void {
    const { stack } = this
    const type = blockSignature(this.module.types, this.reader.blockType)
    const parameters = this.shapes.of(type.parameters)
    stack.settleTop(parameters.count)
    stack.settleLocals()
    if (isLoop) this.blocks.open(true, [])
    this.code.label()
    const control = this.control(isLoop, stack.height - parameters.count, parameters, this.shapes.of(type.results))
    if (isLoop) this.blocks.addLoop(control)
    this.controls.push(control)
  }

  private openIf(): void {
    const { stack } = this
    const type = blockSignature(this.module.types, this.reader.blockType)
    const parameters = this.shapes.of(type.parameters)
    this.condition.pop()
    stack.settleTop(parameters.count)
    stack.settleLocals()
    const control = this.control(false, stack.height - parameters.count, parameters, this.shapes.of(type.results))
    this.controls.push(control)
    control.elseJump = this.condition.emitBranch(false)
    this.blocks.openAfterBranch(control.elseJump + 2)
  }

  private openElse(reachable: boolean): void {
    const { stack, code } = this
    const control = this.controls.at(-1)!
    if (reachable) {
      stack.settleTop(control.results.count)
      control.jumps.push(code.emit(to.jump) + 1)
    }
    stack.truncate(control.height)
    stack.pushSlots(control.parameters)
    this.blocks.open(false, [control.elseJump])
    control.elseJump = -1
  }

  private close(reachable: boolean): void {
    const { stack } = this
    const control = this.controls.pop()!
    // Without an else arm the parameters are the results, and they are in their slots.
    if (control.elseJump >= 0) control.jumps.push(control.elseJump)
    if (this.controls.length === 0) {
      this.closeBody(control, reachable)
      return
    }
    if (reachable) stack.settleTop(control.results.count)
    stack.truncate(control.height)
    stack.pushSlots(control.results)
    this.blocks.open(reachable, control.jumps)
  }

  private closeBody(control: Control, reachable: boolean): void {
    const { stack } = this
    if (control.jumps.length > 0) {
      if (reachable) stack.settleTop(control.results.count)
      stack.truncate(0)
      stack.pushSlots(control.results)
      this.blocks.bind(control.jumps)
    } else if (!reachable) return
    this.returnResults()
  }

  // ---- Branches ----

  private branch(control: Control): void {
    if (this.isBody(control)) {
      this.returnResults()
      return
    }
    if (control.arity > 1) this.stack.settleTop(control.arity)
    this.carry(control)
    this.jump(control)
  }

  private branchConditionally(control: Control): void {
    const { stack, code } = this
    this.condition.pop()
    const { arity } = control
    const inPlace = stack.height - arity === control.height
    // Before the branch: what one way only copies, the other would miss.
    if (arity > 1 || inPlace) stack.settleTop(arity)
    if (arity === 0 || (inPlace && !this.isBody(control))) {
      const at = this.condition.emitBranch(true)
      this.link(at, control)
      this.blocks.openAfterBranch(at + 2)
      return
    }
    const skip = this.condition.emitBranch(false)
    if (this.isBody(control)) this.returnResults()
    else {
      this.carry(control)
      this.jump(control)
    }
    code.words[skip] = code.here
    this.blocks.openAfterBranch(skip + 1)
  }

  private branchByTable(): void {
    const { reader, stack, code } = this
    const index = stack.slotOf(stack.pop())
    const { arity } = this.label(reader.labels[reader.labelCount]!)
    stack.settleTop(arity)
    code.emit(to.branchTable, index, reader.labelCount)
    /** Labels whose values must move first: entries that go to the moving, by depth. */
    const indirect = new Map<number, number[]>()
    for (let position = 0; position <= reader.labelCount; position++) {
      const depth = reader.labels[position]!
      const control = this.label(depth)
      const entry = code.word(0)
      code.word(0)
      if (arity === 0 || (stack.height - arity === control.height && !this.isBody(control))) this.link(entry, control)
      else if (indirect.has(depth)) indirect.get(depth)!.push(entry)
      else indirect.set(depth, [entry])
    }
    for (const [depth, entries] of indirect) {
      const control = this.label(depth)
      code.label()
      for (const entry of entries) code.words[entry] = code.here
      if (this.isBody(control)) this.returnResults()
      else {
        this.carry(control)
        this.jump(control)
      }
    }
  }

  private isBody(control: Control): boolean {
    return control === this.controls[0]
  }

  /** Copies the values that a branch carries to where its target expects them; several must be in their slots. */
  private carry({ arity, height }: Control): void {
    const { stack, code } = this
    const first = stack.height - arity
    if (arity === 1) stack.copyTo(stack.slotAt(height), first)
    else if (arity > 1 && first !== height) code.emit(to.moveDown, stack.slotAt(height), stack.slotAt(first), 8 * arity)
  }

  private jump(control: Control): void {
    this.link(this.code.emit(to.jump) + 1, control)
  }

  /** Has the jump whose address stands at `position` go to a block's label. */
  private link(position: number, control: Control): void {
    if (!control.isLoop) {
      control.jumps.push(position)
      return
    }
    this.code.words[position] = control.address
    this.code.words[position + 1] = control.headCharge
  }
}
