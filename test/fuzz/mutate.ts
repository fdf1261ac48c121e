import type { Limits, ValueType } from '../../daemon/src/wasm/module.ts'
import { findInstruction, Immediate, instructions, opcodeOf } from '../../daemon/src/wasm/opcodes.ts'
import type { Operand } from '../guests/builder.ts'
import { findRejection } from '../unit/wasm/judge.ts'
import type { Original } from './corpus.ts'
import {
  type EditableFunction,
  type EditableModule,
  type Instruction,
  importedFunctions,
  putTogether,
  typeIndexOf,
  zero,
} from './editable-module.ts'
import { Random } from './random.ts'

/**
 * A real module with a few things changed: instructions swapped, removed, repeated or added, constants, labels,
 * indices, locals, limits and segments changed. Mostly one that is still valid, for the sake of its run.
 */
export function mutateModule(original: Original, seed: number): Uint8Array {
  const random = new Random(seed)
  const wantsValid = !random.once(10)
  for (let attempt = 0; ; attempt++) {
    let module = original.module
    for (let count = 1 + random.below(3); count > 0; count--) module = random.pick(mutations)(module, original, random)
    const bytes = putTogether(module)
    if (!wantsValid || attempt === attempts || findRejection(bytes) === undefined) return bytes
  }
}

const attempts = 30

/** A module with bytes changed, taken out, put in, or cut off at some place; headers may stay as they were. */
export function mutateBytes(bytes: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed)
  if (random.once(20)) return bytes.slice(0, random.below(bytes.length))
  let mutant = bytes.slice()
  for (let count = 1 + random.below(3); count > 0; count--) {
    const at = random.below(mutant.length)
    switch (random.below(6)) {
      case 0:
        mutant[at] = random.below(256)
        break
      case 1:
        mutant[at] = random.pick(telling)
        break
      case 2:
        mutant = Uint8Array.of(...mutant.subarray(0, at), random.below(256), ...mutant.subarray(at))
        break
      case 3:
        mutant = Uint8Array.of(...mutant.subarray(0, at), ...mutant.subarray(at + 1))
        break
      default:
        mutant[at]! ^= 1 << random.below(8)
    }
  }
  return mutant
}

/** Bytes that mean something where types, limits, kinds or opcodes stand. */
const telling = [
  ...[0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0b, 0x10, 0x12, 0x13, 0x14, 0x40, 0x60, 0x6f, 0x70],
  ...[0x7b, 0x7c, 0x7d, 0x7e, 0x7f, 0x80, 0xd0, 0xd2, 0xfb, 0xfc, 0xfd, 0xfe, 0xff],
]

type Mutation = (module: EditableModule, original: Original, random: Random) => EditableModule

/** Changes the code of a function that runs come to. */
function inCode(change: (code: Code, random: Random) => readonly Instruction[]): Mutation {
  return (module, { reached }, random) => {
    const position = random.pick(reached)
    const own = module.functions[position]!
    const code = change({ module, own, instructions: own.code }, random)
    return { ...module, functions: module.functions.with(position, own.with({ code })) }
  }
}

interface Code {
  readonly module: EditableModule
  readonly own: EditableFunction
  readonly instructions: readonly Instruction[]
}

/** Changes one instruction of those that `fits` names; none where there is none. */
function oneOf(
  fits: (instruction: Instruction) => boolean,
  change: (instruction: Instruction, code: Code, random: Random) => readonly Instruction[],
): Mutation {
  return inCode((code, random) => {
    const places = code.instructions.flatMap((each, index) => (fits(each) ? [index] : []))
    if (places.length === 0) return code.instructions
    const place = random.pick(places)
    return code.instructions.toSpliced(place, 1, ...change(code.instructions[place]!, code, random))
  })
}

const named = (name: string, ...operands: readonly Operand[]): Instruction => ({ name, operands })
const immediateOf = ({ name }: Instruction) => findInstruction(opcodeOf(name))!.immediate
const withImmediate =
  (...kinds: readonly number[]) =>
  (instruction: Instruction) =>
    kinds.includes(immediateOf(instruction))

/** Instructions of one kind of immediate and one type, by both. */
const alike = Map.groupBy(
  instructions.filter(({ signature }) => signature !== undefined),
  (item) => `${item.immediate} ${item.signature!.operands} ${item.signature!.results}`,
)

const swapInstruction = oneOf(
  ({ name }) => findInstruction(opcodeOf(name))!.signature !== undefined,
  ({ name, operands }, _, random) => {
    const item = findInstruction(opcodeOf(name))!
    const other = random.pick(alike.get(`${item.immediate} ${item.signature!.operands} ${item.signature!.results}`)!)
    const [first, second, lane] = operands as readonly number[]
    switch (item.immediate) {
      case Immediate.memoryAccess:
        return [named(other.name, Math.min(first!, other.naturalAlignment!), second!)]
      case Immediate.memoryLane:
        return [named(other.name, Math.min(first!, other.naturalAlignment!), second!, lane! % other.lanes!)]
      case Immediate.lane:
        return [named(other.name, first! % other.lanes!)]
      default:
        return [{ name: other.name, operands }]
    }
  },
)

const changeConstant = oneOf(
  withImmediate(Immediate.i32, Immediate.i64, Immediate.f32, Immediate.f64, Immediate.v128),
  ({ name, operands }, _, random) => {
    if (name === 'v128.const')
      return [
        named(
          name,
          Array.from({ length: 16 }, () => random.below(256)),
        ),
      ]
    const old = BigInt(operands[0] as number)
    const value = random.pick([old + 1n, old - 1n, -old, old ^ (1n << BigInt(random.below(32))), random.bits64()])
    return [named(name, /32/.test(name) ? BigInt.asUintN(32, value) : BigInt.asUintN(64, value))]
  },
)

const changeAccess = oneOf(withImmediate(Immediate.memoryAccess), ({ name, operands }, _, random) => {
  const [alignment, offset] = operands as [number, number]
  const other = random.pick([0, offset + 1, offset + 8, 65_535, 65_536, 2 ** 31, 2 ** 32 - 1])
  return [random.once(4) ? named(name, random.below(alignment + 1), offset) : named(name, alignment, other)]
})

const changeLabel = oneOf(withImmediate(Immediate.label, Immediate.labels), ({ name, operands }, _, random) => {
  if (name !== 'br_table') return [named(random.once(4) ? 'br_if' : name, random.below(4))]
  const [labels, last] = operands as [readonly number[], number]
  if (labels.length === 0) return [named(name, [], random.below(4))]
  return [named(name, labels.with(random.below(labels.length), random.pick([...labels, last])), last)]
})

const changeCall = oneOf(withImmediate(Immediate.function), ({ name, operands }, { module }, random) => {
  const type = typeIndexOf(module, operands[0] as number)
  const all = Array.from({ length: importedFunctions(module) + module.functions.length }, (_, index) => index)
  const same = all.filter((index) => typeIndexOf(module, index) === type)
  return [named(name, random.pick(random.once(4) ? all : same))]
})

const changeIndirectCall = oneOf(withImmediate(Immediate.callIndirect), ({ name, operands }, { module }, random) => [
  named(name, random.below(module.types.length), operands[1]!),
])

const changeLocal = oneOf(withImmediate(Immediate.local), ({ name }, { module, own }, random) => {
  const declared = own.locals.reduce((sum, { count }) => sum + count, 0)
  return [named(name, random.below(module.types[own.type]!.parameters.length + declared + 1))]
})

const changeGlobal = oneOf(withImmediate(Immediate.global), ({ name }, { module }, random) => [
  named(name, random.below(module.globals.length + 1)),
])

/** What it would take is dropped, what it would give is nothing. */
const replaceByNothing = oneOf(
  ({ name }) => findInstruction(opcodeOf(name))!.signature !== undefined,
  ({ name }) => {
    const { operands, results } = findInstruction(opcodeOf(name))!.signature!
    return [...operands.map(() => named('drop')), ...results.map(zero)]
  },
)

const removeRange = inCode(({ instructions: code }, random) =>
  code.toSpliced(random.below(code.length + 1), 1 + random.below(6)),
)

const repeatRange = inCode(({ instructions: code }, random) => {
  const from = random.below(code.length + 1)
  const range = code.slice(from, from + 1 + random.below(8))
  return code.toSpliced(random.once(2) ? from : random.below(code.length + 1), 0, ...range)
})

const moveRange = inCode(({ instructions: code }, random) => {
  const from = random.below(code.length + 1)
  const length = 1 + random.below(4)
  const range = code.slice(from, from + length)
  return code.toSpliced(from, length).toSpliced(random.below(code.length + 1), 0, ...range)
})

/** Puts in something that leaves the operands as they are. */
const insert = inCode((code, random) => {
  const { instructions: own, module } = code
  return own.toSpliced(random.below(own.length + 1), 0, ...snippet(module, random))
})

function snippet(module: EditableModule, random: Random): readonly Instruction[] {
  const number = named('i32.const', random.pick([0, 1, 8, 1024, 65_535, -1]))
  const drop = named('drop')
  const snippets: readonly (readonly Instruction[])[] = [
    [named('nop')],
    [named('unreachable')],
    [named('return')],
    [named('loop'), named('end')],
    [named('block'), number, named('br_if', 0), named('end')],
    [named('loop'), number, named('drop'), named('end')],
    [number, named('i32.const', 0), named('i32.div_s'), drop],
    [named('i32.const', -(2 ** 31)), number, named('i32.div_s'), drop],
    [named('f64.const', 0x7ff8000000000000n), named('i32.trunc_f64_s'), drop],
    [named('f64.const', 0xfff4000000000001n), named('f64.sqrt'), named('i64.reinterpret_f64'), drop],
    [number, named('memory.grow'), drop],
    [number, named('i64.load', 0, 0), drop],
    [number, named('f32.const', 0x7fa00001n), named('f32.store', 0, 0)],
    [number, number, number, named('memory.copy')],
    [number, number, number, named('memory.fill')],
    [named('v128.const', Array(16).fill(0xff)), named('f32x4.sqrt'), named('i32x4.bitmask'), drop],
    [named('call', random.below(importedFunctions(module) + module.functions.length))],
    [number, named('call_indirect', random.below(module.types.length), 0)],
    [number, named('table.get', 0), drop],
    [named('ref.null', 'funcref'), number, named('table.grow', 0), drop],
  ]
  return random.pick(snippets)
}

const addLocals: Mutation = (module, { reached }, random) => {
  const position = random.pick(reached)
  const own = module.functions[position]!
  const types: readonly ValueType[] = ['i32', 'i64', 'f32', 'f64', 'v128', 'funcref']
  const run = { count: random.pick([1, 16, 1000, 30_000]), type: random.pick(types) }
  return { ...module, functions: module.functions.with(position, own.with({ locals: [...own.locals, run] })) }
}

const changeLimits: Mutation = (module, _, random) => {
  const changed = (size: Limits): Limits => {
    const minimum = random.pick([0, 1, size.minimum, size.minimum + 1, 100])
    return random.once(2) ? { minimum } : { minimum, maximum: minimum + random.below(4) }
  }
  return random.once(2)
    ? { ...module, memories: module.memories.map(changed) }
    : { ...module, tables: module.tables.map((table) => ({ ...table, limits: changed(table.limits) })) }
}

const changeSegments: Mutation = (module, _, random) => {
  const start = {
    kind: 'i32',
    bits: BigInt(random.pick([0, 1, 1024, 65_535, 131_072, 2 ** 32 - 1])),
    offset: 0,
  } as const
  if (random.once(2) && module.data.length > 0) {
    const position = random.below(module.data.length)
    const segment = module.data[position]!
    const bytes = segment.bytes.slice(0, random.below(segment.bytes.length + 1))
    const changed = segment.mode === 'active' && random.once(2) ? { ...segment, start } : { ...segment, bytes }
    return { ...module, data: module.data.with(position, changed) }
  }
  if (module.elements.length === 0) return module
  const position = random.below(module.elements.length)
  const segment = module.elements[position]!
  const entries = segment.entries.toReversed().slice(random.below(3))
  const changed = segment.mode === 'active' && random.once(2) ? { ...segment, start } : { ...segment, entries }
  return { ...module, elements: module.elements.with(position, changed) }
}

/** The same type under another index is the same type. */
const repeatType: Mutation = (module, _, random) => {
  const index = random.below(module.types.length)
  const again = module.types.length
  const functions = module.functions.map((each) =>
    each.type === index && random.once(2) ? each.with({ type: again }) : each,
  )
  return { ...module, types: [...module.types, module.types[index]!], functions }
}

const changeStart: Mutation = (module, _, random) => {
  const index = random.below(importedFunctions(module) + module.functions.length)
  if (random.once(2)) return { ...module, start: index }
  const position = module.exports.findIndex(({ name }) => name === '_start')
  if (position < 0) return module
  return { ...module, exports: module.exports.with(position, { ...module.exports[position]!, index }) }
}

const mutations: readonly Mutation[] = [
  ...Array<Mutation>(6).fill(swapInstruction),
  ...Array<Mutation>(4).fill(changeConstant),
  ...Array<Mutation>(3).fill(changeLabel),
  ...Array<Mutation>(3).fill(insert),
  ...Array<Mutation>(2).fill(changeLocal),
  ...Array<Mutation>(2).fill(changeCall),
  ...[changeAccess, changeIndirectCall, changeGlobal, replaceByNothing, removeRange, repeatRange, moveRange],
  ...[addLocals, changeLimits, changeSegments, repeatType, changeStart],
]
