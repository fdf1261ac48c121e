import { describe, expect, test } from 'vitest'
import type { RejectionReason } from '../../../daemon/src/runtime/outcome.ts'
import { flat, header, ModuleBuilder, name, op, section, sized, u32, vector } from '../../guests/builder.ts'
import { findRejection } from './judge.ts'

const binary = (...sections: (readonly number[])[]) => Uint8Array.from(flat([header, ...sections]))

/** A module whose one function's first instruction stands at `codeAt`. */
const codeAt = 8 + 6 + 4 + 5
const coded = (...code: (readonly number[])[]) =>
  binary(section(1, [1, 0x60, 0, 0]), section(3, [1, 0]), section(10, vector([sized(flat([[0], ...code, [0x0b]]))])))

/** The same with a memory, whose section is 5 bytes long. */
function withMemory(...code: (readonly number[])[]): Uint8Array {
  const module = new ModuleBuilder()
  module.memory(1)
  module.function([], [], [], code)
  return module.build()
}

const constant = (type: number, ...code: (readonly number[])[]) => binary(section(6, [1, type, 0, ...flat(code), 0x0b]))

const cases: readonly (readonly [RejectionReason, string, Uint8Array, number])[] = [
  ['threads', 'an atomic instruction', coded([0xfe, 0x03, 0x00]), codeAt],
  ['threads', 'a shared memory', binary(section(5, [1, 3, 1, 1])), 11],
  ['threads', 'an imported shared memory', binary(section(2, [1, ...name('m'), ...name('m'), 2, 3, 1, 1])), 16],
  ['relaxed-simd', 'i8x16.relaxed_swizzle', coded([0xfd, ...u32(0x100)]), codeAt],
  ['relaxed-simd', 'i32x4.relaxed_dot_i8x16_i7x16_add_s', coded([0xfd, ...u32(0x113)]), codeAt],
  ...[0x06, 0x07, 0x08, 0x09, 0x0a, 0x18, 0x19, 0x1f].map(
    (opcode) => ['exceptions', `opcode 0x${opcode.toString(16)}`, coded([opcode, 0x40]), codeAt] as const,
  ),
  ['exceptions', 'a tag section', binary(section(13, [0])), 8],
  ['exceptions', 'an imported tag', binary(section(2, [1, ...name('m'), ...name('t'), 4, 0, 0])), 15],
  ['exceptions', 'an exported tag', binary(section(7, [1, ...name('t'), 4, 0])), 13],
  ['exceptions', 'an exnref', binary(section(1, [1, 0x60, 1, 0x69, 0])), 13],
  ['tail-calls', 'return_call', coded([0x12, 0]), codeAt],
  ['tail-calls', 'return_call_indirect', coded([0x13, 0, 0]), codeAt],
  ['extended-constants', 'i32.add', constant(0x7f, op('i32.const', 1), op('i32.const', 2), op('i32.add')), 17],
  ['extended-constants', 'i64.mul', constant(0x7e, op('i64.const', 1), op('i64.const', 2), op('i64.mul')), 17],
  ['typed-references', 'call_ref', coded([0x14, 0]), codeAt],
  ['typed-references', 'return_call_ref', coded([0x15, 0]), codeAt],
  ['typed-references', 'ref.as_non_null', coded([0xd4]), codeAt],
  ['typed-references', 'br_on_null', coded([0xd5, 0]), codeAt],
  ['typed-references', 'br_on_non_null', coded([0xd6, 0]), codeAt],
  ['typed-references', 'a non-null reference type', binary(section(1, [1, 0x60, 1, 0x64, 0x70, 0])), 13],
  ['typed-references', 'a nullable reference to a type', binary(section(1, [1, 0x60, 1, 0x63, 0, 0])), 13],
  ['typed-references', 'ref.null of a type index', coded([0xd0, 0x00]), codeAt + 1],
  ['typed-references', 'a block of a reference type', coded([0x02, 0x64, 0x70]), codeAt + 1],
  [
    'typed-references',
    'a table with an initial value',
    binary(section(4, [1, 0x40, 0, 0x70, 0, 1, 0xd0, 0x70, 0x0b])),
    11,
  ],
  ['gc', 'struct.new', coded([0xfb, 0, 0]), codeAt],
  ['gc', 'ref.eq', coded([0xd3]), codeAt],
  ['gc', 'an anyref', binary(section(1, [1, 0x60, 1, 0x6e, 0])), 13],
  ['gc', 'ref.null of any', coded([0xd0, 0x6e]), codeAt + 1],
  ...[0x4e, 0x4f, 0x50, 0x5e, 0x5f].map(
    (form) => ['gc', `a type of form 0x${form.toString(16)}`, binary(section(1, [1, form, 0])), 11] as const,
  ),
  ['memory64', 'a 64-bit memory', binary(section(5, [1, 4, 1])), 11],
  ['memory64', 'a 64-bit table', binary(section(4, [1, 0x70, 4, 1])), 12],
  ['custom-page-sizes', 'a page size', binary(section(5, [1, 8, 1, 0])), 11],
  ['multi-memory', 'two memories', binary(section(5, [2, 0, 1, 0, 1])), 13],
  ['multi-memory', 'an imported memory and another', binary(section(2, [1, 0, 0, 2, 0, 1]), section(5, [1, 0, 1])), 19],
  ['multi-memory', 'an access that names its memory', withMemory(op('i32.const', 0), [0x28, 0x42, 0, 0]), codeAt + 8],
  ['multi-memory', 'memory.size of memory 1', withMemory([0x3f, 1]), codeAt + 6],
  ['multi-memory', 'memory.copy to memory 1', withMemory([0xfc, 0x0a, 1, 0]), codeAt + 7],
  [
    'multi-memory',
    'a data segment for memory 1',
    binary(section(5, [1, 0, 1]), section(11, [1, 2, 1, 0x41, 0, 0x0b, 0])),
    17,
  ],
  ['components', 'a component', Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0), 4],
]

describe('names the proposal that a module needs, and where', () => {
  test.each(cases)('%s: %s', (reason, _, bytes, offset) => {
    expect(findRejection(bytes)).toMatchObject({ reason, offset })
  })
})

describe('calls malformed what belongs to no proposal', () => {
  test.each([
    ['an opcode that nobody has', coded([0x27]), codeAt],
    ['a sub-opcode of 0xFC', coded([0xfc, 0x12]), codeAt],
    ['a gap among the SIMD opcodes', coded([0xfd, ...u32(0x9a)]), codeAt],
    ['a SIMD sub-opcode far beyond', coded([0xfd, ...u32(0x4000)]), codeAt],
    ['a padded memory index of 0', withMemory([0x3f, 0x80, 0]), codeAt + 6],
    ['limits flags', binary(section(5, [1, 16, 1])), 11],
    ['a section id', binary(section(14, [])), 8],
    ['a version', Uint8Array.of(0, 0x61, 0x73, 0x6d, 2, 0, 0, 0), 4],
    ['a magic number', Uint8Array.of(0, 0x61, 0x73, 0x6e, 1, 0, 0, 0), 3],
    ['a value type', binary(section(1, [1, 0x60, 1, 0x40, 0])), 13],
    ['a form of type', binary(section(1, [1, 0x61, 0, 0])), 11],
  ] as const)('%s', (_, bytes, offset) => {
    expect(findRejection(bytes)).toMatchObject({ reason: 'malformed', offset })
  })
})
