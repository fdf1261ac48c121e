import { firstSimdOpcode, instructions } from '../src/wasm/opcodes.ts'
import { forms, type Handler, immediate, immediate64, read, slot, write } from './handlers.ts'

/**
 * The operations on vectors: their numbers follow those of handlers.ts, and they are executed by a loop of their own
 * (assembly/simd.ts), so that the main one keeps its size. What is said there of operations holds here too.
 *
 * A v128 fills two slots, the lower lanes in the first; it is named by the first. Handlers are AssemblyScript, which
 * has an intrinsic of the same name for each instruction. They see `pc`, `fp`, `base` and `memoryBytes`, write their
 * result after they have read all operands, and never jump, charge or call. `D` is the slot that a vector is written to.
 */
export const simdHandlers = new Map<string, Handler>()

const readVector = (position: number) => `v128.load(${slot(position)})`
const writeVector = (position: number, value: string) => `v128.store(${slot(position)}, ${value});`
const outOfBounds = 'return false;'

function define(name: string, operands: string, body: string): void {
  simdHandlers.set(name, { operands, body, falls: true })
}

// ---- Moving ----

define('v128.move', 'Ds', writeVector(1, readVector(2)))
define('v128.const', 'DII', `${store64(0, immediate64(2))} ${store64(8, immediate64(4))}`)
define('v128.select', 'Dsss', writeVector(1, `${read('u32', 4)} ? ${readVector(2)} : ${readVector(3)}`))
define('v128.global.get', 'Di', writeVector(1, `v128.load(load<usize>(pc, 8))`))
define('v128.global.set', 'is', `v128.store(load<usize>(pc, 4), ${readVector(2)});`)

function store64(offset: number, value: string): string {
  return `store<u64>(${slot(1)}, ${value}, ${offset});`
}

// ---- Lanes: extracting one is a move out of the vector's slots, which the main loop does. ----

// Vector, value, place of the lane in bytes.
for (const bits of [8, 16, 32, 64]) {
  define(
    `v128.replace${bits}`,
    'Dssi',
    `const value = ${read(`u${bits}`, 3)};
      ${writeVector(1, readVector(2))}
      store<u${bits}>(${slot(1)} + <usize>${immediate(4)}, value);`,
  )
}
// Lanes beyond the first vector's are the second's; swizzle gives 0 for what is in neither.
define(
  'i8x16.shuffle',
  'DssII',
  `const lanes = v128.load(pc + 16);
      const low = i8x16.swizzle(${readVector(2)}, lanes);
      ${writeVector(1, `v128.or(low, i8x16.swizzle(${readVector(3)}, i8x16.sub(lanes, i8x16.splat(16))))`)}`,
)

// ---- Computing: an intrinsic for each instruction that has no immediate. ----

/** The deterministic profile, lane by lane: a NaN that arithmetic makes is the canonical positive one. */
const arithmetic =
  /^(f32x4|f64x2)\.(add|sub|mul|div|min|max|sqrt|ceil|floor|trunc|nearest|demote_f64x2_zero|promote_low_f32x4)$/
const canonicalNaN = {
  f32x4: 'i32x4(0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000)',
  f64x2: 'i64x2(0x7ff8000000000000, 0x7ff8000000000000)',
}
/** Splats of floats copy bits, as all moves do: no float register may change a signalling NaN. */
const splats: Readonly<Record<string, string>> = {
  'i8x16.splat': `i8x16.splat(${read('i8', 2)})`,
  'i16x8.splat': `i16x8.splat(${read('i16', 2)})`,
  'i32x4.splat': `i32x4.splat(${read('i32', 2)})`,
  'i64x2.splat': `i64x2.splat(${read('i64', 2)})`,
  'f32x4.splat': `i32x4.splat(${read('i32', 2)})`,
  'f64x2.splat': `i64x2.splat(${read('i64', 2)})`,
}

for (const { opcode, name, signature, naturalAlignment, lanes } of instructions) {
  if (opcode < firstSimdOpcode || naturalAlignment !== undefined || lanes !== undefined || name === 'v128.const')
    continue
  const operands = signature!.operands
  const arguments_ = operands.map((type, index) => (type === 'v128' ? readVector : readNumber)(index + 2))
  const value = splats[name] ?? `${name}(${arguments_.join(', ')})`
  const type = arithmetic.exec(name)?.[1] as keyof typeof canonicalNaN | undefined
  if (signature!.results[0] === 'i32') define(name, 'ds', write('u32', 1, `<u32>${value}`))
  else if (type === undefined) define(name, `D${'s'.repeat(operands.length)}`, writeVector(1, value))
  else {
    define(
      name,
      `D${'s'.repeat(operands.length)}`,
      `const value = ${value};
      ${writeVector(1, `v128.bitselect(value, ${canonicalNaN[type]}, ${type}.eq(value, value))`)}`,
    )
  }
}

/** The only numbers besides splats are shifts' counts. */
function readNumber(position: number): string {
  return read('i32', position)
}

// ---- Memory ----

for (const form of forms) {
  for (const { opcode, name, naturalAlignment, lanes } of instructions) {
    if (opcode < firstSimdOpcode || naturalAlignment === undefined || lanes !== undefined) continue
    const bytes = 2 ** naturalAlignment
    if (name === 'v128.store') {
      define(
        name + form.suffix,
        `${form.operands}s`,
        `${form.reach(1, bytes, outOfBounds)}
      v128.store(at, ${readVector(1 + form.words)});`,
      )
    } else {
      define(
        name + form.suffix,
        `D${form.operands}`,
        `${form.reach(2, bytes, outOfBounds)}
      ${writeVector(1, `${name}(at)`)}`,
      )
    }
  }
}
const plain = forms[0]!
// Address, offset, vector, place of the lane in bytes. Storing a lane is a scalar store from within the vector's slots.
for (const bits of [8, 16, 32, 64]) {
  define(
    `v128.load${bits}_lane`,
    `D${plain.operands}si`,
    `${plain.reach(2, bits / 8, outOfBounds)}
      const value = load<u${bits}>(at);
      ${writeVector(1, readVector(4))}
      store<u${bits}>(${slot(1)} + <usize>${immediate(5)}, value);`,
  )
}
