import { describe, expect, test } from 'vitest'
import { virtualEpoch } from '../../../daemon/src/runtime/host/virtual-clock.ts'
import { WasiHost, wasiCalls, wasiModule } from '../../../daemon/src/runtime/host/wasi.ts'
import { GuestStandIn } from './guest-stand-in.ts'

const [badf, fault, inval, notdir, notsock, notsup, spipe, notcapable] = [8, 21, 28, 54, 57, 58, 70, 76]
const end = 65_536

/** From the witx files of wasi_snapshot_preview1: i for i32, I for i64; all but proc_exit answer an i32. */
const declared = {
  args_get: 'ii',
  args_sizes_get: 'ii',
  clock_res_get: 'ii',
  clock_time_get: 'iIi',
  environ_get: 'ii',
  environ_sizes_get: 'ii',
  fd_advise: 'iIIi',
  fd_allocate: 'iII',
  fd_close: 'i',
  fd_datasync: 'i',
  fd_fdstat_get: 'ii',
  fd_fdstat_set_flags: 'ii',
  fd_fdstat_set_rights: 'iII',
  fd_filestat_get: 'ii',
  fd_filestat_set_size: 'iI',
  fd_filestat_set_times: 'iIIi',
  fd_pread: 'iiiIi',
  fd_prestat_dir_name: 'iii',
  fd_prestat_get: 'ii',
  fd_pwrite: 'iiiIi',
  fd_read: 'iiii',
  fd_readdir: 'iiiIi',
  fd_renumber: 'ii',
  fd_seek: 'iIii',
  fd_sync: 'i',
  fd_tell: 'ii',
  fd_write: 'iiii',
  path_create_directory: 'iii',
  path_filestat_get: 'iiiii',
  path_filestat_set_times: 'iiiiIIi',
  path_link: 'iiiiiii',
  path_open: 'iiiiiIIii',
  path_readlink: 'iiiiii',
  path_remove_directory: 'iii',
  path_rename: 'iiiiii',
  path_symlink: 'iiiii',
  path_unlink_file: 'iii',
  poll_oneoff: 'iiii',
  proc_exit: 'i',
  proc_raise: 'i',
  random_get: 'ii',
  sched_yield: '',
  sock_accept: 'iii',
  sock_recv: 'iiiiii',
  sock_send: 'iiiii',
  sock_shutdown: 'ii',
}

describe('the table of host functions', () => {
  test('holds all 46 of preview 1 with their exact types', () => {
    const table = Object.fromEntries(
      wasiCalls.map(({ name, type }) => [name, type.parameters.map((each) => (each === 'i64' ? 'I' : 'i')).join('')]),
    )
    expect(Object.keys(table)).toHaveLength(46)
    expect(table).toEqual(declared)
    for (const { name, type } of wasiCalls) expect(type.results).toEqual(name === 'proc_exit' ? [] : ['i32'])
  })

  test('charges a base of 64, and 256 where a path is taken', () => {
    for (const { name, baseFuel } of wasiCalls) expect(baseFuel).toBe(name.startsWith('path_') ? 256n : 64n)
  })

  test('knows no other module and no other name', () => {
    const host = new WasiHost({
      args: [],
      env: {},
      stdin: new Uint8Array(),
      files: [],
      outputs: [],
      taskDigest: new Uint8Array(32),
      outputBytes: 0,
      clock: 'virtual',
      random: 'seeded',
      onOutput: () => undefined,
    })
    expect(host.find('wasi_unstable', 'fd_write')).toBeUndefined()
    expect(host.find(wasiModule, 'fd_smell')).toBeUndefined()
    expect(host.find(wasiModule, 'fd_write')).toBeDefined()
  })

  test.each(wasiCalls.map(({ name }) => name))('%s refuses arguments that are all ones, for its base alone', (name) => {
    const guest = new GuestStandIn()
    const call = wasiCalls.find((each) => each.name === name)!
    const before = guest.memory.slice()
    const answer = guest.call(name, ...call.type.parameters.map(() => -1))
    if (name === 'proc_exit') expect(answer).toEqual({ kind: 'ended', outcome: { kind: 'exited', code: 0xffff_ffff } })
    else if (name === 'sched_yield') expect(answer).toEqual({ kind: 'returned', values: [0n] })
    else expect(answer).not.toEqual({ kind: 'returned', values: [0n] })
    expect(guest.fuelCharged).toBe(call.baseFuel)
    expect(guest.memory).toEqual(before)
  })

  test.each(wasiCalls.map(({ name }) => name))('%s has no effect where its base exceeds the limit', (name) => {
    const guest = new GuestStandIn({}, 63n)
    const call = wasiCalls.find((each) => each.name === name)!
    expect(guest.call(name, ...call.type.parameters.map(() => 0))).toEqual({
      kind: 'ended',
      outcome: { kind: 'exceeded', limit: 'fuel' },
    })
    expect(guest.memory.every((byte) => byte === 0)).toBe(true)
  })
})

describe('arguments and environment', () => {
  const options = { args: ['--top', 'ü'], env: { b: '2', a: '1', B: '0' } }

  test('the program is named module.wasm and finds its arguments behind that', () => {
    const guest = new GuestStandIn(options)
    expect(guest.errno('args_sizes_get', 0, 4)).toBe(0)
    expect([guest.u32(0), guest.u32(4)]).toEqual([3, 21])
    expect(guest.errno('args_get', 16, 64)).toBe(0)
    expect([guest.u32(16), guest.u32(20), guest.u32(24)]).toEqual([64, 76, 82])
    expect(guest.text(64, 21)).toBe('module.wasm\0--top\0ü\0')
  })

  test('the environment comes in byte order of its names, whatever the manifest has', () => {
    const guest = new GuestStandIn(options)
    expect(guest.errno('environ_sizes_get', 0, 4)).toBe(0)
    expect([guest.u32(0), guest.u32(4)]).toEqual([3, 12])
    expect(guest.errno('environ_get', 16, 64)).toBe(0)
    expect(guest.text(64, 12)).toBe('B=0\0a=1\0b=2\0')
  })

  test('a table or a buffer that leaves the memory by one byte is a fault, and nothing is written', () => {
    const guest = new GuestStandIn(options)
    for (const [table, buffer] of [
      [end - 11, 0],
      [0, end - 20],
    ] as const) {
      expect(guest.errno('args_get', table, buffer)).toBe(fault)
      expect(guest.memory.every((byte) => byte === 0)).toBe(true)
    }
    expect(guest.errno('args_get', end - 12, 0)).toBe(0)
    expect(guest.errno('args_get', 0, end - 21)).toBe(0)
    expect(guest.errno('args_sizes_get', end - 3, 0)).toBe(fault)
    expect(guest.errno('args_sizes_get', 0, end - 3)).toBe(fault)
    expect(guest.errno('environ_sizes_get', end - 4, end - 4)).toBe(0)
  })

  test('sizes cost the base; the strings cost their bytes and pointers by sixteens', () => {
    const guest = new GuestStandIn(options)
    expect(guest.fuelOf('args_sizes_get', 0, 4)).toBe(64)
    expect(guest.fuelOf('args_get', 16, 64)).toBe(64 + Math.ceil((12 + 21) / 16))
    expect(guest.fuelOf('environ_get', 16, 64)).toBe(64 + Math.ceil((12 + 12) / 16))
  })
})

describe('fd_write', () => {
  test('gives stdout and stderr what the iovecs name, in order, as one piece', () => {
    const guest = new GuestStandIn()
    guest.put(100, 'hello world')
    guest.iovecs(0, [106, 5], [0, 0], [100, 5])
    expect(guest.errno('fd_write', 1, 0, 3, 64)).toBe(0)
    expect(guest.u32(64)).toBe(10)
    expect(guest.errno('fd_write', 2, 16, 1, 64)).toBe(0)
    expect(guest.output).toEqual([
      ['stdout', 'worldhello'],
      ['stderr', 'hello'],
    ])
  })

  test('writing nothing succeeds and sends nothing', () => {
    const guest = new GuestStandIn({ outputBytes: 0 })
    expect(guest.errno('fd_write', 1, 0, 0, 64)).toBe(0)
    expect(guest.output).toEqual([])
  })

  test.each([
    { bytes: 0, iovecs: 0, fuel: 64 },
    { bytes: 1, iovecs: 1, fuel: 64 + 16 + 1 },
    { bytes: 16, iovecs: 1, fuel: 64 + 16 + 1 },
    { bytes: 17, iovecs: 1, fuel: 64 + 16 + 2 },
    { bytes: 32, iovecs: 2, fuel: 64 + 32 + 2 },
  ])('$bytes bytes in $iovecs iovecs cost $fuel', ({ bytes, iovecs, fuel }) => {
    const guest = new GuestStandIn()
    for (let index = 0; index < iovecs; index++) guest.iovecs(8 * index, [1000, bytes / iovecs])
    expect(guest.fuelOf('fd_write', 1, 0, iovecs, 64)).toBe(fuel)
  })

  test('a fuel limit that the transfer passes ends the run before anything is written', () => {
    const guest = new GuestStandIn({ outputBytes: 4 }, 64n + 16n)
    guest.iovecs(0, [100, 5])
    // Over outputBytes too: fuel is the one that is named.
    expect(guest.call('fd_write', 1, 0, 1, 64)).toEqual({ kind: 'ended', outcome: { kind: 'exceeded', limit: 'fuel' } })
    expect(guest.output).toEqual([])
    expect(guest.u32(64)).toBe(0)
  })

  test('output up to the limit is accepted, one byte more ends the run and has no effect', () => {
    const guest = new GuestStandIn({ outputBytes: 10 })
    guest.iovecs(0, [100, 6], [100, 4], [100, 1])
    expect(guest.errno('fd_write', 1, 0, 1, 64)).toBe(0)
    expect(guest.errno('fd_write', 2, 8, 1, 64)).toBe(0)
    guest.setU32(64, 99)
    expect(guest.call('fd_write', 1, 16, 1, 64)).toEqual({
      kind: 'ended',
      outcome: { kind: 'exceeded', limit: 'output' },
    })
    expect(guest.output.map(([, text]) => text.length)).toEqual([6, 4])
    expect(guest.u32(64)).toBe(99)
  })

  test('pointers may reach the end of the memory and no further', () => {
    const guest = new GuestStandIn()
    guest.iovecs(0, [end - 4, 4], [end, 0], [end - 4, 5], [0xffff_ffff, 2])
    expect(guest.errno('fd_write', 1, 0, 2, end - 4)).toBe(0)
    expect(guest.errno('fd_write', 1, 16, 1, 64)).toBe(fault)
    expect(guest.errno('fd_write', 1, 24, 1, 64)).toBe(fault)
    expect(guest.errno('fd_write', 1, end - 7, 1, 64)).toBe(fault)
    expect(guest.errno('fd_write', 1, 0, 0x2000_0000, 64)).toBe(fault)
    expect(guest.errno('fd_write', 1, 0, 1, end - 3)).toBe(fault)
    expect(guest.output).toHaveLength(1)
  })

  test('the descriptor is judged before the pointers, and a refusal costs the base', () => {
    const guest = new GuestStandIn()
    expect(guest.errno('fd_write', 3, end, 1, end)).toBe(badf)
    expect(guest.errno('fd_write', 0, end, 1, end)).toBe(badf)
    expect(guest.errno('fd_write', 1, end, 1, end)).toBe(fault)
    expect(guest.fuelCharged).toBe(3n * 64n)
  })

  test('more than 1,024 iovecs are refused, as by POSIX', () => {
    const guest = new GuestStandIn()
    expect(guest.errno('fd_write', 1, 0, 1024, 60_000)).toBe(0)
    expect(guest.errno('fd_write', 1, 0, 1025, 60_000)).toBe(inval)
  })

  test('too many iovecs are refused before any of them is read', () => {
    const guest = new GuestStandIn()
    guest.iovecs(0, [end, 1])
    expect(guest.errno('fd_write', 1, 0, 1024, 60_000)).toBe(fault)
    expect(guest.errno('fd_write', 1, 0, 1025, end)).toBe(inval)
    expect(guest.errno('fd_write', 1, end - 8 * 1024, 1025, 60_000)).toBe(fault)
    expect(guest.fuelCharged).toBe(3n * 64n)
  })
})

describe('fd_read', () => {
  const stdin = new TextEncoder().encode('abcdefghij')

  test('reads the smaller of what is asked and what remains, across iovecs, then nothing', () => {
    const guest = new GuestStandIn({ stdin })
    guest.iovecs(0, [100, 4], [200, 3])
    expect(guest.errno('fd_read', 0, 0, 2, 64)).toBe(0)
    expect([guest.u32(64), guest.text(100, 4), guest.text(200, 3)]).toEqual([7, 'abcd', 'efg'])
    expect(guest.errno('fd_read', 0, 0, 2, 64)).toBe(0)
    expect([guest.u32(64), guest.text(100, 4), guest.text(200, 3)]).toEqual([3, 'hijd', 'efg'])
    expect(guest.errno('fd_read', 0, 0, 2, 64)).toBe(0)
    expect(guest.u32(64)).toBe(0)
  })

  test('is charged for what it transfers, not for what was asked', () => {
    const guest = new GuestStandIn({ stdin })
    guest.iovecs(0, [100, 1000])
    expect(guest.fuelOf('fd_read', 0, 0, 1, 64)).toBe(64 + 16 + 1)
    expect(guest.fuelOf('fd_read', 0, 0, 1, 64)).toBe(64 + 16)
  })

  test('a bad iovec behind a good one is a fault: nothing is written and nothing is consumed', () => {
    const guest = new GuestStandIn({ stdin })
    guest.iovecs(0, [100, 4], [end - 1, 2])
    expect(guest.errno('fd_read', 0, 0, 2, 64)).toBe(fault)
    expect(guest.text(100, 4)).toBe('\0\0\0\0')
    expect(guest.errno('fd_read', 0, 0, 1, 64)).toBe(0)
    expect(guest.text(100, 4)).toBe('abcd')
  })

  test('does not read from an output or a descriptor that is not open', () => {
    const guest = new GuestStandIn({ stdin })
    expect([guest.errno('fd_read', 1, 0, 0, 64), guest.errno('fd_read', 9, 0, 0, 64)]).toEqual([badf, badf])
  })
})

describe('descriptors', () => {
  test('fd_fdstat_get shows a stream that is no terminal, with its rights', () => {
    const guest = new GuestStandIn()
    guest.memory.fill(0xff, 0, 24)
    expect(guest.errno('fd_fdstat_get', 0, 0)).toBe(0)
    expect([guest.u64(0), guest.u64(8), guest.u64(16)]).toEqual([0n, 0x820_000an, 0n])
    expect(guest.errno('fd_fdstat_get', 1, 0)).toBe(0)
    expect(guest.u64(8)).toBe(0x820_0048n)
    expect(guest.errno('fd_fdstat_get', 1, end - 24)).toBe(0)
    expect(guest.errno('fd_fdstat_get', 1, end - 23)).toBe(fault)
    expect(guest.fuelOf('fd_fdstat_get', 1, 0)).toBe(64)
  })

  test('flags are kept and reported, unknown ones refused', () => {
    const guest = new GuestStandIn()
    expect(guest.errno('fd_fdstat_set_flags', 1, 4)).toBe(0)
    expect(guest.errno('fd_fdstat_get', 1, 0)).toBe(0)
    expect(guest.memory[2]).toBe(4)
    expect(guest.errno('fd_fdstat_set_flags', 1, 32)).toBe(inval)
  })

  test('rights only shrink, and what is given up is gone', () => {
    const guest = new GuestStandIn()
    expect(guest.errno('fd_fdstat_set_rights', 1, 0x800_0000n, 0n)).toBe(0)
    expect(guest.errno('fd_fdstat_set_rights', 1, 0x820_0048n, 0n)).toBe(notcapable)
    expect(guest.errno('fd_fdstat_set_rights', 1, 0n, 1n)).toBe(notcapable)
    expect(guest.errno('fd_write', 1, 0, 0, 64)).toBe(notcapable)
    expect(guest.errno('fd_filestat_get', 1, 0)).toBe(notcapable)
    expect(guest.errno('fd_fdstat_set_flags', 1, 0)).toBe(notcapable)
    expect(guest.errno('fd_fdstat_set_rights', 0, 0n, 0n)).toBe(0)
    expect(guest.errno('fd_read', 0, 0, 0, 64)).toBe(notcapable)
  })

  test('fd_filestat_get shows a stream of no size with virtual times', () => {
    const guest = new GuestStandIn()
    guest.memory.fill(0xff, 0, 64)
    expect(guest.errno('fd_filestat_get', 0, 0)).toBe(0)
    const words = Array.from({ length: 8 }, (_, index) => guest.u64(8 * index))
    expect(words).toEqual([0n, 0n, 0n, 1n, 0n, virtualEpoch, virtualEpoch, virtualEpoch])
    expect(guest.errno('fd_filestat_get', 0, end - 63)).toBe(fault)
  })

  test('a closed descriptor is gone', () => {
    const guest = new GuestStandIn()
    expect(guest.errno('fd_close', 1)).toBe(0)
    expect(guest.errno('fd_close', 1)).toBe(badf)
    expect(guest.errno('fd_write', 1, 0, 0, 64)).toBe(badf)
  })

  test('fd_renumber moves one descriptor onto another, both open', () => {
    const guest = new GuestStandIn()
    guest.put(100, 'x')
    guest.iovecs(0, [100, 1])
    expect(guest.errno('fd_renumber', 2, 1)).toBe(0)
    expect(guest.errno('fd_write', 1, 0, 1, 64)).toBe(0)
    expect(guest.output).toEqual([['stderr', 'x']])
    expect(guest.errno('fd_renumber', 2, 1)).toBe(badf)
    expect(guest.errno('fd_renumber', 1, 3)).toBe(badf)
    expect(guest.errno('fd_renumber', 1, 1)).toBe(0)
  })

  test('nothing is preopened: a search for directories ends at once', () => {
    const guest = new GuestStandIn()
    for (const fd of [0, 1, 2, 3]) {
      expect(guest.errno('fd_prestat_get', fd, 0)).toBe(badf)
      expect(guest.errno('fd_prestat_dir_name', fd, 0, 0)).toBe(badf)
    }
  })

  test.each([
    ['fd_advise', [0n, 0n, 0], spipe],
    ['fd_allocate', [0n, 1n], spipe],
    ['fd_datasync', [], inval],
    ['fd_filestat_set_size', [0n], inval],
    ['fd_filestat_set_times', [0n, 0n, 0], notcapable],
    ['fd_pread', [0, 0, 0n, 64], spipe],
    ['fd_pwrite', [0, 0, 0n, 64], spipe],
    ['fd_readdir', [0, 0, 0n, 64], notdir],
    ['fd_seek', [0n, 0, 64], spipe],
    ['fd_sync', [], inval],
    ['fd_tell', [64], spipe],
  ] as const)('%s is not for a stream', (name, rest, errno) => {
    const guest = new GuestStandIn()
    expect(guest.errno(name, 1, ...rest)).toBe(errno)
    expect(guest.errno(name, 7, ...rest)).toBe(badf)
  })

  test('paths start nowhere and sockets do not exist', () => {
    const guest = new GuestStandIn()
    expect(guest.errno('path_open', 3, 0, 0, 0, 0, 0n, 0n, 0, 64)).toBe(badf)
    expect(guest.errno('path_open', 0, 0, 0, 0, 0, 0n, 0n, 0, 64)).toBe(notdir)
    expect(guest.errno('path_symlink', 0, 0, 3, 0, 0)).toBe(badf)
    expect(guest.errno('path_rename', 0, 0, 0, 3, 0, 0)).toBe(badf)
    expect(guest.errno('path_link', 0, 0, 0, 0, 1, 0, 0)).toBe(notdir)
    expect(guest.errno('sock_accept', 0, 0, 64)).toBe(notsock)
    expect(guest.errno('sock_send', 3, 0, 0, 0, 64)).toBe(badf)
  })
})

describe('the end of the program', () => {
  test('proc_exit ends the run with its code, as unsigned', () => {
    const guest = new GuestStandIn()
    expect(guest.call('proc_exit', 3)).toEqual({ kind: 'ended', outcome: { kind: 'exited', code: 3 } })
    expect(guest.call('proc_exit', -1)).toEqual({ kind: 'ended', outcome: { kind: 'exited', code: 0xffff_ffff } })
  })

  test('there are no signals', () => {
    expect(new GuestStandIn().errno('proc_raise', 6)).toBe(notsup)
  })
})

describe('random_get', () => {
  test('is one stream over all calls', () => {
    const [one, two] = [new GuestStandIn(), new GuestStandIn()]
    expect(one.errno('random_get', 0, 100)).toBe(0)
    for (const [at, length] of [
      [0, 1],
      [1, 63],
      [64, 0],
      [64, 36],
    ] as const) {
      expect(two.errno('random_get', at, length)).toBe(0)
    }
    expect(two.memory).toEqual(one.memory)
    expect(one.memory.subarray(0, 100).some((byte) => byte !== 0)).toBe(true)
  })

  test('faults one byte past the end, and draws nothing', () => {
    const [one, two] = [new GuestStandIn(), new GuestStandIn()]
    expect(one.errno('random_get', end - 15, 16)).toBe(fault)
    one.errno('random_get', 0, 16)
    two.errno('random_get', 0, 16)
    expect(one.memory).toEqual(two.memory)
  })

  test('costs a unit for 16 bytes', () => {
    expect(new GuestStandIn().fuelOf('random_get', 0, 33)).toBe(64 + 3)
  })

  test('as a real grant differs from run to run', () => {
    const [one, two] = [new GuestStandIn({ random: 'real' }), new GuestStandIn({ random: 'real' })]
    expect(one.errno('random_get', 0, end)).toBe(0)
    expect(two.errno('random_get', 0, end)).toBe(0)
    expect(one.memory).not.toEqual(two.memory)
  })
})
