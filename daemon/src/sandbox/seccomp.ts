/**
 * A seccomp filter as classic BPF, for bubblewrap to load (`--seccomp FD`): what a child's Node needs is allowed, all
 * else answers EPERM. `clone3` and `io_uring_*` answer ENOSYS, which libc and libuv take as "not in this kernel" and do
 * without; `clone` is allowed for threads alone, so that no process and no namespace can be made. `execve` stays:
 * bubblewrap needs it. Layout and constants: linux/seccomp.h, linux/bpf_common.h, linux/audit.h, linux/sched.h; numbers:
 * asm/unistd_64.h and asm-generic/unistd.h.
 *
 * How the list was found: `strace -f` over a sandbox at `full` whose guests grow their memory to 2 GiB, flood stdout,
 * sleep for real, read the real clock and randomness, exhaust their stack, run out of fuel, fail to decode, pass their
 * deadline, and follow each other 200 times in one child; of its output, the calls of each process after its
 * `execve("/node", …)` and of all threads cloned from there. Added to those: the forms of the same calls that another
 * libc, kernel or machine without a vDSO takes, what V8 and libc need to end in order or by abort, and bubblewrap's own
 * first process, which waits behind the same filter. Where a Node is to be checked anew, do the same.
 */
export function seccompFilter(architecture: string): Uint8Array | undefined {
  const known = architectures.find(({ node }) => node === architecture)
  if (known === undefined) return undefined
  const { clone, ...plain } = known.calls
  return assemble([
    load(offsets.architecture),
    ...unless(equal, known.audit, [give(action.kill)]),
    load(offsets.call),
    // x86-64's second table of calls (x32) has numbers of its own for the same calls.
    ...(known.node === 'x64' ? when(atLeast, 0x4000_0000, [give(action.kill)]) : []),
    ...Object.values(absent).flatMap((number) => when(equal, number, [give(action.errno | enosys)])),
    ...Object.values(plain).flatMap((number) => when(equal, number, [give(action.allow)])),
    ...when(equal, clone, [
      load(offsets.firstArgument),
      ...when(anyOf, newNamespaces, [give(action.errno | eperm)]),
      ...when(anyOf, cloneThread, [give(action.allow)]),
    ]),
    give(action.errno | eperm),
  ])
}

/** As if this kernel had none of them. Since 5.1 every architecture gives new calls the same numbers. */
const absent: CallNumbers = { io_uring_setup: 425, io_uring_enter: 426, io_uring_register: 427, clone3: 435 }

// biome-ignore format: a table
const x64 = {
  // Descriptors and files, of which the fence shows few
  read: 0, write: 1, open: 2, close: 3, stat: 4, fstat: 5, lstat: 6, poll: 7, lseek: 8, ioctl: 16, pread64: 17, readv: 19,
  writev: 20, access: 21, fcntl: 72, getcwd: 79, readlink: 89, getdents64: 217, epoll_wait: 232, epoll_ctl: 233, openat: 257,
  newfstatat: 262, readlinkat: 267, faccessat: 269, ppoll: 271, epoll_pwait: 281, eventfd2: 290, epoll_create1: 291, pipe2: 293,
  statx: 332, faccessat2: 439,
  // What kind of socket its stdin and stdout are
  getsockname: 51, getsockopt: 55,
  // Memory
  mmap: 9, mprotect: 10, munmap: 11, brk: 12, mremap: 25, madvise: 28, membarrier: 324,
  // Threads, signals, the end
  rt_sigaction: 13, rt_sigprocmask: 14, rt_sigreturn: 15, sched_yield: 24, clone: 56, execve: 59, exit: 60, wait4: 61,
  sigaltstack: 131, sched_getparam: 143, sched_getscheduler: 145, prctl: 157, arch_prctl: 158, gettid: 186, futex: 202,
  sched_getaffinity: 204, set_tid_address: 218, restart_syscall: 219, exit_group: 231, tgkill: 234, set_robust_list: 273,
  getcpu: 309, rseq: 334,
  // Time, randomness, and what it is told about itself and the machine
  nanosleep: 35, getpid: 39, uname: 63, gettimeofday: 96, getrlimit: 97, getrusage: 98, sysinfo: 99, getuid: 102, getgid: 104,
  geteuid: 107, getegid: 108, getppid: 110, capget: 125, time: 201, clock_gettime: 228, clock_getres: 229, clock_nanosleep: 230,
  prlimit64: 302, getrandom: 318,
} as const

// biome-ignore format: a table
const arm64 = {
  getcwd: 17, eventfd2: 19, epoll_create1: 20, epoll_ctl: 21, epoll_pwait: 22, fcntl: 25, ioctl: 29, faccessat: 48, openat: 56,
  close: 57, pipe2: 59, getdents64: 61, lseek: 62, read: 63, write: 64, readv: 65, writev: 66, pread64: 67, ppoll: 73,
  readlinkat: 78, newfstatat: 79, fstat: 80, statx: 291, faccessat2: 439,
  getsockname: 204, getsockopt: 209,
  brk: 214, munmap: 215, mremap: 216, mmap: 222, mprotect: 226, madvise: 233, membarrier: 283,
  exit: 93, exit_group: 94, set_tid_address: 96, futex: 98, set_robust_list: 99, sched_getscheduler: 120, sched_getparam: 121,
  sched_getaffinity: 123, sched_yield: 124, restart_syscall: 128, tgkill: 131, sigaltstack: 132, rt_sigaction: 134,
  rt_sigprocmask: 135, rt_sigreturn: 139, prctl: 167, getcpu: 168, gettid: 178, clone: 220, execve: 221, wait4: 260, rseq: 293,
  capget: 90, nanosleep: 101, clock_gettime: 113, clock_getres: 114, clock_nanosleep: 115, uname: 160, getrlimit: 163,
  getrusage: 165, gettimeofday: 169, getpid: 172, getppid: 173, getuid: 174, geteuid: 175, getgid: 176, getegid: 177,
  sysinfo: 179, prlimit64: 261, getrandom: 278,
} as const

type CallNumbers = Readonly<Record<string, number>>

/** `process.arch`, the kernel's name for it (AUDIT_ARCH_…), and its numbers. */
const architectures = [
  { node: 'x64', audit: 0xc000_003e, calls: x64 },
  { node: 'arm64', audit: 0xc000_00b7, calls: arm64 },
] as const

const cloneThread = 0x0001_0000
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const newNamespaces = 0x7e02_0000
const eperm = 1
const enosys = 38
const action = { kill: 0x8000_0000, errno: 0x0005_0000, allow: 0x7fff_0000 } as const

// ---- The assembler: straight down, every jump over the instructions that follow it. ----

interface Instruction {
  readonly code: number
  readonly ifTrue: number
  readonly ifFalse: number
  readonly value: number
}

/** Bytes into `struct seccomp_data`. */
const offsets = { call: 0, architecture: 4, firstArgument: 16 } as const

const equal = 0x15 // BPF_JMP | BPF_JEQ | BPF_K
const atLeast = 0x35 // BPF_JMP | BPF_JGE | BPF_K
const anyOf = 0x45 // BPF_JMP | BPF_JSET | BPF_K

function load(offset: number): Instruction {
  return { code: 0x20, ifTrue: 0, ifFalse: 0, value: offset } // BPF_LD | BPF_W | BPF_ABS
}

function give(value: number): Instruction {
  return { code: 0x06, ifTrue: 0, ifFalse: 0, value } // BPF_RET | BPF_K
}

/** Does `then` where the accumulator compares so with `value`, and goes on behind it where not. */
function when(comparison: number, value: number, then: readonly Instruction[]): Instruction[] {
  return [{ code: comparison, ifTrue: 0, ifFalse: then.length, value }, ...then]
}

/** Does `then` where the accumulator does not compare so. */
function unless(comparison: number, value: number, then: readonly Instruction[]): Instruction[] {
  return [{ code: comparison, ifTrue: then.length, ifFalse: 0, value }, ...then]
}

/** `struct sock_filter` after `struct sock_filter`, little-endian as both architectures are. */
function assemble(instructions: readonly Instruction[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8 * instructions.length))
  for (const [index, { code, ifTrue, ifFalse, value }] of instructions.entries()) {
    bytes.setUint16(8 * index, code, true)
    bytes.setUint8(8 * index + 2, ifTrue)
    bytes.setUint8(8 * index + 3, ifFalse)
    bytes.setUint32(8 * index + 4, value, true)
  }
  return new Uint8Array(bytes.buffer)
}
