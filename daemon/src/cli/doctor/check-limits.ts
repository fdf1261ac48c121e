import { join } from 'node:path'
import { type Machine, textOf } from '../../machine/machine.ts'
import { limitsOf, openFilesOfDaemon, type ProcessLimits } from '../../machine/process-limits.ts'
import { runtimeProfiles } from '../../sandbox/runtime-profiles.ts'
import type { Finding, Patient } from './finding.ts'

const name = 'limits'
/** Children, their threads, and what bubblewrap and Node add. */
const wantedProcesses = 512
const wantedStackBytes = runtimeProfiles.v8.stackBytes ?? 0

/** The hard limits of the running daemon, where this user may see them; else those that it would get from here. */
export function checkLimits({
  machine,
  dataDirectory,
}: Pick<Patient, 'machine' | 'dataDirectory'>): readonly Finding[] {
  const daemon = holderOf(machine, dataDirectory)
  const ofDaemon = daemon === undefined ? undefined : limitsOf(machine, daemon)
  const limits = ofDaemon ?? limitsOf(machine, 'self')
  if (limits === undefined) return [{ name, status: 'ok', detail: 'not looked at: there is no /proc here' }]
  return findLimits(limits, ofDaemon === undefined ? 'of this shell' : `of the daemon, process ${daemon}`)
}

export function findLimits(limits: ProcessLimits, whose: string): readonly Finding[] {
  const short = demands.filter(({ limit, wanted }) => limits[limit] < wanted)
  if (short.length === 0) {
    const detail = `${whose}: ${many(limits.openFiles)} files, ${many(limits.processes)} processes, ${many(limits.stackBytes)} bytes of stack`
    return [{ name, status: 'ok', detail }]
  }
  return short.map(({ limit, wanted, words, unit, flag }) => ({
    name,
    status: 'degraded',
    detail: `${words} ${whose}: ${limits[limit]}, and ${wanted} are wanted`,
    mend: `${unit}=${wanted} in the unit (sudo systemctl edit plasm), then: sudo systemctl restart plasm; in a shell: ulimit -H${flag}`,
  }))
}

const demands = [
  { limit: 'openFiles', wanted: openFilesOfDaemon.wanted, words: 'open files', unit: 'LimitNOFILE', flag: 'n' },
  { limit: 'processes', wanted: wantedProcesses, words: 'processes', unit: 'LimitNPROC', flag: 'u' },
  { limit: 'stackBytes', wanted: wantedStackBytes, words: 'bytes of stack', unit: 'LimitSTACK', flag: 's' },
] as const

function many(limit: number): string {
  return Number.isFinite(limit) ? String(limit) : 'any number of'
}

/** Who holds the data directory, as it wrote there. */
function holderOf(machine: Machine, dataDirectory: string): number | undefined {
  try {
    const { pid } = JSON.parse(textOf(machine, join(dataDirectory, 'lock.json')) ?? '{}') as { pid?: unknown }
    return typeof pid === 'number' ? pid : undefined
  } catch {
    return undefined // It is being written.
  }
}
