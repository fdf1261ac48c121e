import { compareUtf8 } from '../../json/utf8-order.ts'
import { type Errno, errno } from './errno.ts'
import { InputContent, WrittenContent } from './file-content.ts'
import { Directory, type Inode, RegularFile, SymbolicLink, utf8Bytes } from './inodes.ts'
import type { OutputBudget } from './output-budget.ts'
import type { Place } from './path-walk.ts'
import { virtualEpoch } from './virtual-clock.ts'

// Part of `semantics: 1`, as the limits of path-walk.ts and descriptors.ts are: a run that meets one meets it everywhere.

/** Names that a guest may have made at any moment: files, directories, links (`nospc`). A receipt lists as many files. */
export const maximumEntries = 4096
/** The absolute path of what a guest makes, and the target of a symbolic link, in bytes (`nametoolong`). */
export const maximumEntryPathBytes = 1024
/** The paths of all files that are collected, together, as a receipt writes them; more, and none is (`exceeded: output`). */
export const maximumListBytes = 262_144

/** Bytes of a path where a receipt lists it: a string of JSON, its control characters escaped. */
export function listBytes(path: string): number {
  return utf8Bytes(JSON.stringify(path))
}

export interface InputFile {
  /** Below `/in`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file that a guest has left in a directory whose files are collected. */
export interface OutputFile {
  readonly path: string
  readonly size: number
  /** The bytes from `position` on, as many as there are up to `length`. */
  read(position: number, length: number): Uint8Array
}

export interface FileSystemOptions {
  readonly files: readonly InputFile[]
  /** Directories whose files are collected: `/out` or below it. They are there from the start. */
  readonly outputs: readonly string[]
  readonly budget: OutputBudget
}

/** A change that was checked and can be made; true where the budget for output allowed it. */
export type Change = () => boolean

/**
 * The files of one run, all in memory: `/in` with the task's inputs, which nothing changes, and `/out`, which is the
 * guest's. Each operation is checked first, without a trace; what it answers then is an error number or the change,
 * which cannot fail but for the budget. Inodes are numbered as they are made; `now` is the guest's own clock.
 */
export class FileSystem {
  readonly root: Directory
  readonly #outputs: readonly string[]
  readonly #budget: OutputBudget
  #lastInode = 0n
  #entries = 0

  constructor({ files, outputs, budget }: FileSystemOptions) {
    this.#outputs = outputs
    this.#budget = budget
    this.root = new Directory(this.#nextInode(), false, virtualEpoch)
    for (const { path, bytes } of [...files].sort((a, b) => compareUtf8(a.path, b.path))) {
      const { parent, name } = this.#makeParents(path, false)
      put(parent, name, new RegularFile(this.#nextInode(), virtualEpoch, new InputContent(bytes)))
    }
    for (const path of [...outputs].sort(compareUtf8)) this.#makeParents(`${path}/.`, true)
  }

  /**
   * Regular files in the directories that are collected, in byte order of their paths; links are not followed. Undefined
   * where their list would be too long.
   */
  collect(): readonly OutputFile[] | undefined {
    const found: OutputFile[] = []
    const visit = (directory: Directory, path: string) => {
      for (const { name, node } of directory.entries()) {
        if (node.kind === 'directory') visit(node, `${path}/${name}`)
        else if (node.kind === 'file') found.push(outputFile(`${path}/${name}`, node))
      }
    }
    for (const path of this.#outputs) {
      let node: Inode | undefined = this.root
      for (const name of path.slice(1).split('/')) node = node?.kind === 'directory' ? node.get(name) : undefined
      if (node?.kind === 'directory') visit(node, path)
    }
    if (found.reduce((sum, { path }) => sum + listBytes(path), 0) > maximumListBytes) return undefined
    return found.sort((a, b) => compareUtf8(a.path, b.path))
  }

  // ---- Entries ----

  makeDirectory(place: Place, now: bigint): Change | Errno {
    if (place.parent === undefined || place.node !== undefined) return errno.exist
    const { parent, name } = place
    const refusal = this.#refusesEntry(parent, name)
    if (refusal !== undefined) return refusal
    return () => {
      this.#add(parent, name, new Directory(this.#nextInode(), true, now), now)
      return true
    }
  }

  /** Answers the file that it will be, empty, which has its name only once `change` was made. */
  makeFile(place: Place, now: bigint): { readonly file: RegularFile; readonly change: Change } | Errno {
    if (place.parent === undefined || place.node !== undefined) return errno.exist
    if (place.asDirectory) return errno.isdir
    const { parent, name } = place
    const refusal = this.#refusesEntry(parent, name)
    if (refusal !== undefined) return refusal
    const file = new RegularFile(this.#lastInode + 1n, now)
    return {
      file,
      change: () => {
        this.#nextInode()
        this.#add(parent, name, file, now)
        return true
      },
    }
  }

  makeSymbolicLink(place: Place, target: string, now: bigint): Change | Errno {
    if (target === '') return errno.noent
    // Nothing that it could be followed to: the root is not the guest's to name.
    if (target.startsWith('/')) return errno.perm
    if (utf8Bytes(target) > maximumEntryPathBytes) return errno.nametoolong
    if (place.parent === undefined || place.node !== undefined) return errno.exist
    if (place.asDirectory) return errno.noent
    const { parent, name } = place
    const refusal = this.#refusesEntry(parent, name)
    if (refusal !== undefined) return refusal
    return () => {
      this.#add(parent, name, new SymbolicLink(this.#nextInode(), now, target), now)
      return true
    }
  }

  /** A second name for a file or a symbolic link. */
  link(source: Place, target: Place, now: bigint): Change | Errno {
    const { node } = source
    if (node === undefined) return errno.noent
    if (node.kind === 'directory') return errno.perm
    if (target.parent === undefined || target.node !== undefined) return errno.exist
    if (target.asDirectory) return errno.noent
    const { parent, name } = target
    if (!parent.writable) return errno.rofs
    if (!node.writable) return errno.xdev
    const refusal = this.#refusesEntry(parent, name)
    if (refusal !== undefined) return refusal
    return () => {
      if (node.kind === 'file' && !this.#budget.take(node.size)) return false
      node.links++
      this.#entries++
      node.times.changed = now
      parent.set(name, node)
      touch(parent, now)
      return true
    }
  }

  unlink(place: Place, now: bigint): Change | Errno {
    const { parent, name, node, asDirectory } = place
    if (node === undefined) return errno.noent
    if (parent === undefined || node.kind === 'directory') return errno.isdir
    if (asDirectory) return errno.notdir
    if (!parent.writable) return errno.rofs
    return () => {
      this.#remove(parent, name, now)
      return true
    }
  }

  removeDirectory(place: Place, now: bigint): Change | Errno {
    const { parent, name, node } = place
    if (node === undefined) return errno.noent
    if (node.kind !== 'directory') return errno.notdir
    // `.` and `..`: a directory is removed by its name.
    if (parent === undefined) return errno.inval
    if (!parent.writable) return errno.rofs
    if (!node.isEmpty) return errno.notempty
    return () => {
      this.#remove(parent, name, now)
      return true
    }
  }

  rename(source: Place, target: Place, now: bigint): Change | Errno {
    const [moved, replaced] = [source.node, target.node]
    if (moved === undefined) return errno.noent
    if (source.parent === undefined || target.parent === undefined) return errno.inval
    if (moved.kind !== 'directory' && (source.asDirectory || target.asDirectory)) return errno.notdir
    if (!source.parent.writable || !target.parent.writable) return errno.rofs
    if (moved === replaced) return () => true
    if (moved.kind === 'directory' && target.parent.isWithin(moved)) return errno.inval
    if (replaced !== undefined) {
      if (replaced.kind === 'directory' && moved.kind !== 'directory') return errno.isdir
      if (replaced.kind !== 'directory' && moved.kind === 'directory') return errno.notdir
      if (replaced.kind === 'directory' && !replaced.isEmpty) return errno.notempty
    }
    if (target.parent.removed) return errno.noent
    const deepest = target.parent.pathBytes + 1 + utf8Bytes(target.name) + deepestPathBytes(moved)
    if (deepest > maximumEntryPathBytes) return errno.nametoolong
    return () => {
      if (replaced !== undefined) this.#remove(target.parent, target.name, now)
      source.parent.delete(source.name)
      touch(source.parent, now)
      put(target.parent, target.name, moved)
      touch(target.parent, now)
      moved.times.changed = now
      return true
    }
  }

  // ---- Contents ----

  /**
   * Writes pieces one behind the other; all of them are counted before any is copied.
   *
   * @param position where the first goes; beyond the end, zeros fill what is between
   */
  write(file: RegularFile, position: number, pieces: readonly Uint8Array[], now: bigint): boolean {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
    if (length === 0) return true
    if (!this.#grow(file, position + length)) return false
    let at = position
    for (const piece of pieces) {
      written(file).write(at, piece)
      at += piece.length
    }
    touch(file, now)
    return true
  }

  /** Cuts, or appends zeros. */
  resize(file: RegularFile, size: number, now: bigint): boolean {
    if (!this.#grow(file, size)) return false
    if (size < file.size) this.#budget.give((file.size - size) * file.weight)
    written(file).resize(size)
    touch(file, now)
    return true
  }

  /** Counts a descriptor that the file is open on from now on. */
  opened(file: RegularFile): void {
    file.opens++
  }

  /** A file without names is gone with its last descriptor. */
  closed(file: RegularFile): void {
    const before = file.weight
    file.opens--
    this.#budget.give((before - file.weight) * file.size)
  }

  // ---- Inside ----

  #grow(file: RegularFile, size: number): boolean {
    return size <= file.size || this.#budget.take((size - file.size) * file.weight)
  }

  #refusesEntry(parent: Directory, name: string): Errno | undefined {
    if (!parent.writable) return errno.rofs
    if (parent.removed) return errno.noent
    if (parent.pathBytes + 1 + utf8Bytes(name) > maximumEntryPathBytes) return errno.nametoolong
    return this.#entries >= maximumEntries ? errno.nospc : undefined
  }

  #add(parent: Directory, name: string, node: Inode, now: bigint): void {
    this.#entries++
    put(parent, name, node)
    touch(parent, now)
  }

  #remove(parent: Directory, name: string, now: bigint): void {
    const node = parent.get(name)!
    this.#entries--
    parent.delete(name)
    touch(parent, now)
    node.times.changed = now
    if (node.kind === 'directory') {
      node.place = undefined
      node.removed = true
      return
    }
    const before = node.kind === 'file' ? node.weight : 0
    node.links--
    if (node.kind === 'file') this.#budget.give((before - node.weight) * node.size)
  }

  #nextInode(): bigint {
    this.#lastInode++
    return this.#lastInode
  }

  /** The directories that `path` goes through, made where they are not there yet. */
  #makeParents(path: string, writable: boolean): { readonly parent: Directory; readonly name: string } {
    const names = path.slice(1).split('/')
    let parent = this.root
    for (const name of names.slice(0, -1)) {
      const found = parent.get(name)
      const next = found ?? new Directory(this.#nextInode(), writable, virtualEpoch)
      if (next.kind !== 'directory') throw new RangeError(`${path} leads through a file`)
      if (found === undefined) {
        put(parent, name, next)
        // What the task itself asks for counts as the guest's, but for /out, which nobody can remove.
        if (writable && parent !== this.root) this.#entries++
      }
      parent = next
    }
    return { parent, name: names.at(-1)! }
  }
}

/** A path as the guest's memory holds it: UTF-8 without NUL. */
export function decodePath(bytes: Uint8Array): string | Errno {
  if (bytes.includes(0)) return errno.inval
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // The decoder's own error says no more than that.
    return errno.ilseq
  }
}

function put(parent: Directory, name: string, node: Inode): void {
  if (node.kind === 'directory') node.place = { parent, name }
  else if (node.links === 0) node.links = 1
  parent.set(name, node)
}

function touch(node: Inode, now: bigint): void {
  node.times.modified = now
  node.times.changed = now
}

/** Only what may be written is ever asked to change: a descriptor on an input has no right to. */
function written({ content }: RegularFile): WrittenContent {
  if (content instanceof WrittenContent) return content
  throw new TypeError('an input cannot be written')
}

/** What the longest path below a node adds to its own, in bytes. */
function deepestPathBytes(node: Inode): number {
  if (node.kind !== 'directory') return 0
  return Math.max(0, ...node.entries().map(({ name, node }) => 1 + utf8Bytes(name) + deepestPathBytes(node)))
}

function outputFile(path: string, { content, size }: RegularFile): OutputFile {
  return {
    path,
    size,
    read(position, length) {
      const piece = new Uint8Array(Math.max(0, Math.min(length, size - position)))
      content.read(position, piece)
      return piece
    },
  }
}
