/**
 * The interpreter's operations: one table, from which scripts/build-core.ts makes the core's loop
 * (assembly/core.ts) and the numbers that the translator emits (daemon/src/generated/interpreter-operations.ts).
 *
 * An operation is a word (u32) with its number, then its operands, a word each unless said otherwise:
 * a *slot* is an offset in bytes from the frame pointer, an *immediate* stands in the code, an *address* is absolute.
 * A slot holds 64 bits; 32-bit values use the low half and leave the high half undefined.
 *
 * Handlers are AssemblyScript. They see `pc`, `fp`, `sp`, `fuel`, `base` (address of the guest's byte 0)
 * and `memoryBytes`. An operation that charges fuel does so before any effect, so that it can be started again.
 */
export interface Handler {
  /**
   * What follows the number, for readers and for the translator: `d` is the slot written, `D` that of a vector, `s` slots
   * read, `i` immediates, `I` ones of 64 bits, `t` code addresses.
   */
  readonly operands: string
  readonly body: string
  /** False where the handler sets `pc` itself. */
  readonly falls: boolean
}

export const handlers = new Map<string, Handler>()

/** The text of an operand: word `position` of the instruction, 1 the first. */
export const immediate = (position: number) => `load<u32>(pc, ${4 * position})`
export const immediate64 = (position: number) => `load<u64>(pc, ${4 * position})`
export const slot = (position: number) => `fp + load<usize>(pc, ${4 * position})`
export const read = (type: string, position: number) => `load<${type}>(${slot(position)})`
export const write = (type: string, position: number, value: string) => `store<${type}>(${slot(position)}, ${value});`
export const trap = (name: string) => `return trap(trap${name}, fuel);`

function define(name: string, operands: string, body: string): void {
  handlers.set(name, { operands, body, falls: true })
}
function defineJump(name: string, operands: string, body: string): void {
  handlers.set(name, { operands, body, falls: false })
}

/** Charges `amount` (an expression without effects), or leaves before anything has happened. */
export const charge = (amount: string) =>
  `fuel -= ${amount}; if (fuel < 0) return leave(statusFuel, pc, fp, sp, fuel + ${amount}, ${amount});`

export const withAB = (expression: string, a: string, b: string) => expression.replace(/\bA\b/g, a).replace(/\bB\b/g, b)

// ---- Control ----

define('charge', 'i', charge(`<i64>${immediate(1)}`))

// Function entry: the first block's charge, and zeros for the declared locals (slot, bytes).
define(
  'enter',
  'iii',
  `${charge(`<i64>${immediate(1)}`)}
      for (let at = ${slot(2)}, end = at + <usize>${immediate(3)}; at < end; at += 8) store<u64>(at, 0);`,
)

// A jump charges for the block that it goes to: the word after a code address.
const goTo = (position: number, effect = '') =>
  `{ ${charge(`<i64>${immediate(position + 1)}`)} ${effect} pc = load<usize>(pc, ${4 * position}); }`
const fallThrough = (position: number, effect: string) =>
  `{ ${charge(`<i64>${immediate(position)}`)} ${effect} pc += ${4 * (position + 1)}; }`

defineJump('jump', 'ti', goTo(1))

/** Jumps where `condition` holds: target, its charge, the charge of the block that follows. `position` is the target's. */
function defineBranch(name: string, operands: string, position: number, condition: string): void {
  defineJump(name, `${operands}tii`, branchOn(condition, position))
}
/** As text; `effect` is what happens either way, after the charge. */
export function branchOn(condition: string, position: number, effect = ''): string {
  return `if (${condition}) ${goTo(position, effect)} else ${fallThrough(position + 2, effect)}`
}
defineBranch('branch.nonzero', 's', 2, `${read('u32', 1)} != 0`)
defineBranch('branch.zero', 's', 2, `${read('u32', 1)} == 0`)

// Slot of the index, count of targets before the default; then a target and its charge for each.
defineJump(
  'branch.table',
  'si…',
  `const index = ${read('u32', 1)}, count = ${immediate(2)};
      const entry = pc + 12 + (<usize>(index < count ? index : count) << 3);
      ${charge('<i64>load<u32>(entry, 4)')}
      pc = load<usize>(entry);`,
)

const leaveFrame = `if (sp == callRecords) return leave(statusDone, pc, fp, sp, fuel, 0);
      sp -= callRecordBytes;
      pc = load<usize>(sp); fp = load<usize>(sp, 4); store<u32>(stateUsed, load<u32>(sp, 8));`
defineJump('return', '', leaveFrame)
defineJump('return.value', 's', `store<u64>(fp, ${read('u64', 1)}); ${leaveFrame}`)
defineJump('unreachable', '', trap('Unreachable'))

/** The stack rule comes before the callee's first charge, which its own first instruction makes. */
const enterFrame = (frameBytes: string, base: string, entry: string, words: number) =>
  `const used = load<u32>(stateUsed), next = used + ${frameBytes};
      if (next > <u32>stackBytes || sp == callRecordsEnd) ${trap('StackExhausted')}
      store<usize>(sp, pc + ${4 * words}); store<usize>(sp, fp, 4); store<u32>(sp, used, 8);
      store<u32>(stateUsed, next); sp += callRecordBytes; fp += ${base}; pc = ${entry};`

// Offset of the callee's frame (its first argument), its frame bytes, its entry.
defineJump('call', 'iit', enterFrame(immediate(2), `load<usize>(pc, 4)`, `load<usize>(pc, 12)`, 4))

const callHost = (index: string, words: number) =>
  `store<u32>(stateHostFunction, ${index}); store<usize>(stateHostArguments, ${slot(1)});
      return leave(statusHostCall, pc + ${4 * words}, fp, sp, fuel, 0);`
defineJump('call.host', 'ii', callHost(immediate(2), 3))

// Offset of the callee's frame, its type's number, the table's descriptor, slot of the index.
defineJump(
  'call.indirect',
  'iiis',
  `const index = ${read('u32', 4)}, table = load<usize>(pc, 12);
      if (index >= load<u32>(table, tableSize)) ${trap('TableBounds')}
      const callee = load<usize>(load<usize>(table, tableEntries) + (<usize>index << 2));
      if (callee == 0 || load<u32>(callee, functionType) != ${immediate(2)}) ${trap('IndirectCall')}
      const entry = load<usize>(callee, functionEntry);
      if (entry == 0) { ${callHost('<u32>(callee - functions) >> functionRecordShift', 5)} }
      ${enterFrame('load<u32>(callee, functionFrameBytes)', 'load<usize>(pc, 4)', 'entry', 5)}`,
)

// ---- Moving ----

define('move', 'ds', write('u64', 1, read('u64', 2)))
define('constant', 'dI', write('u64', 1, immediate64(2)))
// Consecutive slots towards lower ones: destination, source, bytes.
define(
  'move.down',
  'dsi',
  `let to = ${slot(1)}, from = ${slot(2)};
      for (const end = from + load<usize>(pc, 12); from < end; from += 8, to += 8) store<u64>(to, load<u64>(from));`,
)
define('select', 'dsss', write('u64', 1, `${read('u32', 4)} ? ${read('u64', 2)} : ${read('u64', 3)}`))
define('global.get', 'di', write('u64', 1, 'load<u64>(load<usize>(pc, 8))'))
define('global.set', 'is', `store<u64>(load<usize>(pc, 4), ${read('u64', 2)});`)

// ---- Integers ----

/** A, B: operands of type `type`. Made in two forms: both operands slots, or the second an immediate (suffix `.i`). */
function defineBinary(name: string, type: string, expression: string, check = ''): void {
  const operation = (b: string, suffix: string, operands: string) =>
    define(
      name + suffix,
      operands,
      check === ''
        ? write(type, 1, withAB(expression, read(type, 2), b))
        : `const a = ${read(type, 2)}, b = ${b}; ${withAB(check, 'a', 'b')}
      ${write(type, 1, withAB(expression, 'a', 'b'))}`,
    )
  const wide = type === 'u64' || type === 'i64'
  operation(read(type, 3), '', 'dss')
  operation(`load<${type}>(pc, 12)`, '.i', wide ? 'dsI' : 'dsi')
}

/**
 * What a branch or `select` may depend on: the comparisons of WebAssembly, and whether two operands have a bit in common
 * (`some`) or not (`none`).
 */
export function comparisonsOf(width: '32' | '64') {
  const [u, i] = [`u${width}`, `i${width}`]
  return (
    [
      ['eq', u, 'A == B'],
      ['ne', u, 'A != B'],
      ['lt_s', i, 'A < B'],
      ['lt_u', u, 'A < B'],
      ['gt_s', i, 'A > B'],
      ['gt_u', u, 'A > B'],
      ['le_s', i, 'A <= B'],
      ['le_u', u, 'A <= B'],
      ['ge_s', i, 'A >= B'],
      ['ge_u', u, 'A >= B'],
      ['none', u, '(A & B) == 0'],
      ['some', u, '(A & B) != 0'],
    ] as const
  ).map(([operation, type, expression]) => ({ operation, type, expression }))
}

/** Compares into a slot, and in branches that jump where the comparison holds. */
function defineCompare(name: string, type: string, expression: string): void {
  const wide = type === 'u64' || type === 'i64'
  define(name, 'dss', write('u32', 1, `u32(${withAB(expression, read(type, 2), read(type, 3))})`))
  define(
    `${name}.i`,
    wide ? 'dsI' : 'dsi',
    write('u32', 1, `u32(${withAB(expression, read(type, 2), `load<${type}>(pc, 12)`)})`),
  )
  defineBranch(`branch.${name}`, 'ss', 3, withAB(expression, read(type, 1), read(type, 2)))
  defineBranch(
    `branch.${name}.i`,
    wide ? 'sI' : 'si',
    wide ? 4 : 3,
    withAB(expression, read(type, 1), `load<${type}>(pc, 8)`),
  )
}

const nonzero = `if (B == 0) ${trap('DivideByZero')}`
for (const width of ['32', '64'] as const) {
  const [u, i, name] = [`u${width}`, `i${width}`, `i${width}`]
  for (const [operation, sign] of Object.entries({ add: '+', sub: '-', mul: '*', and: '&', or: '|', xor: '^' })) {
    defineBinary(`${name}.${operation}`, u, `A ${sign} B`)
  }
  defineBinary(`${name}.shl`, u, 'A << B')
  defineBinary(`${name}.shr_s`, i, 'A >> B')
  defineBinary(`${name}.shr_u`, u, 'A >> B')
  defineBinary(`${name}.rotl`, u, `rotl<${u}>(A, B)`)
  defineBinary(`${name}.rotr`, u, `rotr<${u}>(A, B)`)
  defineBinary(`${name}.div_u`, u, 'A / B', nonzero)
  defineBinary(`${name}.rem_u`, u, 'A % B', nonzero)
  defineBinary(`${name}.rem_s`, i, 'A % B', nonzero)
  defineBinary(
    `${name}.div_s`,
    i,
    'A / B',
    `${nonzero}
      if (A == ${i}.MIN_VALUE && B == -1) ${trap('IntegerOverflow')}`,
  )
  for (const { operation, type, expression } of comparisonsOf(width)) {
    defineCompare(`${name}.${operation}`, type, expression)
  }
  for (const operation of ['clz', 'ctz', 'popcnt']) {
    define(`${name}.${operation}`, 'ds', write(u, 1, `${operation}<${u}>(${read(u, 2)})`))
  }
}

// Widening copies: `i32.extend8_s` is `i64.extend8_s` as well, for the high half of a 32-bit value is undefined.
define('extend8_s', 'ds', write('i64', 1, `<i64>${read('i8', 2)}`))
define('extend16_s', 'ds', write('i64', 1, `<i64>${read('i16', 2)}`))
define('extend32_s', 'ds', write('i64', 1, `<i64>${read('i32', 2)}`))
define('extend32_u', 'ds', write('u64', 1, `<u64>${read('u32', 2)}`))

// ---- Floats: every arithmetic NaN becomes the canonical positive one, as the deterministic profile says. ----

export const canonicalNaN = { f32: 'store<u32>(to, 0x7fc00000);', f64: 'store<u64>(to, 0x7ff8000000000000);' }

function defineArithmetic(name: string, operands: string, result: 'f32' | 'f64', value: string): void {
  define(
    name,
    operands,
    `const to = ${slot(1)}, value: ${result} = ${value};
      store<${result}>(to, value);
      if (value != value) ${canonicalNaN[result]}`,
  )
}

for (const f of ['f32', 'f64'] as const) {
  const bits = f === 'f32' ? 'u32' : 'u64'
  const operands = f === 'f32' ? 'dsi' : 'dsI'
  for (const [operation, expression] of Object.entries({
    add: 'A + B',
    sub: 'A - B',
    mul: 'A * B',
    div: 'A / B',
    min: `min<${f}>(A, B)`,
    max: `max<${f}>(A, B)`,
  })) {
    defineArithmetic(`${f}.${operation}`, 'dss', f, withAB(expression, read(f, 2), read(f, 3)))
    defineArithmetic(`${f}.${operation}.i`, operands, f, withAB(expression, read(f, 2), `load<${f}>(pc, 12)`))
  }
  for (const operation of ['sqrt', 'ceil', 'floor', 'trunc', 'nearest']) {
    defineArithmetic(`${f}.${operation}`, 'ds', f, `${operation}<${f}>(${read(f, 2)})`)
  }
  const [sign, rest] = f === 'f32' ? ['0x80000000', '0x7fffffff'] : ['0x8000000000000000', '0x7fffffffffffffff']
  define(`${f}.copysign`, 'dss', write(bits, 1, `(${read(bits, 2)} & ${rest}) | (${read(bits, 3)} & ${sign})`))
  for (const [operation, signText] of [
    ['eq', '=='],
    ['ne', '!='],
    ['lt', '<'],
    ['gt', '>'],
    ['le', '<='],
    ['ge', '>='],
  ] as const) {
    const condition = `${read(f, 2)} ${signText} ${read(f, 3)}`
    define(`${f}.${operation}`, 'dss', write('u32', 1, `u32(${condition})`))
    const jumpCondition = `${read(f, 1)} ${signText} ${read(f, 2)}`
    defineBranch(`branch.${f}.${operation}`, 'ss', 3, jumpCondition)
    // With NaN "not less" is not "greater or equal": the negations are operations of their own.
    defineBranch(`branch.not.${f}.${operation}`, 'ss', 3, `!(${jumpCondition})`)
  }
}
defineArithmetic('f32.demote_f64', 'ds', 'f32', `<f32>${read('f64', 2)}`)
defineArithmetic('f64.promote_f32', 'ds', 'f64', `<f64>${read('f32', 2)}`)

for (const f of ['f32', 'f64'] as const) {
  for (const i of ['i32', 'u32', 'i64', 'u64'] as const) {
    const suffix = i.startsWith('i') ? 's' : 'u'
    const integer = `i${i.slice(1)}`
    define(`${f}.convert_${integer}_${suffix}`, 'ds', write(f, 1, `<${f}>${read(i, 2)}`))
    define(
      `${integer}.trunc_sat_${f}_${suffix}`,
      'ds',
      write(i, 1, `<${i}>value`).replace(/^/, `const value = ${read(f, 2)}; `),
    )
    // The open interval whose truncations fit. -2^31 - 1 is a double but no single: there the bound is -2^31 itself.
    const lowest = {
      i32: f === 'f64' ? 'value > -2147483649.0' : 'value >= -2147483648.0',
      i64: 'value >= -9223372036854775808.0',
      u32: 'value > -1.0',
      u64: 'value > -1.0',
    }[i]
    const highest = {
      i32: '2147483648.0',
      u32: '4294967296.0',
      i64: '9223372036854775808.0',
      u64: '18446744073709551616.0',
    }[i]
    define(
      `${integer}.trunc_${f}_${suffix}`,
      'ds',
      `const value = ${read(f, 2)};
      if (!(${lowest} && value < ${highest})) ${trap('FloatToInt')}
      ${write(i, 1, `<${i}>value`)}`,
    )
  }
}

// ---- Memory ----

/**
 * `at` becomes the core's address of `bytes` guest bytes at `address` (u32) plus `offset`; in 64 bits, so that nothing
 * wraps. The forms of an access differ in their address: a slot and an offset, an immediate (`.a`), or the sum of two
 * slots (`.x`) or of a slot and an immediate (`.d`), which wraps, and an offset. The address is a variable of its own: AssemblyScript would take a sum
 * inside a conversion to u64 for one of 64 bits.
 */
const reach = (address: string, offset: string, bytes: number, outOfBounds = trap('MemoryBounds')) =>
  `const address: u32 = ${address};
      const effective = <u64>address + <u64>${offset};
      if (effective + ${bytes} > memoryBytes) ${outOfBounds}
      const at = base + <usize>effective;`
export interface Form {
  readonly suffix: string
  readonly operands: string
  readonly words: number
  /** `first` is the position of the form's first operand. */
  /** `outOfBounds`: what is done where memory ends before; a trap by default. */
  reach(first: number, bytes: number, outOfBounds?: string): string
}
export const forms: readonly Form[] = [
  {
    suffix: '',
    operands: 'si',
    words: 2,
    reach: (first, ...rest) => reach(read('u32', first), immediate(first + 1), ...rest),
  },
  { suffix: '.a', operands: 'i', words: 1, reach: (first, ...rest) => reach(immediate(first), '0', ...rest) },
  {
    suffix: '.d',
    operands: 'sii',
    words: 3,
    reach: (first, ...rest) => reach(`${read('u32', first)} + ${immediate(first + 1)}`, immediate(first + 2), ...rest),
  },
  {
    suffix: '.x',
    operands: 'ssi',
    words: 3,
    reach: (first, ...rest) =>
      reach(`${read('u32', first)} + ${read('u32', first + 1)}`, immediate(first + 2), ...rest),
  },
]
for (const form of forms) {
  // Loads fill the slot, extended as their name says, so one operation serves both integer widths.
  for (const [name, type, bytes] of [
    ['load8_s', 'i8', 1],
    ['load8_u', 'u8', 1],
    ['load16_s', 'i16', 2],
    ['load16_u', 'u16', 2],
    ['load32_s', 'i32', 4],
    ['load32_u', 'u32', 4],
    ['load64', 'u64', 8],
  ] as const) {
    const wide = type.startsWith('i') ? 'i64' : 'u64'
    define(
      name + form.suffix,
      `d${form.operands}`,
      `${form.reach(2, bytes)}
      ${write(wide, 1, `<${wide}>load<${type}>(at)`)}`,
    )
  }
  for (const [width, bytes] of [
    ['8', 1],
    ['16', 2],
    ['32', 4],
    ['64', 8],
  ] as const) {
    const type = `u${width}`
    define(
      `store${width}${form.suffix}`,
      `${form.operands}s`,
      `${form.reach(1, bytes)}
      store<${type}>(at, ${read(type, 1 + form.words)});`,
    )
    define(
      `store${width}${form.suffix}.i`,
      `${form.operands}${width === '64' ? 'I' : 'i'}`,
      `${form.reach(1, bytes)}
      store<${type}>(at, load<${type}>(pc, ${4 * (1 + form.words)}));`,
    )
  }
}

define('memory.size', 'd', write('u32', 1, '<u32>(memoryBytes >> 16)'))
define('segment.drop', 'i', 'store<u32>(load<usize>(pc, 4), 0, segmentLength);')

// ---- Tables: their descriptors are immediates. ----

export const entryAt = (table: string, index: string) => `load<usize>(${table}, tableEntries) + (<usize>${index} << 2)`
define('table.size', 'di', write('u32', 1, 'load<u32>(load<usize>(pc, 8), tableSize)'))
define(
  'table.get',
  'dis',
  `const table = load<usize>(pc, 8), index = ${read('u32', 3)};
      if (index >= load<u32>(table, tableSize)) ${trap('TableBounds')}
      ${write('u32', 1, `load<u32>(${entryAt('table', 'index')})`)}`,
)
define(
  'table.set',
  'iss',
  `const table = load<usize>(pc, 4), index = ${read('u32', 2)};
      if (index >= load<u32>(table, tableSize)) ${trap('TableBounds')}
      store<u32>(${entryAt('table', 'index')}, ${read('u32', 3)});`,
)
