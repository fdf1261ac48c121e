import { branchOn, canonicalNaN, comparisonsOf, forms, type Handler, read, slot, withAB, write } from './handlers.ts'

/**
 * Operations that do at once what two of handlers.ts do one after the other: a round of the loop less, and mostly the way
 * of a value through memory. Their numbers follow those of handlers.ts; what is said there of operations holds here.
 *
 * Of `first+second` the operands of the first come before those that the second has besides. What the first computes
 * is kept nowhere, but for `…add+branch`, which writes the slot that it would have written alone, once it has compared
 * and charged: what it compares with must be another slot. Which pairs there are
 * is a matter of what compiled code does often: each makes the core a little larger.
 */
export const fusedHandlers = new Map<string, Handler>()

const wordsOf = (operands: string) => Array.from(operands).reduce((sum, kind) => sum + (kind === 'I' ? 2 : 1), 0)

function define(name: string, operands: string, body: string): void {
  fusedHandlers.set(name, { operands, body, falls: true })
}
function defineBranch(name: string, operands: string, before: string, condition: string, effect = ''): void {
  const body = `${before} ${branchOn(condition, 1 + wordsOf(operands), effect)}`
  fusedHandlers.set(name, { operands: `${operands}tii`, body, falls: false })
}

// ---- An operation on what another computes, A; B is its other operand. ----

const expressions = {
  add: 'A + B',
  sub: 'A - B',
  'sub.r': 'B - A',
  mul: 'A * B',
  and: 'A & B',
  or: 'A | B',
  xor: 'A ^ B',
  shl: 'A << B',
  shr_u: 'A >> B',
  rotl: 'rotl<T>(A, B)',
}
/** By type. `.i` stands for an immediate as B, `.r` for exchanged operands. */
const integers = {
  '32': {
    first: ['add', 'and', 'xor', 'mul', 'and.i', 'shl.i', 'shr_u.i', 'rotl.i'],
    second: ['add', 'sub', 'and', 'or', 'xor', 'and.i'],
    onLoaded: ['add', 'xor', 'and.i'],
  },
  '64': {
    first: ['add', 'and', 'xor', 'mul', 'mul.i', 'shl.i', 'shr_u.i', 'rotl.i'],
    second: ['add', 'or', 'xor', 'add.i'],
    onLoaded: ['add', 'xor'],
  },
}
const floats = { first: ['add', 'sub', 'mul'], second: ['add', 'sub', 'sub.r', 'mul'] }
const displaced = forms.find(({ suffix }) => suffix === '.d')!

/** The operation as an expression of type `type` of `a` and what stands at `position`; then the kind of that operand. */
function applied(operation: string, type: string, a: string, position: number): readonly [string, string] {
  const isImmediate = operation.endsWith('.i')
  const expression = expressions[operation.replace('.i', '') as keyof typeof expressions].replace('T', type)
  const b = isImmediate ? `load<${type}>(pc, ${4 * position})` : read(type, position)
  return [withAB(expression, a, b), isImmediate ? (type.endsWith('64') ? 'I' : 'i') : 's']
}

for (const width of ['32', '64'] as const) {
  const [u, f] = [`u${width}`, `f${width}`] as const
  const bytes = width === '64' ? 8 : 4
  const load = width === '64' ? 'load64.d' : 'load32_u.d'
  const loaded = (type: string) => `${displaced.reach(2, bytes)} const a = load<${type}>(at);`

  for (const first of integers[width].first) {
    const [value, kind] = applied(first, u, read(u, 2), 3)
    for (const second of integers[width].second) {
      const [result, other] = applied(second, u, 'a', 3 + wordsOf(kind))
      define(`i${width}.${first}+${second}`, `ds${kind}${other}`, `const a: ${u} = ${value}; ${write(u, 1, result)}`)
    }
  }
  for (const second of integers[width].onLoaded) {
    const [result, other] = applied(second, u, 'a', 5)
    define(`${load}+i${width}.${second}`, `dsii${other}`, `${loaded(u)} ${write(u, 1, result)}`)
  }
  for (const second of floats.second) {
    for (const first of floats.first) {
      const [value] = applied(first, f, read(f, 2), 3)
      defineFloat(`${f}.${first}+${second}`, 'dsss', f, `const a = ${value};`, applied(second, f, 'a', 4)[0])
    }
    defineFloat(`${load}+${f}.${second}`, 'dsiis', f, loaded(f), applied(second, f, 'a', 5)[0])
  }
}

/** One NaN is canonical in the end, whichever of the two operations made it. */
function defineFloat(name: string, operands: string, f: 'f32' | 'f64', before: string, result: string): void {
  define(
    name,
    operands,
    `${before}
      const to = ${slot(1)}, value: ${f} = ${result};
      store<${f}>(to, value);
      if (value != value) ${canonicalNaN[f]}`,
  )
}

// ---- Comparisons: of what is loaded, of a sum that is kept, and to select by. ----

const selective = new Set(['eq', 'ne', 'lt_s', 'lt_u', 'gt_s', 'gt_u'])
/** What an integer of 32 bits may be compared with: branches named by the comparison, and the kind of what is compared. */
const tests = [
  { name: 'nonzero', kind: '', conditionOn: (a: string) => `${a} != 0` },
  { name: 'zero', kind: '', conditionOn: (a: string) => `${a} == 0` },
  ...comparisonsOf('32')
    .filter(({ operation }) => selective.has(operation))
    .flatMap(({ operation, type, expression }) => [
      {
        name: `i32.${operation}`,
        kind: 's',
        conditionOn: (a: string) => withAB(expression, `<${type}>${a}`, read(type, 4)),
      },
      {
        name: `i32.${operation}.i`,
        kind: 'i',
        conditionOn: (a: string) => withAB(expression, `<${type}>${a}`, `load<${type}>(pc, 16)`),
      },
    ]),
]
for (const { name, kind, conditionOn } of tests) {
  for (const [load, type] of [
    ['load8_u.d', 'u8'],
    ['load32_u.d', 'u32'],
  ] as const) {
    const before = `${displaced.reach(1, type === 'u8' ? 1 : 4)} const a = <u32>load<${type}>(at);`
    defineBranch(`${load}+branch.${name}`, `sii${kind}`, before, conditionOn('a'))
  }
  for (const add of ['add', 'add.i']) {
    const [sum, addend] = applied(add, 'u32', read('u32', 2), 3)
    const operands = `ds${addend}${kind}`
    defineBranch(
      `i32.${add}+branch.${name}`,
      operands,
      `const a: u32 = ${sum};`,
      conditionOn('a'),
      write('u32', 1, 'a'),
    )
  }
}

// Result, the two values, what is compared.
for (const width of ['32', '64'] as const) {
  for (const { operation, type, expression } of comparisonsOf(width)) {
    const isTest = operation === 'some' || operation === 'none'
    if (!isTest && !selective.has(operation)) continue
    const select = (condition: string) => write('u64', 1, `${condition} ? ${read('u64', 2)} : ${read('u64', 3)}`)
    const immediate = withAB(expression, read(type, 4), `load<${type}>(pc, 20)`)
    define(`select.i${width}.${operation}.i`, `dsss${width === '64' ? 'I' : 'i'}`, select(immediate))
    if (isTest) continue
    define(`select.i${width}.${operation}`, 'dssss', select(withAB(expression, read(type, 4), read(type, 5))))
  }
}

// ---- Moves, one after the other. ----

for (let count = 2; count <= 4; count++) {
  const moves = Array.from({ length: count }, (_, index) => write('u64', 1 + 2 * index, read('u64', 2 + 2 * index)))
  define(`move.${count}`, 'ds'.repeat(count), moves.join(' '))
}
