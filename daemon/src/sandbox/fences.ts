import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { delimiter, extname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Child, ChildLaunch } from './child.ts'
import type { ChildBundle } from './child-bundle.ts'
import type { Isolation, RuntimeName } from './sandbox.ts'
import { seccompFilter } from './seccomp.ts'

/** What a fence is put around. */
export interface FencedProgram {
  /** Node's binary; symbolic links are followed. */
  readonly node: string
  /** Node's and V8's own flags. */
  readonly nodeFlags: readonly string[]
  readonly bundle: ChildBundle
  /** What the child is to run its guests with. */
  readonly runtime: RuntimeName
  /** Bytes of data segment and heap that the process may reserve, V8's own reservations included. */
  readonly dataBytes: number
  /** Bytes of the native stack, where the usual will not do; then only fences that can give it are tried. */
  readonly stackBytes?: number
  /** Seconds of processor time after which the kernel ends it: a backstop behind the daemon's deadlines. */
  readonly cpuSeconds: number
}

/** Fences that were found to work on this machine, and the child that showed it. */
export interface Fences {
  readonly isolation: Isolation
  /** What is missing and why; absent where nothing is. */
  readonly reason?: string
  readonly launch: ChildLaunch
  readonly proof: Child
}

export interface FenceTrial {
  /** Starts a child with a launch; a launch that the machine does not bear rejects. */
  start(launch: ChildLaunch): Promise<Child>
  /** `reduced` leaves namespaces untried. */
  readonly strongest?: Isolation
  /** Directories to look for the fences' programs in. */
  readonly path?: string
}

/** Tries the fences from the strongest down, by starting a child behind each; rejects with the last one's reason. */
export async function raiseFences(program: FencedProgram, trial: FenceTrial): Promise<Fences> {
  const path = trial.path ?? systemPath
  const [bwrap, prlimit, setpriv, ldd] = await Promise.all(
    ['bwrap', 'prlimit', 'setpriv', 'ldd'].map((name) => findProgram(name, path)),
  )
  const node = await realpath(program.node)
  const filter = seccompFilter(process.arch)
  const missing: string[] = []

  if (trial.strongest === 'reduced') missing.push('namespaces are switched off')
  else if (bwrap === undefined || prlimit === undefined) {
    missing.push(`${bwrap === undefined ? 'bubblewrap (bwrap)' : 'prlimit'} is not installed`)
  } else if (filter === undefined) {
    missing.push(`there is no system-call filter for ${process.arch}`)
  } else {
    try {
      const launch = await fullLaunch({ ...program, node }, { bwrap, prlimit, ldd, filter })
      const proof = await trial.start(launch)
      return { isolation: 'full', launch, proof }
    } catch (error) {
      missing.push(`bubblewrap does not work here: ${messageOf(error)}`)
    }
  }

  const candidates = [
    { prlimit, setpriv },
    { prlimit, setpriv: undefined },
    { prlimit: undefined, setpriv: undefined },
  ].filter((fences) => program.stackBytes === undefined || fences.prlimit !== undefined)
  if (candidates.length === 0) throw new Error('prlimit is not installed, which gives the stack that it needs')
  for (const [index, fences] of candidates.entries()) {
    const lacking = [
      ...(fences.prlimit === undefined ? ['no resource limits (prlimit)'] : []),
      ...(fences.setpriv === undefined ? ['a killed daemon leaves its children behind (setpriv)'] : []),
    ]
    const launch = reducedLaunch({ ...program, node }, fences)
    try {
      const proof = await trial.start(launch)
      return { isolation: 'reduced', reason: [...missing, ...lacking].join('; '), launch, proof }
    } catch (error) {
      if (index === candidates.length - 1) throw error
    }
  }
  throw new Error('unreachable: the last candidate returns or throws')
}

interface FullTools {
  readonly bwrap: string
  readonly prlimit: string
  readonly ldd: string | undefined
  readonly filter: Uint8Array
}

/** Namespaces of every kind, a root that holds Node, its libraries and the script, and nothing else; not writable. */
async function fullLaunch(program: FencedProgram, tools: FullTools): Promise<ChildLaunch> {
  const libraries = await sharedLibraries(program.node, tools.ldd)
  const { bundle } = program
  const script = `/child${extname(bundle.script)}`
  const inside: ChildBundle = {
    script,
    ...(bundle.code === undefined ? {} : { code: `${script}.code` }),
    ...(bundle.compiled === undefined ? {} : { compiled: `${script}.compiled` }),
  }
  const bind = (from: string, to: string) => ['--ro-bind', from, to]
  return {
    command: tools.prlimit,
    args: [
      ...resourceLimits(program),
      '--',
      tools.bwrap,
      '--unshare-all',
      '--unshare-user',
      ...['--uid', '65534', '--gid', '65534', '--hostname', 'plasm'],
      '--clearenv',
      '--die-with-parent',
      '--new-session',
      ...['--cap-drop', 'ALL'],
      ...bind(program.node, '/node'),
      ...filesOf(bundle).flatMap((file, index) => bind(file, filesOf(inside)[index]!)),
      ...(await Promise.all(libraries.map(async (library) => bind(await realpath(library), library)))).flat(),
      ...['--remount-ro', '/', '--chdir', '/'],
      ...['--seccomp', '3'],
      '--',
      '/node',
      ...nodeArguments(program, inside),
    ],
    seccompFilter: tools.filter,
  }
}

/** No namespaces: limits, no new privileges, death with the daemon, and Node's own permissions. */
function reducedLaunch(
  program: FencedProgram,
  tools: { prlimit: string | undefined; setpriv: string | undefined },
): ChildLaunch {
  const wrapped = [
    ...(tools.prlimit === undefined ? [] : [tools.prlimit, ...resourceLimits(program), '--']),
    ...(tools.setpriv === undefined ? [] : [tools.setpriv, '--no-new-privs', '--pdeathsig', 'KILL', '--']),
    program.node,
    ...nodeArguments(program, program.bundle),
  ]
  return { command: wrapped[0]!, args: wrapped.slice(1) }
}

function resourceLimits({ dataBytes, stackBytes, cpuSeconds }: FencedProgram): string[] {
  return [
    '--core=0',
    '--fsize=0',
    '--nofile=64',
    '--msgqueue=0',
    '--memlock=0',
    `--data=${dataBytes}`,
    ...(stackBytes === undefined ? [] : [`--stack=${stackBytes}`]),
    `--cpu=${cpuSeconds}`,
  ]
}

function nodeArguments({ nodeFlags, runtime }: FencedProgram, bundle: ChildBundle): string[] {
  return [
    '--permission',
    ...beyondPermission,
    ...filesOf(bundle).map((file) => `--allow-fs-read=${file}`),
    ...nodeFlags,
    bundle.script,
    runtime,
    ...(bundle.compiled === undefined ? [] : [bundle.compiled]),
  ]
}

/** Modules that reach files or native code by ways of their own: node:sqlite opens databases whatever is permitted. */
const beyondPermission = ['--no-experimental-sqlite', '--no-experimental-ffi', '--no-experimental-webstorage']

function filesOf({ script, code, compiled }: ChildBundle): string[] {
  return [script, code, compiled].filter((file) => file !== undefined)
}

/** The files that the dynamic linker would load, by `ldd`: what a binary needs to run in an empty root. */
async function sharedLibraries(binary: string, ldd: string | undefined): Promise<string[]> {
  if (ldd === undefined) throw new Error('ldd is not installed')
  const { stdout } = await run(ldd, [binary], { timeout: 10_000, env: {} })
  return stdout.split('\n').flatMap((line) => /(?:=>\s+|^\s*)(\/\S+)\s+\(0x/.exec(line)?.[1] ?? [])
}

const run = promisify(execFile)

/** Where distributions put them; the daemon's own PATH is not to decide what fences its children. */
const systemPath = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/usr/local/bin'].join(delimiter)

/** Where a program of this name is, in these directories; default: the system's own. */
export async function findProgram(name: string, path: string = systemPath): Promise<string | undefined> {
  for (const directory of path.split(delimiter)) {
    const file = join(directory, name)
    try {
      await access(file, constants.X_OK)
      return file
    } catch {
      // Not in this directory.
    }
  }
  return undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
