import type { Descriptor, OpenDirectory, OpenFile } from './descriptors.ts'
import { type Errno, errno } from './errno.ts'
import { base, type CallContext, type HostCall, type Plan, refuse, signature } from './host-call.ts'

/** A call whose first argument is a descriptor: it must be open before anything else is looked at. */
export function onDescriptor(
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

/** A call on a regular file that needs `right`; `stream` is what it answers about a stream. */
export function onFile(
  name: string,
  parameters: string,
  right: bigint,
  stream: Errno,
  plan: (open: OpenFile, call: CallContext) => Plan,
): HostCall {
  return onDescriptor(name, parameters, (descriptor, call) => {
    if (descriptor.kind === 'directory') return refuse(errno.badf)
    if (descriptor.kind !== 'file') return refuse(stream)
    return hasRights(descriptor, right) ? plan(descriptor, call) : refuse(errno.notcapable)
  })
}

/** The directory that argument `position` names, with the rights that a call needs; else why not. */
export function findDirectory(call: CallContext, position: number, right: bigint): OpenDirectory | Errno {
  const descriptor = call.program.descriptors.find(call.u32(position))
  if (descriptor === undefined) return errno.badf
  if (descriptor.kind !== 'directory') return errno.notdir
  return hasRights(descriptor, right) ? descriptor : errno.notcapable
}

export function hasRights({ rightsBase }: Descriptor, needed: bigint): boolean {
  return (needed & ~rightsBase) === 0n
}
