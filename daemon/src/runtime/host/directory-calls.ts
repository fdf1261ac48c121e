import { hasRights, onDescriptor } from './descriptor-call.ts'
import type { OpenDirectory } from './descriptors.ts'
import { errno } from './errno.ts'
import { type CallContext, grant, type HostCall, type Plan, refuse } from './host-call.ts'
import { type DirectoryEntry, utf8Bytes } from './inodes.ts'
import { rights } from './rights.ts'

/** The calls by which a guest finds what is preopened, and lists directories. */
export const directoryCalls: readonly HostCall[] = [
  // `badf` for whatever is not preopened: it is what ends a libc's search.
  onDescriptor('fd_prestat_get', 'ii', (descriptor, call) => {
    if (descriptor.kind !== 'directory' || descriptor.preopenName === undefined) return refuse(errno.badf)
    const { length } = descriptor.preopenName
    const pointer = call.u32(1)
    if (!call.memory.holds(pointer, 8)) return refuse(errno.fault)
    return grant(() => {
      // `prestat`: the tag 0, a directory, at 0; the length of its name at 4.
      call.memory.setU32(pointer, 0)
      call.memory.setU32(pointer + 4, length)
    })
  }),
  {
    ...onDescriptor('fd_prestat_dir_name', 'iii', (descriptor, call) => {
      if (descriptor.kind !== 'directory' || descriptor.preopenName === undefined) return refuse(errno.badf)
      const name = descriptor.preopenName
      const [pointer, length] = [call.u32(1), call.u32(2)]
      if (!call.memory.holds(pointer, length)) return refuse(errno.fault)
      if (length < name.length) return refuse(errno.nametoolong)
      return grant(() => {
        call.memory.write(pointer, name)
      }, name.length)
    }),
    transfers: 'the name',
  },
  {
    ...onDescriptor('fd_readdir', 'iiiIi', (descriptor, call) => {
      if (descriptor.kind !== 'directory') return refuse(errno.notdir)
      return hasRights(descriptor, rights.fdReaddir) ? list(descriptor, call) : refuse(errno.notcapable)
    }),
    transfers: 'the entries (24 each) and their names, as far as the buffer takes them',
  },
]

/** `dirent`: the next cookie at 0, inode 8, length of the name 16, type 20; then the name. */
const direntBytes = 24

/** Fills the buffer to its end, if need be with a part of an entry: less than a full buffer means that all is told. */
function list(open: OpenDirectory, call: CallContext): Plan {
  const { memory } = call
  const [pointer, length, cookie, usedPointer] = [call.u32(1), call.u32(2), call.args[3]!, call.u32(4)]
  if (!memory.holds(pointer, length) || !memory.holds(usedPointer, 4)) return refuse(errno.fault)
  const listing = open.listing(cookie)
  const told: { readonly entry: DirectoryEntry; readonly next: number }[] = []
  let used = 0
  for (let next = cookie > BigInt(listing.length) ? listing.length : Number(cookie); used < length; ) {
    const entry = listing[next++]
    if (entry === undefined) break
    told.push({ entry, next })
    used += direntBytes + utf8Bytes(entry.name)
  }
  used = Math.min(used, length)
  return grant(() => {
    open.keep(listing)
    const buffer = memory.range(pointer, used)
    let at = 0
    for (const { entry, next } of told) {
      for (const part of [dirent(entry, next), new TextEncoder().encode(entry.name)]) {
        buffer.set(part.subarray(0, used - at), at)
        at = Math.min(used, at + part.length)
      }
    }
    memory.setU32(usedPointer, used)
  }, used)
}

function dirent({ name, node }: DirectoryEntry, next: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(direntBytes))
  view.setBigUint64(0, BigInt(next), true)
  view.setBigUint64(8, node.inode, true)
  view.setUint32(16, utf8Bytes(name), true)
  view.setUint8(20, node.type)
  return new Uint8Array(view.buffer)
}
