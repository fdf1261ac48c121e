import { type Machine, textOf } from './machine.ts'

/** The most that a process may have, as its hard limits say; Infinity where there is none. */
export interface ProcessLimits {
  readonly openFiles: number
  readonly processes: number
  readonly stackBytes: number
}

/** Of a process by its ID; undefined where it is gone, or not for this user's eyes. */
export function limitsOf(machine: Pick<Machine, 'read'>, processId: number | 'self'): ProcessLimits | undefined {
  const text = textOf(machine, `/proc/${processId}/limits`)
  if (text === undefined) return undefined
  const hard = (name: string) => {
    const value = new RegExp(`^${name} +\\S+ +(\\S+)`, 'm').exec(text)?.[1]
    return value === undefined || value === 'unlimited' ? Number.POSITIVE_INFINITY : Number(value)
  }
  return { openFiles: hard('Max open files'), processes: hard('Max processes'), stackBytes: hard('Max stack size') }
}

/** Open files that a daemon needs before it has a peer or a job, and with which it works without ever being short of them. */
export const openFilesOfDaemon = Object.freeze({ needed: 64, wanted: 4096 })

/** What mends it, for a daemon of systemd's and for one in a shell. */
export function moreOpenFiles(wanted: number): string {
  return `LimitNOFILE=${wanted} in its unit, or ulimit -n ${wanted} in a shell`
}
