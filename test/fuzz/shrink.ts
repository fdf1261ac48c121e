import { findInstruction, opcodeOf } from '../../daemon/src/wasm/opcodes.ts'
import { findRejection } from '../unit/wasm/judge.ts'
import {
  type EditableFunction,
  type EditableModule,
  type Instruction,
  importedFunctions,
  putTogether,
  renumberFunctions,
  takeApart,
  zero,
} from './editable-module.ts'

/**
 * The smallest module that it finds that is still as `persists` wants it: functions emptied and removed, instructions
 * taken out or replaced by constants, numbers made zero, segments, exports, locals and globals dropped, as long as the
 * module stays valid. Stops where nothing more can go, or at `until`.
 */
export async function shrink(
  bytes: Uint8Array,
  persists: (bytes: Uint8Array) => Promise<boolean>,
  until: () => boolean = () => false,
): Promise<Uint8Array> {
  const shrinker = new Shrinker(takeApart(bytes), persists, until)
  // What cannot be told from the original once it is put together again is where all of this begins.
  if (!(await persists(putTogether(takeApart(bytes))))) return bytes
  await shrinker.run()
  return putTogether(shrinker.module)
}

/** How many instructions are taken for few: how far two that are taken out together may be from each other. */
const nearness = 8
/** Instructions of a body in which all ways to take out a few are tried. */
const shortBody = 200

type Change = (module: EditableModule) => EditableModule

class Shrinker {
  module: EditableModule
  private readonly persists: (bytes: Uint8Array) => Promise<boolean>
  private readonly until: () => boolean

  constructor(module: EditableModule, persists: (bytes: Uint8Array) => Promise<boolean>, until: () => boolean) {
    this.module = module
    this.persists = persists
    this.until = until
  }

  async run() {
    for (let before = Number.POSITIVE_INFINITY; this.size < before && !this.until(); ) {
      before = this.size
      await this.emptyFunctions()
      await this.dropParts()
      await this.shrinkCode()
      await this.removeFunctions()
    }
  }

  private get size(): number {
    return putTogether(this.module).length
  }

  /** Keeps a change that leaves a valid module, not a larger one, that is still as it should be. */
  private async accept(change: Change): Promise<boolean> {
    if (this.until()) return false
    const changed = change(this.module)
    const bytes = putTogether(changed)
    if (findRejection(bytes) !== undefined || !(await this.persists(bytes))) return false
    this.module = changed
    return true
  }

  private async emptyFunctions() {
    for (const position of this.module.functions.keys()) {
      const { functions, types } = this.module
      const own = functions[position]!
      const empty = types[own.type]!.results.map(zero)
      if (own.code.length <= empty.length && own.locals.length === 0) continue
      const body = own.with({ locals: [], code: empty })
      if (!(await this.accept((module) => ({ ...module, functions: functions.with(position, body) })))) {
        await this.accept(withFunction(position, (each) => each.with({ locals: each.locals.slice(0, -1) })))
      }
    }
  }

  /** Everything of which a module may have less. */
  private async dropParts() {
    await this.accept((module) => ({ ...module, start: undefined }))
    await this.dropFrom('exports')
    await this.dropFrom('elements')
    await this.dropFrom('data')
    await this.dropFrom('globals')
    await this.dropFrom('tables')
    await this.dropFrom('memories')
    await this.dropFrom('types')
    await this.accept((module) => ({
      ...module,
      data: module.data.map((each) => ({ ...each, bytes: new Uint8Array(0) })),
    }))
    await this.accept((module) => ({ ...module, elements: module.elements.map((each) => ({ ...each, entries: [] })) }))
    await this.accept((module) => ({ ...module, dataCount: false }))
  }

  /** From the end: what stands behind keeps its index that way. */
  private async dropFrom(part: 'exports' | 'elements' | 'data' | 'globals' | 'tables' | 'memories' | 'types') {
    for (let position = this.module[part].length - 1; position >= 0; position--) {
      await this.accept((module) => ({ ...module, [part]: module[part].toSpliced(position, 1) }))
    }
  }

  private async shrinkCode() {
    for (const position of this.module.functions.keys()) {
      await this.removeRanges(position)
      await this.removePairs(position)
      await this.simplify(position)
    }
  }

  /** Ranges of half the body, then a quarter, and so on; of a body that is short, few of every number at every place. */
  private async removeRanges(position: number) {
    const isFew = (length: number) => length <= nearness && this.codeOf(position).length <= shortBody
    const whole = this.codeOf(position).length
    for (let length = whole; length >= 1; length = isFew(length) ? length - 1 : Math.floor(length / 2)) {
      const step = isFew(length) ? 1 : Math.max(1, Math.floor(length / 2))
      for (let from = this.codeOf(position).length - length; from >= 0; from -= step) {
        const removed = await this.accept(
          withFunction(position, (each) => each.with({ code: each.code.toSpliced(from, length) })),
        )
        if (!removed && length === 1) await this.removeBlock(position, from)
      }
    }
  }

  /** Two instructions that stand near each other, such as one that gives a value and one that drops it. */
  private async removePairs(position: number) {
    if (this.codeOf(position).length > shortBody) return
    for (let second = this.codeOf(position).length - 1; second > 0; second--) {
      for (let first = second - 1; first >= 0 && second - first <= nearness; first--) {
        const change = withFunction(position, (each) =>
          each.with({ code: each.code.toSpliced(second, 1).toSpliced(first, 1) }),
        )
        if (!(await this.accept(change))) continue
        second = Math.min(second - 1, this.codeOf(position).length)
        break
      }
    }
  }

  /** A block and its end, with what is inside left where it is. */
  private async removeBlock(position: number, from: number) {
    const code = this.codeOf(position)
    if (!['block', 'loop', 'if'].includes(code[from]?.name ?? '')) return
    const end = endOf(code, from)
    const lead: readonly Instruction[] = code[from]!.name === 'if' ? [{ name: 'drop', operands: [] }] : []
    const without = code.toSpliced(end, 1).toSpliced(from, 1, ...lead)
    await this.accept(withFunction(position, (each) => each.with({ code: without })))
  }

  /** Each instruction in turn by less: its operands dropped and zeros in place of its results, or its numbers zero. */
  private async simplify(position: number) {
    for (let at = this.codeOf(position).length - 1; at >= 0; at--) {
      const instruction = this.codeOf(position)[at]
      if (instruction === undefined) continue
      for (const simpler of simplerThan(instruction)) {
        const change = withFunction(position, (each) => each.with({ code: each.code.toSpliced(at, 1, ...simpler) }))
        if (await this.accept(change)) break
      }
    }
  }

  /** Functions that nothing names any more. */
  private async removeFunctions() {
    const imported = importedFunctions(this.module)
    for (let position = this.module.functions.length - 1; position >= 0; position--) {
      const index = imported + position
      if (this.module.functions.length === 1) return
      await this.accept((module) => {
        const without = { ...module, functions: module.functions.toSpliced(position, 1) }
        return renumberFunctions(without, (each) => (each === index ? nowhere : each > index ? each - 1 : each))
      })
    }
  }

  private codeOf(position: number): readonly Instruction[] {
    return this.module.functions[position]!.code
  }
}

/** An index that no module has: what names a removed function is not valid. */
const nowhere = 0xffff_ffff

function withFunction(position: number, change: (own: EditableFunction) => EditableFunction): Change {
  return (module) => ({
    ...module,
    functions: module.functions.with(position, change(module.functions[position]!)),
  })
}

function endOf(code: readonly Instruction[], from: number): number {
  let depth = 0
  for (let at = from; ; at++) {
    const { name } = code[at]!
    if (name === 'block' || name === 'loop' || name === 'if') depth++
    if (name === 'end' && --depth === 0) return at
  }
}

function simplerThan({ name, operands }: Instruction): readonly (readonly Instruction[])[] {
  const simpler: (readonly Instruction[])[] = []
  const { signature } = findInstruction(opcodeOf(name))!
  const isConstant = name.endsWith('.const')
  if (signature !== undefined && !isConstant) {
    simpler.push([
      ...signature.operands.map((): Instruction => ({ name: 'drop', operands: [] })),
      ...signature.results.map(zero),
    ])
  }
  const isZero = operands.every((operand) => operand === 0 || operand === 0n)
  if (isConstant && name !== 'v128.const' && !isZero) {
    simpler.push([{ name, operands: [0] }], [{ name, operands: [1] }])
  }
  // Of whatever type it is: what does not fit is not valid.
  if (/^(local.get|global.get|ref.func)$/.test(name)) simpler.push(...zeros)
  if (/load|store/.test(name) && !isZero) simpler.push([{ name, operands: operands.map(() => 0) }])
  return simpler
}

const zeros = (['i32', 'i64', 'f32', 'f64', 'v128', 'funcref', 'externref'] as const).map((type) => [zero(type)])
