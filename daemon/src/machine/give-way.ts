import { readdirSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/** The weakest priority that a process can have (setpriority(2)): it has the processors where nothing else wants them. */
export const weakest = 19

/**
 * Has a process, all that it started, and every thread of theirs give way to whatever else runs on this machine; what
 * they start later does so too. There is no way back without privilege. Does what can be done: who is gone is left out.
 */
export function giveWay(pid: number): void {
  for (const thread of entries(`/proc/${pid}/task`)) {
    try {
      setPriority(thread, weakest)
    } catch {
      // It has ended since.
    }
    for (const child of childrenOf(pid, thread)) giveWay(child)
  }
}

function entries(directory: string): readonly number[] {
  try {
    return readdirSync(directory).map(Number)
  } catch {
    return []
  }
}

/** proc_tid_children(5); empty where the kernel does not tell. */
function childrenOf(pid: number, thread: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}
