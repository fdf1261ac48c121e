import * as place from '../../../interpreter/assembly/layout.ts'
import { moduleLimits } from '../../wasm/limits.ts'
import type { ConstantExpression, Module } from '../../wasm/module.ts'
import type { TrapReason } from '../outcome.ts'
import { CoreMemory } from './core-memory.ts'
import { aligned, type Image, type ImageLayout } from './image.ts'
import { fromSlots, toSlots } from './slot-shape.ts'

/** What a guest is made of. `globals` are the imported ones, in bits as the core knows them. */
export interface Loading {
  readonly module: Module
  readonly image: Image
  readonly globals: readonly bigint[]
  readonly memoryBytes: number
}

/**
 * Lays out a core's memory for a new guest: functions, code, globals, tables, segments. Active segments are not yet
 * applied. Throws HOST_OUT_OF_MEMORY where the host has too little.
 */
export function loadGuest(loading: Loading): CoreMemory {
  const { module, image } = loading
  const tables = aligned(image.layout.codeBase + 4 * image.code.length, 8)
  const rooms = module.tables.map(({ limits }, index) => {
    return image.layout.canGrow(index) ? tableMaximum(module, index) : limits.minimum
  })
  const elements = tables + 4 * sum(rooms)
  const data = elements + 4 * sum(module.elements.map(({ entries }) => entries.length))
  // Active data is copied straight from the module, and counts as dropped from then on.
  const passive = sum(module.data.map(({ mode, bytes }) => (mode === 'passive' ? bytes.length : 0)))
  const pages = module.memories[0]?.minimum ?? 0
  const memory = new CoreMemory(aligned(data + passive, place.pageBytes), pages, maximalPages(loading))
  loadFunctions(memory, loading)
  loadGlobals(memory, loading)
  loadTables(memory, loading, tables, rooms)
  loadElements(memory, loading, elements)
  loadData(memory, loading, data)
  return memory
}

/** Applies the active segments in order; the first that does not fit traps, and what was written before it stays. */
export function applySegments(memory: CoreMemory, { module, image }: Loading): TrapReason | undefined {
  for (const [index, { mode, table = 0, start, entries }] of module.elements.entries()) {
    if (mode === 'passive') continue
    const segment = image.layout.elementDescriptor(index)
    if (mode === 'active') {
      const descriptor = image.layout.tableDescriptor(table)
      const offset = Number(evaluate(memory, image, module, start!))
      if (offset + entries.length > memory.word(descriptor + place.tableSize)) return 'table-bounds'
      const from = memory.word(segment + place.segmentStart) / 4
      const to = memory.word(descriptor + place.tableEntries) / 4 + offset
      memory.words.copyWithin(to, from, from + entries.length)
    }
    memory.setWord(segment + place.segmentLength, 0)
  }
  for (const { mode, start, bytes } of module.data) {
    if (mode === 'passive') continue
    const offset = Number(evaluate(memory, image, module, start!))
    if (offset + bytes.length > memory.guest.length) return 'memory-bounds'
    memory.guest.set(bytes, offset)
  }
  return undefined
}

function maximalPages({ module, memoryBytes }: Loading): number {
  const memory = module.memories[0]
  if (memory === undefined) return 0
  const allowed = Math.floor(memoryBytes / place.pageBytes)
  return Math.min(memory.maximum ?? allowed, allowed)
}

function tableMaximum(module: Module, index: number): number {
  const { maximum = moduleLimits.tableEntries } = module.tables[index]!.limits
  return Math.min(maximum, moduleLimits.tableEntries)
}

function loadFunctions(memory: CoreMemory, { module, image }: Loading): void {
  memory.words.set(image.code, image.layout.codeBase / 4)
  for (const [index, typeIndex] of module.functions.entries()) {
    const record = image.layout.functionRecord(index)
    memory.setWord(record + place.functionEntry, image.entries[index]!)
    memory.setWord(record + place.functionType, image.layout.typeNumber(typeIndex))
    if (index < module.importedFunctions) continue
    memory.setWord(record + place.functionFrameBytes, image.layout.frameBytes(index))
  }
}

function loadGlobals(memory: CoreMemory, { module, image, globals }: Loading): void {
  const set = (index: number, bits: bigint) => {
    const slots = toSlots([bits], [module.globalTypes[index]!.value])
    memory.doubleWords.set(slots, image.layout.global(index) / 8)
  }
  for (const [index, bits] of globals.entries()) set(index, bits)
  for (const [position, { initial }] of module.globals.entries()) {
    set(module.importedGlobals + position, evaluate(memory, image, module, initial))
  }
}

function loadTables(memory: CoreMemory, { module, image }: Loading, start: number, rooms: readonly number[]): void {
  let address = start
  for (const [index, { limits }] of module.tables.entries()) {
    const descriptor = image.layout.tableDescriptor(index)
    memory.setWord(descriptor + place.tableEntries, address)
    memory.setWord(descriptor + place.tableSize, limits.minimum)
    memory.setWord(descriptor + place.tableMaximum, tableMaximum(module, index))
    address += 4 * rooms[index]!
  }
  memory.setWord(place.stateTableEntries, sum(module.tables.map(({ limits }) => limits.minimum)))
}

function loadElements(memory: CoreMemory, { module, image }: Loading, start: number): void {
  let address = start
  for (const [index, { entries }] of module.elements.entries()) {
    const descriptor = image.layout.elementDescriptor(index)
    memory.setWord(descriptor + place.segmentStart, address)
    memory.setWord(descriptor + place.segmentLength, entries.length)
    for (const entry of entries) {
      memory.setWord(address, Number(BigInt.asUintN(32, evaluate(memory, image, module, entry))))
      address += 4
    }
  }
}

function loadData(memory: CoreMemory, { module, image }: Loading, start: number): void {
  let address = start
  for (const [index, { mode, bytes }] of module.data.entries()) {
    if (mode === 'active') continue
    const descriptor = image.layout.dataDescriptor(index)
    memory.setWord(descriptor + place.segmentStart, address)
    memory.setWord(descriptor + place.segmentLength, bytes.length)
    memory.setBytes(address, bytes)
    address += bytes.length
  }
}

/** The bits of a global. */
export function readGlobal(memory: CoreMemory, layout: ImageLayout, module: Module, index: number): bigint {
  const first = layout.global(index) / 8
  const slots = Array.from(memory.doubleWords.subarray(first, first + 2), (slot) => BigInt.asUintN(64, slot))
  return fromSlots(slots, [module.globalTypes[index]!.value])[0]!
}

/** A reference to a function is the address of its record; null is 0. */
function evaluate(memory: CoreMemory, { layout }: Image, module: Module, expression: ConstantExpression): bigint {
  switch (expression.kind) {
    case 'global':
      return readGlobal(memory, layout, module, expression.index)
    case 'ref.null':
      return 0n
    case 'ref.func':
      return BigInt(layout.functionRecord(expression.index))
    default:
      return expression.bits
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
