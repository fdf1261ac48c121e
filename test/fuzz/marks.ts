import type { HostFunction } from '../../daemon/src/runtime/runtime.ts'
import { type Instruction, importedFunctions, putTogether, renumberFunctions, takeApart } from './editable-module.ts'

/** Where a marked module imports its last function from. */
export const marks = { module: 'marks', name: 'mark' } as const

/**
 * Writes marks in front of instructions of a valid module: each calls the host with its number, the first time that
 * a run comes to it. `numberOf` gives numbers below `count`, or -1 for no mark; of a row of one number the first has it.
 */
export function withMarks(
  bytes: Uint8Array,
  count: number,
  numberOf: (instruction: Instruction, position: number, index: number) => number,
): Uint8Array {
  const unmarked = takeApart(bytes)
  const mark = importedFunctions(unmarked)
  const module = renumberFunctions(unmarked, (index) => (index < mark ? index : index + 1))
  const first = module.globals.length + module.imports.filter(({ type }) => type.kind === 'global').length
  const marked = (number: number): readonly Instruction[] => [
    { name: 'global.get', operands: [first + number] },
    { name: 'if', operands: [] },
    { name: 'i32.const', operands: [0] },
    { name: 'global.set', operands: [first + number] },
    { name: 'i32.const', operands: [number] },
    { name: 'call', operands: [mark] },
    { name: 'end', operands: [] },
  ]
  return putTogether({
    ...module,
    types: [...module.types, { parameters: ['i32'], results: [] }],
    imports: [...module.imports, { ...marks, type: { kind: 'function', typeIndex: module.types.length }, offset: 0 }],
    functions: module.functions.map((each, position) => {
      let last = -1
      const code = each.code.flatMap((instruction, index) => {
        const number = numberOf(instruction, position, index)
        const repeated = number === last
        last = number
        return number < 0 || repeated ? [instruction] : [...marked(number), instruction]
      })
      return each.with({ code })
    }),
    globals: [
      ...module.globals,
      ...Array.from({ length: count }, () => ({
        type: { value: 'i32', mutable: true } as const,
        initial: { kind: 'i32', bits: 1n, offset: 0 } as const,
      })),
    ],
  })
}

/** The host's side: adds the numbers that a run comes to. */
export function marking(seen: Set<number>): HostFunction {
  return {
    type: { parameters: ['i32'], results: [] },
    call(args) {
      seen.add(Number(args[0]))
      return { kind: 'returned', values: [] }
    },
  }
}
