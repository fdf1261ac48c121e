import { readdirSync, readFileSync } from 'node:fs'

/** A process, by what no other one has. */
export interface Process {
  readonly pid: number
  /** Ticks since boot. */
  readonly startedAt: string
}

/** All that descend from a process, dead ones that nobody has collected included (Linux). */
export function descendants(ancestor: number): Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []))
  const found = (parent: number): Process[] =>
    all.filter(({ parentPid }) => parentPid === parent).flatMap((child) => [child, ...found(child.pid)])
  return found(ancestor).map(({ pid, startedAt }) => ({ pid, startedAt }))
}

/** A zombie that nobody has collected yet is not running. */
export function isRunning({ pid, startedAt }: Process): boolean {
  const stat = statOf(pid)
  return stat !== undefined && stat.startedAt === startedAt && stat.state !== 'Z'
}

/** Dead, and not collected by its parent. */
export function isZombie({ pid, startedAt }: Process): boolean {
  const stat = statOf(pid)
  return stat !== undefined && stat.startedAt === startedAt && stat.state === 'Z'
}

/** The most that it ever had in memory, in bytes; 0 where it is gone. */
export function peakBytes(pid: number): number {
  return kibibytes('VmHWM', `/proc/${pid}/status`)
}

/** What it has in memory now, in bytes; 0 where it is gone. */
export function residentBytes(pid: number): number {
  return kibibytes('VmRSS', `/proc/${pid}/status`)
}

/** The same, each page divided by how many processes have it. */
export function proportionalBytes(pid: number): number {
  return kibibytes('Pss', `/proc/${pid}/smaps_rollup`)
}

/** A line of proc(5) in KiB, as bytes. */
function kibibytes(name: string, file: string): number {
  return 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(contentOf(file))?.[1] ?? 0)
}

/** proc_pid_stat(5); the command stands in parentheses and may hold anything. Undefined where it is gone. */
function statOf(pid: number) {
  const fields = contentOf(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ')
  return fields.length < 20
    ? undefined
    : { pid, state: fields[0]!, parentPid: Number(fields[1]), startedAt: fields[19]! }
}

/** Empty where the process is gone. */
export function contentOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
