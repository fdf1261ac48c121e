import type { Command } from 'commander'
import { isPlasmError } from '../errors.ts'
import { digestOf } from '../manifest/digest.ts'
import { openCgroups } from '../sandbox/cgroup.ts'
import { tryFences } from '../sandbox/fence-trials.ts'
import { ProcessSandbox } from '../sandbox/process-sandbox.ts'
import { childBounds } from '../sandbox/runtime-children.ts'
import type { Isolation } from '../sandbox/sandbox.ts'
import { warmUpProgram } from '../sandbox/warm-up.ts'
import type { ApiClient } from './api-client.ts'
import { checkReachability } from './check-reachability.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import { exitCodes } from './exit-codes.ts'
import type { Cli } from './program.ts'
import { printLine } from './terminal.ts'

/** What one check found. */
export interface Finding {
  readonly name: string
  /** `degraded`: jobs run, less safely or less well. `failed`: none runs. */
  readonly status: 'ok' | 'degraded' | 'failed'
  readonly detail: string
  /** The command, or what else a person can do; where something could be better. */
  readonly mend?: string
}

/** One thing that the doctor looks at; it reports what is wrong and does not throw. */
export type Check = (daemon: ApiClient) => Promise<readonly Finding[]>

/** In the order in which they are told. A part of plasm that has something to be looked at adds its check here. */
export const checks: readonly Check[] = Object.freeze([
  checkFences,
  checkControlGroups,
  checkSandbox,
  checkReachability,
])

export function addDoctor(program: Command, { terminal, exit }: Cli): void {
  withClientOptions(
    program
      .command('doctor')
      .description('say whether this machine can run jobs, how safely, whether peers reach it, and what would mend it'),
  ).action(async (options: ClientOptions) => {
    const daemon = clientFor(options, terminal)
    const findings: Finding[] = []
    for (const check of checks) findings.push(...(await check(daemon)))
    await printLine(terminal.stdout, options.json ? JSON.stringify({ findings }) : findings.map(describe).join('\n'))
    exit(exitCodeFor(findings))
  })
}

export function exitCodeFor(findings: readonly Finding[]): number {
  if (findings.some(({ status }) => status === 'failed')) return exitCodes.failed
  return findings.every(({ status }) => status === 'ok') ? exitCodes.success : exitCodes.no
}

function describe({ name, status, detail, mend }: Finding): string {
  return `${status.padEnd(9)} ${name}: ${detail}${mend === undefined ? '' : `\n${' '.repeat(10)}mend: ${mend}`}`
}

/** A fence that does not hold lowers the isolation; what that comes to is the sandbox's to say. */
async function checkFences(): Promise<readonly Finding[]> {
  const trials = await tryFences({ node: process.execPath })
  return trials.map(({ fence, holds, detail, mend }) => ({
    name: fence,
    status: holds ? 'ok' : 'degraded',
    detail,
    ...(mend === undefined ? {} : { mend }),
  }))
}

/** No level of isolation asks for them: they are a second bound, which a daemon may have where a shell has none. */
async function checkControlGroups(): Promise<readonly Finding[]> {
  const name = 'control groups'
  const groups = openCgroups(childBounds)
  if (groups.kind === 'absent') {
    const detail = `none for this process (${groups.reason}): the runtime and prlimit alone bound memory`
    return [{ name, status: 'ok', detail, mend: 'for a daemon under systemd: Delegate=yes in its unit' }]
  }
  await groups.close()
  const detail = `the kernel bounds what each child holds, its processes, ${groups.boundsProcessors ? 'and' : 'but not'} its processors' time`
  return [{ name, status: 'ok', detail }]
}

/** Starts a child behind all fences together and has it run a program to its end. */
async function checkSandbox(): Promise<readonly Finding[]> {
  const name = 'isolation'
  let sandbox: ProcessSandbox | undefined
  try {
    sandbox = await ProcessSandbox.start({ waitingChildren: 0, maximumChildren: 1, startDeadlineMs: 5000 })
    const { outcome } = await sandbox.run(trialJob, { signal: AbortSignal.timeout(trialJob.wallTimeMs * 2) })
    if (outcome.kind !== 'exited') {
      return [
        { name, status: 'failed', detail: `a child did not run a program to its end: ${JSON.stringify(outcome)}` },
      ]
    }
    return [levelFinding(name, sandbox.isolation, sandbox.isolationReason), runtimesFinding(sandbox)]
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
    const detail = isPlasmError(error) ? `${error.code}: ${error.message}${cause}` : String(error)
    return [{ name, status: 'failed', detail }]
  } finally {
    await sandbox?.stop()
  }
}

function levelFinding(name: string, isolation: Isolation, reason: string | undefined): Finding {
  switch (isolation) {
    case 'full':
      return { name, status: 'ok', detail: 'full: a program ran to its end behind all fences' }
    case 'reduced':
      return { name, status: 'degraded', detail: `reduced: ${reason}`, mend: 'mend the fences above' }
    default:
      return isolation satisfies never
  }
}

function runtimesFinding({ runtimes, notes }: ProcessSandbox): Finding {
  const found = { name: 'runtimes', detail: runtimes.join(', ') }
  if (runtimes.includes('v8')) return { ...found, status: 'ok' }
  return { ...found, status: 'degraded', detail: `${found.detail}; ${notes.join('; ')}`, mend: 'mend the fences above' }
}

const trialJob = Object.freeze({
  taskDigest: new Uint8Array(32),
  module: warmUpProgram,
  moduleDigest: digestOf(warmUpProgram),
  args: [],
  env: {},
  stdin: new Uint8Array(),
  files: [],
  outputs: [],
  limits: { fuel: 1_000_000, memoryBytes: 65_536, outputBytes: 1 },
  clock: 'virtual',
  random: 'seeded',
  runtime: 'any',
  fresh: true,
  submitter: 'local',
  wallTimeMs: 5000,
} as const)
