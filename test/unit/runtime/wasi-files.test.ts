import { describe, expect, test } from 'vitest'
import { virtualEpoch } from '../../../daemon/src/runtime/host/virtual-clock.ts'
import type { WasiOptions } from '../../../daemon/src/runtime/host/wasi.ts'
import { GuestStandIn } from './guest-stand-in.ts'

const errno = {
  badf: 8,
  exist: 20,
  fault: 21,
  ilseq: 25,
  inval: 28,
  isdir: 31,
  loop: 32,
  mfile: 33,
  nametoolong: 37,
  noent: 44,
  notdir: 54,
  perm: 63,
  rofs: 69,
  spipe: 70,
  notcapable: 76,
}
const all = 2n ** 28n - 1n
const right = { read: 1n << 1n, seek: 1n << 2n, tell: 1n << 5n, write: 1n << 6n, open: 1n << 13n, poll: 1n << 27n }
const end = 65_536
const root = 3
/** Where the calls here keep things in the guest's memory. */
const [paths, results, iovecs, data] = [1024, 8192, 8448, 16_384]

/** A guest with one input and `/out`, and the calls by their arguments as people think of them. */
class FileGuest extends GuestStandIn {
  constructor(options: Partial<WasiOptions> = {}, fuel?: bigint) {
    super({ files: [{ path: '/in/file', bytes: Buffer.from('input') }], outputs: ['/out'], ...options }, fuel)
  }

  /** The path's pointer and length. */
  path(text: string, at = paths): [number, number] {
    this.put(at, text)
    return [at, Buffer.from(text).length]
  }

  /** The descriptor; an error number is negative. */
  open(
    path: string,
    {
      from = root,
      follow = 1,
      flags = 0,
      rights = all & ~right.write,
      inheriting = all,
      fdflags = 0,
    }: {
      from?: number
      follow?: number
      flags?: number
      rights?: bigint
      inheriting?: bigint
      fdflags?: number
    } = {},
  ): number {
    const number = this.errno(
      'path_open',
      from,
      follow,
      ...this.path(path),
      flags,
      rights & inheritable,
      inheriting & inheritable,
      fdflags,
      results,
    )
    return number === 0 ? this.u32(results) : -number
  }

  create(path: string, content = ''): number {
    const fd = this.open(path, { flags: 1, rights: all })
    if (content !== '') this.write(fd, content)
    return fd
  }

  write(fd: number, content: string): number {
    this.put(data, content)
    this.iovecs(iovecs, [data, Buffer.from(content).length])
    return this.errno('fd_write', fd, iovecs, 1, results)
  }

  read(fd: number, length = 100): string {
    this.iovecs(iovecs, [data, length])
    expect(this.errno('fd_read', fd, iovecs, 1, results)).toBe(0)
    return this.text(data, this.u32(results))
  }

  stat(path: string, follow = 1) {
    expect(this.errno('path_filestat_get', root, follow, ...this.path(path), results)).toBe(0)
    return this.filestat()
  }

  filestat() {
    const [device, inode, , links, size, accessed, modified, changed] = Array.from({ length: 8 }, (_, index) =>
      this.u64(results + 8 * index),
    )
    return { device, inode, type: this.memory[results + 16], links, size, accessed, modified, changed }
  }

  /** Names, inodes, types and cookies that `fd_readdir` tells. */
  list(fd: number, cookie = 0n, length = 4096) {
    expect(this.errno('fd_readdir', fd, data, length, cookie, results)).toBe(0)
    const used = this.u32(results)
    const entries = []
    for (let at = data; at + 24 <= data + used; ) {
      const nameLength = this.u32(at + 16)
      if (at + 24 + nameLength > data + used) break
      entries.push({
        name: this.text(at + 24, nameLength),
        inode: this.u64(at + 8),
        type: this.memory[at + 20],
        next: this.u64(at),
      })
      at += 24 + nameLength
    }
    return { used, entries }
  }

  names(path: string): string[] {
    const fd = this.open(path)
    const names = this.list(fd).entries.map(({ name }) => name)
    this.errno('fd_close', fd)
    return names
  }
}

/** What the root lets be inherited: every right there is but that to shut down a socket. */
const inheritable = 2n ** 28n - 1n

describe('what is preopened', () => {
  test('is the root, as `/`, where the task lists files or outputs; else nothing', () => {
    for (const options of [{ files: [] }, { outputs: [] }, {}]) {
      const guest = new FileGuest(options)
      expect(guest.errno('fd_prestat_get', root, results)).toBe(0)
      expect([guest.u32(results), guest.u32(results + 4)]).toEqual([0, 1])
      expect(guest.errno('fd_prestat_dir_name', root, results, 1)).toBe(0)
      expect(guest.text(results, 1)).toBe('/')
      expect(guest.errno('fd_prestat_get', root + 1, results)).toBe(errno.badf)
    }
    expect(new FileGuest({ files: [], outputs: [] }).errno('fd_prestat_get', root, results)).toBe(errno.badf)
  })

  test('has a name of a length, and no other descriptor has one', () => {
    const guest = new FileGuest()
    expect(guest.errno('fd_prestat_dir_name', root, results, 0)).toBe(errno.nametoolong)
    expect(guest.errno('fd_prestat_dir_name', root, end, 1)).toBe(errno.fault)
    expect(guest.errno('fd_prestat_get', root, end - 7)).toBe(errno.fault)
    const own = guest.open('out')
    expect(guest.errno('fd_prestat_get', own, results)).toBe(errno.badf)
    expect(guest.errno('fd_prestat_dir_name', 0, results, 9)).toBe(errno.badf)
    expect(guest.errno('fd_renumber', own, root)).toBe(0)
    expect(guest.errno('fd_prestat_get', root, results)).toBe(errno.badf)
  })

  test('holds what the task lists, by byte order, with inodes in that order', () => {
    const bytes = new Uint8Array(0)
    const guest = new FileGuest({
      files: ['/in/\u{10000}', '/in/b', '/in/\uffff', '/in/B/c'].map((path) => ({ path, bytes })),
      outputs: ['/out/y/z', '/out/x'],
    })
    expect(guest.names('.')).toEqual(['.', '..', 'in', 'out'])
    expect(guest.list(guest.open('in')).entries).toMatchObject([
      { name: '.', inode: 2n, type: 3 },
      { name: '..', inode: 1n, type: 3 },
      { name: 'B', inode: 3n, type: 3 },
      { name: 'b', inode: 5n, type: 4 },
      { name: '\uffff', inode: 6n, type: 4 },
      { name: '\u{10000}', inode: 7n, type: 4 },
    ])
    expect(guest.names('out')).toEqual(['.', '..', 'x', 'y'])
    expect(guest.names('out/y')).toEqual(['.', '..', 'z'])
  })
})

describe('opening', () => {
  test.each([
    ['what is not there', 'none', {}, errno.noent],
    ['nothing', '', {}, errno.noent],
    ['an absolute path', '/in', {}, errno.perm],
    ['above the directory', '..', {}, errno.perm],
    ['above it by a detour', 'in/../../in/file', {}, errno.perm],
    ['through a file', 'in/file/x', {}, errno.notdir],
    ['a file as a directory, by a slash', 'in/file/', {}, errno.notdir],
    ['a file as a directory, by a dot', 'in/file/.', {}, errno.notdir],
    ['a file as a directory, by a flag', 'in/file', { flags: 2 }, errno.notdir],
    ['a directory for writing', 'out', { rights: right.write }, errno.isdir],
    ['a directory, cut', 'out', { flags: 8 }, errno.isdir],
    ['a directory, made', 'out', { flags: 1 }, errno.isdir],
    ['a new directory', 'out/new', { flags: 3 }, errno.inval],
    ['a new file with a slash', 'out/new/', { flags: 1 }, errno.isdir],
    ['a new file in no directory', 'out/no/new', { flags: 1 }, errno.noent],
    ['a new file that is there', 'in/file', { flags: 5 }, errno.exist],
    ['an input for writing', 'in/file', { rights: right.write }, errno.rofs],
    ['an input, cut', 'in/file', { flags: 8 }, errno.rofs],
    ['a new input', 'in/new', { flags: 1 }, errno.rofs],
    ['a new file at the root', 'new', { flags: 1 }, errno.rofs],
    ['with a flag that is none', 'in/file', { flags: 16 }, errno.inval],
    ['with a lookup flag that is none', 'in/file', { follow: 2 }, errno.inval],
    ['with a descriptor flag that is none', 'in/file', { fdflags: 32 }, errno.inval],
    ['a name with a NUL', 'in/file\0', {}, errno.inval],
    ['too long a path', `${'./'.repeat(2047)}in/file`, {}, errno.nametoolong],
    ['from a stream', 'in', { from: 0 }, errno.notdir],
    ['from what is not open', 'in', { from: 9 }, errno.badf],
  ] as const)('%s is refused', (_, path, options, number) => {
    const guest = new FileGuest()
    expect(guest.open(path, options)).toBe(-number)
    // Nothing was made, and no descriptor was spent.
    expect(guest.names('out')).toEqual(['.', '..'])
    expect(guest.open('in')).toBe(4)
  })

  test('a path that is no UTF-8 is refused, and one with a byte order mark is kept as it is', () => {
    const guest = new FileGuest()
    guest.memory.set([0xff, 0x61], paths)
    expect(guest.errno('path_open', root, 0, paths, 2, 0, 0n, 0n, 0, results)).toBe(errno.ilseq)
    expect(guest.create('out/\ufeffx')).toBe(4)
    expect(guest.names('out')).toEqual(['.', '..', '\ufeffx'])
  })

  test('pointers out of range are faults, before the path is looked at', () => {
    const guest = new FileGuest()
    const [at, length] = guest.path('none')
    expect(guest.errno('path_open', root, 0, at, length, 0, 0n, 0n, 0, end - 3)).toBe(errno.fault)
    expect(guest.errno('path_open', root, 0, end - 3, length, 0, 0n, 0n, 0, results)).toBe(errno.fault)
  })

  test('takes the lowest number that is free, and 1024 descriptors at most', () => {
    const guest = new FileGuest()
    for (let fd = 4; fd < 1024; fd++) expect(guest.open('out')).toBe(fd)
    expect(guest.open('out')).toBe(-errno.mfile)
    expect(guest.create('out/not-made')).toBe(-errno.mfile)
    guest.errno('fd_close', 700)
    guest.errno('fd_close', 0)
    expect([guest.open('out'), guest.open('out'), guest.open('out')]).toEqual([0, 700, -errno.mfile])
  })

  test('gives no right that the directory does not pass on, and only those that mean something', () => {
    const guest = new FileGuest()
    const rightsOf = (fd: number) => {
      guest.errno('fd_fdstat_get', fd, results)
      return [guest.u64(results + 8), guest.u64(results + 16)]
    }
    const directory = guest.open('out', { rights: right.open, inheriting: right.read })
    expect(rightsOf(directory)).toEqual([right.open, right.read])
    guest.create('out/file', 'x')
    expect(guest.open('file', { from: directory, rights: right.write, inheriting: 0n })).toBe(-errno.notcapable)
    expect(guest.open('file', { from: directory, rights: 0n, inheriting: right.write })).toBe(-errno.notcapable)
    const file = guest.open('file', { from: directory, rights: right.read, inheriting: right.read })
    expect(rightsOf(file)).toEqual([right.read, 0n])
    expect(guest.errno('fd_seek', file, 0, 0, results)).toBe(errno.notcapable)
    expect(guest.errno('fd_tell', file, results)).toBe(errno.notcapable)
    const none = guest.open('out', { rights: 0n, inheriting: 0n })
    expect(guest.open('file', { from: none, rights: 0n, inheriting: 0n })).toBe(-errno.notcapable)
  })

  test('rights shrink, inherited ones too, and never grow', () => {
    const guest = new FileGuest()
    const fd = guest.open('out', { rights: right.open, inheriting: right.read | right.write })
    expect(guest.errno('fd_fdstat_set_rights', fd, right.open, right.read)).toBe(0)
    expect(guest.errno('fd_fdstat_set_rights', fd, right.open, right.read | right.write)).toBe(errno.notcapable)
    expect(guest.open('x', { from: fd, flags: 0, rights: right.write, inheriting: 0n })).toBe(-errno.notcapable)
  })

  test('is charged by its path, wherever that leads, and a refusal before that by its base', () => {
    const guest = new FileGuest()
    const fuel = (path: string, from = root) =>
      guest.fuelOf('path_open', from, 0, ...guest.path(path), 0, 0n, 0n, 0, results)
    expect(fuel('in/file')).toBe(256 + 1)
    expect(fuel('./././././in/file')).toBe(256 + 2)
    expect(fuel('nowhere')).toBe(256 + 1)
    expect(fuel('n'.repeat(160))).toBe(256 + 10)
    expect(fuel('in', 0)).toBe(256)
    expect(fuel('n'.repeat(4097))).toBe(256)
  })

  test('does nothing where the fuel for its path is lacking', () => {
    const guest = new FileGuest({}, 256n)
    const answer = guest.call('path_open', root, 0, ...guest.path('out/x'), 1, 0n, 0n, 0, results)
    expect(answer).toEqual({ kind: 'ended', outcome: { kind: 'exceeded', limit: 'fuel' } })
    expect(guest.left()).toEqual([])
  })
})

describe('an open file', () => {
  test('is read and written at its position, which may lie beyond the end', () => {
    const guest = new FileGuest()
    const fd = guest.create('out/x', 'hello')
    expect(guest.errno('fd_seek', fd, -2n, 1, results)).toBe(0)
    expect([guest.u64(results), guest.read(fd)]).toEqual([3n, 'lo'])
    expect(guest.errno('fd_seek', fd, 3n, 2, results)).toBe(0)
    expect(guest.read(fd)).toBe('')
    guest.write(fd, '!')
    expect(guest.left()).toEqual([['/out/x', 'hello\0\0\0!']])
    expect(guest.errno('fd_tell', fd, results)).toBe(0)
    expect(guest.u64(results)).toBe(9n)
  })

  test.each([
    ['before the start', -1n, 0, errno.inval],
    ['from nowhere', 0n, 3, errno.inval],
    ['past the last offset', 2n ** 63n - 1n, 1, errno.inval],
    ['to the last offset', 2n ** 63n - 1n, 0, 0],
  ] as const)('a seek %s', (_, offset, whence, number) => {
    const guest = new FileGuest()
    const fd = guest.create('out/x', 'hello')
    expect(guest.errno('fd_seek', fd, offset, whence, results)).toBe(number)
    expect(guest.errno('fd_seek', fd, offset, whence, end - 7)).toBe(errno.fault)
  })

  test('at the last offset reads nothing and can take nothing', () => {
    const guest = new FileGuest()
    const fd = guest.create('out/x', 'hello')
    guest.errno('fd_seek', fd, 2n ** 63n - 1n, 0, results)
    expect(guest.read(fd)).toBe('')
    expect(guest.write(fd, 'x')).toBe(errno.inval)
    guest.iovecs(iovecs, [data, 1])
    expect(guest.errno('fd_pwrite', fd, iovecs, 1, -1n, results)).toBe(errno.inval)
    expect(guest.errno('fd_pread', fd, iovecs, 1, -1n, results)).toBe(errno.inval)
  })

  test('is charged by the bytes that move, and 16 an iovec', () => {
    const guest = new FileGuest()
    const fd = guest.open('in/file')
    guest.iovecs(iovecs, [data, 3], [data + 3, 100])
    expect(guest.fuelOf('fd_pread', fd, iovecs, 2, 0n, results)).toBe(64 + 32 + 1)
    expect(guest.text(data, 5)).toBe('input')
    expect(guest.fuelOf('fd_pread', fd, iovecs, 2, 5n, results)).toBe(64 + 32)
    expect(guest.fuelOf('fd_read', fd, iovecs, 2, results)).toBe(64 + 32 + 1)
    const other = guest.create('out/x')
    guest.iovecs(iovecs, [data, 33])
    expect(guest.fuelOf('fd_pwrite', other, iovecs, 1, 7n, results)).toBe(64 + 16 + 3)
  })

  test('is another for each opening, but has one content', () => {
    const guest = new FileGuest()
    const [one, two] = [guest.create('out/x', 'abc'), guest.open('out/x')]
    expect([guest.read(two), guest.read(one)]).toEqual(['abc', ''])
    expect(guest.write(two, 'x')).toBe(errno.notcapable)
  })

  test('polls as ready, with what is left', () => {
    const guest = new FileGuest()
    const fd = guest.open('in/file')
    guest.read(fd, 2)
    const subscribe = (index: number, tag: number, descriptor: number) => {
      guest.memory[data + 48 * index + 8] = tag
      guest.setU32(data + 48 * index + 16, descriptor)
    }
    subscribe(0, 1, fd)
    subscribe(1, 2, fd)
    subscribe(2, 1, root)
    expect(guest.errno('poll_oneoff', data, results, 3, iovecs)).toBe(0)
    const event = (index: number) => [guest.memory[results + 32 * index + 8], guest.u64(results + 32 * index + 16)]
    expect([guest.u32(iovecs), event(0), event(1), event(2)]).toEqual([
      3,
      [0, 3n],
      [errno.notcapable, 0n],
      [errno.badf, 0n],
    ])
  })

  test.each([
    ['fd_read', [iovecs, 1, results]],
    ['fd_pread', [iovecs, 1, 0n, results]],
    ['fd_write', [iovecs, 1, results]],
    ['fd_pwrite', [iovecs, 1, 0n, results]],
    ['fd_seek', [0n, 0, results]],
    ['fd_tell', [results]],
    ['fd_allocate', [0n, 1n]],
    ['fd_advise', [0n, 1n, 0]],
    ['fd_filestat_set_size', [0n]],
  ] as const)('%s is for no directory', (name, rest) => {
    expect(new FileGuest().errno(name, root, ...rest)).toBe(errno.badf)
  })

  test('fd_readdir is for no file', () => {
    const guest = new FileGuest()
    expect(guest.errno('fd_readdir', guest.open('in/file'), data, 100, 0n, results)).toBe(errno.notdir)
  })

  test.each([
    ['fd_allocate', [0n, 0n], errno.inval],
    ['fd_allocate', [2n ** 63n, 1n], errno.inval],
    ['fd_allocate', [2n, 3n], 0],
    ['fd_advise', [0n, 0n, 6], errno.inval],
    ['fd_advise', [0n, 0n, 5], 0],
    ['fd_filestat_set_size', [2n ** 63n], errno.inval],
    ['fd_filestat_set_times', [1n, 2n, 3], errno.inval],
    ['fd_filestat_set_times', [1n, 2n, 12], errno.inval],
    ['fd_filestat_set_times', [1n, 2n, 16], errno.inval],
    ['fd_filestat_set_times', [1n, 2n, 0], 0],
    ['fd_sync', [], 0],
    ['fd_datasync', [], 0],
  ] as const)('%s of %s', (name, rest, number) => {
    const guest = new FileGuest()
    expect(guest.errno(name, guest.create('out/x', 'abc'), ...rest)).toBe(number)
    if (number !== 0) expect(guest.left()).toEqual([['/out/x', 'abc']])
  })
})

describe('times', () => {
  test('are the clock of the call that set them', () => {
    const guest = new FileGuest()
    expect(guest.stat('in/file')).toMatchObject({ device: 1n, inode: 3n, links: 1n, size: 5n, accessed: virtualEpoch })
    const before = guest.fuelCharged
    guest.create('out/x')
    const made = guest.stat('out/x')
    expect(made).toMatchObject({
      device: 2n,
      size: 0n,
      accessed: virtualEpoch + before,
      modified: virtualEpoch + before,
    })
    expect(guest.stat('out').modified).toBe(made.modified)
  })

  test('are set one by one, to a value or to now, of the link or of what it leads to', () => {
    const guest = new FileGuest()
    guest.create('out/x')
    expect(guest.errno('path_symlink', ...guest.path('x', paths + 100), root, ...guest.path('out/l'))).toBe(0)
    const set = (path: string, follow: number, flags: number) => {
      const now = virtualEpoch + guest.fuelCharged
      const answer = guest.errno('path_filestat_set_times', root, follow, ...guest.path(path), 5n, 6n, flags)
      expect(answer).toBe(0)
      return now
    }
    set('out/l', 0, 1 | 4)
    expect(guest.stat('out/l', 0)).toMatchObject({ type: 7, size: 1n, accessed: 5n, modified: 6n })
    const now = set('out/l', 1, 2)
    expect(guest.stat('out/x')).toMatchObject({ accessed: now, changed: now })
    expect(guest.stat('out/x').modified).toBeLessThan(now)
    const later = set('out/x', 1, 8 | 1)
    expect(guest.stat('out/x')).toMatchObject({ accessed: 5n, modified: later })
  })
})

describe('listing', () => {
  test('fills the buffer to its last byte, and goes on from any cookie', () => {
    const guest = new FileGuest()
    for (const name of ['b', 'a', 'ü']) guest.errno('fd_close', guest.create(`out/${name}`))
    const fd = guest.open('out')
    const { used, entries } = guest.list(fd)
    expect([entries.map(({ name }) => name), used]).toEqual([['.', '..', 'a', 'b', 'ü'], 5 * 24 + 7])
    expect(guest.list(fd, 3n).entries.map(({ name }) => name)).toEqual(['b', 'ü'])
    expect(guest.list(fd, 0n, 24 + 1 + 10)).toMatchObject({ used: 35, entries: [{ name: '.', next: 1n }] })
    expect(guest.list(fd, 5n).used).toBe(0)
    expect(guest.list(fd, 2n ** 64n - 1n).used).toBe(0)
    expect(guest.list(fd, 0n, 0).used).toBe(0)
    expect(guest.fuelOf('fd_readdir', fd, data, 4096, 0n, results)).toBe(64 + Math.ceil((5 * 24 + 7) / 16))
  })

  test('goes on as it began, whatever happens meanwhile; from its start it is new', () => {
    const guest = new FileGuest()
    for (const name of ['a', 'b', 'c']) guest.errno('fd_close', guest.create(`out/${name}`))
    const fd = guest.open('out')
    guest.list(fd, 0n, 24 * 3 + 4)
    for (const name of ['a', 'b']) guest.errno('path_unlink_file', root, ...guest.path(`out/${name}`))
    expect(guest.list(fd, 3n).entries.map(({ name }) => name)).toEqual(['b', 'c'])
    expect(guest.list(fd).entries.map(({ name }) => name)).toEqual(['.', '..', 'c'])
  })
})

describe('outputBytes', () => {
  const exceeded = { kind: 'ended', outcome: { kind: 'exceeded', limit: 'output' } }
  const write = (guest: FileGuest, fd: number, content: string) => {
    guest.put(data, content)
    guest.iovecs(iovecs, [data, content.length])
    return guest.call('fd_write', fd, iovecs, 1, results)
  }

  test('counts files and streams together, to the last byte', () => {
    const guest = new FileGuest({ outputBytes: 10 })
    const fd = guest.create('out/x', '12345')
    write(guest, 1, '1234')
    expect(write(guest, fd, '67')).toEqual(exceeded)
    expect(write(guest, fd, '6')).toEqual({ kind: 'returned', values: [0n] })
    expect(write(guest, 2, '1')).toEqual(exceeded)
    expect(guest.left()).toEqual([['/out/x', '123456']])
  })

  test('counts the size of a file, holes too, and not what is written over', () => {
    const guest = new FileGuest({ outputBytes: 10 })
    const fd = guest.create('out/x')
    expect(guest.call('fd_filestat_set_size', fd, 11n)).toEqual(exceeded)
    expect(guest.call('fd_allocate', fd, 10n, 1n)).toEqual(exceeded)
    expect(guest.errno('fd_filestat_set_size', fd, 10n)).toBe(0)
    for (let round = 0; round < 3; round++) {
      guest.errno('fd_seek', fd, 0n, 0, results)
      expect(write(guest, fd, 'x'.repeat(10))).toMatchObject({ kind: 'returned' })
    }
    expect(write(guest, fd, 'x')).toEqual(exceeded)
    expect(guest.call('fd_filestat_set_size', fd, 2n ** 63n - 1n)).toEqual(exceeded)
  })

  test('is asked before anything is copied: buffers that lie over one another cost no memory of the host', () => {
    const guest = new FileGuest({ outputBytes: 10 })
    const fd = guest.create('out/x')
    const memory = guest.memory.length
    guest.iovecs(iovecs, ...Array.from({ length: 1024 }, () => [0, memory] as const))
    const before = process.memoryUsage().arrayBuffers
    expect(guest.call('fd_write', fd, iovecs, 1024, results)).toEqual(exceeded)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * memory)
    expect(guest.left()).toEqual([['/out/x', '']])
  })

  test('is given back by what is cut or removed, once nothing is left of it', () => {
    const guest = new FileGuest({ outputBytes: 10 })
    const fd = guest.create('out/x', '1234567890')
    expect(guest.errno('fd_filestat_set_size', fd, 4n)).toBe(0)
    expect(write(guest, guest.create('out/y'), '123456')).toMatchObject({ kind: 'returned' })
    guest.errno('path_unlink_file', root, ...guest.path('out/x'))
    // Still open, so still there.
    expect(write(guest, 1, '1')).toEqual(exceeded)
    guest.errno('fd_close', fd)
    expect(write(guest, 1, '1234')).toMatchObject({ kind: 'returned' })
    guest.errno('path_open', root, 0, ...guest.path('out/y'), 8, 0n, 0n, 0, results)
    expect(write(guest, 1, '123456')).toMatchObject({ kind: 'returned' })
    expect(write(guest, 1, '1')).toEqual(exceeded)
  })

  test('counts a file once for each of its names, as its receipt will', () => {
    const guest = new FileGuest({ outputBytes: 10 })
    const fd = guest.create('out/x', '1234')
    const link = (to: string) =>
      guest.call('path_link', root, 0, ...guest.path('out/x'), root, ...guest.path(to, paths + 100))
    expect(link('out/y')).toMatchObject({ kind: 'returned' })
    expect(link('out/z')).toEqual(exceeded)
    expect(write(guest, fd, '5')).toMatchObject({ kind: 'returned' })
    expect(write(guest, fd, '6')).toEqual(exceeded)
    expect(guest.left()).toEqual([
      ['/out/x', '12345'],
      ['/out/y', '12345'],
    ])
    guest.errno('path_unlink_file', root, ...guest.path('out/y'))
    expect(write(guest, 1, '12345')).toMatchObject({ kind: 'returned' })
  })

  test('is given back by a file that another is renamed over', () => {
    const guest = new FileGuest({ outputBytes: 10 })
    guest.errno('fd_close', guest.create('out/x', '1234'))
    guest.errno('fd_close', guest.create('out/y', '123456'))
    expect(guest.errno('path_rename', root, ...guest.path('out/x'), root, ...guest.path('out/y', paths + 100))).toBe(0)
    expect(write(guest, 1, '123456')).toMatchObject({ kind: 'returned' })
    expect(write(guest, 1, '1')).toEqual(exceeded)
  })
})

describe('what is collected', () => {
  test('is every regular file below the outputs, by the bytes of its path; links are not', () => {
    const guest = new FileGuest({ outputs: ['/out/kept', '/out/also'] })
    for (const path of ['out/kept/b', 'out/kept/a!', 'out/also/c', 'out/scratch'])
      guest.errno('fd_close', guest.create(path, path))
    guest.errno('path_create_directory', root, ...guest.path('out/kept/a'))
    guest.errno('fd_close', guest.create('out/kept/a/x'))
    guest.errno('path_symlink', ...guest.path('b', paths + 100), root, ...guest.path('out/kept/link'))
    expect(guest.left()).toEqual([
      ['/out/also/c', 'out/also/c'],
      ['/out/kept/a!', 'out/kept/a!'],
      ['/out/kept/a/x', ''],
      ['/out/kept/b', 'out/kept/b'],
    ])
  })

  test('is nothing where a link or a file took the place of the directory', () => {
    const guest = new FileGuest({ outputs: ['/out/kept'] })
    guest.errno('fd_close', guest.create('out/kept/x', 'x'))
    guest.errno('path_rename', root, ...guest.path('out/kept'), root, ...guest.path('out/moved', paths + 100))
    guest.errno('path_symlink', ...guest.path('moved', paths + 100), root, ...guest.path('out/kept'))
    expect(guest.left()).toEqual([])
  })
})
