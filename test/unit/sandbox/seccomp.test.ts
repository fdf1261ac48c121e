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

/** By each kernel's own numbers: asm/unistd_64.h, asm-generic/unistd.h. */
// biome-ignore format: a table
const reaching = {
  x64: {
    ptrace: 101, process_vm_readv: 310, process_vm_writev: 311, process_madvise: 440, process_mrelease: 448, kcmp: 312,
    kill: 62, tkill: 200, rt_sigqueueinfo: 129, rt_tgsigqueueinfo: 297, pidfd_send_signal: 424, pidfd_open: 434,
    pidfd_getfd: 438, fork: 57, vfork: 58, execveat: 322, memfd_create: 319, memfd_secret: 447, move_pages: 279,
    migrate_pages: 256, sched_setaffinity: 203, setpriority: 141, setsid: 112, setpgid: 109,
    socket: 41, connect: 42, accept: 43, sendto: 44, recvfrom: 45, sendmsg: 46, recvmsg: 47, bind: 49, listen: 50,
    socketpair: 53, setsockopt: 54, accept4: 288, recvmmsg: 299, sendmmsg: 307,
    shmget: 29, shmat: 30, semget: 64, msgget: 68, mq_open: 240, inotify_init1: 294, fanotify_init: 300,
    creat: 85, mkdir: 83, rename: 82, link: 86, unlink: 87, symlink: 88, mknod: 133, chmod: 90, chown: 92, truncate: 76,
    ftruncate: 77, fallocate: 285, setxattr: 188, mkdirat: 258, unlinkat: 263, renameat: 264, renameat2: 316, linkat: 265,
    symlinkat: 266, mknodat: 259, fchmodat: 268, fchownat: 260, utimensat: 280, openat2: 437, open_by_handle_at: 304,
    name_to_handle_at: 303, copy_file_range: 326, sendfile: 40, splice: 275, vmsplice: 278, tee: 276, io_setup: 206,
    mount: 165, umount2: 166, pivot_root: 155, chroot: 161, unshare: 272, setns: 308, open_tree: 428, move_mount: 429,
    fsopen: 430, fsconfig: 431, fsmount: 432, fspick: 433, mount_setattr: 442, quotactl: 179, swapon: 167, acct: 163,
    setuid: 105, setgid: 106, setgroups: 116, setresuid: 117, capset: 126, personality: 135, seccomp: 317, setrlimit: 160,
    add_key: 248, request_key: 249, keyctl: 250, bpf: 321, userfaultfd: 323, perf_event_open: 298, kexec_load: 246,
    kexec_file_load: 320, init_module: 175, finit_module: 313, delete_module: 176, iopl: 172, ioperm: 173, modify_ldt: 154,
    reboot: 169, syslog: 103, settimeofday: 164, clock_settime: 227, adjtimex: 159, sethostname: 170, pkey_alloc: 330,
    landlock_create_ruleset: 444, timer_create: 222, timerfd_create: 283, signalfd4: 289,
  },
  arm64: {
    ptrace: 117, process_vm_readv: 270, process_vm_writev: 271, process_madvise: 440, process_mrelease: 448, kcmp: 272,
    kill: 129, tkill: 130, rt_sigqueueinfo: 138, rt_tgsigqueueinfo: 240, pidfd_send_signal: 424, pidfd_open: 434,
    pidfd_getfd: 438, execveat: 281, memfd_create: 279, memfd_secret: 447, move_pages: 239, migrate_pages: 238,
    sched_setaffinity: 122, setpriority: 140, setsid: 157, setpgid: 154,
    socket: 198, socketpair: 199, bind: 200, listen: 201, accept: 202, connect: 203, sendto: 206, recvfrom: 207,
    setsockopt: 208, sendmsg: 211, recvmsg: 212, accept4: 242, recvmmsg: 243, sendmmsg: 269,
    shmget: 194, shmat: 196, semget: 190, msgget: 186, mq_open: 180, inotify_init1: 26, fanotify_init: 262,
    mknodat: 33, mkdirat: 34, unlinkat: 35, symlinkat: 36, linkat: 37, renameat: 38, renameat2: 276, truncate: 45,
    ftruncate: 46, fallocate: 47, fchmodat: 53, fchownat: 54, setxattr: 5, utimensat: 88, openat2: 437,
    open_by_handle_at: 265, name_to_handle_at: 264, copy_file_range: 285, sendfile: 71, splice: 76, vmsplice: 75, tee: 77,
    io_setup: 0, mount: 40, umount2: 39, pivot_root: 41, chroot: 51, unshare: 97, setns: 268, open_tree: 428,
    move_mount: 429, fsopen: 430, fsconfig: 431, fsmount: 432, fspick: 433, mount_setattr: 442, quotactl: 60, swapon: 224,
    acct: 89, setuid: 146, setgid: 144, setgroups: 159, setresuid: 147, capset: 91, personality: 92, seccomp: 277,
    setrlimit: 164, add_key: 217, request_key: 218, keyctl: 219, bpf: 280, userfaultfd: 282, perf_event_open: 241,
    kexec_load: 104, kexec_file_load: 294, init_module: 105, finit_module: 273, delete_module: 106, reboot: 142,
    syslog: 116, settimeofday: 170, clock_settime: 112, adjtimex: 171, sethostname: 161, pkey_alloc: 289,
    landlock_create_ruleset: 444, timer_create: 107, timerfd_create: 85, signalfd4: 74,
  },
} as const

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

  test.each([
    ['x64', x86, reaching.x64],
    ['arm64', arm, reaching.arm64],
  ] as const)(
    'on %s allows nothing that reaches processes, networks, files to be made, or the kernel itself',
    (architecture, audit, calls) => {
      const allowed = Object.entries(calls).filter(
        ([, call]) => judge(architecture, audit, call, 0xffff_ffff) !== eperm,
      )
      expect(allowed).toEqual([])
    },
  )

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
