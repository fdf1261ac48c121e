import { type Errno, errno } from './errno.ts'
import type { GuestMemory } from './guest-memory.ts'
import type { CallContext } from './host-call.ts'
import type { Inode } from './inodes.ts'

export const filestatBytes = 64

export interface Stat extends Pick<Inode, 'device' | 'inode' | 'links' | 'size' | 'times'> {
  readonly type: number
}

/** `filestat`: device 0, inode 8, type 16, links 24, size 32, accessed 40, modified 48, changed 56. */
export function writeFilestat(memory: GuestMemory, at: number, node: Stat): void {
  memory.range(at, filestatBytes).fill(0)
  memory.setU64(at, node.device)
  memory.setU64(at + 8, node.inode)
  memory.range(at + 16, 1)[0] = node.type
  memory.setU64(at + 24, BigInt(node.links))
  memory.setU64(at + 32, BigInt(node.size))
  memory.setU64(at + 40, node.times.accessed)
  memory.setU64(at + 48, node.times.modified)
  memory.setU64(at + 56, node.times.changed)
}

const timeFlags = Object.freeze({ accessed: 1, accessedNow: 2, modified: 4, modifiedNow: 8 })

/** The two times and the flags that a call gives from argument `position` on, as what they do to a node. */
export function readTimes(call: CallContext, position: number): ((node: Inode) => void) | Errno {
  const [accessed, modified, flags] = [call.args[position]!, call.args[position + 1]!, call.u32(position + 2)]
  if (flags > 0b1111) return errno.inval
  const both = (one: number, other: number) => (flags & one) !== 0 && (flags & other) !== 0
  if (both(timeFlags.accessed, timeFlags.accessedNow) || both(timeFlags.modified, timeFlags.modifiedNow)) {
    return errno.inval
  }
  const { now } = call
  return ({ times }) => {
    if ((flags & timeFlags.accessed) !== 0) times.accessed = accessed
    if ((flags & timeFlags.accessedNow) !== 0) times.accessed = now
    if ((flags & timeFlags.modified) !== 0) times.modified = modified
    if ((flags & timeFlags.modifiedNow) !== 0) times.modified = now
    times.changed = now
  }
}
