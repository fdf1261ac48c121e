import { spawn } from 'node:child_process'
import { thisMachine } from '../machine/machine.ts'
import { namespaceBars } from '../machine/user-namespaces.ts'
import { findProgram } from './fences.ts'
import { seccompFilter } from './seccomp.ts'

/** Whether one fence works on this machine, found by trying to break it, with no other fence in its way. */
export interface FenceTrialResult {
  readonly fence: string
  readonly holds: boolean
  /** What was tried, or what went wrong. */
  readonly detail: string
  /** A command, or what else an operator can do, where it does not hold. */
  readonly mend?: string
}

export interface FenceTrialOptions {
  /** Node's binary. */
  readonly node: string
  /** Directories to look for the fences' programs in. */
  readonly path?: string
}

/** Tries every fence on its own; never rejects. */
export async function tryFences(options: FenceTrialOptions): Promise<readonly FenceTrialResult[]> {
  return Promise.all([
    tryNamespaces(options),
    tryFilter(options),
    tryLimits(options),
    tryParentDeath(options),
    tryPermissions(options),
  ])
}

const installBubblewrap = 'sudo apt-get install bubblewrap'
const installUtilLinux = 'sudo apt-get install util-linux'

async function tryNamespaces({ node, path }: FenceTrialOptions): Promise<FenceTrialResult> {
  const fence = 'namespaces'
  const bwrap = await findProgram('bwrap', path)
  if (bwrap === undefined) return missing(fence, 'bubblewrap (bwrap) is not installed', installBubblewrap)
  // What Node sees in there: no interface but a loopback, and a process number that is no one else's.
  const look = `process.exit(Object.values(os.networkInterfaces()).flat().every((found) => found.internal) && process.pid < 10 ? 0 : 1)`
  const ended = await run(bwrap, [
    ...['--unshare-all', '--unshare-user', '--die-with-parent', '--cap-drop', 'ALL', '--ro-bind', '/', '/'],
    ...['--', node, '-e', look],
  ])
  if (ended.code === 0) return held(fence, 'bubblewrap hides the network and other processes')
  return missing(fence, `bubblewrap does not work here: ${ended.text}`, namespacesMend())
}

async function tryFilter({ node, path }: FenceTrialOptions): Promise<FenceTrialResult> {
  const fence = 'system-call filter'
  const filter = seccompFilter(process.arch)
  if (filter === undefined) return { fence, holds: false, detail: `there is none for ${process.arch}` }
  const bwrap = await findProgram('bwrap', path)
  if (bwrap === undefined)
    return missing(fence, 'bubblewrap (bwrap), which loads it, is not installed', installBubblewrap)
  const listen = `net.createServer().on('error', ({ code }) => process.exit(code === 'EPERM' ? 0 : 1)).listen(0, () => process.exit(1))`
  const ended = await run(bwrap, ['--dev-bind', '/', '/', '--seccomp', '3', '--', node, '-e', listen], filter)
  if (ended.code === 0) return held(fence, 'a socket is refused to a process behind it')
  return missing(fence, `it does not hold: ${ended.text}`, namespacesMend())
}

async function tryLimits({ path }: FenceTrialOptions): Promise<FenceTrialResult> {
  const fence = 'resource limits'
  const prlimit = await findProgram('prlimit', path)
  if (prlimit === undefined) return missing(fence, 'prlimit is not installed', installUtilLinux)
  const ended = await run(prlimit, ['--nofile=16', '--', '/bin/sh', '-c', 'ulimit -n'])
  if (ended.text === '16') return held(fence, 'prlimit bounds descriptors, memory and processor time')
  return missing(fence, `prlimit does not work here: ${ended.text}`, installUtilLinux)
}

async function tryParentDeath({ path }: FenceTrialOptions): Promise<FenceTrialResult> {
  const fence = 'death with the daemon'
  const setpriv = await findProgram('setpriv', path)
  if (setpriv === undefined) return missing(fence, 'setpriv is not installed', installUtilLinux)
  const ended = await run(setpriv, ['--no-new-privs', '--pdeathsig', 'KILL', '--', '/bin/sh', '-c', 'exit 0'])
  if (ended.code === 0) return held(fence, 'setpriv ends children whose daemon was killed')
  return missing(fence, `setpriv does not work here: ${ended.text}`, installUtilLinux)
}

async function tryPermissions({ node }: FenceTrialOptions): Promise<FenceTrialResult> {
  const fence = "Node's permissions"
  const read = `try { fs.readFileSync('/etc/passwd') } catch ({ code }) { process.exit(code === 'ERR_ACCESS_DENIED' ? 0 : 1) } process.exit(1)`
  const ended = await run(node, ['--permission', '-e', read])
  if (ended.code === 0) return held(fence, 'a file is refused to a process without the permission')
  return missing(fence, `they do not hold: ${ended.text}`, 'run plasm with Node 26 or newer')
}

/** What stands in the way of namespaces for users who are not root, where the kernel says so. */
function namespacesMend(): string {
  const [bar] = namespaceBars(thisMachine)
  return (
    bar?.mend ??
    'allow namespaces: in a systemd unit no RestrictNamespaces=yes and no ProcSubset=pid; in a container a profile that allows unshare and mount'
  )
}

function held(fence: string, detail: string): FenceTrialResult {
  return { fence, holds: true, detail }
}

function missing(fence: string, detail: string, mend: string): FenceTrialResult {
  return { fence, holds: false, detail, mend }
}

const timeoutMs = 10_000
const longestText = 500

/** Its exit code, and the first of what it said; a command that cannot be run has none. */
function run(
  command: string,
  args: readonly string[],
  filter?: Uint8Array,
): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: {},
      cwd: '/',
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe', filter === undefined ? 'ignore' : 'pipe'],
    })
    let text = ''
    const hear = (chunk: Buffer) => {
      text = (text + chunk.toString('latin1')).slice(0, longestText)
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    if (filter !== undefined) {
      const pipe = child.stdio[3] as NodeJS.WritableStream
      pipe.on('error', () => {}) // It ended without reading: its exit code says so.
      pipe.end(filter)
    }
    child.on('error', (error) => resolve({ code: null, text: error.message }))
    child.on('close', (code, signal) => resolve({ code, text: text.trim() || `it ended with ${signal ?? code}` }))
  })
}
