import { hasRights, onDescriptor } from './descriptor-call.ts'
import { type Descriptor, descriptorFlags } from './descriptors.ts'
import { errno } from './errno.ts'
import { filestatBytes, readTimes, type Stat, writeFilestat } from './filestat.ts'
import { base, type CallContext, grant, type HostCall, type Plan, refuse, signature } from './host-call.ts'
import { fileTypes } from './inodes.ts'
import { rights } from './rights.ts'
import { virtualEpoch } from './virtual-clock.ts'

/** The calls that concern a descriptor of any kind. */
export const descriptorCalls: readonly HostCall[] = [
  onDescriptor('fd_close', 'i', (_descriptor, call) =>
    grant(() => {
      call.program.descriptors.close(call.u32(0))
    }),
  ),
  onDescriptor('fd_fdstat_get', 'ii', statDescriptor),
  onDescriptor('fd_fdstat_set_flags', 'ii', setFlags),
  onDescriptor('fd_fdstat_set_rights', 'iII', dropRights),
  onDescriptor('fd_filestat_get', 'ii', statFile),
  onDescriptor('fd_filestat_set_times', 'iIIi', setTimes),
  {
    name: 'fd_renumber',
    type: signature('ii'),
    baseFuel: base,
    iovecs: false,
    plan(call) {
      const { descriptors } = call.program
      const [from, to] = [call.u32(0), call.u32(1)]
      if (descriptors.find(from) === undefined || descriptors.find(to) === undefined) return refuse(errno.badf)
      return grant(() => {
        descriptors.renumber(from, to)
      })
    },
  },
]

/** `fdstat`: file type at 0, flags at 2, rights at 8 and 16. */
function statDescriptor(descriptor: Descriptor, call: CallContext): Plan {
  const pointer = call.u32(1)
  if (!call.memory.holds(pointer, 24)) return refuse(errno.fault)
  return grant(() => {
    call.memory.range(pointer, 24).fill(0)
    call.memory.range(pointer, 1)[0] = descriptor.type
    call.memory.range(pointer + 2, 1)[0] = descriptor.flags
    call.memory.setU64(pointer + 8, descriptor.rightsBase)
    call.memory.setU64(pointer + 16, descriptor.rightsInheriting)
  })
}

export const allDescriptorFlags = Object.values(descriptorFlags).reduce((all, flag) => all | flag, 0)

function setFlags(descriptor: Descriptor, call: CallContext): Plan {
  if (!hasRights(descriptor, rights.fdFdstatSetFlags)) return refuse(errno.notcapable)
  const flags = call.u32(1)
  if ((flags & ~allDescriptorFlags) !== 0) return refuse(errno.inval)
  return grant(() => {
    descriptor.flags = flags
  })
}

/** Rights only ever shrink. */
function dropRights(descriptor: Descriptor, call: CallContext): Plan {
  const [rightsBase, inheriting] = [call.args[1]!, call.args[2]!]
  if ((rightsBase & ~descriptor.rightsBase) !== 0n || (inheriting & ~descriptor.rightsInheriting) !== 0n) {
    return refuse(errno.notcapable)
  }
  return grant(() => {
    descriptor.rightsBase = rightsBase
    descriptor.rightsInheriting = inheriting
  })
}

/** A stream is no node of the file system: it has one link, and times that never change. */
function statFile(descriptor: Descriptor, call: CallContext): Plan {
  if (!hasRights(descriptor, rights.fdFilestatGet)) return refuse(errno.notcapable)
  const { memory } = call
  const pointer = call.u32(1)
  if (!memory.holds(pointer, filestatBytes)) return refuse(errno.fault)
  return grant(() => {
    writeFilestat(memory, pointer, nodeOf(descriptor) ?? streamNode)
  })
}

function setTimes(descriptor: Descriptor, call: CallContext): Plan {
  const node = nodeOf(descriptor)
  if (node === undefined || !hasRights(descriptor, rights.fdFilestatSetTimes)) return refuse(errno.notcapable)
  const set = readTimes(call, 1)
  if (typeof set === 'number') return refuse(set)
  if (!node.writable) return refuse(errno.rofs)
  return grant(() => {
    set(node)
  })
}

const streamNode: Stat = Object.freeze({
  device: 0n,
  inode: 0n,
  type: fileTypes.unknown,
  links: 1,
  size: 0,
  times: { accessed: virtualEpoch, modified: virtualEpoch, changed: virtualEpoch },
})

function nodeOf(descriptor: Descriptor) {
  if (descriptor.kind === 'file') return descriptor.file
  return descriptor.kind === 'directory' ? descriptor.directory : undefined
}
