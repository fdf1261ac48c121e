import { Immediate, type Instruction, instructions } from '../../../daemon/src/wasm/opcodes.ts'
import { type Bytes, ModuleBuilder, op } from '../../guests/builder.ts'

type NumberType = 'i32' | 'i64' | 'f64'
type Type = NumberType | 'v128'
const numbers: readonly NumberType[] = ['i32', 'i64', 'f64']

const binaries = 'add sub mul and or xor shl shr_s shr_u rotl rotr div_s div_u rem_s rem_u'.split(' ')
const compares = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u'.split(' ')
const integers = [0, 1, 2, 3, -1, 7, 8, 31, 32, 63, 64, 255, 256, 65535, -32768, 0x7fffffff, -0x80000000]
const loads: readonly (readonly [string, Type])[] = [
  ...['load8_s', 'load8_u', 'load16_s', 'load16_u', 'load'].map((name) => [`i32.${name}`, 'i32'] as const),
  ...['load8_s', 'load8_u', 'load16_s', 'load16_u', 'load32_s', 'load32_u', 'load'].map(
    (name) => [`i64.${name}`, 'i64'] as const,
  ),
  ['f64.load', 'f64'],
]
const stores: readonly (readonly [string, Type])[] = [
  ...['store8', 'store16', 'store'].map((name) => [`i32.${name}`, 'i32'] as const),
  ...['store8', 'store16', 'store32', 'store'].map((name) => [`i64.${name}`, 'i64'] as const),
]

/** SIMD on integers: instructions by what they give. Which NaN bits float lanes give is not V8's to say. */
const vectors = instructions.filter(({ opcode, name }) => opcode >= 0xfd00 && !/f32|f64|const/.test(name))
const computing = vectors.filter(({ naturalAlignment }) => naturalAlignment === undefined)
const vectorResults = {
  i32: computing.filter(({ signature }) => signature!.results[0] === 'i32'),
  i64: computing.filter(({ signature }) => signature!.results[0] === 'i64'),
  v128: computing.filter(({ signature }) => signature!.results[0] === 'v128'),
}
const vectorLoads = vectors.filter((item) => item.naturalAlignment !== undefined && item.signature!.results.length > 0)
const vectorStores = vectors.filter(
  (item) => item.naturalAlignment !== undefined && item.signature!.results.length === 0,
)

/** Locals of every function: two parameters (i32, i64), then two of each type, then the loop counters. */
const locals: readonly Type[] = ['i32', 'i64', 'i32', 'i32', 'i64', 'i64', 'f64', 'f64', 'v128', 'v128']
const counters = 3
const functions = 3

/**
 * Writes a valid module at random: arithmetic, locals written while they are on the stack, nested blocks with values,
 * loops that end, branches, tables of branches, calls, loads and stores, integer vectors. NaN bits reach neither results nor integers,
 * so that every engine must agree on results, memory and traps.
 *
 * Exports `run` of (i32, i64) -> (i32, i64, f64 as i64 after saturating truncation), `memory`.
 */
export class RandomModule {
  private state: number
  private readonly module = new ModuleBuilder()
  private loops = 0
  private callable: readonly number[] = []

  constructor(seed: number) {
    this.state = seed
  }

  build(): Uint8Array<ArrayBuffer> {
    const { module } = this
    module.memory(1)
    module.export('memory', 'memory', 0)
    for (let index = 0; index < functions; index++) {
      const results = [...this.expression('i32', 4), ...this.expression('i64', 4), ...this.expression('i64', 3)]
      this.loops = 0
      const body = [...this.statements(6, 3), ...results]
      const declared: Type[] = [...locals.slice(2), ...(Array(counters).fill('i32') as Type[])]
      const made = module.function(['i32', 'i64'], ['i32', 'i64', 'i64'], declared, body)
      this.callable = [...this.callable, made]
    }
    return module.export('run', 'function', functions - 1).build()
  }

  private statements(count: number, depth: number): Bytes[] {
    return Array.from({ length: 1 + this.below(count) }, () => this.statement(depth)).flat()
  }

  private statement(depth: number): Bytes[] {
    const choice = depth > 0 ? this.below(10) : this.below(3)
    switch (choice) {
      case 0:
      case 1: {
        const local = this.below(locals.length)
        return [...this.expression(locals[local]!, 3), op('local.set', local)]
      }
      case 2: {
        if (this.below(3) === 0) return this.access(this.pick(vectorStores), 2)
        const [name, type] = this.pick(stores)
        return [...this.address(), ...this.expression(type, 2), op(name, 0, this.below(64))]
      }
      case 3:
        return [
          ...this.expression('i32', 2),
          ...[op('if'), ...this.statements(3, depth - 1)],
          ...(this.below(2) === 0 ? [op('else'), ...this.statements(3, depth - 1)] : []),
          op('end'),
        ]
      case 4:
        return this.loop(depth)
      case 5: {
        // Leave one of two blocks from the middle.
        const leave = [...this.expression('i32', 2), op('br_if', this.below(2))]
        const rest = [...leave, ...this.statements(2, depth - 1)]
        return [
          op('block'),
          op('block'),
          ...this.statements(2, depth - 1),
          ...rest,
          op('end'),
          ...this.statements(2, depth - 1),
          op('end'),
        ]
      }
      case 6: {
        const table = [
          ...this.expression('i32', 2),
          op('i32.const', 3),
          op('i32.and'),
          op('br_table', [0, 1, 2], this.below(3)),
        ]
        const arms = [0, 1].map(() => [...this.statements(2, depth - 1), op('end')])
        return [op('block'), op('block'), op('block'), ...table, op('end'), ...arms.flat()]
      }
      case 7:
        // Two values at once through a block that takes and gives two.
        return [
          ...[...this.expression('i32', 2), ...this.expression('i64', 2)],
          op('block', this.module.type(['i32', 'i64'], ['i32', 'i64'])),
          ...[op('local.set', 4), op('local.set', 2), ...this.expression('i32', 2), ...this.expression('i64', 2)],
          ...[...this.expression('i32', 1), op('br_if', 0), op('local.set', 5), op('local.set', 3)],
          ...[op('local.get', 2), op('local.get', 4), op('end'), op('local.set', 5), op('local.set', 3)],
        ]
      case 8:
        // The same with a vector.
        return [
          ...[...this.expression('v128', 2), ...this.expression('i32', 2)],
          op('block', this.module.type(['v128', 'i32'], ['v128', 'i32'])),
          ...[op('local.set', 2), op('local.set', 8), ...this.expression('v128', 2), ...this.expression('i32', 2)],
          ...[...this.expression('i32', 1), op('br_if', 0), op('local.set', 3), op('local.set', 9)],
          ...[op('local.get', 8), op('local.get', 2), op('end'), op('local.set', 3), op('local.set', 9)],
        ]
      default:
        return [...this.call(), op('drop'), op('local.set', 1), op('local.set', 0)]
    }
  }

  /** At most four rounds, by a counter that nothing else writes. */
  private loop(depth: number): Bytes[] {
    if (this.loops === counters) return this.statement(0)
    const counter = locals.length + this.loops++
    const body = this.statements(3, depth - 1)
    this.loops--
    return [
      ...[op('i32.const', 1 + this.below(4)), op('local.set', counter), op('loop'), ...body],
      ...[
        op('local.get', counter),
        op('i32.const', 1),
        op('i32.sub'),
        op('local.tee', counter),
        op('br_if', 0),
        op('end'),
      ],
    ]
  }

  /** Leaves i32, i64, i64 on the stack. */
  private call(): Bytes[] {
    const args = [...this.expression('i32', 2), ...this.expression('i64', 2)]
    if (this.callable.length === 0) return [...args, ...this.expression('i64', 1)]
    return [...args, op('call', this.pick(this.callable))]
  }

  private expression(type: Type, depth: number): Bytes[] {
    if (depth === 0) return this.leaf(type)
    switch (this.below(8)) {
      case 0:
        return this.leaf(type)
      case 1: {
        const local = this.localOf(type)
        // The local is on the stack while it is written.
        return [op('local.get', local), ...this.expression(type, depth - 1), op('local.tee', local), this.sum(type)]
      }
      case 2:
        return [
          ...this.expression(type, depth - 1),
          ...this.expression(type, depth - 1),
          ...this.expression('i32', depth - 1),
          op('select'),
        ]
      case 3:
        return [
          ...[...this.expression('i32', depth - 1), op('if', type), ...this.expression(type, depth - 1)],
          ...[op('else'), ...this.expression(type, depth - 1), op('end')],
        ]
      case 4: {
        // A value carried out of a block, sometimes over another one that stays behind.
        const [behind, left] = this.below(2) === 0 ? [[], []] : [this.expression('i32', depth - 1), [op('drop')]]
        return [
          ...[op('block', type), ...behind, ...this.expression(type, depth - 1)],
          ...[...this.expression('i32', depth - 1), op('br_if', 0), this.consume(type), ...left],
          ...[...this.expression(type, depth - 1), op('end')],
        ]
      }
      case 5: {
        if (type === 'v128') return this.access(this.pick(vectorLoads), depth - 1)
        const [name] = this.pick(
          loads.filter(([name, result]) => result === type && name !== 'f64.load').concat([['i32.load', 'i32']]),
        )
        return [...this.address(), op(name, 0, this.below(64)), ...(name.startsWith(type) ? [] : this.convert(type))]
      }
      default:
        return type === 'v128' ? this.vectorOperation(type, depth) : this.operation(type, depth)
    }
  }

  private vectorOperation(type: keyof typeof vectorResults, depth: number): Bytes[] {
    const { name, immediate, signature, lanes } = this.pick(vectorResults[type])
    const operands = signature!.operands.flatMap((operand) => this.expression(operand as Type, depth - 1))
    const shuffled = immediate === Immediate.shuffle ? [Array.from({ length: 16 }, () => this.below(32))] : []
    return [...operands, op(name, ...(lanes === undefined || shuffled.length > 0 ? shuffled : [this.below(lanes)]))]
  }

  /** A load or store of a vector or of one of its lanes. */
  private access({ name, signature, lanes }: Instruction, depth: number): Bytes[] {
    const operands = signature!.operands.slice(1).flatMap((operand) => this.expression(operand as Type, depth))
    const lane = lanes === undefined ? [] : [this.below(lanes)]
    return [...this.address(), ...operands, op(name, 0, this.below(64), ...lane)]
  }

  private operation(type: NumberType, depth: number): Bytes[] {
    const two = (of: NumberType) => [...this.expression(of, depth - 1), ...this.expression(of, depth - 1)]
    if (type === 'f64') {
      if (this.below(3) === 0) return [...this.expression('i32', depth - 1), op('f64.convert_i32_s')]
      return [...two('f64'), op(`f64.${this.pick(['add', 'sub', 'mul', 'div', 'min', 'max'])}`)]
    }
    const choice = this.below(10)
    if (choice > 7) return this.vectorOperation(type, depth)
    if (choice === 0)
      return [
        ...this.expression(type, depth - 1),
        op(`${type}.${this.pick(['clz', 'ctz', 'popcnt', 'extend8_s', 'extend16_s'])}`),
      ]
    if (choice === 1) return [...this.expression('f64', depth - 1), op(`${type}.trunc_sat_f64_s`)]
    if (choice === 2) {
      return type === 'i32'
        ? [...this.expression('i64', depth - 1), op('i32.wrap_i64')]
        : [...this.expression('i32', depth - 1), op(this.pick(['i64.extend_i32_s', 'i64.extend_i32_u']))]
    }
    if (choice < 5 && type === 'i32') {
      const of = this.pick(numbers)
      const name = of === 'f64' ? this.pick(['eq', 'ne', 'lt', 'gt', 'le', 'ge']) : this.pick(compares)
      const test = [...two(of), op(`${of}.${name}`)]
      return this.below(3) === 0 ? [...test, op('i32.eqz')] : test
    }
    // Divisions are rare: most of them would trap at once.
    const name = this.below(12) === 0 ? this.pick(binaries) : this.pick(binaries.slice(0, 11))
    return [...two(type), op(`${type}.${name}`)]
  }

  private leaf(type: Type): Bytes[] {
    if (this.below(2) === 0) return [op('local.get', this.localOf(type))]
    if (type === 'f64')
      return [op('f64.const', this.pick([0n, 0x3ff0000000000000n, 0xbfe0000000000000n, 0x41dfffffffc00000n]))]
    if (type === 'v128')
      return [
        op(
          'v128.const',
          Array.from({ length: 16 }, () => this.pick([0, 1, 127, 128, 255, 85])),
        ),
      ]
    return [op(`${type}.const`, this.pick(integers))]
  }

  /** An address within the first 32 KiB, sometimes the sum of two. */
  private address(): Bytes[] {
    const one = () => [...this.expression('i32', 1), op('i32.const', 0x3fff), op('i32.and')]
    switch (this.below(3)) {
      case 0:
        return [op('i32.const', this.below(0x4000))]
      case 1:
        return one()
      default:
        return [...one(), ...one(), op('i32.add')]
    }
  }

  private convert(type: Type): Bytes[] {
    return [type === 'i64' ? op('i64.extend_i32_u') : op('f64.convert_i32_u')]
  }

  private consume(type: Type): Bytes {
    return op('local.set', this.localOf(type))
  }

  private sum(type: Type): Bytes {
    return op(type === 'v128' ? 'i16x8.add' : `${type}.add`)
  }

  private localOf(type: Type): number {
    return this.pick(locals.flatMap((local, index) => (local === type ? [index] : [])))
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }

  /** mulberry32. */
  private below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}
