import type { ReferenceType, ValueType } from '../../daemon/src/wasm/module.ts'
import { firstSimdOpcode, Immediate, instructions } from '../../daemon/src/wasm/opcodes.ts'
import { TypeCode } from '../../daemon/src/wasm/value-types.ts'
import { type Bytes, ModuleBuilder, op, vector } from '../guests/builder.ts'
import { Random } from './random.ts'

/**
 * Writes valid modules at random (a walk over the operand stack, hence this file's length): every instruction of
 * WebAssembly 2.0, values of all types, NaNs of all kinds, blocks with values, branches out of everything, code that
 * cannot be reached, calls of anything by anything, frames from none to thousands of slots, bodies that are metered in
 * fewer bytes, tables, segments of all modes, grows, imports of all kinds, and calls of the host. Nothing makes a
 * module end but its fuel.
 *
 * Exports `run`, `_start`, `memory`, and the globals `g0`, `g1`, ….
 */
export function generateModule(seed: number, flavour: Flavour): Uint8Array {
  return new Generator(seed, flavour).module()
}

/** What a module has most of: everything, floats whose NaNs every program can tell apart, or vectors. */
export type Flavour = 'mixed' | 'floats' | 'vectors'

interface Signature {
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
}

/** Host functions, all of them of module `host`; the host answers with numbers that the arguments determine. */
const hostTypes: readonly Signature[] = [
  { parameters: [], results: ['i32'] },
  { parameters: ['i32', 'i64', 'f32', 'f64'], results: [] },
  { parameters: ['f64', 'f32'], results: ['f32', 'f64', 'i64'] },
]

const numbers: readonly ValueType[] = ['i32', 'i64', 'f32', 'f64']
const scalars: readonly ValueType[] = [...numbers, 'funcref', 'externref']
const floatTypes: readonly ValueType[] = ['f32', 'f64', 'f32', 'f64', 'f32', 'f64', 'i32', 'i64']
const vectorTypes: readonly ValueType[] = ['v128', 'v128', 'v128', 'v128', ...numbers]
const memoryPages = 2
const memoryMaximum = 6
/** What makes a body long enough to be metered in fewer bytes. */
const padding = 128 * 1024
const tableEntries = 8
/** Locals of a function that it shows at its end. */
const mostShown = 12

type Simple = (typeof instructions)[number] & {
  readonly signature: NonNullable<(typeof instructions)[number]['signature']>
}

const simple = instructions.filter((item): item is Simple => item.signature !== undefined)
/** Instructions without immediates; and those by the types of their operands. */
const plain = simple.filter(({ immediate, name }) => immediate === Immediate.none && name !== 'nop')
const operations = Map.groupBy(plain, ({ signature }) => signature.operands.join())
const vectorPlain = plain.filter(({ opcode }) => opcode >= firstSimdOpcode)
const scalarPlain = plain.filter(({ opcode }) => opcode < firstSimdOpcode)
const loads = simple.filter(({ immediate, signature }) => immediate === Immediate.memoryAccess && signature.results[0])
const lanes = simple.filter(({ immediate }) => immediate === Immediate.lane)
const laneAccesses = simple.filter(({ immediate }) => immediate === Immediate.memoryLane)
const stores = simple.filter(
  ({ immediate, signature }) => immediate === Immediate.memoryAccess && !signature.results[0],
)

const unaries = 'sqrt ceil floor trunc nearest'.split(' ')
const binaries = 'add sub mul div min max'.split(' ')
const promote: [number[], number, ValueType[]] = [op('f64.promote_f32'), 1, ['f64']]
const demote: [number[], number, ValueType[]] = [op('f32.demote_f64'), 1, ['f32']]

const floats = {
  f32: [
    0n,
    0x80000000n,
    0x3f800000n,
    0xbf800000n,
    0x7f800000n,
    0x7fc00000n,
    0xffc00000n,
    0x7fa00001n,
    0xff812345n,
    0x4f000000n,
    1n,
  ],
  f64: [
    ...[0n, 1n << 63n, 0x3ff0000000000000n, 0xbfe0000000000000n, 0x7ff0000000000000n, 0x7ff8000000000000n],
    ...[0xfff8000000000000n, 0x7ff4000000000001n, 0xfff0000000012345n, 0x41dfffffffc00000n, 0x43e0000000000000n, 1n],
  ],
}

interface Frame {
  readonly label: readonly ValueType[]
  readonly height: number
}

class Generator {
  private readonly random: Random
  private readonly flavour: Flavour
  private readonly builder = new ModuleBuilder()
  private readonly functions: Signature[] = []
  private readonly globalTypes: { readonly type: ValueType; readonly mutable: boolean }[] = []
  private readonly tables: ReferenceType[] = ['funcref', 'externref', 'funcref']
  private readonly dataSegments = 3
  /** Those of each table's type, for table.init. */
  private readonly elementSegments: Record<ReferenceType, readonly number[]> = {
    funcref: [0, 1, 2, 3, 4],
    externref: [5],
  }
  private importedGlobals = 0

  // The body that is being written.
  private code: Bytes[] = []
  private locals: readonly ValueType[] = []
  private signature: Signature = { parameters: [], results: [] }
  private stack: ValueType[] = []
  private frames: Frame[] = []
  private budget = 0

  constructor(seed: number, flavour: Flavour) {
    this.random = new Random(seed)
    this.flavour = flavour
  }

  module(): Uint8Array {
    const { builder, random } = this
    for (const [index, type] of hostTypes.entries()) {
      builder.importFunction('host', `h${index}`, type.parameters, type.results)
      this.functions.push(type)
    }
    const own = Array.from({ length: 2 + random.below(5) }, () => this.randomSignature())
    this.functions.push(...own)
    this.addMemoryAndTables(random.once(8))
    this.addGlobals()
    for (const signature of own) this.addFunction(signature)
    this.addSegments()
    const runType = own.at(-1)!
    const run = this.functions.length - 1
    const arguments_ = runType.parameters.map((type) => this.constant(type))
    const start = [...arguments_, op('call', run), ...runType.results.map(() => op('drop'))]
    builder.export('run', 'function', run).export('memory', 'memory', 0)
    builder.export('_start', 'function', builder.function([], [], [], start))
    if (random.once(4)) builder.start(builder.function([], [], [], this.body({ parameters: [], results: [] }, [], 6)))
    return builder.build()
  }

  /** `linked`: the memory, a table and some globals are imported. Such a module is no command. */
  private addMemoryAndTables(linked: boolean): void {
    const { builder, random } = this
    const pages = random.once(10) ? 0 : memoryPages
    const maximum = random.once(4) ? undefined : memoryMaximum
    const tableMaximum = () => (random.once(2) ? undefined : tableEntries + 8)
    if (linked) {
      builder.importMemory('host', 'memory', pages, maximum)
      builder.importTable('host', 'table', this.tables[0]!, tableEntries, tableMaximum())
      for (const type of [...numbers, random.pick(this.types), 'i32'] as const) {
        const mutable = random.once(3)
        builder.importGlobal('host', `g${this.globalTypes.length}`, type, mutable)
        this.globalTypes.push({ type, mutable })
      }
      this.importedGlobals = this.globalTypes.length
    } else builder.memory(pages, maximum)
    for (const element of linked ? this.tables.slice(1) : this.tables) {
      builder.table(element, tableEntries, tableMaximum())
    }
  }

  private randomSignature(): Signature {
    const list = (most: number, from: readonly ValueType[]) =>
      Array.from({ length: this.random.below(most + 1) }, () => this.random.pick(from))
    // Around the widths at which metered functions pass fuel and stack in globals.
    const wide = () => this.random.pick([1, 2, 17, 997, 998, 999, 1000])
    if (this.random.once(40)) return { parameters: Array(wide()).fill('i64'), results: ['i64'] }
    if (this.random.once(40)) return { parameters: [], results: Array(wide()).fill('f64') }
    return { parameters: list(4, this.types), results: list(3, this.types) }
  }

  /** Types of values, by flavour. */
  private get types(): readonly ValueType[] {
    return { mixed: scalars, floats: floatTypes, vectors: vectorTypes }[this.flavour]
  }

  /** One mutable global of each type at least, where the program's values can be seen. */
  private addGlobals(): void {
    const { random, types } = this
    const more = Array.from({ length: random.below(5) }, () => ({ type: random.pick(types), mutable: !random.once(3) }))
    for (const { type, mutable } of [...[...new Set(types)].map((type) => ({ type, mutable: true })), ...more]) {
      const given = this.globalTypes
        .slice(0, this.importedGlobals)
        .flatMap((global, index) => (global.type === type && !global.mutable ? [index] : []))
      const initial = given.length > 0 && random.once(2) ? op('global.get', random.pick(given)) : this.constant(type)
      this.builder.global(type, mutable, initial)
      this.globalTypes.push({ type, mutable })
    }
    for (const index of this.globalTypes.keys()) this.builder.export(`g${index}`, 'global', index)
  }

  /** Shows the value on top. */
  private show(type: ValueType) {
    const globals = this.globalTypes.flatMap((global, index) => (global.type === type && global.mutable ? [index] : []))
    this.emit(op('global.set', this.random.pick(globals)), 1, [])
  }

  /** Mixes the bits of the value on top into a global, where nothing that comes later can hide them. */
  private keep(type: ValueType): void {
    if (type === 'funcref' || type === 'externref') {
      if (this.globalTypes.some((global) => global.type === type && global.mutable)) this.show(type)
      else this.emit(op('drop'), 1, [])
      return
    }
    const integer = { i32: 'i32', i64: 'i64', f32: 'i32', f64: 'i64', v128: 'v128' } as const
    const kept = integer[type]
    if (type === 'f32' || type === 'f64') this.emit(op(`${kept}.reinterpret_${type}`), 1, [kept])
    const globals = this.globalTypes.flatMap((global, index) => (global.type === kept && global.mutable ? [index] : []))
    const global = this.random.pick(globals)
    this.emit(op('global.get', global), 0, [kept])
    this.emit(op(`${kept}.xor`), 2, [kept])
    this.emit(op('global.set', global), 1, [])
  }

  private addSegments(): void {
    const { builder, random, functions } = this
    const some = () => Array.from({ length: random.below(5) }, () => random.below(functions.length))
    builder.elementFunctions(
      functions.map((_, index) => index),
      'declarative',
    )
    builder.elementFunctions(some(), random.below(tableEntries - 3))
    builder.elementFunctions(some(), 'passive')
    const end = 0x0b
    const entry = () => [...(random.once(3) ? op('ref.null', 'funcref') : op('ref.func', some()[0] ?? 0)), end]
    const place = [...op('i32.const', random.once(20) ? tableEntries : random.below(6)), end]
    // Expressions: active for another table, passive, and references of the host.
    builder.rawElements([6, 2, ...place, TypeCode.funcref, ...vector([entry(), entry()])])
    builder.rawElements([5, TypeCode.funcref, ...vector([entry(), entry(), entry()])])
    const nulls = vector([1, 2, 3].map(() => [...op('ref.null', 'externref'), end]))
    builder.rawElements([5, TypeCode.externref, ...nulls])
    const bytes = () => Uint8Array.from({ length: random.below(60) }, () => random.below(256))
    builder.dataCount()
    builder.data(bytes(), random.below(1000))
    builder.data(bytes())
    builder.data(bytes(), random.once(30) ? 2 * 65536 - 10 : 5000)
  }

  private addFunction(signature: Signature) {
    const { random } = this
    const few = Array.from({ length: random.below(8) }, () => random.pick(this.types))
    // Frames that fill the guest's stack in a few calls.
    const many: ValueType[] = random.once(6) ? Array(10 ** (1 + random.below(4))).fill(random.pick(numbers)) : []
    const locals = [...few, ...many]
    const shown = [...signature.parameters, ...few]
    this.builder.function(
      signature.parameters,
      signature.results,
      locals,
      this.body(signature, shown, 10 + random.below(60)),
    )
  }

  private body(signature: Signature, locals: readonly ValueType[], budget: number): Bytes[] {
    this.code = []
    this.locals = locals
    this.signature = signature
    this.stack = []
    this.budget = budget
    this.frames = [{ label: signature.results, height: 0 }]
    this.fill()
    for (const [local, type] of locals.slice(0, mostShown).entries()) {
      this.emit(op('local.get', local), 0, [type])
      this.keep(type)
    }
    this.settle(signature.results)
    if (this.random.once(200)) this.code.unshift(Array(padding).fill(op('nop')[0]))
    return this.code
  }

  /** Writes instructions into the innermost frame until it ends by chance or the budget is spent. */
  private fill(): void {
    while (this.budget-- > 0 && !(this.frames.length > 1 && this.random.once(10))) this.step()
  }

  private step() {
    const { random } = this
    if (this.flavour === 'floats' && !random.once(3)) return this.arithmetic()
    if (this.flavour === 'vectors' && random.once(3))
      return random.once(3) ? this.vectorAccess() : this.vectorArithmetic()
    if (random.once(2)) return this.perform()
    switch (random.below(20)) {
      case 0:
      case 1:
        return this.pushValue(random.pick(this.types))
      case 2:
        return this.write()
      case 3:
        return this.load()
      case 4:
        return random.once(4) ? this.sweep() : this.store()
      case 5:
        return this.block('block')
      case 6:
        return this.block('loop')
      case 7:
        return this.block('if')
      case 8:
      case 9:
        return this.branch()
      case 10:
        return this.call(random.below(this.functions.length))
      case 11:
        return this.callIndirect()
      case 12:
        return this.bulk()
      case 13:
        return this.tableAccess()
      case 14:
        return this.select()
      case 15:
        return this.random.once(3) ? this.emit(op('nop'), 0, []) : this.leave()
      default:
        return this.operate()
    }
  }

  private emit(code: Bytes, pops: number, pushes: readonly ValueType[]) {
    this.code.push(code)
    this.stack.length -= pops
    this.stack.push(...pushes)
  }

  /** Operands of the innermost frame. */
  private get available(): number {
    return this.stack.length - this.frames.at(-1)!.height
  }

  private top(below = 0): ValueType | undefined {
    return below < this.available ? this.stack[this.stack.length - 1 - below] : undefined
  }

  // ---- Values ----

  private constant(type: ValueType): number[] {
    const { random } = this
    switch (type) {
      case 'i32':
        return op('i32.const', BigInt.asIntN(32, random.bits64()))
      case 'i64':
        return op('i64.const', random.bits64())
      case 'f32':
        return op('f32.const', random.pick(floats.f32))
      case 'f64':
        return op('f64.const', random.pick(floats.f64))
      case 'v128':
        return op('v128.const', this.vectorBytes())
      default:
        return op('ref.null', type)
    }
  }

  /** Lanes of one shape, NaNs among them. */
  private vectorBytes(): number[] {
    const { random } = this
    if (random.once(4)) return Array(16).fill(0)
    const [width, pool] = random.once(2) ? ([4, floats.f32] as const) : ([8, floats.f64] as const)
    return Array.from({ length: 16 / width }, () => random.pick(pool)).flatMap((bits) =>
      Array.from({ length: width }, (_, byte) => Number((bits >> BigInt(8 * byte)) & 0xffn)),
    )
  }

  private pushValue(type: ValueType) {
    const { random } = this
    const locals = this.locals.flatMap((local, index) => (local === type ? [index] : []))
    if (locals.length > 0 && !random.once(3)) return this.emit(op('local.get', random.pick(locals)), 0, [type])
    const globals = this.globalTypes.flatMap((global, index) => (global.type === type ? [index] : []))
    if (globals.length > 0 && random.once(3)) return this.emit(op('global.get', random.pick(globals)), 0, [type])
    if (type === 'funcref' && !random.once(3)) {
      return this.emit(op('ref.func', random.below(this.functions.length)), 0, [type])
    }
    if (type === 'i32' && random.once(8)) {
      return this.emit(random.once(2) ? op('memory.size') : op('table.size', random.below(this.tables.length)), 0, [
        type,
      ])
    }
    this.emit(this.constant(type), 0, [type])
  }

  /** An i32 in [0, bound), most times. */
  private pushSmall(bound: number) {
    if (this.random.once(25)) return this.pushValue('i32')
    if (this.random.once(2)) return this.emit(op('i32.const', this.random.below(bound)), 0, ['i32'])
    this.pushValue('i32')
    this.emit(op('i32.const', this.random.below(bound)), 0, ['i32'])
    this.emit(op('i32.and'), 2, ['i32'])
  }

  /** An instruction without immediates. */
  private anyPlain(): Simple {
    const vectors = this.flavour === 'vectors' && !this.random.once(4)
    return this.random.pick(vectors ? vectorPlain : scalarPlain)
  }

  /** The smallest integer and -1, whose quotient there is not. */
  private pushExtremes(type: ValueType) {
    this.emit(op(`${type}.const`, type === 'i32' ? -(2 ** 31) : -(1n << 63n)), 0, [type])
    this.emit(op(`${type}.const`, -1), 0, [type])
  }

  /** Any instruction, with operands made for it, and its result kept most times. */
  private perform() {
    const item = this.anyPlain()
    // Most divisions by chance would trap at once, and so would conversions.
    if (/div_|rem_|\.trunc_f/.test(item.name) && !this.random.once(4)) return this.operate()
    const type = item.signature.operands[0]!
    if (/div_s|rem_s/.test(item.name) && this.random.once(3)) this.pushExtremes(type)
    else for (const operand of item.signature.operands) this.pushValue(operand)
    this.emit(op(item.name), item.signature.operands.length, item.signature.results)
    if (!this.random.once(4)) this.write()
  }

  private operate() {
    const keys: string[] = []
    for (let count = 1; count <= 3 && count <= this.available; count++) keys.push(this.stack.slice(-count).join())
    const known = keys.filter((key) => operations.has(key))
    if (known.length === 0) return this.pushValue(this.random.pick(this.types))
    const key = this.random.pick(known)
    let item = this.random.pick(this.scalarOnly(operations.get(key)!))
    // Most divisions by chance would trap at once, and so would conversions.
    if (/div_|rem_|\.trunc_f/.test(item.name) && !this.random.once(4))
      item = this.random.pick(this.scalarOnly(operations.get(key)!))
    this.emit(op(item.name), item.signature.operands.length, item.signature.results)
  }

  /** Makes a float, and then keeps it, moves it, or lets the program see its bits. */
  private arithmetic() {
    const { random } = this
    const type = random.pick(['f32', 'f64'] as const)
    this.pushValue(type)
    if (random.once(4)) this.emit(op(`${type}.${random.pick(unaries)}`), 1, [type])
    else {
      this.pushValue(type)
      this.emit(op(`${type}.${random.pick(binaries)}`), 2, [type])
    }
    switch (random.below(8)) {
      case 0:
        return this.emit(op(type === 'f32' ? 'i32.reinterpret_f32' : 'i64.reinterpret_f64'), 1, [
          type === 'f32' ? 'i32' : 'i64',
        ])
      case 1:
        return this.emit(op(`${type}.${random.pick(['neg', 'abs'])}`), 1, [type])
      case 2:
        // A constant's bits among what arithmetic made.
        this.emit(this.constant(type), 0, [type])
        this.pushSmall(2)
        this.emit(op('select'), 3, [type])
        return random.once(2) ? this.show(type) : this.write()
      case 3:
        this.pushValue(type)
        return this.emit(op(`${type}.copysign`), 2, [type])
      case 4:
        return this.emit(...(type === 'f32' ? promote : demote))
      case 5:
        return this.mix(type)
      case 6:
        return this.show(type)
      default:
        return this.write()
    }
  }

  /** A local that is one thing on one way and another on the other, and is shown behind both, or is not. */
  private mix(type: ValueType) {
    const { random } = this
    const locals = this.locals.flatMap((local, index) => (local === type ? [index] : []))
    if (locals.length === 0) return this.show(type)
    const local = random.pick(locals)
    this.emit(op('local.set', local), 1, [])
    this.pushSmall(2)
    this.emit(op('if'), 1, [])
    this.emit(this.constant(type), 0, [type])
    this.emit(op('local.set', local), 1, [])
    if (random.once(2)) {
      this.code.push(op('else'))
      this.pushValue(type)
      this.emit(op('local.set', local), 1, [])
    }
    this.code.push(op('end'))
    this.emit(op('local.get', local), 0, [type])
    this.show(type)
  }

  private vectorArithmetic() {
    const { random } = this
    const [shape, scalar] = random.pick([
      ['f32x4', 'f32'],
      ['f64x2', 'f64'],
    ] as const)
    this.pushValue('v128')
    switch (random.below(6)) {
      case 0:
        this.emit(op(`${shape}.${random.pick([...unaries, 'abs', 'neg'])}`), 1, ['v128'])
        break
      case 1:
        this.pushValue(scalar)
        this.emit(op(`${shape}.replace_lane`, random.below(2)), 2, ['v128'])
        break
      case 2:
        this.emit(op(`${shape}.extract_lane`, random.below(2)), 1, [scalar])
        this.emit(op(`${shape}.splat`), 1, ['v128'])
        break
      case 3:
        this.emit(op(random.pick(['f32x4.demote_f64x2_zero', 'f64x2.promote_low_f32x4'])), 1, ['v128'])
        break
      default:
        this.pushValue('v128')
        this.emit(op(`${shape}.${random.pick([...binaries, 'pmin', 'pmax'])}`), 2, ['v128'])
    }
    if (random.once(3)) this.show(this.top()!)
    if (random.once(2)) this.write()
  }

  /** Lanes, shuffles, and lanes in memory. */
  private vectorAccess() {
    const { random } = this
    switch (random.below(3)) {
      case 0: {
        const { name, lanes: count, signature } = random.pick(lanes)
        for (const type of signature.operands) this.pushValue(type)
        return this.emit(op(name, random.below(count!)), signature.operands.length, signature.results)
      }
      case 1:
        this.pushValue('v128')
        this.pushValue('v128')
        return this.emit(
          op(
            'i8x16.shuffle',
            Array.from({ length: 16 }, () => random.below(32)),
          ),
          2,
          ['v128'],
        )
      default: {
        const { name, lanes: count, naturalAlignment, signature } = random.pick(laneAccesses)
        this.pushAddress()
        this.pushValue('v128')
        return this.emit(
          op(name, random.below(naturalAlignment! + 1), this.offset(), random.below(count!)),
          2,
          signature.results,
        )
      }
    }
  }

  private write() {
    const type = this.top()
    if (type === undefined) return this.pushValue(this.random.pick(this.types))
    const locals = this.locals.flatMap((local, index) => (local === type ? [index] : []))
    const globals = this.globalTypes.flatMap((global, index) => (global.type === type && global.mutable ? [index] : []))
    switch (this.random.below(4)) {
      case 0:
        if (globals.length > 0) return this.emit(op('global.set', this.random.pick(globals)), 1, [])
        break
      case 1:
        if (locals.length > 0) return this.emit(op('local.tee', this.random.pick(locals)), 1, [type])
        break
      case 2:
        if (locals.length > 0) return this.emit(op('local.set', this.random.pick(locals)), 1, [])
        break
    }
    if (type === 'funcref' || type === 'externref') this.emit(op('ref.is_null'), 1, ['i32'])
    else if (this.random.once(6)) this.emit(op('drop'), 1, [])
    else this.keep(type)
  }

  private select(): void {
    const type = this.random.pick(this.types)
    this.pushValue(type)
    this.pushValue(type)
    this.pushValue('i32')
    const typed = type === 'funcref' || type === 'externref' || this.random.once(2)
    this.emit(typed ? op('select t', type) : op('select'), 3, [type])
  }

  // ---- Memory and tables ----

  private load() {
    const item = this.random.pick(this.scalarOnly(loads))
    this.pushAddress()
    this.emit(op(item.name, this.random.below(item.naturalAlignment! + 1), this.offset()), 1, item.signature.results)
  }

  private scalarOnly(items: readonly Simple[]): readonly Simple[] {
    return this.flavour === 'vectors' ? items : items.filter(({ opcode }) => opcode < firstSimdOpcode)
  }

  private store() {
    const item = this.random.pick(this.scalarOnly(stores))
    const value = item.signature.operands[1]!
    this.pushAddress()
    this.pushValue(value)
    if (value.startsWith('f') && this.random.once(2)) {
      this.pushValue(value)
      this.emit(op(`${value}.${this.random.pick(['add', 'div', 'min', 'copysign'])}`), 2, [value])
    }
    this.emit(op(item.name, this.random.below(item.naturalAlignment! + 1), this.offset()), 2, [])
  }

  /** Somewhere in memory, most times; else within a few bytes of its end. */
  private pushAddress() {
    if (!this.random.once(8)) return this.pushSmall(0xffff)
    const steps = [op('memory.size'), op('i32.const', 16), op('i32.shl'), op('i32.const', this.random.below(24))]
    this.emit([...steps.flat(), ...op('i32.sub')], 0, ['i32'])
  }

  /** A loop that does little else than store, in steps that may lead it to the end of memory. */
  private sweep() {
    const { random } = this
    const locals = this.locals.flatMap((local, index) => (local === 'i32' ? [index] : []))
    if (locals.length === 0) return this.store()
    const local = random.pick(locals)
    this.pushAddress()
    this.emit(op('local.set', local), 1, [])
    this.code.push(op('loop'))
    for (let count = 1 + random.below(3); count > 0; count--) {
      const item = random.pick(this.scalarOnly(random.once(4) ? loads : stores))
      this.emit(op('local.get', local), 0, ['i32'])
      const value = item.signature.operands[1]
      if (value !== undefined) this.pushValue(value)
      const { operands, results } = item.signature
      this.emit(op(item.name, 0, random.below(8)), operands.length, results)
      if (results.length > 0) this.keep(results[0]!)
    }
    const step = op('i32.const', random.pick([1, 7, 4096, 8192]))
    this.code.push(op('local.get', local), step, op('i32.add'), op('local.tee', local))
    this.code.push(op('i32.const', random.pick([65_536, 131_072, 200_000])), op('i32.lt_u'), op('br_if', 0), op('end'))
  }

  private offset(): number {
    return this.random.once(30) ? this.random.pick([0xffffffff, 65536, 131071]) : this.random.below(256)
  }

  private bulk() {
    const { random } = this
    const small = (...bounds: readonly number[]) => {
      for (const bound of bounds) this.pushSmall(bound)
    }
    switch (random.below(9)) {
      case 0:
        small(0xffff, 0xffff, 300)
        return this.emit(op('memory.copy'), 3, [])
      case 1:
        small(0xffff, 256, 300)
        return this.emit(op('memory.fill'), 3, [])
      case 2:
        small(0xffff, 20, 20)
        return this.emit(op('memory.init', random.below(this.dataSegments)), 3, [])
      case 3:
        return this.emit(op('data.drop', random.below(this.dataSegments)), 0, [])
      case 4:
        small(3)
        return this.emit(op('memory.grow'), 1, ['i32'])
      case 5: {
        const table = random.below(this.tables.length)
        small(8, 4, 4)
        return this.emit(op('table.init', random.pick(this.elementSegments[this.tables[table]!]), table), 3, [])
      }
      case 6:
        return this.emit(op('elem.drop', random.pick(Object.values(this.elementSegments).flat())), 0, [])
      case 7:
        small(8, 8, 6)
        return this.emit(
          random.once(3) ? op('table.copy', 1, 1) : op('table.copy', random.pick([0, 2]), random.pick([0, 2])),
          3,
          [],
        )
      default: {
        const table = random.below(this.tables.length)
        this.pushValue(this.tables[table]!)
        this.pushSmall(4)
        return this.emit(op('table.grow', table), 2, ['i32'])
      }
    }
  }

  private tableAccess() {
    const { random } = this
    const table = random.below(this.tables.length)
    const type = this.tables[table]!
    this.pushSmall(tableEntries)
    switch (random.below(3)) {
      case 0:
        return this.emit(op('table.get', table), 1, [type])
      case 1:
        this.pushValue(type)
        return this.emit(op('table.set', table), 2, [])
      default:
        this.pushValue(type)
        this.pushSmall(6)
        return this.emit(op('table.fill', table), 3, [])
    }
  }

  // ---- Control ----

  private call(index: number): void {
    const { parameters, results } = this.functions[index]!
    for (const type of parameters) this.pushValue(type)
    this.emit(op('call', index), parameters.length, results)
    // A thousand results would drown the rest.
    while (results.length > 10 && this.available > 2) this.emit(op('drop'), 1, [])
  }

  private callIndirect(): void {
    const signature = this.functions[this.random.below(this.functions.length)]!
    if (signature.parameters.length + signature.results.length > 20) return
    for (const type of signature.parameters) this.pushValue(type)
    this.pushSmall(tableEntries)
    const type = this.builder.type(signature.parameters, signature.results)
    this.emit(op('call_indirect', type, this.random.pick([0, 2])), signature.parameters.length + 1, signature.results)
  }

  private block(kind: 'block' | 'loop' | 'if'): void {
    if (this.frames.length > 12) return
    const { random } = this
    const taken = random.below(Math.min(3, this.available + 1))
    const parameters = this.stack.slice(this.stack.length - taken)
    // Without an else, an if must give what it takes.
    const otherwise = kind === 'if' && random.once(2)
    const results =
      kind === 'if' && !otherwise ? parameters : Array.from({ length: random.below(3) }, () => random.pick(this.types))
    if (kind === 'if') {
      this.pushValue('i32')
      this.stack.length--
    }
    this.code.push(op(kind, this.builder.type(parameters, results)))
    const height = this.stack.length - taken
    this.frames.push({ label: kind === 'loop' ? parameters : results, height })
    this.fill()
    this.settle(results)
    if (otherwise) {
      this.stack.length = height
      this.stack.push(...parameters)
      this.code.push(op('else'))
      this.fill()
      this.settle(results)
    }
    this.frames.pop()
    this.code.push(op('end'))
    this.stack.length = height
    this.stack.push(...results)
  }

  private branch() {
    const { random } = this
    const label = random.below(this.frames.length)
    const types = this.frames.at(-1 - label)!.label
    if (types.length > 20) return
    for (const type of types) this.pushValue(type)
    switch (random.below(6)) {
      case 0:
        this.emit(op('br', label), types.length, [])
        return this.afterEnd()
      case 1: {
        const alike = this.frames.flatMap((_, other) =>
          this.frames.at(-1 - other)!.label.join() === types.join() ? [other] : [],
        )
        this.pushSmall(4)
        const labels = Array.from({ length: random.once(20) ? 200 : random.below(4) }, () => random.pick(alike))
        this.emit(op('br_table', labels, label), types.length + 1, [])
        return this.afterEnd()
      }
      default:
        this.pushValue('i32')
        return this.emit(op('br_if', label), 1, [])
    }
  }

  /** Ends the function, rarely. */
  private leave(): void {
    if (!this.random.once(6) || this.signature.results.length > 20) return
    if (this.random.once(3)) this.emit(op('unreachable'), 0, [])
    else {
      for (const type of this.signature.results) this.pushValue(type)
      this.emit(op('return'), this.signature.results.length, [])
    }
    this.afterEnd()
  }

  /** What follows cannot be reached; what is on the stack is gone, and anything could be. */
  private afterEnd(): void {
    const { random } = this
    this.stack.length = this.frames.at(-1)!.height
    if (random.once(3)) this.code.push(op('drop'))
    if (random.once(4)) this.code.push(op('select'), op('drop'))
    if (random.once(3)) {
      const item = this.anyPlain()
      this.emit(op(item.name), 0, item.signature.results)
    }
  }

  /** Leaves exactly these types on the innermost frame's stack. */
  private settle(types: readonly ValueType[]): void {
    while (this.available > 0) {
      if (this.random.once(4)) this.emit(op('drop'), 1, [])
      else this.keep(this.top()!)
    }
    for (const type of types) this.pushValue(type)
  }
}
