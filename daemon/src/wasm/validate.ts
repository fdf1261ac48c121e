import { BodyValidator } from './body-validator.ts'
import type { ConstantExpression, Limits, Module, ValueType } from './module.ts'
import { ModuleRejection } from './rejection.ts'
import { ValidationContext } from './validation-context.ts'
import { slotsOf, slotsOfAll } from './value-types.ts'

/** What validation finds out about a module; the arrays hold a number for each defined function, in order. */
export interface Validated {
  readonly module: Module
  /** Parameters and declared locals, in slots of 8 bytes; a v128 takes two. */
  readonly localSlots: Uint32Array
  /** Maximal height of the operand stack in slots, between instructions that the validator reaches. */
  readonly operandSlots: Uint32Array
  /** What a frame of the function takes of the guest's stack. */
  readonly frameBytes: Uint32Array
  readonly usesSimd: boolean
  /** Byte offset of the first SIMD instruction or v128 type; absent where there is none. */
  readonly firstSimd?: number
}

/** Bytes of a frame besides its slots. */
export const frameOverheadBytes = 64
export const slotBytes = 8

/**
 * Validates a decoded module, section by section in the binary's order, as the specification says:
 * https://www.w3.org/TR/wasm-core-2/#valid-module. Throws ModuleRejection for the first fault found.
 */
export function validateModule(module: Module): Validated {
  checkTypeIndices(module)
  checkTables(module)
  checkMemories(module)
  checkGlobals(module)
  checkExports(module)
  checkStart(module)
  checkElements(module)
  const validated = checkBodies(module)
  checkData(module)
  return validated
}

function checkTypeIndices(module: Module): void {
  const check = (index: number, offset: number) => {
    if (index >= module.types.length) invalid(offset, `unknown type ${index}`)
  }
  for (const { type, offset } of module.imports) if (type.kind === 'function') check(type.typeIndex, offset)
  for (const [position, offset] of module.offsets.functions.entries()) {
    check(module.functions[module.importedFunctions + position]!, offset)
  }
}

function checkTables(module: Module): void {
  for (const { type, offset } of module.imports)
    if (type.kind === 'table') checkLimits(type.table.limits, 2 ** 32, offset)
  for (const [position, offset] of module.offsets.tables.entries()) {
    checkLimits(module.tables[module.importedTables + position]!.limits, 2 ** 32, offset)
  }
}

const maximalPages = 65536

function checkMemories(module: Module): void {
  for (const { type, offset } of module.imports)
    if (type.kind === 'memory') checkLimits(type.memory, maximalPages, offset)
  for (const [position, offset] of module.offsets.memories.entries()) {
    checkLimits(module.memories[module.importedMemories + position]!, maximalPages, offset)
  }
}

function checkLimits({ minimum, maximum }: Limits, range: number, offset: number): void {
  if (minimum > range) invalid(offset, `a minimum of ${minimum}, at most ${range} is allowed`)
  if (maximum === undefined) return
  if (maximum > range) invalid(offset, `a maximum of ${maximum}, at most ${range} is allowed`)
  if (maximum < minimum) invalid(offset, `a maximum of ${maximum} below the minimum of ${minimum}`)
}

function checkGlobals(module: Module): void {
  for (const { type, initial } of module.globals) checkConstant(module, initial, type.value)
}

function checkConstant(module: Module, expression: ConstantExpression, expected: ValueType): void {
  const type = typeOfConstant(module, expression)
  if (type !== expected) invalid(expression.offset, `a constant of type ${type} where ${expected} is expected`)
}

function typeOfConstant(module: Module, expression: ConstantExpression): ValueType {
  switch (expression.kind) {
    case 'global': {
      const { index, offset } = expression
      if (index >= module.importedGlobals)
        return invalid(offset, `constants may use imported globals, ${index} is none`)
      const global = module.globalTypes[index]!
      if (global.mutable) return invalid(offset, `constants may use immutable globals, ${index} is mutable`)
      return global.value
    }
    case 'ref.null':
      return expression.type
    case 'ref.func':
      if (expression.index >= module.functions.length)
        invalid(expression.offset, `unknown function ${expression.index}`)
      return 'funcref'
    default:
      return expression.kind
  }
}

function checkExports(module: Module): void {
  const counts = {
    function: module.functions.length,
    table: module.tables.length,
    memory: module.memories.length,
    global: module.globalTypes.length,
  }
  const names = new Set<string>()
  for (const { name, kind, index, offset } of module.exports) {
    if (index >= counts[kind]) invalid(offset, `unknown ${kind} ${index}`)
    if (names.has(name)) invalid(offset, `duplicate export name ${JSON.stringify(name.slice(0, 80))}`)
    names.add(name)
  }
}

function checkStart(module: Module): void {
  if (module.start === undefined) return
  const offset = module.offsets.start!
  const typeIndex = module.functions[module.start]
  if (typeIndex === undefined) invalid(offset, `unknown function ${module.start}`)
  const { parameters, results } = module.types[typeIndex]!
  if (parameters.length + results.length > 0) invalid(offset, 'a start function with parameters or results')
}

function checkElements(module: Module): void {
  for (const { mode, type, table: index = 0, start, entries, offset } of module.elements) {
    if (mode === 'active') {
      const table = module.tables[index]
      if (table === undefined) invalid(offset, `unknown table ${index}`)
      if (table.element !== type) invalid(offset, `${type} elements for a table of ${table.element}`)
    }
    if (start !== undefined) checkConstant(module, start, 'i32')
    for (const entry of entries) checkConstant(module, entry, type)
  }
}

function checkBodies(module: Module): Validated {
  const count = module.bodies.length
  const localSlots = new Uint32Array(count)
  const operandSlots = new Uint32Array(count)
  const frameBytes = new Uint32Array(count)
  const validator = new BodyValidator(new ValidationContext(module))
  for (const [position, body] of module.bodies.entries()) {
    const type = module.types[module.functions[module.importedFunctions + position]!]!
    const { locals } = body
    operandSlots[position] = validator.validate(position, locals)
    const declared = locals.reduce((sum, run) => sum + run.count * slotsOf(run.type), 0)
    localSlots[position] = slotsOfAll(type.parameters) + declared
    const slots = localSlots[position]! + slotsOfAll(type.results) + operandSlots[position]!
    frameBytes[position] = frameOverheadBytes + slotBytes * slots
  }
  const simd = [module.firstSimd ?? -1, validator.firstSimd].filter((offset) => offset >= 0)
  return {
    module,
    localSlots,
    operandSlots,
    frameBytes,
    usesSimd: simd.length > 0,
    ...(simd.length > 0 && { firstSimd: Math.min(...simd) }),
  }
}

function checkData(module: Module): void {
  for (const { start, offset } of module.data) {
    if (start === undefined) continue
    if (module.memories.length === 0) invalid(offset, 'unknown memory 0')
    checkConstant(module, start, 'i32')
  }
}

function invalid(offset: number, detail: string): never {
  throw new ModuleRejection('invalid', offset, detail)
}
