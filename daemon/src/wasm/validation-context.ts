import type { FunctionType, Module } from './module.ts'
import { emptyBlockType, TypeCode } from './value-types.ts'

/**
 * A module as the body validator wants it: numbers in arrays, built once a module.
 *
 * Lists of types are stretches of one pool: the parameters of type t are `pool[parametersAt[t] .. resultsAt[t])`, its
 * results `pool[resultsAt[t] .. parametersAt[t + 1])`. Behind the module's types stand those that block types need:
 * one without values, and one with a single result for each value type.
 */
export class ValidationContext {
  readonly module: Module
  readonly pool: Uint8Array
  readonly parametersAt: Uint32Array
  readonly resultsAt: Uint32Array
  /** Slots that the first n types of the pool fill. */
  readonly slotsBefore: Uint32Array
  /** Type index of each function. */
  readonly functions: Uint32Array
  /** Type codes. */
  readonly globals: Uint8Array
  readonly mutable: Uint8Array
  readonly tables: Uint8Array
  readonly elements: Uint8Array
  /** 1 for each function that `ref.func` may name: those named outside of bodies and the start. */
  readonly referable: Uint8Array
  private readonly typeCount: number

  constructor(module: Module) {
    this.module = module
    const blocks: readonly FunctionType[] = [
      { parameters: [], results: [] },
      ...blockResults.map((type) => ({ parameters: [], results: [type] })),
    ]
    this.typeCount = module.types.length
    const count = this.typeCount + blocks.length
    const values = [...module.types, ...blocks]
    this.pool = new Uint8Array(values.reduce((sum, type) => sum + type.parameters.length + type.results.length, 0))
    this.parametersAt = new Uint32Array(count + 1)
    this.resultsAt = new Uint32Array(count)
    let end = 0
    for (const [index, type] of values.entries()) {
      for (const parameter of type.parameters) this.pool[end++] = TypeCode[parameter]
      this.resultsAt[index] = end
      for (const result of type.results) this.pool[end++] = TypeCode[result]
      this.parametersAt[index + 1] = end
    }
    this.slotsBefore = new Uint32Array(this.pool.length + 1)
    for (const [position, code] of this.pool.entries()) {
      this.slotsBefore[position + 1] = this.slotsBefore[position]! + (code === TypeCode.v128 ? 2 : 1)
    }
    this.functions = Uint32Array.from(module.functions)
    this.globals = Uint8Array.from(module.globalTypes, (global) => TypeCode[global.value])
    this.mutable = Uint8Array.from(module.globalTypes, (global) => (global.mutable ? 1 : 0))
    this.tables = Uint8Array.from(module.tables, (table) => TypeCode[table.element])
    this.elements = Uint8Array.from(module.elements, (segment) => TypeCode[segment.type])
    this.referable = referableFunctions(module)
  }

  /** The type in this context that an instruction's block type stands for; -1 where the module has no such type. */
  blockTypeIndex(blockType: number): number {
    if (blockType >= 0) return blockType < this.typeCount ? blockType : -1
    if (blockType === emptyBlockType) return this.typeCount
    return this.typeCount + 1 + blockResults.findIndex((type) => TypeCode[type] === blockType + 0x80)
  }
}

const blockResults = ['i32', 'i64', 'f32', 'f64', 'v128', 'funcref', 'externref'] as const

function referableFunctions(module: Module): Uint8Array {
  const referable = new Uint8Array(module.functions.length)
  for (const { initial } of module.globals) if (initial.kind === 'ref.func') referable[initial.index] = 1
  for (const { kind, index } of module.exports) if (kind === 'function') referable[index] = 1
  for (const { entries } of module.elements) {
    for (const entry of entries) if (entry.kind === 'ref.func') referable[entry.index] = 1
  }
  return referable
}
