import type { FunctionType, ValueType } from '../module.ts'
import { checkFuel } from './charge.ts'
import { type CodeWriter, ops } from './code-writer.ts'
import { crossesAsIs, crossingType, type MeteredLayout, passesInRegisters } from './layout.ts'
import { wholeStack } from './stack.ts'

/**
 * The border to JavaScript, which no float may cross: a NaN would lose its bits there. Floats cross as integers of
 * their bits; the n-th vector of the arguments or results, which JavaScript cannot hold, in cells 2n and 2n + 1.
 */

/** The body of the function that the guest calls for an import: checks the fuel, then calls the host. */
export function importBody(out: CodeWriter, layout: MeteredLayout, index: number, type: FunctionType): void {
  const { parameters, results } = type
  const inRegisters = passesInRegisters(type)
  const fuel = parameters.length + 1
  const converts = !crossesAsIs(results)
  const returned = converts ? crossingType(type).results : []
  out.locals(returned.map((type) => ({ count: 1, type })))
  if (inRegisters) {
    out.localGet(fuel)
    out.globalSet(layout.fuel)
  }
  checkFuel(out, layout)
  const outgoing = new Cells(layout)
  for (const [local, type] of parameters.entries()) outgoing.give(out, type, local)
  out.call(index)
  if (converts) {
    const first = parameters.length + (inRegisters ? 2 : 0)
    keep(out, returned.length, first)
    take(out, layout, results, first)
  }
  if (inRegisters) out.globalGet(layout.fuel)
  out.end()
}

/** The body of the function by which the host enters a function of the guest: at depth 1, with the fuel there is. */
export function entryBody(out: CodeWriter, layout: MeteredLayout, target: number, type: FunctionType): void {
  const { parameters, results } = type
  const converts = !crossesAsIs(results)
  out.locals(converts ? results.map((type) => ({ count: 1, type })) : [])
  take(out, layout, parameters, 0)
  out.i64ConstBig(wholeStack)
  if (passesInRegisters(type)) {
    out.globalGet(layout.fuel)
    out.call(target)
    out.globalSet(layout.fuel)
  } else {
    out.globalSet(layout.stack)
    out.call(target)
  }
  if (converts) {
    const first = crossingType(type).parameters.length
    keep(out, results.length, first)
    const outgoing = new Cells(layout)
    for (const [position, type] of results.entries()) outgoing.give(out, type, first + position)
  }
  out.end()
}

/** The body of a function by which the host reads a global. */
export function globalBody(out: CodeWriter, layout: MeteredLayout, index: number, type: ValueType): void {
  out.locals([{ count: 1, type }])
  out.globalGet(index)
  out.localSet(0)
  new Cells(layout).give(out, type, 0)
  out.end()
}

/** Pops values into locals; the first of them into the first local. */
function keep(out: CodeWriter, count: number, first: number): void {
  for (let position = count - 1; position >= 0; position--) out.localSet(first + position)
}

/** Pushes values that came from the host: in locals, those of vectors left out, and in cells. */
function take(out: CodeWriter, layout: MeteredLayout, types: readonly ValueType[], first: number): void {
  const incoming = new Cells(layout)
  let local = first
  for (const type of types) incoming.take(out, type, type === 'v128' ? -1 : local++)
}

/** Hands out cells in order. */
class Cells {
  private next: number

  constructor(layout: MeteredLayout) {
    this.next = layout.firstCell
  }

  /** Pushes the bits of a local, or writes them to cells. */
  give(out: CodeWriter, type: ValueType, local: number): void {
    if (type === 'v128') {
      for (const lane of [0, 1]) {
        out.localGet(local)
        out.op(ops.i64x2ExtractLane)
        out.byte(lane)
        out.globalSet(this.next++)
      }
      return
    }
    out.localGet(local)
    if (type === 'f32') out.op(ops.i32ReinterpretF32)
    else if (type === 'f64') out.op(ops.i64ReinterpretF64)
  }

  /** Pushes the value whose bits stand in a local or in cells. */
  take(out: CodeWriter, type: ValueType, local: number): void {
    if (type === 'v128') {
      out.globalGet(this.next++)
      out.op(ops.i64x2Splat)
      out.globalGet(this.next++)
      out.op(ops.i64x2ReplaceLane)
      out.byte(1)
      return
    }
    out.localGet(local)
    if (type === 'f32') out.op(ops.f32ReinterpretI32)
    else if (type === 'f64') out.op(ops.f64ReinterpretI64)
  }
}
