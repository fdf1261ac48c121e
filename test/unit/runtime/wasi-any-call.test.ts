import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wasiCalls } from '../../../daemon/src/runtime/host/wasi.ts'
import { GuestStandIn } from './guest-stand-in.ts'

/**
 * Any call with any arguments, again and again, in one program: what must hold whatever a guest does. Arguments are
 * drawn from what is at a border, and from places in memory where paths, iovecs and subscriptions lie.
 */
const end = 65_536
const outputBytes = 3000
const names = [
  '.',
  '..',
  '/',
  'in',
  'in/file',
  'out',
  'out/a',
  'out/b',
  'out/a/b',
  'a',
  '../a',
  'out/',
  'out/../in',
  'a\0',
  'ü/',
]
const [all, write] = [2n ** 28n - 1n, 1n << 6n]
const pathAt = (index: number) => 1024 + 64 * index
const iovecsAt = 4096
const subscriptionsAt = 8192

function guestOf(): GuestStandIn {
  const guest = new GuestStandIn(
    {
      args: ['one', ''],
      env: { A: '1' },
      stdin: Buffer.from('twelve bytes'),
      files: [{ path: '/in/file', bytes: Buffer.from('input') }],
      outputs: ['/out'],
      outputBytes,
    },
    undefined,
    end,
  )
  for (const [index, text] of names.entries()) guest.put(pathAt(index), text)
  guest.iovecs(iovecsAt, [12_000, 700], [12_100, 0], [end - 8, 8], [end - 8, 9], [0xffff_fff0, 0x20], [20_000, 2000])
  for (const [index, tag] of [0, 1, 2, 0, 3].entries()) {
    guest.memory[subscriptionsAt + 48 * index + 8] = tag
    guest.setU32(subscriptionsAt + 48 * index + 16, index)
    guest.setU64(subscriptionsAt + 48 * index + 24, 1000n * BigInt(index))
  }
  return guest
}

const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 4, arbitrary: fc.nat(names.length - 1).map(pathAt) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      iovecsAt,
      iovecsAt + 8,
      iovecsAt + 40,
      subscriptionsAt,
      subscriptionsAt + 48,
      16_384,
      40_000,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(24, 64, 500, 1024, 1025, 4096, 4097, end - 64, end - 8, end - 4, end - 1, end, end + 1),
  },
  { weight: 1, arbitrary: fc.constantFrom(2 ** 31, 2 ** 32 - 8, 2 ** 32 - 1, 0x2000_0000) },
)
const long = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0n, 1n, 2n, 5n, 100n, 3000n, 3001n) },
  { weight: 3, arbitrary: fc.constantFrom(all, write, (1n << 1n) | (1n << 6n) | (1n << 2n) | (1n << 13n)) },
  { weight: 1, arbitrary: fc.constantFrom(2n ** 32n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n) },
)
const call = fc
  .constantFrom(...wasiCalls.filter(({ name }) => name !== 'proc_exit'))
  .chain(({ name, type, baseFuel }) =>
    fc.record({
      name: fc.constant(name),
      baseFuel: fc.constant(Number(baseFuel)),
      args: fc.tuple(...type.parameters.map((parameter) => (parameter === 'i64' ? long : number))),
    }),
  )
/** What a program begins with that means to get somewhere: files and directories that are open. */
const opened: readonly (readonly [string, ...(number | bigint)[]])[] = [
  ['path_open', 3, 1, pathAt(5), 3, 0, all & ~write, all, 0, 16_384],
  ['path_open', 3, 1, pathAt(6), 5, 1, all, 0n, 0, 16_384],
  ['path_open', 3, 1, pathAt(7), 5, 1, all, 0n, 1, 16_384],
]

test('whatever is called with whatever: no fault of ours, no trace of what was refused, and every byte of output counted', () => {
  fc.assert(
    fc.property(fc.array(call, { minLength: 1, maxLength: 40 }), (calls) => {
      const guest = guestOf()
      for (const [name, ...args] of opened) expect(guest.errno(name, ...args)).toBe(0)
      for (const { name, args, baseFuel } of calls) {
        const memory = guest.memory.slice()
        const before = guest.fuelCharged
        const [left, written] = [JSON.stringify(guest.left()), guest.output.length]
        const answer = guest.call(name, ...args)
        const fuel = Number(guest.fuelCharged - before)
        expect(fuel).toBeGreaterThanOrEqual(baseFuel)
        const files = guest.left().reduce((sum, [, text]) => sum + Buffer.byteLength(text, 'latin1'), 0)
        expect(files).toBeLessThanOrEqual(outputBytes)
        if (answer.kind === 'returned' && answer.values[0] === 0n) continue
        // Refused, or the end of the run: nothing was done.
        expect([name, JSON.stringify(guest.left()), guest.output.length]).toEqual([name, left, written])
        expect(Buffer.compare(guest.memory, memory)).toBe(0)
        if (answer.kind === 'ended') {
          expect(answer.outcome).toEqual({ kind: 'exceeded', limit: 'output' })
          return
        }
        // What it cost beyond its base: the paths that were read.
        expect(fuel - baseFuel).toBeLessThanOrEqual(name.startsWith('path_') ? 2 * Math.ceil(4096 / 16) : 0)
      }
    }),
    { numRuns: 500 },
  )
})
