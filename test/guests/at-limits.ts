import { wasiModule } from '../../daemon/src/runtime/host/wasi.ts'
import { BinaryWriter } from '../../daemon/src/wasm/meter/writer.ts'
import { TypeCode } from '../../daemon/src/wasm/value-types.ts'
import { assemble, section } from './assemble.ts'

/** Programs that have just so many of what a module limit counts, and end at once. */

export interface Counts {
  /** At least 2: that of `_start`, and that of the imports. */
  readonly types?: number
  readonly imports?: number
  /** Imported ones included; one more than these at least. */
  readonly functions?: number
  /** Entries of the only table. */
  readonly tableEntries?: number
  readonly globals?: number
  /** At least 2: `_start` and the memory. */
  readonly exports?: number
  /** Active, of one entry each. */
  readonly elementSegments?: number
  /** Of one passive segment. */
  readonly elementEntries?: number
  /** Active, of one byte each. */
  readonly dataSegments?: number
}

export function programOf(counts: Counts): Uint8Array {
  const { types = 2, imports = 0, functions = imports + 1, tableEntries = 1, globals = 0, exports = 2 } = counts
  const { elementSegments = 0, elementEntries = 0, dataSegments = 0 } = counts
  const own = functions - imports
  return assemble(
    section(1, types, (out, index) => (index === 1 ? out.put(0x60, 0, 1, TypeCode.i32) : out.put(0x60, 0, 0))),
    section(2, imports, (out) => {
      out.name(wasiModule)
      out.name('sched_yield')
      out.put(0, 1)
    }),
    section(3, own, (out) => out.byte(0)),
    section(4, 1, (out) => {
      out.put(TypeCode.funcref, 0)
      out.u32(tableEntries)
    }),
    section(5, 1, (out) => out.put(0, 1)),
    section(6, globals, (out) => out.put(TypeCode.i32, 1, 0x41, 0, 0x0b)),
    section(7, exports, (out, index) => {
      out.name(index === 0 ? '_start' : index === 1 ? 'memory' : `e${index}`)
      out.byte(index === 1 ? 2 : 0)
      out.u32(index === 1 ? 0 : imports)
    }),
    section(9, elementSegments + Math.sign(elementEntries), (out, index) => {
      if (index < elementSegments) return out.put(0, 0x41, 0, 0x0b, 1, 0)
      out.put(1, 0)
      out.u32(elementEntries)
      for (let entry = 0; entry < elementEntries; entry++) out.byte(0)
    }),
    section(10, own, (out) => out.put(2, 0, 0x0b)),
    section(11, dataSegments, (out) => out.put(0, 0x41, 0, 0x0b, 1, 7)),
  )
}

/** Declares types with so many parameters together, a thousand each. */
export function withTypeValues(count: number): Uint8Array {
  const whole = Math.floor(count / 1000)
  const types = section(1, 2 + whole, (out, index) => {
    out.byte(0x60)
    putTypes(out, index === 0 ? 0 : index <= whole ? 1000 : count % 1000)
    out.byte(0)
  })
  return program({ types, functions: [nothing] })
}

/** Calls a function of so many parameters and results over and over. */
export function callsWithValues(parameters: number, results: number): Uint8Array {
  const types = section(1, 2, (out, index) => {
    out.byte(0x60)
    putTypes(out, index * parameters)
    putTypes(out, index * results)
  })
  const push = [0x42, 0] // i64.const 0
  const start = [
    ...[0, 0x03, 0x40], // no locals; loop
    ...Array(parameters).fill(push).flat(),
    ...[0x10, 1], // call 1
    ...Array(results).fill(0x1a), // drop
    ...[0x0c, 0, 0x0b, 0x0b], // br 0; end; end
  ]
  const wide = [0, ...Array(results).fill(push).flat(), 0x0b]
  return program({ types, functions: [bodyOf(start), { type: 1, body: Uint8Array.from(wide) }] })
}

/** Pushes so many numbers onto its operand stack before it drops them. */
export function withOperands(count: number): Uint8Array {
  const body = new BinaryWriter(4 * count)
  body.byte(0)
  for (let operand = 0; operand < count; operand++) body.put(0x41, 0) // i32.const 0
  for (let operand = 0; operand < count; operand++) body.byte(0x1a) // drop
  body.byte(0x0b)
  return program({ functions: [bodyOf(body.view)] })
}

/** Has so many bytes of data, written at its start. */
export function withData(bytes: number): Uint8Array {
  const data = section(11, 1, (out) => {
    out.put(0, 0x41, 0, 0x0b)
    out.u32(bytes)
    out.append(new Uint8Array(bytes).fill(0xa5))
  })
  return program({ functions: [nothing], pages: Math.ceil(bytes / 65_536), data })
}

/** A module of just so many bytes, two mebibytes at least, nearly all of them in one custom section. */
export function padded(bytes: number): Uint8Array {
  const out = new BinaryWriter(bytes)
  out.append(program({ functions: [nothing] }))
  const content = bytes - out.length - 5 // Its id, and its length in four bytes.
  out.byte(0)
  out.u32(content)
  out.append(new Uint8Array(content))
  return out.view
}

/** So many empty custom sections. */
export function withCustomSections(count: number): Uint8Array {
  const sections = Buffer.alloc(3 * count, Buffer.from([0, 1, 0]))
  return new Uint8Array(Buffer.concat([program({ functions: [nothing] }), sections]))
}

/** One function of so many bytes, nearly all of them `nop`. */
export function longFunction(bytes: number): Uint8Array {
  const body = new Uint8Array(bytes).fill(0x01)
  body[0] = 0 // No locals.
  body[bytes - 1] = 0x0b
  return program({ functions: [bodyOf(body)] })
}

/** So many functions of a mebibyte, each of `unit` over and over; nobody calls them. */
export function withMebibytesOfCode(count: number, unit: readonly number[]): Uint8Array {
  const body = new BinaryWriter(2 ** 20)
  body.byte(0)
  while (body.length + unit.length < 2 ** 20) body.append(Uint8Array.from(unit))
  body.byte(0x0b)
  return program({ functions: [nothing, ...Array(count).fill(bodyOf(body.view))] })
}

interface FunctionBody {
  readonly type: number
  readonly body: Uint8Array
}

const bodyOf = (body: readonly number[] | Uint8Array): FunctionBody => ({ type: 0, body: Uint8Array.from(body) })
const nothing = bodyOf([0, 0x0b])

/** Its first function is `_start`; default: the one type () -> (), one page, no data. */
function program(parts: {
  readonly types?: BinaryWriter
  readonly functions: readonly FunctionBody[]
  readonly pages?: number
  readonly data?: BinaryWriter
}): Uint8Array {
  const { types = section(1, 1, (out) => out.put(0x60, 0, 0)), functions, pages = 1, data } = parts
  return assemble(
    types,
    section(3, functions.length, (out, index) => out.byte(functions[index]!.type)),
    section(5, 1, (out) => {
      out.byte(0)
      out.u32(pages)
    }),
    section(7, 2, (out, index) => {
      out.name(index === 0 ? '_start' : 'memory')
      out.put(2 * index, 0)
    }),
    section(10, functions.length, (out, index) => {
      const { body } = functions[index]!
      out.u32(body.length)
      out.append(body)
    }),
    ...(data === undefined ? [] : [data]),
  )
}

function putTypes(out: BinaryWriter, count: number): void {
  out.u32(count)
  for (let value = 0; value < count; value++) out.byte(TypeCode.i64)
}
