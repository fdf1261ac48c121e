import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Child, type ChildLaunch } from '../../daemon/src/sandbox/child.ts'
import { type Fences, raiseFences } from '../../daemon/src/sandbox/fences.ts'
import { runtimeProfiles } from '../../daemon/src/sandbox/runtime-profiles.ts'
import type { Isolation, RuntimeName } from '../../daemon/src/sandbox/sandbox.ts'
import { seccompFilter } from '../../daemon/src/sandbox/seccomp.ts'
import { job } from '../guests/sandbox-job.ts'
import { writeTestChild } from './test-child.ts'

/**
 * What a guest could do that has taken its child over: native code of its own would be no more than this script, which
 * tries each thing and reports how it was answered. A name that starts with "!" has worked.
 */
const attempts = (port: number, socketPath: string, secretPath: string, databasePath: string, outsidePath: string) => `
const report = {}
const attempt = async (name, action) => {
  try {
    const value = await action()
    report[name] = '!' + (JSON.stringify(value) ?? '')
  } catch (error) {
    report[name] = error.code ?? error.name
  }
}
const connect = (...to) => new Promise((resolve, reject) => {
  const socket = net.connect(...to)
  socket.on('connect', () => resolve('connected'))
  socket.on('error', reject)
})
const exited = (child) => { if (child.error) throw child.error; return child.status }
ready()
hear()
// First, while there is none that the attempts themselves have opened.
await attempt('descriptors', () => {
  const found = []
  for (let fd = 3; fd < 256; fd++) {
    try {
      const stat = fs.fstatSync(fd)
      if (stat.isSocket() || stat.isFile() || stat.isDirectory()) found.push([fd, stat.isSocket() ? 'socket' : stat.isFile() ? 'file' : 'directory'])
    } catch {}
  }
  return found
})
await attempt('environment', () => Object.keys(process.env).filter((name) => name !== 'PWD'))
await attempt('tcp', () => connect(${port}, '127.0.0.1'))
await attempt('unix', () => connect(${JSON.stringify(socketPath)}))
await attempt('dns', async () => (await import('node:dns')).promises.lookup('localhost'))
await attempt('listen', () => new Promise((resolve, reject) => net.createServer().on('error', reject).listen(0, () => resolve('listening'))))
await attempt('udp', async () => { const { createSocket } = await import('node:dgram'); return new Promise((resolve, reject) => createSocket('udp4').on('error', reject).bind(0, () => resolve('bound'))) })
await attempt('read a secret', () => fs.readFileSync(${JSON.stringify(secretPath)}, 'latin1'))
await attempt('read /etc/passwd', () => fs.readFileSync('/etc/passwd', 'latin1').length)
await attempt('read /proc/self/environ', () => fs.readFileSync('/proc/self/environ', 'latin1'))
await attempt('list /', () => fs.readdirSync('/'))
await attempt('list /proc', () => fs.readdirSync('/proc'))
await attempt('write outside', () => fs.writeFileSync(${JSON.stringify(outsidePath)}, 'x'))
await attempt('write /', () => fs.writeFileSync('/plasm-was-here', 'x'))
await attempt('write its own script', () => fs.writeFileSync(process.argv[1], 'x', { flag: 'r+' }))
await attempt('run node', () => exited(childProcess.spawnSync(process.execPath, ['--version'])))
await attempt('run a shell', () => exited(childProcess.spawnSync('/bin/sh', ['-c', 'true'])))
await attempt('signal another process', () => process.kill(process.ppid, 0))
await attempt('worker', () => new Promise((resolve, reject) => new workerThreads.Worker('1', { eval: true }).on('error', reject).on('exit', resolve)))
await attempt('addon', () => process.dlopen({ exports: {} }, '/lib/x.node'))
await attempt('code from text', () => new Function('return 1')())
await attempt('read a database', async () => { const { DatabaseSync } = await import('node:sqlite'); return new DatabaseSync(${JSON.stringify(databasePath)}).prepare('SELECT secret FROM kept').all() })
await attempt('make a database', async () => { const { DatabaseSync } = await import('node:sqlite'); return new DatabaseSync(${JSON.stringify(outsidePath)}).exec('CREATE TABLE t (a)') })
await attempt('built-in sqlite', () => process.getBuiltinModule('node:sqlite').DatabaseSync.name)
await attempt('native code by node:ffi', async () => Object.keys((await import('node:ffi')).dlopen('/lib/x.so', {})))
await attempt('inspector', async () => (await import('node:inspector')).open(0))
await attempt('many descriptors', () => { for (let n = 0; n < 300; n++) fs.openSync(process.argv[1]); return 'opened' })
const text = Buffer.from(JSON.stringify(report))
for (let at = 0; at < text.length; at += 60_000) say(frame(2, text.subarray(at, at + 60_000)))
say(result())
hang()
`

let server: Server
let unix: Server
let directory: string
let port: number
const connections: unknown[] = []

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-fence-'))
  writeFileSync(join(directory, 'secret'), 'the key')
  const database = new DatabaseSync(join(directory, 'secret.db'))
  database.exec("CREATE TABLE kept (secret TEXT); INSERT INTO kept VALUES ('the key')")
  database.close()
  server = createServer((socket) => connections.push(socket))
  unix = createServer((socket) => connections.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => unix.listen(join(directory, 'api.sock'), resolve))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await new Promise((resolve) => unix.close(resolve))
  rmSync(directory, { recursive: true })
})

async function reportFrom(
  runtime: RuntimeName,
  strongest: Isolation,
  change: (launch: ChildLaunch) => ChildLaunch = (launch) => launch,
) {
  const within = (name: string) => join(directory, name)
  const { script, remove } = writeTestChild(
    attempts(port, within('api.sock'), within('secret'), within('secret.db'), within('was-here')),
  )
  const { stackBytes } = runtimeProfiles[runtime]
  let fences: Fences | undefined
  try {
    fences = await raiseFences(
      {
        node: process.execPath,
        nodeFlags: runtimeProfiles[runtime].nodeFlags(2 ** 30),
        runtime,
        ...(stackBytes === undefined ? {} : { stackBytes }),
        bundle: { script },
        dataBytes: 2 ** 31,
        cpuSeconds: 60,
      },
      { start: (launch) => Child.start(change(launch), 10_000), strongest },
    )
    let report = ''
    const ending = await fences.proof.work(
      { kind: 'run', job: job() },
      {
        deadlineMs: 10_000,
        outputBytes: 1_000_000,
        signal: new AbortController().signal,
        onOutput: (_, bytes) => {
          report += Buffer.from(bytes).toString()
        },
      },
    )
    expect(ending.kind, JSON.stringify(ending)).toBe('result')
    return { isolation: fences.isolation, report: JSON.parse(report) as Record<string, string> }
  } finally {
    await fences?.proof.kill()
    remove()
  }
}

const withoutPermission = (launch: ChildLaunch): ChildLaunch => ({
  ...launch,
  args: launch.args.filter((arg) => !/^--(permission$|allow-fs-read|no-experimental-)/.test(arg)),
})

/** Things that work behind every fence and harm nobody. */
const harmless = { environment: '![]', descriptors: '![]' }

const bubblewrap = existsSync('/usr/bin/bwrap')
const systemDirectories = bubblewrap ? readdirSync('/') : []

describe.each(['interpreter', 'v8'] as const)("from inside the fence of %s's children", (runtime) => {
  test.skipIf(!bubblewrap)(
    `at full isolation everything is refused${bubblewrap ? '' : ' (bubblewrap is not installed)'}`,
    async () => {
      const { isolation, report } = await reportFrom(runtime, 'full')
      expect(isolation).toBe('full')
      const worked = Object.fromEntries(Object.entries(report).filter(([, answer]) => answer.startsWith('!')))
      expect(worked).toEqual(harmless)
    },
  )

  test.skipIf(!bubblewrap)(
    `namespaces and system-call filter hold without Node's permissions${bubblewrap ? '' : ' (bubblewrap is not installed)'}`,
    async () => {
      const { isolation, report } = await reportFrom(runtime, 'full', withoutPermission)
      expect(isolation).toBe('full')
      // The root is listed, and holds nothing but what was bound into it.
      const listed: string[] = JSON.parse(report['list /']!.slice(1))
      expect(listed.filter((name) => !['child.mjs', 'lib', 'lib64', 'node', 'usr'].includes(name))).toEqual([])
      expect(listed.length).toBeLessThan(systemDirectories.length)
      const { 'list /': _root, inspector: _inspector, worker: _worker, 'built-in sqlite': _sqlite, ...rest } = report
      // A thread of its own is the child's to have, and a library for databases where there are none; the inspector says
      // that it is open, from a thread that the filter then refuses a socket.
      expect(Object.fromEntries(Object.entries(rest).filter(([, answer]) => answer.startsWith('!')))).toEqual(harmless)
      expect([report.tcp, report.unix, report['run node'], report['write /'], report['write outside']]).toEqual([
        'EPERM',
        'EPERM',
        'EPERM',
        'EROFS',
        'ENOENT',
      ])
    },
  )

  test("at reduced isolation Node's permissions refuse the same, but for signals", async () => {
    const { isolation, report } = await reportFrom(runtime, 'reduced')
    expect(isolation).toBe('reduced')
    const worked = Object.fromEntries(Object.entries(report).filter(([, answer]) => answer.startsWith('!')))
    // Without namespaces other processes of the same user can be signalled: the reason why `full` is the default.
    expect(worked).toEqual({ ...harmless, 'signal another process': '!true' })
  })

  test('nobody was reached', () => {
    expect(connections).toEqual([])
    expect(existsSync(join(directory, 'was-here'))).toBe(false)
    expect(readFileSync(join(directory, 'secret'), 'latin1')).toBe('the key')
  })
})

/** Calls by number, as an x86-64 kernel knows them, with arguments of zero; perl can make them, and is on every Debian. */
const refusedCalls = {
  socket: 41,
  connect: 42,
  sendto: 44,
  sendmsg: 46,
  bind: 49,
  listen: 50,
  socketpair: 53,
  fork: 57,
  vfork: 58,
  kill: 62,
  ptrace: 101,
  setuid: 105,
  chroot: 161,
  mount: 165,
  umount2: 166,
  tkill: 200,
  keyctl: 250,
  unshare: 272,
  perf_event_open: 298,
  setns: 308,
  process_vm_readv: 310,
  kcmp: 312,
  memfd_create: 319,
  bpf: 321,
  execveat: 322,
  userfaultfd: 323,
  pkey_alloc: 330,
  pidfd_send_signal: 424,
  open_tree: 428,
  fsopen: 430,
  pidfd_open: 434,
  landlock: 444,
  unknown: 9999,
}
const absentCalls = { io_uring_setup: 425, io_uring_enter: 426, io_uring_register: 427, clone3: 435 }
const noFilterTest = !bubblewrap || process.arch !== 'x64' || !existsSync('/usr/bin/perl')

describe('the system-call filter alone, every other fence off', () => {
  /** The error number that each call ends with: 1 EPERM, 38 ENOSYS. */
  function tryCalls(numbers: readonly number[], filter: boolean): number[] {
    const script = `for (@ARGV) { $! = 0; syscall($_ + 0, 0, 0, 0, 0, 0); print $! + 0, " " }`
    const perl = ['/usr/bin/perl', '-e', script, ...numbers.map(String)]
    const { stdout, stderr } = spawnSync(
      'bwrap',
      ['--dev-bind', '/', '/', ...(filter ? ['--seccomp', '3'] : []), ...perl],
      {
        stdio: ['ignore', 'pipe', 'pipe', filter ? openFilter() : 'ignore'],
      },
    )
    expect(stderr.toString()).toBe('')
    return stdout.toString().trim().split(' ').map(Number)
  }

  function openFilter(): number {
    const file = join(directory, 'filter')
    writeFileSync(file, seccompFilter('x64')!)
    return openSync(file, 'r')
  }

  test.skipIf(noFilterTest)(
    `refuses each call that a child has no need of${noFilterTest ? ' (needs bubblewrap, perl and x86-64)' : ''}`,
    () => {
      const answers = tryCalls(Object.values(refusedCalls), true)
      expect(Object.fromEntries(Object.keys(refusedCalls).map((name, index) => [name, answers[index]]))).toEqual(
        Object.fromEntries(Object.keys(refusedCalls).map((name) => [name, 1])),
      )
      expect(tryCalls(Object.values(absentCalls), true)).toEqual(Object.values(absentCalls).map(() => 38))
    },
  )

  test.skipIf(noFilterTest)(
    `is what refuses them: without it the kernel answers otherwise${noFilterTest ? ' (needs bubblewrap, perl and x86-64)' : ''}`,
    () => {
      const { socket, memfd_create: memory, execveat, unknown } = refusedCalls
      expect(tryCalls([socket, memory, execveat, unknown], false)).not.toContain(1)
    },
  )
})
