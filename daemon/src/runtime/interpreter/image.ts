import * as place from '../../../interpreter/assembly/layout.ts'
import type { FunctionType, Module, ValueType } from '../../wasm/module.ts'
import { slotsOf } from '../../wasm/value-types.ts'

/**
 * Where a module's parts lie in the core's memory: known before its code is made, since code holds addresses.
 * See daemon/interpreter/assembly/layout.ts for the whole picture.
 */
export class ImageLayout {
  readonly codeBase: number
  private readonly module: Module
  /** Address of each, imports first. */
  private readonly globals: Uint32Array
  private readonly tables: number
  private readonly data: number
  private readonly elements: number
  /** Bytes of each defined function's frame, as the validator counts them. */
  readonly frames: Uint32Array
  private readonly typeNumbers: readonly number[]
  private readonly grown: Set<number>

  constructor(module: Module, frames: Uint32Array, growing: Iterable<number> = []) {
    this.module = module
    this.frames = frames
    this.grown = new Set(growing)
    this.typeNumbers = numberTypes(module.types)
    this.globals = new Uint32Array(module.globalTypes.length)
    let address = place.functions + place.functionRecordBytes * module.functions.length
    for (const [index, { value }] of module.globalTypes.entries()) {
      this.globals[index] = address
      address += 8 * slotsOf(value)
    }
    this.tables = address
    this.data = this.tables + place.tableDescriptorBytes * module.tables.length
    this.elements = this.data + place.segmentDescriptorBytes * module.data.length
    this.codeBase = aligned(this.elements + place.segmentDescriptorBytes * module.elements.length, 8)
  }

  functionRecord(index: number): number {
    return place.functions + place.functionRecordBytes * index
  }

  /** The index of the function whose record is at an address. */
  functionOf(record: number): number {
    return (record - place.functions) / place.functionRecordBytes
  }

  global(index: number): number {
    return this.globals[index]!
  }

  tableDescriptor(index: number): number {
    return this.tables + place.tableDescriptorBytes * index
  }

  dataDescriptor(index: number): number {
    return this.data + place.segmentDescriptorBytes * index
  }

  elementDescriptor(index: number): number {
    return this.elements + place.segmentDescriptorBytes * index
  }

  /** A number that equal types share, and no others. */
  typeNumber(typeIndex: number): number {
    return this.typeNumbers[typeIndex]!
  }

  /** Of a defined function; capped just above the whole stack, so that sums stay small. */
  frameBytes(index: number): number {
    return Math.min(this.frames[index - this.module.importedFunctions]!, place.stackBytes + 1)
  }

  /** Notes that the code grows a table: room is kept for all that it may become. */
  noteGrowth(table: number): void {
    this.grown.add(table)
  }

  canGrow(table: number): boolean {
    return this.grown.has(table)
  }

  /** Tables that the module's code can grow. */
  get growing(): Iterable<number> {
    return this.grown
  }
}

/** A translated module: plain data, the same on every machine, from which any number of guests can be loaded. */
export interface Image {
  readonly layout: ImageLayout
  readonly code: Int32Array
  /** Address of each function's code; 0 where the host provides it. */
  readonly entries: Uint32Array
}

function numberTypes(types: readonly FunctionType[]): readonly number[] {
  const numbers = new Map<string, number>()
  return types.map(({ parameters, results }) => {
    const key = `${parameters.map(letterOf).join('')}:${results.map(letterOf).join('')}`
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

/** One letter a type: a module may have millions of them. */
const letters: Readonly<Record<ValueType, string>> = Object.freeze({
  i32: 'i',
  i64: 'I',
  f32: 'f',
  f64: 'F',
  v128: 'v',
  funcref: 'r',
  externref: 'x',
})
const letterOf = (type: ValueType) => letters[type]

export function aligned(address: number, alignment: number): number {
  return Math.ceil(address / alignment) * alignment
}
