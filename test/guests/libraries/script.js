// A bit of everything that an engine has to do, without a clock, without randomness, and without what the standard
// leaves open: every engine gives the same lines. The value of the last expression is what is printed.
'use strict'
const lines = []
const show = (name, ...values) => lines.push(`${name}: ${values.map((value) => JSON.stringify(value)).join(' ')}`)

// A generator of numbers, the same everywhere: xorshift128 in 32-bit integers.
function* randoms(seed) {
  let [x, y, z, w] = [seed, 362436069, 521288629, 88675123]
  for (;;) {
    const t = x ^ (x << 11)
    ;[x, y, z, w] = [y, z, w, (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0]
    yield w
  }
}
const random = randoms(2463534242)
const next = () => random.next().value

function sieve(limit) {
  const composite = new Uint8Array(limit + 1)
  const primes = []
  for (let i = 2; i <= limit; i++) {
    if (composite[i] !== 0) continue
    primes.push(i)
    for (let j = i * i; j <= limit; j += i) composite[j] = 1
  }
  return primes
}
const primes = sieve(20_000)
show('primes', primes.length, primes.at(-1), primes.slice(-5))

// Text: regular expressions with groups, look-around, unicode, and a replacer.
const text = 'The quick brown fox — ΣΊΣΥΦΟΣ, naïve café, 𝒳 and 👩‍👩‍👧 — jumped over 13 lazy dogs on 2026-11-25.'
const words = text.match(/\p{Letter}+/gu)
show('words', words.length, words.map((word) => word.toLowerCase()).join('|'))
const { groups } = /(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/.exec(text)
show('groups', groups.year, groups.month, groups.day)
show('replaced', text.replace(/(?<=\s)(\w)(\w*)(?=\s)/g, (_, first, rest) => first.toUpperCase() + rest))
show('split', 'a1b22c333d'.split(/(\d+)/), [...'𝒳👩‍👩‍👧'].length, 'ß'.toUpperCase(), 'İ'.normalize('NFD').length)
show('padded', 'x'.padStart(5, 'ab'), 'y'.padEnd(4, '-'), '  trim '.trim(), 'abc'.at(-1), 'é'.codePointAt(0))

// Numbers: the shortest digits that read back, rounding, bases, and 64-bit patterns.
const floats = [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, 123456789012345680000, 1e21, 1e-7, -0, 0.000001]
show('floats', ...floats.map(String))
show('fixed', ...[1.005, 2.5, 1e20, 123.456, 0].map((value) => value.toFixed(2)))
show('precise', ...[1.25, 0.00001234, 123456].map((value) => value.toPrecision(3)), (255.5).toString(16))
show('parsed', Number('0x1f'), Number(' 12 '), Number('1_0'), parseInt('077', 8), parseFloat('3.14abc'))
const bits = new DataView(new ArrayBuffer(8))
let digits = 0
for (let i = 0; i < 2000; i++) {
  bits.setUint32(0, next())
  bits.setUint32(4, next())
  const value = bits.getFloat64(0)
  if (Number.isFinite(value) && Number(String(value)) !== value) throw new Error(`${value} does not read back`)
  digits += String(value).length
}
show('digits', digits)

// Big integers: a factorial, a modular power, and the digits of a quotient.
const factorial = (n) => (n === 0n ? 1n : n * factorial(n - 1n))
const power = (base, exponent, modulus) => {
  let result = 1n
  for (let b = base % modulus; exponent > 0n; exponent >>= 1n, b = (b * b) % modulus) {
    if (exponent & 1n) result = (result * b) % modulus
  }
  return result
}
show('factorial', String(factorial(120n)))
show('power', String(power(3n, 2n ** 200n - 1n, 2n ** 127n - 1n)), String(BigInt.asIntN(64, 2n ** 63n + 5n)))
show('quotient', String((10n ** 80n) / 7n), String(-7n % 3n), (123456789123456789n).toString(36))

// Collections: sorting that is stable, maps and sets in insertion order, typed arrays, destructuring.
const people = Array.from({ length: 500 }, (_, id) => ({ id, age: next() % 60, name: `n${(next() % 97).toString(36)}` }))
const sorted = people.toSorted((a, b) => a.age - b.age || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
show('sorted', sorted.slice(0, 4), sorted.map(({ id }) => id).reduce((sum, id, index) => (sum + id * index) % 65521, 0))
const byAge = Object.groupBy(people, ({ age }) => (age < 20 ? 'young' : age < 40 ? 'middle' : 'old'))
show('groups', Object.fromEntries(Object.entries(byAge).map(([group, { length }]) => [group, length])))
const counts = new Map()
for (const { name } of people) counts.set(name, (counts.get(name) ?? 0) + 1)
show('counts', [...counts].sort(([, a], [, b]) => b - a).slice(0, 5), new Set(counts.values()).size)
show('sets', [...new Set([1, 2, 3]).union(new Set([3, 4]))], [...new Set('hello')].join(''))
const floats32 = Float32Array.from({ length: 64 }, () => next() / 2 ** 32).sort()
show('typed', floats32[0], floats32.at(-1), new Int16Array([40000, -40000]).join(), new Uint8ClampedArray([300, -5])[0])
show('flat', [[1, [2, [3]]], [4]].flat(Infinity), [3, 1, 2].with(0, 9), [1, 2, 3, 4].findLast((x) => x % 2))

// Functions and objects: closures, classes with private fields, proxies, getters, symbols, exceptions.
class Counter {
  #count = 0
  static made = 0
  constructor(step) {
    this.step = step
    Counter.made++
  }
  get count() {
    return this.#count
  }
  *[Symbol.iterator]() {
    while (this.#count < 5 * this.step) yield (this.#count += this.step)
  }
}
show('counter', [...new Counter(3)], [...new Counter(-1)], Counter.made)
const memoised = ((cache) => (n) => cache[n] ?? (cache[n] = n < 2 ? n : memoised(n - 1) + memoised(n - 2)))({})
show('memoised', memoised(70))
const proxy = new Proxy({}, { get: (_, name) => `<${String(name)}>`, has: () => true, ownKeys: () => ['a', 'b'] })
show('proxy', proxy.anything, 'x' in proxy, Reflect.ownKeys(proxy))
function attempt(action) {
  try {
    return action()
  } catch (error) {
    return `${error.name}${error.cause === undefined ? '' : ` of ${error.cause}`}`
  } finally {
    lines.push('attempted')
  }
}
show(
  'exceptions',
  attempt(() => null.x),
  attempt(() => undefinedName),
  attempt(() => JSON.parse('{"a":}')),
  attempt(() => new Array(-1)),
  attempt(() => {
    throw new TypeError('outer', { cause: 'inner' })
  }),
  attempt(() => (function deep(n) {
    return n === 0 ? 'bottom' : deep(n - 1)
  })(500)),
)

// JSON both ways, with a reviver, a replacer and what cannot be written as it is.
const document = { n: [1, -0, 1e21, NaN], s: '\u2028\ud800"\\\n', d: new Date(86_400_000 * 365.25), u: undefined, nested: {} }
show('json', JSON.stringify(document, null, 1), JSON.stringify(document, ['n', 's']))
show('revived', JSON.parse('{"a":[1,{"b":"2"}],"c":null}', (key, value) => (typeof value === 'string' ? Number(value) : value)))

// Work enough for the runtime to show: a matrix product, string building, and a search.
const size = 48
const matrix = (fill) => Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (_, j) => fill(i, j)))
const [a, b] = [matrix((i, j) => (i + j) / 7), matrix((i, j) => (i - j) / 3)]
let trace = 0
for (let i = 0; i < size; i++) {
  for (let j = 0; j < size; j++) {
    let sum = 0
    for (let k = 0; k < size; k++) sum += a[i][k] * b[k][j]
    trace += sum * (i === j ? 1 : 1e-3)
  }
}
show('matrix', trace, Math.sqrt(trace * trace), Math.hypot(3, 4), Math.imul(0xffff_ffff, 5), Math.clz32(1))
let built = ''
for (let i = 0; i < 5000; i++) built += String.fromCharCode(97 + (next() % 26))
show('built', built.length, built.indexOf('qz'), built.match(/[aeiou]{4,}/g))
const queens = (n, row = 0, columns = 0, left = 0, right = 0) => {
  if (row === n) return 1
  let found = 0
  for (let free = ~(columns | left | right) & ((1 << n) - 1); free !== 0; free &= free - 1) {
    const bit = free & -free
    found += queens(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
  }
  return found
}
show('queens', queens(8))

// Promises: their order, and what a rejection leaves.
const order = []
Promise.resolve(1).then((value) => order.push(`then ${value}`))
;(async () => {
  order.push('begun')
  for await (const value of [Promise.resolve('x'), 'y']) order.push(value)
  await Promise.allSettled([Promise.reject(new Error('no')), 2]).then((all) => order.push(...all.map(({ status }) => status)))
  order.push(await Promise.any([Promise.reject(1), Promise.resolve('any')]))
})()
order.push('left')

;({
  // Asked for when the jobs above are done.
  toString() {
    show('order', ...order)
    return `${lines.join('\n')}\n`
  },
})
