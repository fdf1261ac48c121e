import { findDirectory } from './descriptor-call.ts'
import { allDescriptorFlags } from './descriptor-calls.ts'
import { OpenDirectory, OpenFile } from './descriptors.ts'
import { type Errno, errno } from './errno.ts'
import { type Change, decodePath } from './file-system.ts'
import { filestatBytes, readTimes, writeFilestat } from './filestat.ts'
import {
  type CallContext,
  grant,
  type HostCall,
  outOfOutput,
  type Plan,
  pathBase,
  refuse,
  signature,
} from './host-call.ts'
import type { Directory } from './inodes.ts'
import { type Following, maximumPathBytes, type Place, walk } from './path-walk.ts'
import { rights } from './rights.ts'

/**
 * The calls that take a path. Each finds its directories, then its pointers, then reads its paths, which it pays for
 * whatever they lead to, then walks.
 */
export const pathCalls: readonly HostCall[] = [
  pathCall('path_create_directory', 'iii', 'the path', (call) => {
    const at = [{ fd: 0, path: 1, right: rights.pathCreateDirectory }] as const
    return onPaths(call, at, [], (bytes, [base], [path]) =>
      settle(
        walked(base, path, 'entry', (place) => call.program.fileSystem.makeDirectory(place, call.now)),
        bytes,
      ),
    )
  }),
  pathCall('path_filestat_get', 'iiiii', 'the path', (call) => {
    const at = [{ fd: 0, path: 2, right: rights.pathFilestatGet }] as const
    const pointer = call.u32(4)
    return onPaths(call, at, [[pointer, filestatBytes]], (bytes, [base], [path]) => {
      const following = readFollowing(call.u32(1))
      if (typeof following === 'number') return refuse(following, bytes)
      const place = walk(base, path, following)
      if (typeof place === 'number') return refuse(place, bytes)
      const { node } = place
      if (node === undefined) return refuse(errno.noent, bytes)
      return grant(() => {
        writeFilestat(call.memory, pointer, node)
      }, bytes)
    })
  }),
  pathCall('path_filestat_set_times', 'iiiiIIi', 'the path', (call) => {
    const at = [{ fd: 0, path: 2, right: rights.pathFilestatSetTimes }] as const
    return onPaths(call, at, [], (bytes, [base], [path]) => {
      const following = readFollowing(call.u32(1))
      if (typeof following === 'number') return refuse(following, bytes)
      const set = readTimes(call, 4)
      if (typeof set === 'number') return refuse(set, bytes)
      const place = walk(base, path, following)
      if (typeof place === 'number') return refuse(place, bytes)
      const { node } = place
      if (node === undefined) return refuse(errno.noent, bytes)
      if (!node.writable) return refuse(errno.rofs, bytes)
      return grant(() => {
        set(node)
      }, bytes)
    })
  }),
  pathCall('path_link', 'iiiiiii', 'both paths', (call) => {
    const at = [
      { fd: 0, path: 2, right: rights.pathLinkSource },
      { fd: 4, path: 5, right: rights.pathLinkTarget },
    ] as const
    return onPaths(call, at, [], (bytes, [from, to], [old, fresh]) => {
      // A link to what a symbolic link leads to is not to be had, as in most of WASI's hosts.
      if (call.u32(1) !== 0) return refuse(errno.inval, bytes)
      const change = walked(from, old, 'entry', (source) =>
        walked(to, fresh, 'entry', (target) => call.program.fileSystem.link(source, target, call.now)),
      )
      return settle(change, bytes)
    })
  }),
  pathCall('path_open', 'iiiiiIIii', 'the path', planOpen),
  pathCall('path_readlink', 'iiiiii', 'the path, and of the target what the buffer takes', (call) => {
    const at = [{ fd: 0, path: 1, right: rights.pathReadlink }] as const
    const [buffer, length, usedPointer] = [call.u32(3), call.u32(4), call.u32(5)]
    const pointers = [
      [buffer, length],
      [usedPointer, 4],
    ] as const
    return onPaths(call, at, pointers, (bytes, [base], [path]) => {
      const place = walk(base, path, 'look')
      if (typeof place === 'number') return refuse(place, bytes)
      if (place.node === undefined) return refuse(errno.noent, bytes)
      if (place.node.kind !== 'link') return refuse(errno.inval, bytes)
      const piece = new TextEncoder().encode(place.node.target).subarray(0, length)
      return grant(() => {
        call.memory.write(buffer, piece)
        call.memory.setU32(usedPointer, piece.length)
      }, bytes + piece.length)
    })
  }),
  pathCall('path_remove_directory', 'iii', 'the path', (call) => {
    const at = [{ fd: 0, path: 1, right: rights.pathRemoveDirectory }] as const
    return onPaths(call, at, [], (bytes, [base], [path]) =>
      settle(
        walked(base, path, 'entry', (place) => call.program.fileSystem.removeDirectory(place, call.now)),
        bytes,
      ),
    )
  }),
  pathCall('path_rename', 'iiiiii', 'both paths', (call) => {
    const at = [
      { fd: 0, path: 1, right: rights.pathRenameSource },
      { fd: 3, path: 4, right: rights.pathRenameTarget },
    ] as const
    return onPaths(call, at, [], (bytes, [from, to], [old, fresh]) => {
      const change = walked(from, old, 'entry', (source) =>
        walked(to, fresh, 'entry', (target) => call.program.fileSystem.rename(source, target, call.now)),
      )
      return settle(change, bytes)
    })
  }),
  pathCall('path_symlink', 'iiiii', 'both paths', (call) => {
    const at = [{ fd: 2, path: 3, right: rights.pathSymlink }] as const
    const [pointer, length] = [call.u32(0), call.u32(1)]
    return onPaths(call, at, [[pointer, length]], (pathBytes, [base], [path]) => {
      if (length > maximumPathBytes) return refuse(errno.nametoolong, pathBytes)
      const bytes = pathBytes + length
      const target = decodePath(call.memory.range(pointer, length))
      if (typeof target === 'number') return refuse(target, bytes)
      const { fileSystem } = call.program
      return settle(
        walked(base, path, 'entry', (place) => fileSystem.makeSymbolicLink(place, target, call.now)),
        bytes,
      )
    })
  }),
  pathCall('path_unlink_file', 'iii', 'the path', (call) => {
    const at = [{ fd: 0, path: 1, right: rights.pathUnlinkFile }] as const
    return onPaths(call, at, [], (bytes, [base], [path]) =>
      settle(
        walked(base, path, 'entry', (place) => call.program.fileSystem.unlink(place, call.now)),
        bytes,
      ),
    )
  }),
]

const openFlags = Object.freeze({ create: 1, directory: 2, exclusive: 4, truncate: 8 })

/** `path_open(fd, dirflags, path, length, oflags, rights, inheriting, fdflags, opened)`. */
function planOpen(call: CallContext): Plan {
  const { program } = call
  const [flags, rightsAsked, inheriting] = [call.u32(4), call.args[5]!, call.args[6]!]
  const [descriptorFlags, pointer] = [call.u32(7), call.u32(8)]
  const creates = (flags & openFlags.create) !== 0
  const truncates = (flags & openFlags.truncate) !== 0
  const right = rights.pathOpen | (creates ? rights.pathCreateFile : 0n) | (truncates ? rights.pathFilestatSetSize : 0n)
  const at = [{ fd: 0, path: 2, right, inherits: rightsAsked | inheriting }] as const
  return onPaths(call, at, [[pointer, 4]], (bytes, [base], [path]) => {
    const refused = (number: Errno) => refuse(number, bytes)
    const asked = readFollowing(call.u32(1))
    if (typeof asked === 'number') return refused(asked)
    if (flags > 0b1111 || (descriptorFlags & ~allDescriptorFlags) !== 0) return refused(errno.inval)
    const asDirectory = (flags & openFlags.directory) !== 0
    if (asDirectory && (creates || truncates)) return refused(errno.inval)
    const exclusive = creates && (flags & openFlags.exclusive) !== 0
    const place = walk(base, path, exclusive ? 'entry' : asked)
    if (typeof place === 'number') return refused(place)
    if (program.descriptors.isFull) return refused(errno.mfile)

    const { node } = place
    const hand = (descriptor: OpenFile | OpenDirectory) => {
      call.memory.setU32(pointer, program.descriptors.add(descriptor))
    }
    if (node === undefined) {
      if (!creates) return refused(errno.noent)
      const made = program.fileSystem.makeFile(place, call.now)
      if (typeof made === 'number') return refused(made)
      return grant(() => {
        made.change()
        hand(new OpenFile(made.file, rightsAsked, descriptorFlags))
      }, bytes)
    }
    if (exclusive) return refused(errno.exist)
    switch (node.kind) {
      case 'link':
        return refused(errno.loop)
      case 'directory':
        if (creates || truncates || (rightsAsked & rights.fdWrite) !== 0n) return refused(errno.isdir)
        return grant(() => {
          hand(new OpenDirectory(node, rightsAsked, inheriting, descriptorFlags))
        }, bytes)
      case 'file':
        if (asDirectory) return refused(errno.notdir)
        if (!node.writable && (truncates || (rightsAsked & rights.fdWrite) !== 0n)) return refused(errno.rofs)
        return grant(() => {
          if (truncates) program.fileSystem.resize(node, 0, call.now)
          hand(new OpenFile(node, rightsAsked, descriptorFlags))
        }, bytes)
      default:
        return node satisfies never
    }
  })
}

// ---- What they have in common ----

function pathCall(name: string, parameters: string, transfers: string, plan: HostCall['plan']): HostCall {
  return { name, type: signature(parameters), baseFuel: pathBase, iovecs: false, transfers, plan }
}

/** Where a call has a directory and a path below it: the positions of the arguments, the path's length behind its pointer. */
interface PathArguments {
  readonly fd: number
  readonly path: number
  readonly right: bigint
  /** What the directory must let be inherited. */
  readonly inherits?: bigint
}

/** One of what `At` has. */
type Each<At extends readonly unknown[], Item> = { readonly [Index in keyof At]: Item }

/** @param bytes of the paths: to be charged whatever is answered */
type PlanOnPaths<At extends readonly PathArguments[]> = (
  bytes: number,
  bases: Each<At, Directory>,
  paths: Each<At, string>,
) => Plan

function onPaths<const At extends readonly PathArguments[]>(
  call: CallContext,
  at: At,
  pointers: readonly (readonly [pointer: number, length: number])[],
  plan: PlanOnPaths<At>,
): Plan {
  // All must be open before it is asked what any of them is.
  if (at.some(({ fd }) => call.program.descriptors.find(call.u32(fd)) === undefined)) return refuse(errno.badf)
  const bases: Directory[] = []
  for (const { fd, right, inherits = 0n } of at) {
    const open = findDirectory(call, fd, right)
    if (typeof open === 'number') return refuse(open)
    if ((inherits & ~open.rightsInheriting) !== 0n) return refuse(errno.notcapable)
    bases.push(open.directory)
  }
  const ranges = at.map(({ path }) => [call.u32(path), call.u32(path + 1)] as const)
  if (![...ranges, ...pointers].every(([pointer, length]) => call.memory.holds(pointer, length))) {
    return refuse(errno.fault)
  }
  if (ranges.some(([, length]) => length > maximumPathBytes)) return refuse(errno.nametoolong)
  const bytes = ranges.reduce((sum, [, length]) => sum + length, 0)
  const paths: string[] = []
  for (const [pointer, length] of ranges) {
    const path = decodePath(call.memory.range(pointer, length))
    if (typeof path === 'number') return refuse(path, bytes)
    paths.push(path)
  }
  return plan(bytes, bases as unknown as Each<At, Directory>, paths as unknown as Each<At, string>)
}

/** `lookupflags`: 1 follows a symbolic link that stands last. */
function readFollowing(flags: number): Following | Errno {
  return flags > 1 ? errno.inval : flags === 1 ? 'follow' : 'look'
}

function walked(
  base: Directory,
  path: string,
  following: Following,
  then: (place: Place) => Change | Errno,
): Change | Errno {
  const place = walk(base, path, following)
  return typeof place === 'number' ? place : then(place)
}

function settle(change: Change | Errno, bytes: number): Plan {
  if (typeof change === 'number') return refuse(change, bytes)
  return grant(() => (change() ? undefined : outOfOutput), bytes)
}
