import { bulkHandlers } from './bulk-handlers.ts'
import { fusedHandlers } from './fused-handlers.ts'
import { type Handler, handlers } from './handlers.ts'
import { simdHandlers } from './simd-handlers.ts'

const head = `// biome-ignore-all lint: AssemblyScript, and generated
// biome-ignore-all format: as above
// biome-ignore-all assist: as above
// Made by scripts/build-core.ts from`

function casesOf(table: ReadonlyMap<string, Handler>): string {
  return Array.from(table, ([name, handler], number) => {
    const words = Array.from(handler.operands).reduce((sum, operand) => sum + (operand === 'I' ? 2 : 1), 1)
    const end = handler.falls ? `\n      pc += ${4 * words};\n      break;` : '\n      break;'
    return `    case ${number}: { // ${name}\n      ${handler.body.trim()}${end}\n    }`
  }).join('\n')
}

const mainHandlers = new Map([...handlers, ...fusedHandlers])
const firstBulk = mainHandlers.size
const firstSimd = firstBulk + bulkHandlers.size

const loadState = `let pc = load<usize>(statePc);
  let fp = load<usize>(stateFp);
  let sp = load<usize>(stateSp);
  let fuel = load<i64>(stateFuel);
  const base = load<usize>(stateMemoryBase);
  let memoryBytes = <u64>load<u32>(stateMemoryPages) << 16;`

/** The core's loop as AssemblyScript, made from the table of handlers. */
export function generateCore(layoutNames: readonly string[]): string {
  return `${head} handlers.ts, fused-handlers.ts and bulk-handlers.ts; do not edit.
import {
${layoutNames.map((name) => `  ${name},`).join('\n')}
} from './layout'
import { runSimd } from './simd'

/** Keeps what the next \`run\` needs; every other exit of the loop is a trap, which nothing follows. */
function leave(status: i32, pc: usize, fp: usize, sp: usize, fuel: i64, need: i64): i32 {
  store<usize>(statePc, pc);
  store<usize>(stateFp, fp);
  store<usize>(stateSp, sp);
  store<i64>(stateFuel, fuel);
  store<i64>(stateNeed, need);
  return status;
}

function trap(status: i32, fuel: i64): i32 {
  store<i64>(stateFuel, fuel);
  return status;
}

/** Runs from \`statePc\` until the guest returns, traps, calls its host or has used up the fuel granted; a status. */
export function run(): i32 {
  while (true) {
    const status = interpret();
    if (status != statusOutside) return status;
    if (load<u32>(load<usize>(statePc)) < ${firstSimd}) {
      const status = runBulk();
      if (status != statusOutside) return status;
    } else if (!runSimd()) return trapMemoryBounds;
  }
  return statusDone;
}

// Exported, or the optimiser would put all into one function.
export { runSimd }

/** Executes the bulk operation at \`statePc\`: \`statusOutside\`, or why it could not. */
export function runBulk(): i32 {
  ${loadState}
  switch (load<u32>(pc) - ${firstBulk}) {
${casesOf(bulkHandlers)}
    default: unreachable();
  }
  return leave(statusOutside, pc, fp, sp, fuel, 0);
}

/** As \`run\`, but leaves for bulk operations and those on vectors too: without calls V8 keeps its state in registers. */
export function interpret(): i32 {
  ${loadState}

  while (true) {
    switch (load<u32>(pc)) {
${casesOf(mainHandlers)}
    default: return leave(statusOutside, pc, fp, sp, fuel, 0);
    }
  }
  return statusDone;
}
`
}

/**
 * The loop for operations on vectors: their numbers follow the others'. In a function of its own, for a call in the main
 * loop, or more cases, would make all the others slower (by 5 to 10 percent, measured).
 */
export function generateSimd(): string {
  return `${head} simd-handlers.ts; do not edit.
import { stateFp, stateMemoryBase, stateMemoryPages, statePc } from './layout'

/** Runs from \`statePc\`, an operation on vectors, to the next that is none; false for an access out of bounds. */
export function runSimd(): bool {
  let pc = load<usize>(statePc);
  const fp = load<usize>(stateFp), base = load<usize>(stateMemoryBase);
  const memoryBytes = <u64>load<u32>(stateMemoryPages) << 16;

  while (true) {
    switch (load<u32>(pc) - ${firstSimd}) {
${casesOf(simdHandlers)}
    default: {
      if (pc == load<usize>(statePc)) unreachable();
      store<usize>(statePc, pc);
      return true;
    }
    }
  }
  return true;
}
`
}

/** Names and operands of the operations, in the order of their numbers, for the translator. */
export function generateOperations(): string {
  const rows = Array.from(
    [...mainHandlers, ...bulkHandlers, ...simdHandlers],
    ([name, handler]) => `  ['${name}', '${handler.operands}'],`,
  )
  return `// Made by scripts/build-core.ts from the handlers in daemon/interpreter; do not edit.

/** Each operation of the interpreter's core: name and operands; its number is its position. */
export const operations: readonly (readonly [name: string, operands: string])[] = [
${rows.join('\n')}
]
`
}

/** The core's bytes as a module of the daemon, so that nothing need be read from disk inside the fence. */
export function generateBinary(binary: Uint8Array): string {
  const base64 = Buffer.from(binary).toString('base64')
  const lines = base64.match(/.{1,120}/g) ?? []
  return `// Made by scripts/build-core.ts from daemon/interpreter/assembly; do not edit.

/** The interpreter's core: a WebAssembly binary of ${binary.length} bytes, in base64. */
export const interpreterCore =
${lines.map((line) => `  '${line}'`).join(' +\n')}
`
}
