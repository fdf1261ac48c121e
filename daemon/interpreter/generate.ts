import { handlers } from './handlers.ts'

/** The core's loop as AssemblyScript, made from the table of handlers. */
export function generateCore(layoutNames: readonly string[]): string {
  const cases = Array.from(handlers, ([name, handler], number) => {
    const words = Array.from(handler.operands).reduce((sum, operand) => sum + (operand === 'I' ? 2 : 1), 1)
    const end = handler.falls ? `\n      pc += ${4 * words};\n      break;` : '\n      break;'
    return `    case ${number}: { // ${name}\n      ${handler.body.trim()}${end}\n    }`
  })
  return `// biome-ignore-all lint: AssemblyScript, and generated
// biome-ignore-all format: as above
// biome-ignore-all assist: as above
// Made by scripts/build-core.ts from handlers.ts; do not edit.
import {
${layoutNames.map((name) => `  ${name},`).join('\n')}
} from './layout'

/** Keeps what the next \`run\` needs; every other exit of the loop is a trap, which nothing follows. */
function leave(status: i32, pc: usize, fp: usize, sp: usize, used: u32, fuel: i64, need: i64): i32 {
  store<usize>(statePc, pc);
  store<usize>(stateFp, fp);
  store<usize>(stateSp, sp);
  store<u32>(stateUsed, used);
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
  let pc = load<usize>(statePc);
  let fp = load<usize>(stateFp);
  let sp = load<usize>(stateSp);
  let used = load<u32>(stateUsed);
  let fuel = load<i64>(stateFuel);
  const base = load<usize>(stateMemoryBase);
  let memoryBytes = <u64>load<u32>(stateMemoryPages) << 16;

  while (true) {
    switch (load<u32>(pc)) {
${cases.join('\n')}
    default: unreachable();
    }
  }
  return statusDone;
}
`
}

/** Names and operands of the operations, in the order of their numbers, for the translator. */
export function generateOperations(): string {
  const rows = Array.from(handlers, ([name, handler]) => `  ['${name}', '${handler.operands}'],`)
  return `// Made by scripts/build-core.ts from daemon/interpreter/handlers.ts; do not edit.

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
