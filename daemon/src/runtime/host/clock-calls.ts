import { errno } from './errno.ts'
import { base, grant, type HostCall, refuse, signature } from './host-call.ts'
import { planPoll } from './poll.ts'
import { isClockId } from './virtual-clock.ts'

/** Time, and waiting. */
export const clockCalls: readonly HostCall[] = [
  {
    name: 'clock_res_get',
    type: signature('ii'),
    baseFuel: base,
    iovecs: false,
    plan(call) {
      const [id, pointer] = [call.u32(0), call.u32(1)]
      if (!call.memory.holds(pointer, 8)) return refuse(errno.fault)
      if (!isClockId(id)) return refuse(errno.inval)
      return grant(() => {
        call.memory.setU64(pointer, call.program.clock.resolution)
      })
    },
  },
  {
    name: 'clock_time_get',
    type: signature('iIi'),
    baseFuel: base,
    iovecs: false,
    plan(call) {
      const [id, pointer] = [call.u32(0), call.u32(2)]
      if (!call.memory.holds(pointer, 8)) return refuse(errno.fault)
      if (!isClockId(id)) return refuse(errno.inval)
      return grant(() => {
        call.memory.setU64(pointer, call.program.clock.now(id, call.fuelBefore))
      })
    },
  },
  {
    name: 'poll_oneoff',
    type: signature('iiii'),
    baseFuel: base,
    iovecs: false,
    transfers: 'the subscriptions (48 each) and the events (32 each)',
    plan: planPoll,
  },
]
