import { hasRights } from './descriptor-call.ts'
import type { Descriptor } from './descriptors.ts'
import { type Errno, errno } from './errno.ts'
import type { GuestMemory } from './guest-memory.ts'
import { type CallContext, grant, type Plan, refuse } from './host-call.ts'
import { rights } from './rights.ts'
import { isClockId, saturate } from './virtual-clock.ts'

/**
 * `poll_oneoff(in, out, nsubscriptions, nevents)`: every descriptor here is ready at once or an error, so a poll
 * sleeps only where it asks for clocks alone, and then until the first of them.
 */
export function planPoll(call: CallContext): Plan {
  const [input, output, count, countPointer] = [call.u32(0), call.u32(1), call.u32(2), call.u32(3)]
  const { memory } = call
  const inRange =
    memory.holds(input, count * subscriptionBytes) &&
    memory.holds(output, count * eventBytes) &&
    memory.holds(countPointer, 4)
  if (!inRange) return refuse(errno.fault)
  if (count === 0 || count > maximumSubscriptions) return refuse(errno.inval)
  const subscriptions: Subscription[] = []
  for (let index = 0; index < count; index++) {
    const subscription = readSubscription(call, input + index * subscriptionBytes)
    if (subscription === undefined) return refuse(errno.inval)
    subscriptions.push(subscription)
  }

  const ready = subscriptions.filter((subscription) => subscription.kind === 'descriptor')
  const clocks = subscriptions.filter((subscription) => subscription.kind === 'clock')
  const remaining = (clock: ClockSubscription) => clock.deadline - call.program.clock.now(clock.id, call.fuelBefore)
  // With nothing ready the earliest clock is slept for; every clock due at that moment is reported.
  const wake = ready.length > 0 ? undefined : clocks.reduce((a, b) => (remaining(b) < remaining(a) ? b : a), clocks[0]!)
  const horizon = wake === undefined ? 0n : later(remaining(wake), 0n)
  const events = subscriptions.filter(
    (subscription) => subscription.kind === 'descriptor' || remaining(subscription) <= horizon,
  )
  return grant(
    () => {
      if (wake !== undefined) call.program.clock.sleepUntil(wake.id, wake.deadline, call.fuelBefore)
      for (const [index, event] of events.entries()) writeEvent(memory, output + index * eventBytes, event)
      memory.setU32(countPointer, events.length)
    },
    count * subscriptionBytes + events.length * eventBytes,
  )
}

const subscriptionBytes = 48
const eventBytes = 32
/** Far above any libc's limit; bounds the work that a call does before it is paid for. */
export const maximumSubscriptions = 4096

const tags = Object.freeze({ clock: 0, fdRead: 1, fdWrite: 2 })

interface ClockSubscription {
  readonly kind: 'clock'
  readonly userdata: bigint
  readonly id: number
  readonly deadline: bigint
}

interface DescriptorSubscription {
  readonly kind: 'descriptor'
  readonly userdata: bigint
  readonly tag: number
  readonly errno: Errno
  readonly bytes: bigint
  readonly hangup: boolean
}

type Subscription = ClockSubscription | DescriptorSubscription

/** undefined where the subscription is of no known form. */
function readSubscription(call: CallContext, at: number): Subscription | undefined {
  const { memory } = call
  const userdata = memory.u64(at)
  const tag = memory.u8(at + 8)
  if (tag === tags.clock) {
    const id = memory.u32(at + 16)
    const timeout = memory.u64(at + 24)
    const flags = memory.u16(at + 40)
    if (!isClockId(id) || flags > 1) return undefined
    const absolute = flags === 1
    const deadline = absolute ? timeout : saturate(call.program.clock.now(id, call.fuelBefore) + timeout)
    return { kind: 'clock', userdata, id, deadline }
  }
  if (tag !== tags.fdRead && tag !== tags.fdWrite) return undefined
  const descriptor = call.program.descriptors.find(memory.u32(at + 16))
  return { kind: 'descriptor', userdata, tag, ...readiness(descriptor, tag, call) }
}

function readiness(descriptor: Descriptor | undefined, tag: number, call: CallContext) {
  const failed = (number: Errno) => ({ errno: number, bytes: 0n, hangup: false })
  const ready = (bytes: number, hangup = false) => ({ errno: errno.success, bytes: BigInt(bytes), hangup })
  const reads = tag === tags.fdRead
  if (descriptor === undefined || descriptor.kind === 'directory') return failed(errno.badf)
  if (descriptor.kind === (reads ? 'output' : 'input')) return failed(errno.badf)
  const needed = rights.pollFdReadwrite | (descriptor.kind !== 'file' ? 0n : reads ? rights.fdRead : rights.fdWrite)
  if (!hasRights(descriptor, needed)) return failed(errno.notcapable)
  if (descriptor.kind === 'output' || !reads) return ready(call.program.budget.remaining)
  const bytes = descriptor.kind === 'file' ? descriptor.remaining() : descriptor.remaining
  // A file at its end is no pipe whose other side hung up.
  return ready(bytes, descriptor.kind === 'input' && bytes === 0)
}

function writeEvent(memory: GuestMemory, at: number, event: Subscription): void {
  memory.range(at, eventBytes).fill(0)
  memory.setU64(at, event.userdata)
  if (event.kind === 'clock') return
  memory.range(at + 8, 1)[0] = event.errno
  memory.range(at + 10, 1)[0] = event.tag
  memory.setU64(at + 16, event.bytes)
  memory.range(at + 24, 1)[0] = event.hangup ? 1 : 0
}

function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
