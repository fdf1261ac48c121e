import { onDescriptor, onFile } from './descriptor-call.ts'
import { errno } from './errno.ts'
import { grant, type HostCall, outOfOutput, type Plan, refuse } from './host-call.ts'
import { rights } from './rights.ts'

/** The calls on an open file that move no bytes: position, size, and what a real disk would want to know. */
export const fileCalls: readonly HostCall[] = [
  onFile('fd_advise', 'iIIi', rights.fdAdvise, errno.spipe, (_open, call) =>
    // willneed, dontneed and the rest: 6 in all, and nothing to be done about any.
    call.u32(3) > 5 ? refuse(errno.inval) : grant(() => undefined),
  ),
  onFile('fd_allocate', 'iII', rights.fdAllocate, errno.spipe, ({ file }, call) => {
    const [offset, length] = [call.args[1]!, call.args[2]!]
    if (length === 0n || offset + length > greatestOffset) return refuse(errno.inval)
    const size = Math.max(file.size, Number(offset + length))
    return grant(() => (call.program.fileSystem.resize(file, size, call.now) ? undefined : outOfOutput))
  }),
  synchronising('fd_datasync', rights.fdDatasync),
  onFile('fd_filestat_set_size', 'iI', rights.fdFilestatSetSize, errno.inval, ({ file }, call) => {
    if (call.args[1]! > greatestOffset) return refuse(errno.inval)
    const size = Number(call.args[1]!)
    return grant(() => (call.program.fileSystem.resize(file, size, call.now) ? undefined : outOfOutput))
  }),
  onDescriptor('fd_seek', 'iIii', (descriptor, call) => {
    if (descriptor.kind === 'directory') return refuse(errno.badf)
    if (descriptor.kind !== 'file') return refuse(errno.spipe)
    const [offset, whence, pointer] = [BigInt.asIntN(64, call.args[1]!), call.u32(2), call.u32(3)]
    // To ask where one is takes the right to tell, or that to seek.
    const enough = offset === 0n && whence === 1 ? rights.fdSeek | rights.fdTell : rights.fdSeek
    if ((descriptor.rightsBase & enough) === 0n) return refuse(errno.notcapable)
    if (!call.memory.holds(pointer, 8)) return refuse(errno.fault)
    const from = [0n, descriptor.position, BigInt(descriptor.file.size)][whence]
    if (from === undefined) return refuse(errno.inval)
    const position = from + offset
    if (position < 0n || position > greatestOffset) return refuse(errno.inval)
    return grant(() => {
      descriptor.position = position
      call.memory.setU64(pointer, position)
    })
  }),
  synchronising('fd_sync', rights.fdSync),
  onFile('fd_tell', 'ii', rights.fdTell, errno.spipe, ({ position }, call) => {
    const pointer = call.u32(1)
    if (!call.memory.holds(pointer, 8)) return refuse(errno.fault)
    return grant(() => {
      call.memory.setU64(pointer, position)
    })
  }),
]

/** As POSIX's off_t. */
export const greatestOffset = 2n ** 63n - 1n

/** All is in memory, and as safe there as it will ever be. */
function synchronising(name: string, right: bigint): HostCall {
  return onDescriptor(name, 'i', (descriptor): Plan => {
    if (descriptor.kind === 'input' || descriptor.kind === 'output') return refuse(errno.inval)
    return (descriptor.rightsBase & right) === 0n ? refuse(errno.notcapable) : grant(() => undefined)
  })
}
