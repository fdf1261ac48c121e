import { describe, expect, test } from 'vitest'
import { seccompFilter } from '../../../daemon/src/sandbox/seccomp.ts'

const x86 = 0xc000_003e
const arm = 0xc000_00b7
const allow = 'allow'
const eperm = 'errno 1'
const enosys = 'errno 38'
const kill = 'kill'

/** Runs the filter as the kernel does (networking/filter.rst), over the part of struct seccomp_data that it looks at. */
function judge(architecture: string, audit: number, call: number, firstArgument = 0): string {
  const filter = seccompFilter(architecture)!
  const code = new DataView(filter.buffer)
  const data = new DataView(new ArrayBuffer(64))
  data.setUint32(0, call, true)
  data.setUint32(4, audit, true)
  data.setUint32(16, firstArgument, true)
  let accumulator = 0
  for (let at = 0; at < filter.length; at += 8) {
    const [operation, ifTrue, ifFalse, value] = [
      code.getUint16(at, true),
      code.getUint8(at + 2),
      code.getUint8(at + 3),
      code.getUint32(at + 4, true),
    ]
    const jump = (taken: boolean) => {
      at += 8 * (taken ? ifTrue : ifFalse)
    }
    switch (operation) {
      case 0x20:
        accumulator = data.getUint32(value, true)
        break
      case 0x15:
        jump(accumulator === value)
        break
      case 0x35:
        jump(accumulator >= value)
        break
      case 0x45:
        jump((accumulator & value) !== 0)
        break
      case 0x06:
        if (value === 0x7fff_0000) return allow
        if (value === 0x8000_0000) return kill
        return value >>> 16 === 5 ? `errno ${value & 0xffff}` : `unknown ${value}`
      default:
        throw new Error(`no instruction ${operation}`)
    }
  }
  throw new Error('the filter ran out')
}

describe('the system-call filter', () => {
  test.each([
    ['read', 0, allow],
    ['mmap', 9, allow],
    ['execve', 59, allow],
    ['exit_group', 231, allow],
    ['getrandom', 318, allow],
    ['socket', 41, eperm],
    ['connect', 42, eperm],
    ['bind', 49, eperm],
    ['fork', 57, eperm],
    ['vfork', 58, eperm],
    ['kill', 62, eperm],
    ['ptrace', 101, eperm],
    ['mount', 165, eperm],
    ['unshare', 272, eperm],
    ['setns', 308, eperm],
    ['bpf', 321, eperm],
    ['io_uring_setup', 425, enosys],
    ['clone3', 435, enosys],
    ['pidfd_getfd', 438, eperm],
    ['sendmsg, which could hand descriptors over', 46, eperm],
    ['memfd_create', 319, eperm],
    ['execveat', 322, eperm],
    ['a call that no kernel has yet', 9999, eperm],
  ])('on x86-64 answers %s (%i) with %s', (_, call, expected) => {
    expect(judge('x64', x86, call)).toBe(expected)
  })

  test.each([
    ['read', 63, allow],
    ['socket', 198, eperm],
    ['ptrace', 117, eperm],
    ['unshare', 97, eperm],
    ['mount', 40, eperm],
    ['clone3', 435, enosys],
  ])('on arm64 answers %s (%i) with %s', (_, call, expected) => {
    expect(judge('arm64', arm, call)).toBe(expected)
  })

  test('clone makes threads, and neither processes nor namespaces', () => {
    // glibc's flags for a thread; fork's; a new user namespace.
    expect(judge('x64', x86, 56, 0x003d_0f00)).toBe(allow)
    expect(judge('x64', x86, 56, 0x0120_0011)).toBe(eperm)
    expect(judge('x64', x86, 56, 0x1000_0011)).toBe(eperm)
    // A thread in a network of its own.
    expect(judge('x64', x86, 56, 0x403d_0f00)).toBe(eperm)
    expect(judge('arm64', arm, 220, 0x003d_0f00)).toBe(allow)
  })

  test('another architecture, and x32 on x86-64, ends the process', () => {
    expect(judge('x64', 0x4000_0003, 0)).toBe(kill)
    expect(judge('x64', x86, 0x4000_0000)).toBe(kill)
    expect(judge('arm64', x86, 0)).toBe(kill)
  })

  test('there is none for an architecture whose numbers it does not know', () => {
    expect(seccompFilter('riscv64')).toBeUndefined()
  })
})
