/**
 * A seccomp filter as classic BPF, for bubblewrap to load (`--seccomp FD`): what a child never needs is denied with
 * EPERM, the rest allowed. `clone3` and `io_uring_*` answer ENOSYS, which libc and libuv take as "not in this kernel"
 * and do without; `clone` is allowed for threads alone, so that no process can be started. `execve` stays: bubblewrap
 * needs it. Layout and constants: linux/seccomp.h, linux/bpf_common.h, linux/audit.h; numbers: asm/unistd_64.h and
 * asm-generic/unistd.h.
 */
export function seccompFilter(architecture: string): Uint8Array | undefined {
  const known = architectures.find(({ node }) => node === architecture)
  if (known === undefined) return undefined
  const numbers = (names: readonly string[]) =>
    names.map((name) => known.calls[name]).filter((number) => number !== undefined)
  const clone = known.calls.clone!
  return assemble([
    load(offsets.architecture),
    ...unless(equal, known.audit, [give(action.kill)]),
    load(offsets.call),
    // x86-64's second table of calls (x32) has numbers of its own for the same calls.
    ...(known.node === 'x64' ? when(atLeast, 0x4000_0000, [give(action.kill)]) : []),
    ...numbers(absent).flatMap((number) => when(equal, number, [give(action.errno | enosys)])),
    ...numbers(denied).flatMap((number) => when(equal, number, [give(action.errno | eperm)])),
    ...when(equal, clone, [
      load(offsets.firstArgument),
      ...when(anyOf, cloneThread, [give(action.allow)]),
      give(action.errno | eperm),
    ]),
    give(action.allow),
  ])
}

/** As if this kernel had none of them. */
const absent = ['clone3', 'io_uring_setup', 'io_uring_enter', 'io_uring_register']

// biome-ignore format: a table
const denied = [
  // Network
  'socket', 'socketpair', 'connect', 'bind', 'listen', 'accept', 'accept4',
  // Other processes
  'fork', 'vfork', 'ptrace', 'process_vm_readv', 'process_vm_writev', 'kcmp', 'pidfd_open', 'pidfd_getfd', 'kill', 'tkill',
  // Namespaces, mounts, roots
  'unshare', 'setns', 'mount', 'umount2', 'pivot_root', 'chroot', 'open_tree', 'move_mount', 'fsopen', 'fsconfig', 'fsmount',
  'mount_setattr', 'name_to_handle_at', 'open_by_handle_at',
  // The kernel's less trodden ground
  'bpf', 'perf_event_open', 'userfaultfd', 'keyctl', 'add_key', 'request_key', 'init_module', 'finit_module', 'delete_module',
  'kexec_load', 'kexec_file_load', 'reboot', 'swapon', 'swapoff', 'acct', 'quotactl', 'syslog', 'iopl', 'ioperm', 'modify_ldt',
  'personality', 'settimeofday', 'clock_settime', 'adjtimex', 'clock_adjtime', 'sethostname', 'setdomainname', 'vhangup',
  'memfd_secret', 'fanotify_init', 'lookup_dcookie', 'uselib', 'migrate_pages', 'move_pages',
]

/** Since 5.1 every architecture gives new calls the same numbers. */
// biome-ignore format: a table
const common: CallNumbers = {
  io_uring_setup: 425, io_uring_enter: 426, io_uring_register: 427, open_tree: 428, move_mount: 429, fsopen: 430,
  fsconfig: 431, fsmount: 432, pidfd_open: 434, clone3: 435, pidfd_getfd: 438, mount_setattr: 442, memfd_secret: 447,
}

// biome-ignore format: a table
const x64: CallNumbers = {
  ...common,
  socket: 41, connect: 42, accept: 43, bind: 49, listen: 50, socketpair: 53, clone: 56, fork: 57, vfork: 58, kill: 62,
  ptrace: 101, syslog: 103, uselib: 134, personality: 135, vhangup: 153, modify_ldt: 154, pivot_root: 155, adjtimex: 159,
  chroot: 161, acct: 163, settimeofday: 164, mount: 165, umount2: 166, swapon: 167, swapoff: 168, reboot: 169,
  sethostname: 170, setdomainname: 171, iopl: 172, ioperm: 173, init_module: 175, delete_module: 176, quotactl: 179,
  tkill: 200, lookup_dcookie: 212, clock_settime: 227, kexec_load: 246, add_key: 248, request_key: 249, keyctl: 250,
  migrate_pages: 256, unshare: 272, move_pages: 279, accept4: 288, perf_event_open: 298, fanotify_init: 300,
  name_to_handle_at: 303, open_by_handle_at: 304, clock_adjtime: 305, setns: 308, process_vm_readv: 310,
  process_vm_writev: 311, kcmp: 312, finit_module: 313, kexec_file_load: 320, bpf: 321, userfaultfd: 323,
}

// biome-ignore format: a table
const arm64: CallNumbers = {
  ...common,
  lookup_dcookie: 18, umount2: 39, mount: 40, pivot_root: 41, chroot: 51, vhangup: 58, quotactl: 60, acct: 89,
  personality: 92, unshare: 97, kexec_load: 104, init_module: 105, delete_module: 106, clock_settime: 112, syslog: 116,
  ptrace: 117, kill: 129, tkill: 130, reboot: 142, sethostname: 161, setdomainname: 162, settimeofday: 170, adjtimex: 171,
  socket: 198, socketpair: 199, bind: 200, listen: 201, accept: 202, connect: 203, add_key: 217, request_key: 218,
  keyctl: 219, clone: 220, swapon: 224, swapoff: 225, migrate_pages: 238, move_pages: 239, perf_event_open: 241,
  accept4: 242, fanotify_init: 262, name_to_handle_at: 264, open_by_handle_at: 265, clock_adjtime: 266, setns: 268,
  process_vm_readv: 270, process_vm_writev: 271, kcmp: 272, finit_module: 273, bpf: 280, userfaultfd: 282,
  kexec_file_load: 294,
}

type CallNumbers = Readonly<Record<string, number>>

/** `process.arch`, the kernel's name for it (AUDIT_ARCH_…), and its numbers. */
const architectures = [
  { node: 'x64', audit: 0xc000_003e, calls: x64 },
  { node: 'arm64', audit: 0xc000_00b7, calls: arm64 },
] as const

const cloneThread = 0x0001_0000
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
