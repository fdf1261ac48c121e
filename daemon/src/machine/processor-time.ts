import { readFile } from 'node:fs/promises'

/** Processor time since the machine's start, in milliseconds, of all its cores together. */
export interface ProcessorTime {
  /** Spent on programs of ordinary priority, and in the kernel. */
  readonly usedMs: number
  /** Spent on programs that gave way to others (nice above 0). */
  readonly niceMs: number
  /** Spent on either, or idle; what the hypervisor gave to other machines is not in it. */
  readonly totalMs: number
}

/** Undefined where this machine does not tell: it is no Linux. */
export async function readProcessorTime(file = '/proc/stat'): Promise<ProcessorTime | undefined> {
  try {
    return parseProcessorTime(await readFile(file, 'latin1'))
  } catch {
    // No such file: another system, or one that hides it. Nothing is known then.
    return undefined
  }
}

/** The first line of proc_stat(5): user, nice, system, idle, iowait, irq, softirq, steal, …, in ticks. */
export function parseProcessorTime(text: string): ProcessorTime | undefined {
  const fields = /^cpu +([\d ]+)$/m.exec(text)?.[1]?.trim().split(/ +/).map(Number)
  if (fields === undefined || fields.length < 7) return undefined
  const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0] = fields
  const used = user + system + irq + softirq
  return { usedMs: used * tickMs, niceMs: nice * tickMs, totalMs: (used + nice + idle + iowait) * tickMs }
}

/** USER_HZ, which is 100 on every processor that Node runs on (time(7)). */
const tickMs = 10
