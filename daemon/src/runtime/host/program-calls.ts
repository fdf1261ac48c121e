import { errno } from './errno.ts'
import { base, type CallContext, grant, type HostCall, type Plan, refuse, signature } from './host-call.ts'

/** Arguments, environment, exit, random: the calls that concern the program as a whole. */
export const programCalls: readonly HostCall[] = [
  strings('args_get', (call) => call.program.args),
  stringSizes('args_sizes_get', (call) => call.program.args),
  strings('environ_get', (call) => call.program.env),
  stringSizes('environ_sizes_get', (call) => call.program.env),
  {
    name: 'proc_exit',
    type: { parameters: ['i32'], results: [] },
    baseFuel: base,
    iovecs: false,
    plan: (call) => grant(() => ({ kind: 'exited', code: call.u32(0) })),
  },
  {
    // Signals do not exist here; preview 1 itself withdrew the call.
    name: 'proc_raise',
    type: signature('i'),
    baseFuel: base,
    iovecs: false,
    plan: () => refuse(errno.notsup),
  },
  {
    name: 'sched_yield',
    type: signature(''),
    baseFuel: base,
    iovecs: false,
    plan: () => grant(() => undefined),
  },
  {
    name: 'random_get',
    type: signature('ii'),
    baseFuel: base,
    iovecs: false,
    transfers: 'the random bytes',
    plan(call) {
      const [pointer, length] = [call.u32(0), call.u32(1)]
      if (!call.memory.holds(pointer, length)) return refuse(errno.fault)
      return grant(() => {
        call.program.random.fill(call.memory.range(pointer, length))
      }, length)
    },
  },
]

/** A list of NUL-terminated strings and the table of pointers to them. */
function strings(name: string, list: (call: CallContext) => readonly Uint8Array[]): HostCall {
  return {
    name,
    type: signature('ii'),
    baseFuel: base,
    iovecs: false,
    transfers: 'the pointers (4 each) and the strings with their NULs',
    plan(call): Plan {
      const [table, buffer] = [call.u32(0), call.u32(1)]
      const items = list(call)
      const bytes = totalBytes(items)
      if (!call.memory.holds(table, 4 * items.length) || !call.memory.holds(buffer, bytes)) return refuse(errno.fault)
      return grant(
        () => {
          let at = buffer
          for (const [index, item] of items.entries()) {
            call.memory.setU32(table + 4 * index, at)
            call.memory.write(at, item)
            at += item.length
          }
        },
        4 * items.length + bytes,
      )
    },
  }
}

function stringSizes(name: string, list: (call: CallContext) => readonly Uint8Array[]): HostCall {
  return {
    name,
    type: signature('ii'),
    baseFuel: base,
    iovecs: false,
    plan(call) {
      const [count, size] = [call.u32(0), call.u32(1)]
      if (!call.memory.holds(count, 4) || !call.memory.holds(size, 4)) return refuse(errno.fault)
      const items = list(call)
      return grant(() => {
        call.memory.setU32(count, items.length)
        call.memory.setU32(size, totalBytes(items))
      })
    },
  }
}

function totalBytes(items: readonly Uint8Array[]): number {
  return items.reduce((sum, item) => sum + item.length, 0)
}
