import { type Descriptor, InputStream, OutputStream, rights, unknownFileType } from './descriptors.ts'
import { type Errno, errno } from './errno.ts'
import { type Buffer, type GuestMemory, iovecBytes } from './guest-memory.ts'
import { base, type CallContext, grant, type HostCall, type Plan, refuse, signature } from './host-call.ts'
import { virtualEpoch } from './virtual-clock.ts'

/** The calls on an open descriptor. Three streams exist; what only a file or a directory can do is refused by kind. */
export const descriptorCalls: readonly HostCall[] = [
  onDescriptor('fd_advise', 'iIIi', () => refuse(errno.spipe)),
  onDescriptor('fd_allocate', 'iII', () => refuse(errno.spipe)),
  onDescriptor('fd_close', 'i', (_descriptor, call) =>
    grant(() => {
      call.program.descriptors.close(call.u32(0))
    }),
  ),
  onDescriptor('fd_datasync', 'i', () => refuse(errno.inval)),
  onDescriptor('fd_fdstat_get', 'ii', statDescriptor),
  onDescriptor('fd_fdstat_set_flags', 'ii', setFlags),
  onDescriptor('fd_fdstat_set_rights', 'iII', dropRights),
  onDescriptor('fd_filestat_get', 'ii', statFile),
  onDescriptor('fd_filestat_set_size', 'iI', () => refuse(errno.inval)),
  onDescriptor('fd_filestat_set_times', 'iIIi', () => refuse(errno.notcapable)),
  onDescriptor('fd_pread', 'iiiIi', () => refuse(errno.spipe)),
  // Only preopened directories answer these two, and there are none: `badf` is what ends a libc's search for them.
  onDescriptor('fd_prestat_dir_name', 'iii', () => refuse(errno.badf)),
  onDescriptor('fd_prestat_get', 'ii', () => refuse(errno.badf)),
  onDescriptor('fd_pwrite', 'iiiIi', () => refuse(errno.spipe)),
  {
    ...onDescriptor('fd_read', 'iiii', read),
    iovecs: true,
    transfers: 'the bytes read: the smaller of what is asked and what remains',
  },
  onDescriptor('fd_readdir', 'iiiIi', () => refuse(errno.notdir)),
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
  onDescriptor('fd_seek', 'iIii', () => refuse(errno.spipe)),
  onDescriptor('fd_sync', 'i', () => refuse(errno.inval)),
  onDescriptor('fd_tell', 'ii', () => refuse(errno.spipe)),
  {
    ...onDescriptor('fd_write', 'iiii', write),
    iovecs: true,
    transfers: 'the bytes written',
  },
]

/** A call whose first argument is a descriptor: it must be open before anything else is looked at. */
function onDescriptor(
  name: string,
  parameters: string,
  plan: (descriptor: Descriptor, call: CallContext) => Plan,
): HostCall {
  return {
    name,
    type: signature(parameters),
    baseFuel: base,
    iovecs: false,
    plan(call) {
      const descriptor = call.program.descriptors.find(call.u32(0))
      return descriptor === undefined ? refuse(errno.badf) : plan(descriptor, call)
    },
  }
}

/** `fdstat`: file type at 0, flags at 2, rights at 8 and 16. */
function statDescriptor(descriptor: Descriptor, call: CallContext): Plan {
  const pointer = call.u32(1)
  if (!call.memory.holds(pointer, 24)) return refuse(errno.fault)
  return grant(() => {
    call.memory.range(pointer, 24).fill(0)
    call.memory.range(pointer, 1)[0] = unknownFileType
    call.memory.range(pointer + 2, 1)[0] = descriptor.flags
    call.memory.setU64(pointer + 8, descriptor.rightsBase)
    call.memory.setU64(pointer + 16, descriptor.rightsInheriting)
  })
}

/** append 1, dsync 2, nonblock 4, rsync 8, sync 16: kept and reported, without effect on a stream. */
const allFlags = 0b11111

function setFlags(descriptor: Descriptor, call: CallContext): Plan {
  if ((descriptor.rightsBase & rights.fdFdstatSetFlags) === 0n) return refuse(errno.notcapable)
  const flags = call.u32(1)
  if ((flags & ~allFlags) !== 0) return refuse(errno.inval)
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
  })
}

/** `filestat`: device 0, inode 8, type 16, links 24, size 32, times at 40, 48 and 56. A stream's never change. */
function statFile(descriptor: Descriptor, call: CallContext): Plan {
  if ((descriptor.rightsBase & rights.fdFilestatGet) === 0n) return refuse(errno.notcapable)
  const pointer = call.u32(1)
  if (!call.memory.holds(pointer, 64)) return refuse(errno.fault)
  return grant(() => {
    call.memory.range(pointer, 64).fill(0)
    call.memory.range(pointer + 16, 1)[0] = unknownFileType
    call.memory.setU64(pointer + 24, 1n)
    for (const time of [40, 48, 56]) call.memory.setU64(pointer + time, virtualEpoch)
  })
}

function read(descriptor: Descriptor, call: CallContext): Plan {
  if (!(descriptor instanceof InputStream)) return refuse(errno.badf)
  if ((descriptor.rightsBase & rights.fdRead) === 0n) return refuse(errno.notcapable)
  const vector = readVector(call)
  if (typeof vector === 'number') return refuse(vector)
  const bytes = Math.min(vector.length, descriptor.remaining)
  return grant(
    () => {
      for (const { pointer, length } of vector.buffers) call.memory.write(pointer, descriptor.take(length))
      call.memory.setU32(call.u32(3), bytes)
    },
    bytes,
    vector.buffers.length,
  )
}

function write(descriptor: Descriptor, call: CallContext): Plan {
  if (!(descriptor instanceof OutputStream)) return refuse(errno.badf)
  if ((descriptor.rightsBase & rights.fdWrite) === 0n) return refuse(errno.notcapable)
  const vector = readVector(call)
  if (typeof vector === 'number') return refuse(vector)
  return grant(
    () => {
      if (!call.program.budget.take(vector.length)) return { kind: 'exceeded', limit: 'output' }
      if (vector.length > 0) call.program.emit(descriptor.stream, gather(call.memory, vector.buffers))
      call.memory.setU32(call.u32(3), vector.length)
      return undefined
    },
    vector.length,
    vector.buffers.length,
  )
}

/** The buffers' bytes as one piece; a view where there is only one. */
function gather(memory: GuestMemory, buffers: readonly Buffer[]): Uint8Array {
  const filled = buffers.filter(({ length }) => length > 0)
  if (filled.length === 1) return memory.range(filled[0]!.pointer, filled[0]!.length)
  const bytes = new Uint8Array(filled.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const { pointer, length } of filled) {
    bytes.set(memory.range(pointer, length), at)
    at += length
  }
  return bytes
}

/** As POSIX's IOV_MAX: bounds the work that a call does before it is paid for. */
const maximumIovecs = 1024

/** The buffers of a vectored call: arguments 1 and 2 name the array, 3 where the count of bytes goes. */
function readVector(call: CallContext): Errno | { readonly buffers: readonly Buffer[]; readonly length: number } {
  const { memory } = call
  const [array, count] = [call.u32(1), call.u32(2)]
  if (!memory.holds(array, count * iovecBytes)) return errno.fault
  if (count > maximumIovecs) return errno.inval
  const buffers: Buffer[] = []
  let length = 0
  for (let index = 0; index < count; index++) {
    const buffer = {
      pointer: memory.u32(array + iovecBytes * index),
      length: memory.u32(array + iovecBytes * index + 4),
    }
    if (!memory.holds(buffer.pointer, buffer.length)) return errno.fault
    buffers.push(buffer)
    length += buffer.length
  }
  if (!memory.holds(call.u32(3), 4)) return errno.fault
  return length > 0xffff_ffff ? errno.inval : { buffers, length }
}
