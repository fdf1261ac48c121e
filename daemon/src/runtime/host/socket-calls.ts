import { errno } from './errno.ts'
import { base, type HostCall, refuse, signature } from './host-call.ts'

/** Sockets: a guest has none and can get none. */
export const socketCalls: readonly HostCall[] = [
  socketCall('sock_accept', 'iii'),
  socketCall('sock_recv', 'iiiiii'),
  socketCall('sock_send', 'iiiii'),
  socketCall('sock_shutdown', 'ii'),
]

function socketCall(name: string, parameters: string): HostCall {
  return {
    name,
    type: signature(parameters),
    baseFuel: base,
    iovecs: false,
    plan: (call) => refuse(call.program.descriptors.find(call.u32(0)) === undefined ? errno.badf : errno.notsock),
  }
}
