import { describe, expect, test } from 'vitest'
import {
  decodeRequest,
  encodeReply,
  encodeRequest,
  headerBytes,
  type Reply,
  ReplyReader,
  WireViolation,
} from '../../../daemon/src/sandbox/wire.ts'

function frame(type: number, payload: Uint8Array | string | object): Buffer {
  const bytes =
    payload instanceof Uint8Array
      ? payload
      : Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload))
  const header = Buffer.alloc(headerBytes)
  header.writeUInt32LE(bytes.length)
  header[4] = type
  return Buffer.concat([header, bytes])
}

const readAll = (bytes: Uint8Array) => [...new ReplyReader().read(bytes)]

const replies: Reply[] = [
  { kind: 'ready', runtime: { name: 'interpreter', version: '0.1.0' } },
  { kind: 'stdout', bytes: Buffer.from('hello') },
  { kind: 'stderr', bytes: Buffer.alloc(65_536, 7) },
  { kind: 'result', result: { outcome: { kind: 'exited', code: 0xffff_ffff }, fuel: 2 ** 53 - 1, memoryBytes: 0 } },
  { kind: 'result', result: { outcome: { kind: 'trapped', reason: 'unreachable' }, fuel: 1, memoryBytes: 65_536 } },
  { kind: 'result', result: { outcome: { kind: 'exceeded', limit: 'output' }, fuel: 1, memoryBytes: 65_536 } },
  { kind: 'result', result: { outcome: { kind: 'rejected', reason: 'invalid', offset: 17 }, fuel: 0, memoryBytes: 0 } },
  { kind: 'result', result: { outcome: { kind: 'failed', reason: 'internal' }, fuel: null, memoryBytes: null } },
  { kind: 'file', path: '/out/ü' },
  { kind: 'content', bytes: Buffer.alloc(65_536, 9) },
  { kind: 'inspection', inspection: { kind: 'runnable', features: ['simd', 'large-function'] } },
  { kind: 'piece', bytes: Buffer.alloc(1_048_576, 3) },
  { kind: 'preparation', preparation: { kind: 'packed' } },
  { kind: 'preparation', preparation: { kind: 'rejected', reason: 'invalid', offset: 3 } },
  { kind: 'inspection', inspection: { kind: 'rejected', reason: 'malformed', offset: 0, detail: 'no magic' } },
]

const large: ReadonlySet<string> = new Set(['stderr', 'content', 'piece'])

describe('replies', () => {
  test('come back as they were sent, whole', () => {
    expect(readAll(Buffer.concat(replies.map((reply) => encodeReply(reply, 0))))).toEqual(replies)
  })

  test('come back as they were sent, byte by byte', () => {
    const reader = new ReplyReader()
    const bytes = Buffer.concat(replies.filter((reply) => !large.has(reply.kind)).map((reply) => encodeReply(reply, 0)))
    const read = [...bytes].flatMap((byte) => [...reader.read(Uint8Array.of(byte))])
    expect(read).toEqual(replies.filter((reply) => !large.has(reply.kind)))
    expect(reader.isEmpty).toBe(true)
  })

  test('a child that lets a frame drip costs no more than its bytes, each copied once', () => {
    const reader = new ReplyReader()
    const piece = Buffer.alloc(65_536, 7)
    const bytes = Buffer.concat(Array.from({ length: 16 }, () => frame(2, piece)))
    const before = performance.now()
    let read = 0
    for (let at = 0; at < bytes.length; at++) {
      for (const reply of reader.read(bytes.subarray(at, at + 1))) {
        expect(reply).toEqual({ kind: 'stdout', bytes: piece })
        read++
      }
    }
    expect(read).toBe(16)
    expect(reader.isEmpty).toBe(true)
    // Copied anew for each byte it would be 34 GB.
    expect(performance.now() - before).toBeLessThan(3000)
  })

  test('a frame that is not whole is left over', () => {
    const reader = new ReplyReader()
    expect([...reader.read(frame(2, 'hello').subarray(0, headerBytes + 4))]).toEqual([])
    expect(reader.isEmpty).toBe(false)
  })

  test('count under the number of the request alone: what is left over of another is a violation', () => {
    const reply: Reply = { kind: 'stdout', bytes: Buffer.from('late') }
    const reader = new ReplyReader()
    reader.expect(2)
    expect([...reader.read(encodeReply(reply, 2))]).toEqual([reply])
    for (const number of [0, 1, 3]) {
      const another = new ReplyReader()
      another.expect(2)
      expect(() => [...another.read(encodeReply(reply, number))]).toThrow(WireViolation)
    }
  })

  const exited = { kind: 'exited', code: 0 }
  test.each<[string, Uint8Array]>([
    ['an unknown type', frame(0, '')],
    ['a type beyond the last', frame(10, '')],
    ['an empty piece of output', frame(2, '')],
    ['a piece of output that is too long', frame(3, Buffer.alloc(65_537))],
    ['a length of 4 GiB, by its header alone', Buffer.from([0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0, 0])],
    ['a path that is too long, by its header alone', frame(6, 'x'.repeat(1025)).subarray(0, headerBytes)],
    ['a path that is no UTF-8', frame(6, Uint8Array.of(0xff))],
    ['a piece of a file that is too long', frame(7, Buffer.alloc(65_537))],
    ['an empty piece of a file', frame(7, '')],
    ['a result that is too long, by its header alone', Buffer.from([1, 4, 0, 0, 4, 0, 0, 0, 0])],
    ['a result that is no JSON', frame(4, '{"outcome"')],
    ['a result that is no UTF-8', frame(4, Buffer.from([0x22, 0xff, 0x22]))],
    ['a result that is null', frame(4, 'null')],
    ['a result that is a list', frame(4, '[]')],
    ['a result without fuel', frame(4, { outcome: exited, memoryBytes: 0 })],
    ['a result with a member more', frame(4, { outcome: exited, fuel: 1, memoryBytes: 0, node: 'x' })],
    ['fuel that is a fraction', frame(4, { outcome: exited, fuel: 1.5, memoryBytes: 0 })],
    ['fuel that is negative', frame(4, { outcome: exited, fuel: -1, memoryBytes: 0 })],
    ['fuel that is no number', frame(4, { outcome: exited, fuel: '1', memoryBytes: 0 })],
    ['fuel beyond 2^53-1', frame(4, '{"outcome":{"kind":"exited","code":0},"fuel":9007199254740992,"memoryBytes":0}')],
    ['an outcome that is text', frame(4, { outcome: 'exited', fuel: 1, memoryBytes: 0 })],
    ['an outcome of no known kind', frame(4, { outcome: { kind: 'won' }, fuel: 1, memoryBytes: 0 })],
    ['an outcome with a member more', frame(4, { outcome: { ...exited, note: '' }, fuel: 1, memoryBytes: 0 })],
    ['an exit code beyond 32 bits', frame(4, { outcome: { kind: 'exited', code: 2 ** 32 }, fuel: 1, memoryBytes: 0 })],
    ['a trap of no known reason', frame(4, { outcome: { kind: 'trapped', reason: 'bored' }, fuel: 1, memoryBytes: 0 })],
    [
      'a limit that only the daemon can know',
      frame(4, { outcome: { kind: 'exceeded', limit: 'wallTime' }, fuel: 1, memoryBytes: 0 }),
    ],
    [
      'a cancellation, which is not for a child to say',
      frame(4, { outcome: { kind: 'cancelled' }, fuel: null, memoryBytes: null }),
    ],
    [
      'a failure that only the daemon can know',
      frame(4, { outcome: { kind: 'failed', reason: 'restarted' }, fuel: null, memoryBytes: null }),
    ],
    [
      'a rejection of no known reason',
      frame(4, { outcome: { kind: 'rejected', reason: 'ugly', offset: 0 }, fuel: 0, memoryBytes: 0 }),
    ],
    ['a name as long as a novel', frame(1, { name: 'x'.repeat(1001), version: '' })],
    ['a runtime without a version', frame(1, { name: 'interpreter' })],
    ['an inspection of no known kind', frame(5, { kind: 'fine' })],
    ['an inspection that is null', frame(5, 'null')],
    ['a feature of no known name', frame(5, { kind: 'runnable', features: ['teleport'] })],
    ['features that are no list', frame(5, { kind: 'runnable', features: 'simd' })],
    ['more features than there are', frame(5, { kind: 'runnable', features: ['simd', 'simd', 'simd'] })],
    ['a piece of a module that is too long, by its header alone', Buffer.from([1, 0, 16, 0, 8, 0, 0, 0, 0])],
    ['an empty piece of a module', frame(8, '')],
    ['a preparation of no known kind', frame(9, { kind: 'cooked' })],
    ['a preparation that is null', frame(9, 'null')],
    ['a preparation with a member more', frame(9, { kind: 'packed', bytes: 7 })],
    ['a rejection without an offset', frame(9, { kind: 'rejected', reason: 'invalid' })],
    ['a detail that is a number', frame(5, { kind: 'rejected', reason: 'invalid', offset: 0, detail: 1 })],
  ])('%s is a violation', (_, bytes) => {
    expect(() => readAll(bytes)).toThrow(WireViolation)
  })
})

describe('requests', () => {
  const job = {
    taskDigest: new Uint8Array(32).fill(9),
    module: Uint8Array.of(0, 97, 115, 109),
    args: ['a', 'ü'],
    env: { A: '1' },
    stdin: Uint8Array.of(1, 2, 3),
    files: [
      { path: '/in/empty', bytes: new Uint8Array(0) },
      { path: '/in/sub/ü', bytes: Uint8Array.of(4, 5) },
    ],
    outputs: ['/out'],
    limits: { fuel: 2 ** 53 - 1, memoryBytes: 65_536, outputBytes: 7 },
    clock: 'virtual',
    random: 'seeded',
  } as const

  test.each([
    { kind: 'run', job } as const,
    { kind: 'run', job: { ...job, packed: true } } as const,
    { kind: 'inspect', module: job.module } as const,
    { kind: 'prepare', module: job.module } as const,
  ])('to $kind arrives as it was sent', (request) => {
    const bytes = Buffer.concat(encodeRequest(request, 7))
    expect(bytes.readUInt32LE(0)).toBe(bytes.length - headerBytes)
    expect(bytes.readUInt32LE(5)).toBe(7)
    const decoded = decodeRequest(bytes[4]!, new Uint8Array(bytes.subarray(headerBytes)))
    expect(decoded).toEqual(request)
  })

  test('carries a module that is there in pieces as one', () => {
    const pieces = [job.module.subarray(0, 3), job.module.subarray(3)]
    const whole = encodeRequest({ kind: 'run', job }, 1)
    expect(Buffer.concat(encodeRequest({ kind: 'run', job: { ...job, module: pieces } }, 1))).toEqual(
      Buffer.concat(whole),
    )
  })

  test('carries nothing of whom the job is for', () => {
    const bytes = Buffer.concat(
      encodeRequest({ kind: 'run', job: { ...job, submitter: '12D3KooSecret' } as typeof job }, 1),
    )
    expect(bytes.toString('latin1')).not.toContain('12D3KooSecret')
  })

  test('of an unknown type is a violation', () => {
    expect(() => decodeRequest(4, new Uint8Array(8))).toThrow(WireViolation)
  })
})
