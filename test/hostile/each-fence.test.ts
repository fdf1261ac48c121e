import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Child } from '../../daemon/src/sandbox/child.ts'
import { raiseFences } from '../../daemon/src/sandbox/fences.ts'
import { job } from '../guests/sandbox-job.ts'
import { writeTestChild } from './test-child.ts'

/**
 * Each fence alone: a program does exactly what this one fence forbids, with every other fence down, and is refused; the
 * same program without the fence succeeds. The flags are those of the launches that children are started with, so that
 * one that is taken out there is missed here.
 */

const [bwrap, perl] = ['/usr/bin/bwrap', '/usr/bin/perl']
const lacksPrograms = ![bwrap, perl].every((program) => existsSync(program))
const isRoot = process.getuid?.() === 0
const mebibyte = 2 ** 20

let directory: string
let server: Server
let abstract: Server
let port: number
let full: readonly string[]
let reduced: readonly string[]

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-each-fence-'))
  // Others than its owner may look, too: some of the programs are nobody's.
  chmodSync(directory, 0o755)
  writeFileSync(join(directory, 'secret'), 'the key')
  writeFileSync(join(directory, 'child.mjs'), '')
  server = createServer((socket) => socket.end())
  abstract = createServer((socket) => socket.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => abstract.listen(`\0${directory}`, resolve))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  if (!lacksPrograms) full = await launchAt('full')
  reduced = await launchAt('reduced')
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await new Promise((resolve) => abstract.close(resolve))
  rmSync(directory, { recursive: true })
})

/** How a child would be started, with limits that a probe reaches soon. */
async function launchAt(strongest: 'full' | 'reduced'): Promise<readonly string[]> {
  const fences = await raiseFences(
    {
      node: process.execPath,
      nodeFlags: [],
      runtime: 'interpreter',
      bundle: { script: join(directory, 'child.mjs') },
      dataBytes: 32 * mebibyte,
      cpuSeconds: 1,
    },
    { strongest, start: async () => ({}) as Child },
  )
  expect(fences.isolation).toBe(strongest)
  return [fences.launch.command, ...fences.launch.args]
}

/** These flags of a launch, each with what follows it. Missing ones fail the test. */
function flagsOf(launch: readonly string[], ...wanted: readonly (readonly [flag: string, values: number])[]): string[] {
  return wanted.flatMap(([flag, values]) => {
    const at = launch.indexOf(flag)
    expect(at, `${flag} is no part of the launch`).toBeGreaterThanOrEqual(0)
    return launch.slice(at, at + 1 + values)
  })
}

function run(command: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  return spawnSync(command[0]!, command.slice(1), { encoding: 'utf8', env, timeout: 20_000, killSignal: 'SIGKILL' })
}

/** What a perl script prints behind bubblewrap with these flags, and all of the machine's files. */
function behind(flags: readonly string[], script: string, env: NodeJS.ProcessEnv = {}): string {
  const { stdout, stderr } = run([bwrap, '--dev-bind', '/', '/', ...flags, '--', perl, '-e', script], env)
  expect(stderr).toBe('')
  return stdout
}

const skipped = lacksPrograms ? ' (needs bubblewrap and perl)' : ''

describe.skipIf(lacksPrograms)(`each namespace alone${skipped}`, () => {
  test('is one that the launch unshares', () => {
    flagsOf(full, ['--unshare-all', 0], ['--unshare-user', 0])
  })

  const connect = (family: string, address: string) =>
    `use Socket; socket(my $s, ${family}, SOCK_STREAM, 0) or die; print connect($s, ${address}) ? "connected" : "refused"`

  test('network: no port of this machine, nor of its abstract sockets', () => {
    const tcp = connect('PF_INET', `pack_sockaddr_in(${port}, INADDR_LOOPBACK)`)
    const unix = connect('PF_UNIX', `pack("Sa*", AF_UNIX, "\\0${directory}")`)
    expect([tcp, unix].map((script) => behind(['--unshare-net'], script))).toEqual(['refused', 'refused'])
    expect([tcp, unix].map((script) => behind([], script))).toEqual(['connected', 'connected'])
  })

  test('processes: none outside can be signalled', () => {
    const signal = `print kill(0, ${process.pid}) ? "there" : $!{ESRCH} ? "nowhere" : $!`
    expect([behind(['--unshare-pid'], signal), behind([], signal)]).toEqual(['nowhere', 'there'])
  })

  test('IPC: no shared memory of others', () => {
    const key = 0x706c_0000 + (process.pid & 0xffff)
    const open = `print defined(shmget(${key}, 1, 0)) ? "there" : $!{ENOENT} ? "nowhere" : $!`
    expect(run([perl, '-e', `print shmget(${key}, 4096, 0600 | 01000) // die $!`]).status).toBe(0)
    try {
      expect([behind(['--unshare-ipc'], open), behind([], open)]).toEqual(['nowhere', 'there'])
    } finally {
      run([perl, '-e', `shmctl(shmget(${key}, 1, 0), 0, 0)`])
    }
  })

  test("names: the machine's is not told", () => {
    const ask = 'use POSIX; print((POSIX::uname())[1])'
    const flags = ['--unshare-uts', ...flagsOf(full, ['--hostname', 1])]
    expect([behind(flags, ask), behind([], ask)]).toEqual(['plasm', hostname()])
  })

  test.skipIf(!isRoot)(`users: root inside is nobody outside${isRoot ? '' : ' (needs root to begin with)'}`, () => {
    const file = join(directory, 'owned')
    writeFileSync(file, '')
    const give = `print chown(1, 1, "${file}") ? "given" : "refused"`
    const flags = ['--unshare-user', ...flagsOf(full, ['--uid', 1], ['--gid', 1])]
    expect([behind(flags, give), behind([], give)]).toEqual(['refused', 'given'])
  })

  test('files: none but those that were bound can be read, and nothing can be written', () => {
    const binds = full.flatMap((arg, index) => (arg === '--ro-bind' ? full.slice(index, index + 3) : []))
    const flags = [...binds, ...flagsOf(full, ['--remount-ro', 1], ['--chdir', 1])]
    const attempts = `
      const attempt = (action) => { try { action(); return 'done' } catch ({ code }) { return code } }
      console.log([
        attempt(() => fs.readFileSync(${JSON.stringify(join(directory, 'secret'))})),
        attempt(() => fs.readFileSync('/etc/passwd')),
        attempt(() => fs.writeFileSync('/was-here', '')),
        attempt(() => fs.writeFileSync('/child.mjs', '', { flag: 'r+' })),
      ].join())`
    expect(run([bwrap, ...flags, '--', '/node', '-e', attempts]).stdout).toBe('ENOENT,ENOENT,EROFS,EROFS\n')
    const free = ['--dev-bind', '/', '/', '--tmpfs', '/mnt', '--chdir', '/mnt']
    const own = attempts.replace("'/was-here'", "'/mnt/was-here'").replace("'/child.mjs'", "'/mnt/was-here'")
    expect(run([bwrap, ...free, '--', process.execPath, '-e', own]).stdout).toBe('done,done,done,done\n')
  })
})

describe.skipIf(lacksPrograms)(`what else bubblewrap takes away, each alone${skipped}`, () => {
  test('capabilities: a name may be changed with them, and not without', () => {
    const rename = `my $name = "mine"; print syscall(${process.arch === 'x64' ? 170 : 161}, $name, 4) == 0 ? "changed" : "refused"`
    const own = ['--unshare-user', '--uid', '0', '--unshare-uts', '--cap-add', 'ALL']
    expect(behind([...own, ...flagsOf(full, ['--cap-drop', 1])], rename)).toBe('refused')
    expect(behind(own, rename)).toBe('changed')
  })

  test('environment', () => {
    const show = 'print join ",", grep { $_ ne "PWD" } keys %ENV'
    const env = { PLASM_PROBE: 'secret' }
    expect(behind(flagsOf(full, ['--clearenv', 0]), show, env)).toBe('')
    expect(behind([], show, env)).toBe('PLASM_PROBE')
  })

  test("session: the daemon's terminal is not the child's", () => {
    const session = `print syscall(${process.arch === 'x64' ? 124 : 156}, 0)`
    const own = run([perl, '-e', session]).stdout
    expect(behind(flagsOf(full, ['--new-session', 0]), session)).not.toBe(own)
    expect(behind([], session)).toBe(own)
  })
})

describe.each([
  ['full', () => full],
  ['reduced', () => reduced],
])('each resource limit of the launch at %s alone', (_, launch) => {
  /** How a perl script ends with one of the launch's limits, and without. */
  const probe = (limit: string, script: string) => {
    const flag = launch().find((arg) => arg.startsWith(`--${limit}=`))
    expect(flag, limit).toBeDefined()
    const ends = ({ stdout, status, signal }: SpawnSyncReturns<string>) => stdout || signal || status
    return [ends(run([launch()[0]!, flag!, '--', perl, '-e', script])), ends(run([perl, '-e', script]))]
  }

  test.skipIf(lacksPrograms)(`files: nothing is written${skipped}`, () => {
    const write = `$SIG{XFSZ} = "IGNORE"; open(my $f, ">", "${join(directory, 'written')}"); print((syswrite($f, "x") // 0) ? "written" : "refused")`
    expect(probe('fsize', write)).toEqual(['refused', 'written'])
  })

  test.skipIf(lacksPrograms)(`descriptors: 64${skipped}`, () => {
    const open = `my @f; for (1..100) { open(my $f, "<", "/dev/null") or last; push @f, $f } print @f < 64 ? "few" : "many"`
    expect(probe('nofile', open)).toEqual(['few', 'many'])
  })

  test.skipIf(lacksPrograms)(`memory that is reserved${skipped}`, () => {
    const allocate = `my $x = "x"; $x = $x x ${96 * mebibyte}; print "held"`
    expect(probe('data', allocate)).toEqual([1, 'held'])
  })

  // What takes a second of processor time, or a crash, to meet is asked of the kernel.
  test.each([
    ['cpu', /Max cpu time +1 +1 /],
    ['core', /Max core file size +0 +0 /],
  ])('%s: the kernel has it', (limit, expected) => {
    const flag = launch().find((arg) => arg.startsWith(`--${limit}=`))
    expect(flag, limit).toBeDefined()
    const limits = ['/bin/cat', '/proc/self/limits']
    expect(run([launch()[0]!, flag!, '--', ...limits]).stdout).toMatch(expected)
    expect(run([launch()[0]!, `--${limit}=1000:1000`, '--', ...limits]).stdout).not.toMatch(expected)
  })
})

describe('no new privileges alone', () => {
  const lacks = !isRoot || !existsSync('/usr/bin/setpriv')
  const why = lacks ? ' (needs root and setpriv)' : ''

  test.skipIf(lacks)(`a program that makes its user root does not${why}`, () => {
    const id = join(directory, 'id')
    copyFileSync('/usr/bin/id', id)
    chmodSync(id, 0o4755)
    const nobody = ['/usr/bin/setpriv', '--reuid', '65534', '--clear-groups', '--']
    const fence = ['/usr/bin/setpriv', ...flagsOf(reduced, ['--no-new-privs', 0]), '--']
    expect(run([...nobody, ...fence, id, '-u']).stdout).toBe('65534\n')
    expect(run([...nobody, id, '-u']).stdout).toBe('0\n')
    // Bubblewrap does so by itself.
    if (!lacksPrograms) {
      const behindIt = run([...nobody, bwrap, '--dev-bind', '/', '/', '--', id, '-u']).stdout
      expect(behindIt).not.toBe('0\n')
    }
  })
})

describe("Node's permissions alone", () => {
  const attempts: Readonly<Record<string, string>> = {
    'read a file': `fs.readFileSync(secret)`,
    'list a directory': `fs.readdirSync('/')`,
    'write a file': `fs.writeFileSync(secret + '.new', '')`,
    'start a program': `const { error } = child_process.spawnSync('/bin/true'); if (error) throw error`,
    'start a thread': `new worker_threads.Worker('1', { eval: true })`,
    'open a socket': `net.createServer().listen(0).close()`,
    'load native code': `process.dlopen({ exports: {} }, '/lib/none.node')`,
  }
  /** How each attempt is answered by Node with these flags. */
  function answers(flags: readonly string[]): readonly string[] {
    const script = `
      const secret = ${JSON.stringify(join(directory, 'secret'))}
      const attempt = (action) => { try { action(); return 'done' } catch ({ code }) { return code } }
      console.log(JSON.stringify([${Object.values(attempts)
        .map((action) => `attempt(() => { ${action} })`)
        .join()}]))`
    const { stdout, stderr } = run([process.execPath, ...flags, '-e', script])
    expect(stdout, stderr).not.toBe('')
    return JSON.parse(stdout)
  }

  test('refuse each thing that a child has no need of; without them it is done', () => {
    const from = reduced.indexOf('--permission')
    const flags = reduced.slice(from).filter((arg) => /^--(permission$|no-experimental-)/.test(arg))
    const denied = 'ERR_ACCESS_DENIED'
    expect(answers(flags)).toEqual([denied, denied, denied, denied, denied, denied, 'ERR_DLOPEN_DISABLED'])
    // There is no such library, and it was looked for.
    expect(answers([])).toEqual(['done', 'done', 'done', 'done', 'done', 'done', 'ERR_DLOPEN_FAILED'])
  })
})

describe('what a child is started with alone, without any fence', () => {
  /** What an expression is worth in a child that this command starts, with Node and its script as last words. */
  async function worth(expression: string, before: readonly string[] = []): Promise<unknown> {
    const { script, remove } = writeTestChild(
      `ready(); hear(); say(frame(2, JSON.stringify(${expression}))); say(result()); hang()`,
    )
    const [command, ...args] = [...before, process.execPath, script]
    const child = await Child.start({ command: command!, args }, 10_000)
    let text = ''
    try {
      const signal = new AbortController().signal
      const onOutput = (_: string, bytes: Uint8Array) => {
        text += Buffer.from(bytes)
      }
      await child.work({ kind: 'run', job: job() }, { deadlineMs: 10_000, outputBytes: 100_000, signal, onOutput })
    } finally {
      await child.kill()
      remove()
    }
    return JSON.parse(text)
  }

  test("has none of the daemon's environment", async () => {
    process.env.PLASM_PROBE = 'secret'
    try {
      expect(await worth('process.env.PLASM_PROBE ?? null')).toBe(null)
      expect(await worth('process.env.PLASM_PROBE ?? null', ['/usr/bin/env', 'PLASM_PROBE=given'])).toBe('given')
    } finally {
      delete process.env.PLASM_PROBE
    }
  })

  test("has none of the daemon's descriptors", async () => {
    const listing = `fs.readdirSync('/proc/self/fd').map((fd) => { try { return fs.readlinkSync('/proc/self/fd/' + fd) } catch { return '' } })`
    const isOwn = (link: string) => link.startsWith('socket:') || link.startsWith(directory)
    const file = openSync(join(directory, 'secret'), 'r')
    try {
      const own = readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`)
        } catch {
          return []
        }
      })
      const kept = own.filter(isOwn)
      // At least the file, and the two sockets that listen.
      expect(kept.length).toBeGreaterThanOrEqual(3)
      const found = (await worth(listing)) as readonly string[]
      expect(found.filter((link) => kept.includes(link))).toEqual([])
      const handed = spawnSync(process.execPath, ['-p', `JSON.stringify(${listing})`], {
        stdio: ['ignore', 'pipe', 'inherit', file],
      })
      expect(JSON.parse(String(handed.stdout))).toContain(join(directory, 'secret'))
    } finally {
      closeSync(file)
    }
  })
})
