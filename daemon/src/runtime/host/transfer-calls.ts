import { hasRights, onDescriptor } from './descriptor-call.ts'
import { type Descriptor, descriptorFlags, type OpenFile } from './descriptors.ts'
import { type Errno, errno } from './errno.ts'
import { greatestOffset } from './file-calls.ts'
import { type Buffer, type GuestMemory, iovecBytes } from './guest-memory.ts'
import { type CallContext, grant, type HostCall, outOfOutput, type Plan, refuse } from './host-call.ts'
import { rights } from './rights.ts'

/** The calls that move bytes between a guest's memory and a stream or a file. */
export const transferCalls: readonly HostCall[] = [
  {
    ...onDescriptor('fd_pread', 'iiiIi', (descriptor, call) => {
      const refusal = refusesPosition(descriptor, rights.fdRead)
      return refusal === undefined ? readFile(descriptor as OpenFile, call, 4, call.args[3]!) : refuse(refusal)
    }),
    iovecs: true,
    transfers: 'the bytes read: the smaller of what is asked and what remains',
  },
  {
    ...onDescriptor('fd_pwrite', 'iiiIi', (descriptor, call) => {
      const refusal = refusesPosition(descriptor, rights.fdWrite)
      return refusal === undefined ? writeFile(descriptor as OpenFile, call, 4, call.args[3]!) : refuse(refusal)
    }),
    iovecs: true,
    transfers: 'the bytes written',
  },
  {
    ...onDescriptor('fd_read', 'iiii', read),
    iovecs: true,
    transfers: 'the bytes read: the smaller of what is asked and what remains',
  },
  {
    ...onDescriptor('fd_write', 'iiii', write),
    iovecs: true,
    transfers: 'the bytes written',
  },
]

/** Why a descriptor cannot be read or written at a position. */
function refusesPosition(descriptor: Descriptor, right: bigint): Errno | undefined {
  if (descriptor.kind === 'directory') return errno.badf
  if (descriptor.kind !== 'file') return errno.spipe
  return hasRights(descriptor, right | rights.fdSeek) ? undefined : errno.notcapable
}

function read(descriptor: Descriptor, call: CallContext): Plan {
  if (descriptor.kind === 'output' || descriptor.kind === 'directory') return refuse(errno.badf)
  if (!hasRights(descriptor, rights.fdRead)) return refuse(errno.notcapable)
  if (descriptor.kind === 'file') return readFile(descriptor, call, 3)
  const vector = readVector(call, 3)
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

/** Without a position the file's own is used, and moved. */
function readFile(open: OpenFile, call: CallContext, countAt: number, position?: bigint): Plan {
  const vector = readVector(call, countAt)
  if (typeof vector === 'number') return refuse(vector)
  const from = position ?? open.position
  if (from > greatestOffset) return refuse(errno.inval)
  const bytes = Math.min(vector.length, open.remaining(from))
  return grant(
    () => {
      let read = 0
      for (const { pointer, length } of vector.buffers) {
        const piece = Math.min(length, bytes - read)
        if (piece > 0) open.file.content.read(Number(from) + read, call.memory.range(pointer, piece))
        read += piece
      }
      if (position === undefined) open.position += BigInt(bytes)
      call.memory.setU32(call.u32(countAt), bytes)
    },
    bytes,
    vector.buffers.length,
  )
}

function write(descriptor: Descriptor, call: CallContext): Plan {
  if (descriptor.kind === 'input' || descriptor.kind === 'directory') return refuse(errno.badf)
  if (!hasRights(descriptor, rights.fdWrite)) return refuse(errno.notcapable)
  if (descriptor.kind === 'file') return writeFile(descriptor, call, 3)
  const vector = readVector(call, 3)
  if (typeof vector === 'number') return refuse(vector)
  return grant(
    () => {
      if (!call.program.budget.take(vector.length)) return outOfOutput
      if (vector.length > 0) call.program.emit(descriptor.stream, gather(call.memory, vector.buffers))
      call.memory.setU32(call.u32(3), vector.length)
      return undefined
    },
    vector.length,
    vector.buffers.length,
  )
}

/** Without a position the file's own is used, and moved; `append` moves it to the end first. */
function writeFile(open: OpenFile, call: CallContext, countAt: number, position?: bigint): Plan {
  const vector = readVector(call, countAt)
  if (typeof vector === 'number') return refuse(vector)
  const appends = position === undefined && (open.flags & descriptorFlags.append) !== 0
  const at = appends ? BigInt(open.file.size) : (position ?? open.position)
  if (at + BigInt(vector.length) > greatestOffset) return refuse(errno.inval)
  return grant(
    () => {
      const pieces = vector.buffers.map(({ pointer, length }) => call.memory.range(pointer, length))
      if (!call.program.fileSystem.write(open.file, Number(at), pieces, call.now)) return outOfOutput
      if (position === undefined) open.position = at + BigInt(vector.length)
      call.memory.setU32(call.u32(countAt), vector.length)
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

/** As POSIX's IOV_MAX: bounds the work that a call does before it is paid for, so it comes before what the array holds. */
export const maximumIovecs = 1024

/** The buffers of a vectored call: arguments 1 and 2 name the array, `countAt` where the count of bytes goes. */
function readVector(
  call: CallContext,
  countAt: number,
): Errno | { readonly buffers: readonly Buffer[]; readonly length: number } {
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
  if (!memory.holds(call.u32(countAt), 4)) return errno.fault
  return length > 0xffff_ffff ? errno.inval : { buffers, length }
}
