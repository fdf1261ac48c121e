import { isPlasmError } from '../../errors.ts'
import { digestOf } from '../../manifest/digest.ts'
import { openCgroups } from '../../sandbox/cgroup.ts'
import { tryFences } from '../../sandbox/fence-trials.ts'
import { ProcessSandbox } from '../../sandbox/process-sandbox.ts'
import { childBounds } from '../../sandbox/runtime-children.ts'
import type { Isolation } from '../../sandbox/sandbox.ts'
import { warmUpProgram } from '../../sandbox/warm-up.ts'
import type { Finding } from './finding.ts'

/** A fence that does not hold lowers the isolation; what that comes to is the sandbox's to say. */
export async function checkFences(): Promise<readonly Finding[]> {
  const trials = await tryFences({ node: process.execPath })
  return trials.map(({ fence, holds, detail, mend }) => ({
    name: fence,
    status: holds ? 'ok' : 'degraded',
    detail,
    ...(mend === undefined ? {} : { mend }),
  }))
}

/** No level of isolation asks for them: they are a second bound, which a daemon may have where a shell has none. */
export async function checkControlGroups(): Promise<readonly Finding[]> {
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
export async function checkIsolation(): Promise<readonly Finding[]> {
  const name = 'isolation'
  let sandbox: ProcessSandbox | undefined
  try {
    sandbox = await ProcessSandbox.start({ waitingChildren: 0, maximumChildren: 1, startDeadlineMs: 5000 })
    const { outcome } = await sandbox.run(trialJob, { signal: AbortSignal.timeout(trialJob.wallTimeMs * 2) })
    if (outcome.kind !== 'exited') {
      return [
        {
          name,
          status: 'failed',
          detail: `a child did not run a program to its end: ${JSON.stringify(outcome)}`,
          mend: mendFences,
        },
      ]
    }
    return [levelFinding(name, sandbox.isolation, sandbox.isolationReason), runtimesFinding(sandbox)]
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
    const detail = isPlasmError(error) ? `${error.code}: ${error.message}${cause}` : String(error)
    return [{ name, status: 'failed', detail, mend: mendFences }]
  } finally {
    await sandbox?.stop()
  }
}

function levelFinding(name: string, isolation: Isolation, reason: string | undefined): Finding {
  switch (isolation) {
    case 'full':
      return { name, status: 'ok', detail: 'full: a program ran to its end behind all fences' }
    case 'reduced':
      return { name, status: 'degraded', detail: `reduced: ${reason}`, mend: mendFences }
    default:
      return isolation satisfies never
  }
}

function runtimesFinding({ runtimes, notes }: ProcessSandbox): Finding {
  const found = { name: 'runtimes', detail: runtimes.join(', ') }
  if (runtimes.includes('v8')) return { ...found, status: 'ok' }
  return { ...found, status: 'degraded', detail: `${found.detail}; ${notes.join('; ')}`, mend: mendFences }
}

const mendFences = 'mend the fences above'

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
