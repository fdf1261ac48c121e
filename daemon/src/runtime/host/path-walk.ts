import { type Errno, errno } from './errno.ts'
import type { Directory, Inode } from './inodes.ts'

/** The longest path that a call may name, in bytes (PATH_MAX of Linux and wasi-libc): `nametoolong`. */
export const maximumPathBytes = 4096
/** Symbolic links that one path may lead through (_POSIX_SYMLOOP_MAX): `loop`. */
export const maximumLinksFollowed = 8

/** Where a path leads: to an entry of a directory, there or not; or, by `.` or `..`, to a directory itself. */
export type Place =
  | {
      readonly parent: Directory
      readonly name: string
      readonly node: Inode | undefined
      readonly asDirectory: boolean
    }
  | { readonly parent: undefined; readonly name: undefined; readonly node: Directory; readonly asDirectory: true }

/**
 * Which symbolic links a path is led by where they stand last: `follow` by each, `entry` by none (the entry itself is
 * meant, to be made, moved or removed), `look` only by one with a slash behind it.
 */
export type Following = 'follow' | 'look' | 'entry'

/**
 * Walks a path from a directory, which it cannot leave: not by a slash at its start, not by `..`, not by a symbolic link
 * (`perm`). What the walk has been is a stack of directories, so `..` is where the walk came from.
 */
export function walk(base: Directory, path: string, following: Following): Place | Errno {
  if (path === '') return errno.noent
  const stack: [Directory, ...Directory[]] = [base]
  // What is still to be walked, the next last: each is one segment, and the last of the path has nothing behind it.
  const segments: string[] = []
  let asDirectory = false
  let linksFollowed = 0
  const enter = (text: string): boolean => {
    if (text.startsWith('/')) return false
    if (segments.length === 0 && text.endsWith('/')) asDirectory = true
    segments.push(...text.split('/').filter(Boolean).reverse())
    return true
  }
  if (!enter(path)) return errno.perm

  for (let segment = segments.pop(); segment !== undefined; segment = segments.pop()) {
    const parent = stack.at(-1)!
    if (segment === '.') continue
    if (segment === '..') {
      if (stack.length === 1) return errno.perm
      stack.pop()
      continue
    }
    const last = segments.length === 0
    const node = parent.get(segment)
    const follows = !last || following === 'follow' || (following === 'look' && asDirectory)
    if (node?.kind === 'link' && follows) {
      if (++linksFollowed > maximumLinksFollowed) return errno.loop
      if (!enter(node.target)) return errno.perm
      continue
    }
    if (last && asDirectory && node?.kind === 'file') return errno.notdir
    if (last) return { parent, name: segment, node, asDirectory }
    if (node === undefined) return errno.noent
    if (node.kind !== 'directory') return errno.notdir
    stack.push(node)
  }
  return { parent: undefined, name: undefined, node: stack.at(-1)!, asDirectory: true }
}
