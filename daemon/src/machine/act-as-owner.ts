import { statSync } from 'node:fs'

/**
 * Does `work` with the rights of the user whom a directory belongs to, where this process is root: what it reads, writes
 * and follows there is that user's alone to name, and what it makes belongs to that user. Others do it as they are.
 */
export async function actAsOwner<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const owner = statSync(directory, { throwIfNoEntry: false })
  if (process.geteuid?.() !== 0 || owner === undefined || owner.uid === 0) return await work()
  const groups = process.getgroups?.() ?? []
  const group = process.getegid?.() ?? 0
  process.setgroups?.([owner.gid])
  process.setegid?.(owner.gid)
  process.seteuid?.(owner.uid)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(group)
    process.setgroups?.([...groups])
  }
}
