import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Engine, engines, type Kind } from './campaign.ts'
import type { FuzzMessage, FuzzTask } from './fuzz-child.ts'

/** What a stretch of fuzzing came to. */
export interface FuzzReport {
  /** Specimens that were begun with. */
  readonly specimens: number
  /** From which to go on. */
  readonly nextSeed: number
  readonly finding?: Finding
}

export interface Finding {
  readonly kind: Kind
  readonly engine: Engine
  readonly seed: number
  /** What differs; or that the process died, or made no progress and was killed. */
  readonly lines: string
  /** Base64 of the shrunk module; absent where the process died. */
  readonly module?: string
  readonly fuel?: string
}

/** Beyond what one specimen can take on a machine with much else to do. */
const patienceMs = 180_000

/** Fuzzes in a process of its own, which is killed when it makes no progress. */
export async function fuzz(
  task: FuzzTask,
  engine: Engine,
  { program = 'fuzz-child.ts', patience = patienceMs } = {},
): Promise<FuzzReport> {
  // V8's own stack must be larger than any guest can make it; and no specimen may take the machine's memory.
  const child = spawn(
    'sh',
    [
      '-c',
      'ulimit -s 65536 && ulimit -d 4194304 && exec "$0" "$@"',
      process.execPath,
      '--stack-size=48000',
      ...engines[engine],
      join(import.meta.dirname, program),
      JSON.stringify(task),
    ],
    { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] },
  )
  let specimens = 0
  let seed = task.firstSeed
  let end: FuzzMessage | undefined
  let stuck = false
  let said = ''
  child.stderr!.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  const kill = () => {
    stuck = true
    child.kill('SIGKILL')
  }
  // Its start has all the time.
  let watchdog = setTimeout(kill, patienceMs)
  child.on('message', (message: FuzzMessage) => {
    clearTimeout(watchdog)
    watchdog = setTimeout(kill, patience)
    if (message.kind !== 'seed') end = message
    else if (specimens === 0 || message.seed !== seed) {
      specimens++
      seed = message.seed
    }
  })
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (...how) => resolve(how))
  }).finally(() => clearTimeout(watchdog))
  const report = { specimens, nextSeed: specimens === 0 ? seed : seed + 1 }
  const found = { kind: task.kind, engine, seed }
  if (end?.kind === 'difference') {
    return { ...report, finding: { ...found, lines: end.lines, module: end.module, fuel: end.fuel } }
  }
  if (end?.kind === 'done' && code === 0) return report
  const how = stuck ? `made no progress for ${patience} ms` : `ended with ${code ?? signal}`
  return { ...report, finding: { ...found, lines: `the process ${how}\n${said}` } }
}
