import { describe, expect, test } from 'vitest'
import { wasiCalls } from '../../../daemon/src/runtime/host/wasi.ts'
import { GuestStandIn } from './guest-stand-in.ts'

const [badf, fault, inval, nametoolong, notdir, spipe, notcapable] = [8, 21, 28, 37, 54, 70, 76]
const all = 2n ** 28n - 1n
const beyond = 65_537
const [stdin, stdout, root, file] = [0, 1, 3, 4]
/** Where a path, its length, an iovec and room for results lie. */
const [path, long, iovec, room] = [1024, 5, 2048, 4096]

interface Case {
  /** What the call answers success to, where nothing is changed in it. */
  readonly args: readonly (number | bigint)[]
  /** Positions of the descriptors. */
  readonly descriptors?: readonly number[]
  /** A descriptor that is of the wrong kind, and what the call says of it. */
  readonly kind?: readonly [fd: number, errno: number]
  /** Whether it needs a right of its descriptors. */
  readonly right?: boolean
  readonly pointers?: readonly number[]
  /** What is neither: position, value, and what the call says of it. */
  readonly rest?: readonly [position: number, value: number | bigint, errno: number]
}

const right = true
const cases: Readonly<Record<string, Case>> = {
  fd_advise: { args: [file, 0n, 0n, 0], kind: [stdout, spipe], right, rest: [3, 6, inval] },
  fd_allocate: { args: [file, 0n, 1n], kind: [root, badf], right, rest: [2, 0n, inval] },
  fd_datasync: { args: [file], kind: [stdout, inval], right },
  fd_fdstat_get: { args: [file, room], pointers: [1] },
  fd_fdstat_set_flags: { args: [file, 1], right, rest: [1, 32, inval] },
  fd_filestat_get: { args: [file, room], right, pointers: [1] },
  fd_filestat_set_size: { args: [file, 1n], kind: [stdout, inval], right, rest: [1, 2n ** 63n, inval] },
  fd_filestat_set_times: { args: [file, 0n, 0n, 0], kind: [stdout, notcapable], right, rest: [3, 16, inval] },
  fd_pread: { args: [file, iovec, 1, 0n, room], kind: [stdin, spipe], right, pointers: [1, 4], rest: [3, -1n, inval] },
  fd_prestat_dir_name: { args: [root, room, 1], kind: [file, badf], pointers: [1], rest: [2, 0, nametoolong] },
  fd_prestat_get: { args: [root, room], kind: [file, badf], pointers: [1] },
  fd_pwrite: {
    args: [file, iovec, 1, 0n, room],
    kind: [stdout, spipe],
    right,
    pointers: [1, 4],
    rest: [3, -1n, inval],
  },
  fd_read: { args: [file, iovec, 1, room], kind: [stdout, badf], right, pointers: [1, 3] },
  fd_readdir: { args: [root, room, 24, 0n, room], kind: [file, notdir], right, pointers: [1, 4] },
  fd_renumber: { args: [file, root], descriptors: [0, 1] },
  fd_seek: { args: [file, 0n, 0, room], kind: [stdout, spipe], right, pointers: [3], rest: [2, 3, inval] },
  fd_sync: { args: [file], kind: [stdout, inval], right },
  fd_tell: { args: [file, room], kind: [stdout, spipe], right, pointers: [1] },
  fd_write: { args: [file, iovec, 1, room], kind: [stdin, badf], right, pointers: [1, 3] },
  path_create_directory: {
    args: [root, path, long],
    kind: [file, notdir],
    right,
    pointers: [1],
    rest: [2, 4097, nametoolong],
  },
  path_filestat_get: {
    args: [root, 0, path, 3, room],
    kind: [file, notdir],
    right,
    pointers: [2, 4],
    rest: [1, 2, inval],
  },
  path_filestat_set_times: {
    args: [root, 0, path, 3, 0n, 0n, 0],
    kind: [file, notdir],
    right,
    pointers: [2],
    rest: [6, 3, inval],
  },
  path_link: {
    args: [root, 0, path, 7, root, path, long],
    descriptors: [0, 4],
    kind: [file, notdir],
    right,
    pointers: [2, 5],
    rest: [1, 1, inval],
  },
  path_open: {
    args: [root, 0, path, 3, 0, 0n, 0n, 0, room],
    kind: [file, notdir],
    right,
    pointers: [2, 8],
    rest: [4, 16, inval],
  },
  path_readlink: {
    args: [root, path, 6, room, 9, room],
    kind: [file, notdir],
    right,
    pointers: [1, 3, 5],
    rest: [2, 3, inval],
  },
  path_remove_directory: {
    args: [root, path, 6],
    kind: [file, notdir],
    right,
    pointers: [1],
    rest: [2, 4097, nametoolong],
  },
  path_rename: {
    args: [root, path, 7, root, path, long],
    descriptors: [0, 3],
    kind: [file, notdir],
    right,
    pointers: [1, 4],
    rest: [2, 4097, nametoolong],
  },
  path_symlink: {
    args: [path, 3, root, path, long],
    descriptors: [2],
    kind: [file, notdir],
    right,
    pointers: [0, 3],
    rest: [1, 4097, nametoolong],
  },
  path_unlink_file: { args: [root, path, 7], kind: [file, notdir], right, pointers: [1], rest: [2, 4097, nametoolong] },
}

function guest(): GuestStandIn {
  const made = new GuestStandIn({ outputs: ['/out'], files: [{ path: '/in/file', bytes: Buffer.from('input') }] })
  made.iovecs(iovec, [room, 1])
  made.put(path, 'out/f')
  expect(made.errno('path_open', root, 1, path, 5, 1, all, 0n, 0, room)).toBe(0)
  expect(made.u32(room)).toBe(file)
  return made
}

describe('checks come in this order: descriptor, kind and rights, pointers, the rest', () => {
  test.each(Object.entries(cases))('%s', (name, { args, descriptors = [0], kind, right, pointers = [], rest }) => {
    const { baseFuel } = wasiCalls.find((call) => call.name === name)!
    /** The call with all of these wrong at once. */
    const wrong = (...changes: readonly (readonly [position: number, value: number | bigint, ...unknown[]])[]) => {
      const made = guest()
      const before = made.memory.slice()
      const changed = args.map((arg, position) => changes.find(([at]) => at === position)?.[1] ?? arg)
      const charged = made.fuelCharged
      const number = made.errno(name, ...changed)
      expect([name, made.memory]).toEqual([name, before])
      return { number, fuel: made.fuelCharged - charged }
    }
    const others = [...pointers.map((at) => [at, beyond] as const), ...(rest === undefined ? [] : [rest])]
    for (const at of descriptors) expect(wrong([at, 99], ...others)).toEqual({ number: badf, fuel: baseFuel })
    if (kind !== undefined)
      expect(wrong([descriptors[0]!, kind[0]], ...others)).toEqual({ number: kind[1], fuel: baseFuel })
    if (right) {
      for (const at of descriptors) {
        const made = guest()
        expect(made.errno('fd_fdstat_set_rights', Number(args[at]), 0n, 0n)).toBe(0)
        const changed = args.map((arg, position) => others.find(([each]) => each === position)?.[1] ?? arg)
        expect(made.errno(name, ...changed)).toBe(notcapable)
      }
    }
    for (const at of pointers) {
      const worse = rest === undefined || rest[0] === at + 1 ? [] : [rest]
      expect(wrong([at, beyond], ...worse)).toEqual({ number: fault, fuel: baseFuel })
    }
    if (rest !== undefined) expect(wrong(rest).number).toBe(rest[2])
  })

  test('of every call that has a descriptor', () => {
    const without = /^(args|environ|clock|proc|sched|random|poll|sock)_|^fd_(close|fdstat_set_rights)$/
    expect(Object.keys(cases)).toEqual(wasiCalls.map(({ name }) => name).filter((name) => !without.test(name)))
  })
})
