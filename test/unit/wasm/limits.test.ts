import { describe, expect, test } from 'vitest'
import { type ModuleLimit, moduleLimits } from '../../../daemon/src/wasm/limits.ts'
import { TypeCode } from '../../../daemon/src/wasm/value-types.ts'
import { type Bytes, flat, header, name, op, section, sized, u32, vector } from '../../guests/builder.ts'
import { findRejection, v8Accepts } from './judge.ts'

const { i32, funcref } = TypeCode

const times = <T>(count: number, item: (position: number) => T): T[] => Array.from({ length: count }, (_, n) => item(n))
const fill = (count: number, byte: number) => new Uint8Array(count).fill(byte)
const binary = (...sections: readonly Bytes[]) => Uint8Array.from(flat([header, ...sections]))

const plainType = [0x60, 0, 0]
const types = (...list: readonly Bytes[]) => section(1, vector(list))
/** One function of type () → () whose body is given. */
const oneFunction = (body: Bytes, ...before: readonly Bytes[]) =>
  binary(...before, types(plainType), section(3, [1, 0]), section(10, vector([sized(body)])))
const table = (minimum: number) => [funcref, 0, ...u32(minimum)]

/** Modules that have exactly `count` of what a limit counts, and nothing else of note. */
const modules: Record<ModuleLimit, (count: number) => Uint8Array<ArrayBuffer>> = {
  moduleBytes: (count) => {
    const bytes = new Uint8Array(count)
    // A custom section with a name of no bytes fills it up.
    bytes.set([...header, 0, ...u32(count - 13)])
    return bytes
  },
  bodyBytes: (count) => {
    const body = fill(count, 0x01)
    body[0] = 0
    body[count - 1] = 0x0b
    return oneFunction(body)
  },
  locals: (count) => oneFunction([2, ...u32(count - 5), i32, 5, i32, 0x0b]),
  parameters: (count) => binary(types([0x60, ...vector(fill(count, i32) as never), 0])),
  results: (count) => binary(types([0x60, 0, ...vector(fill(count, i32) as never)])),
  types: (count) => binary(types(...times(count, () => plainType))),
  typeValues: (count) => {
    const full = [0x60, ...u32(1000), ...fill(1000, i32), ...u32(1000), ...fill(1000, i32)]
    const rest = count % 2000
    return binary(types(...times(Math.floor(count / 2000), () => full), [0x60, ...u32(rest), ...fill(rest, i32), 0]))
  },
  functions: (count) =>
    binary(
      types(plainType),
      section(2, vector([[...name('m'), ...name('f'), 0, 0]])),
      section(3, vector(times(count - 1, () => 0))),
      section(10, vector(times(count - 1, () => [2, 0, 0x0b]))),
    ),
  globals: (count) =>
    binary(
      section(2, vector([[...name('m'), ...name('g'), 3, i32, 0]])),
      section(6, vector(times(count - 1, () => [i32, 0, 0x41, 0, 0x0b]))),
    ),
  exports: (count) => binary(section(5, [1, 0, 0]), section(7, vector(times(count, (n) => [...name(`${n}`), 2, 0])))),
  dataSegments: (count) => binary(section(12, u32(count)), section(11, vector(times(count, () => [1, 0])))),
  elementSegments: (count) => binary(section(9, vector(times(count, () => [1, 0, 0])))),
  elementEntries: (count) =>
    binary(
      types(plainType),
      section(3, [1, 0]),
      section(
        9,
        vector([
          ...times(10, () => [1, 0, ...u32(100_000), ...fill(100_000, 0)]),
          [1, 0, ...u32(count - 1_000_000), ...fill(count - 1_000_000, 0)],
        ]),
      ),
      section(10, vector([[2, 0, 0x0b]])),
    ),
  imports: (count) => binary(section(2, vector(times(count, () => [...name('m'), ...name('g'), 3, i32, 0])))),
  tables: (count) =>
    binary(
      section(2, vector([[...name('m'), ...name('t'), 1, ...table(1)]])),
      section(4, vector(times(count - 1, () => table(1)))),
    ),
  tableEntries: (count) => binary(section(4, vector([table(count)]))),
  tableEntriesTotal: (count) =>
    binary(section(4, vector([...times(10, () => table(100_000)), table(count - 1_000_000)]))),
  branchTableLabels: (count) =>
    oneFunction([0, ...op('i32.const', 0), 0x0e, ...u32(count), ...fill(count + 1, 0), 0x0b]),
  nesting: (count) =>
    oneFunction(flat([[0], times(count, () => 0x02).flatMap((block) => [block, 0x40]), fill(count, 0x0b), [0x0b]])),
  operands: (count) => {
    const callee = [0, ...op('unreachable'), 0x0b]
    const caller = [
      0,
      ...times(count % 1000, () => op('i32.const', 0)).flat(),
      ...times(Math.floor(count / 1000), () => op('call', 0)).flat(),
      ...op('unreachable'),
      0x0b,
    ]
    return binary(
      types([0x60, 0, ...u32(1000), ...fill(1000, i32)], plainType),
      section(3, [2, 0, 1]),
      section(10, vector([sized(callee), sized(caller)])),
    )
  },
}

describe.each(Object.keys(moduleLimits) as ModuleLimit[])('%s', (limit) => {
  const maximum = moduleLimits[limit]

  test(`accepts ${maximum}, as V8 does`, () => {
    const bytes = modules[limit](maximum)
    expect(findRejection(bytes)).toBeUndefined()
    expect(v8Accepts(bytes)).toBe(true)
  })

  test(`rejects ${maximum + 1} and says so`, () => {
    const rejection = findRejection(modules[limit](maximum + 1))
    expect(rejection).toMatchObject({ reason: 'limit' })
    expect(rejection!.detail).toContain(`${maximum}`)
  })
})

describe('a claim of 2^32-1 in a few bytes', () => {
  const huge = u32(0xffffffff)

  test.each([
    ['types', binary(section(1, huge)), 10],
    ['parameters', binary(section(1, [1, 0x60, ...huge])), 12],
    ['results', binary(section(1, [1, 0x60, 0, ...huge])), 13],
    ['imports', binary(section(2, huge)), 10],
    ['functions', binary(section(3, huge)), 10],
    ['tables', binary(section(4, huge)), 10],
    ['table entries', binary(section(4, [1, funcref, 0, ...huge])), 11],
    ['globals', binary(section(6, huge)), 10],
    ['exports', binary(section(7, huge)), 10],
    ['element segments', binary(section(9, huge)), 10],
    ['element entries', binary(section(9, [1, 1, 0, ...huge])), 13],
    ['data count', binary(section(12, huge)), 10],
    ['data segments', binary(section(11, huge)), 10],
    ['locals', oneFunction([1, ...huge, i32, 0x0b]), 23],
    ['body bytes', binary(types(plainType), section(3, [1, 0]), section(10, [1, ...huge])), 21],
    ['branch table labels', oneFunction([0, 0x41, 0, 0x0e, ...huge, 0x0b]), 26],
  ] as const)('of %s is over a limit, at its own offset', (_, bytes, offset) => {
    expect(findRejection(bytes)).toMatchObject({ reason: 'limit', offset })
  })

  test.each([
    ['bodies', binary(types(plainType), section(3, [1, 0]), section(10, huge))],
    ['memories', binary(section(5, huge))],
    ['bytes of a section', binary([1, ...huge])],
    ['bytes of a name', binary(section(0, huge))],
    ['bytes of a data segment', binary(section(11, [1, 1, ...huge]))],
    ['types of a select', oneFunction([0, 0x1c, ...huge, 0x0b])],
    ['runs of locals', oneFunction([...huge, 0, i32, 0x0b])],
  ] as const)('of %s is malformed', (_, bytes) => {
    expect(findRejection(bytes)).toMatchObject({ reason: 'malformed' })
  })
})

test('a million empty runs of locals cost no memory and count for nothing', () => {
  const bytes = oneFunction(flat([u32(1_000_000), times(1_000_000, () => [0, i32]).flat(), [0x0b]]))
  expect(findRejection(bytes)).toBeUndefined()
})
