import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import type { RuntimeName } from '../../daemon/src/sandbox/sandbox.ts'
import { looper } from '../guests/programs.ts'
import { World } from '../unit/jobs/world.ts'
import { descendants, isRunning, type Process } from './processes.ts'

/**
 * Milliseconds from the arrival of a cancel at a node to the death of the process that runs the guest, once for each
 * round: a peer's guest that loops for ever, in a sandbox as a daemon has it.
 */
export async function cancelledJobs(rounds: number, runtime: RuntimeName): Promise<readonly number[]> {
  const world = new World()
  const sandbox = await ProcessSandbox.start({ waitingChildren: 1, maximumChildren: 2 })
  try {
    const most = Number.MAX_SAFE_INTEGER
    const quota = { jobsPerMinute: most, fuelPerMinute: most, bytesPerMinute: most, blobBytes: most }
    const node = world.node({ seed: 1, sandbox, share: { perPeer: quota, strangers: quota } })
    const submitter = world.node({ seed: 2, share: { with: 'nobody' } })
    const module = await submitter.store.blobs.put(looper())
    const took: number[] = []
    for (let round = 0; round < rounds; round++) {
      const limits = { fuel: 1_000_000_000_000, memoryBytes: 1_048_576, outputBytes: 1_000 }
      const request = { runtime, isolation: 'reduced', wallTimeMs: 600_000, placement: { where: 'network' } }
      const id = await submitter.submit({ task: { module, args: [String(round)], limits }, request })
      await submitter.reached(id, 'started')
      const guest = await busiest(descendants(process.pid))
      const [attempt] = node.store.attempts.unfinished()
      const arrivedAt = performance.now()
      await node.executor.cancel(submitter.peer, attempt!.order)
      while (isRunning(guest)) await setImmediate()
      took.push(performance.now() - arrivedAt)
      await submitter.service.cancel(id, 'local')
    }
    return took
  } finally {
    await world.dispose()
    await sandbox.stop()
  }
}

/** The one that computes: it gets ahead of all others by a tenth of a second. */
async function busiest(processes: readonly Process[]): Promise<Process> {
  const before = new Map(processes.map((each) => [each, ticksOf(each.pid)]))
  for (;;) {
    await setImmediate()
    const ahead = processes.find((each) => ticksOf(each.pid) >= before.get(each)! + 10)
    if (ahead !== undefined) return ahead
  }
}

/** Processor time, user and system, in hundredths of a second (proc_pid_stat(5)). */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ')
  return Number(fields[11]) + Number(fields[12])
}
