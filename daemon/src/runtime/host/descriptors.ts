import type { FileSystem } from './file-system.ts'
import { type Directory, type DirectoryEntry, fileTypes, type RegularFile } from './inodes.ts'
import { directoryRights, fileRights, rights, writingRights } from './rights.ts'

/** Descriptors that may be open at once, the three streams and what is preopened included (`mfile`). Part of `semantics: 1`. */
export const maximumDescriptors = 1024

/** `fdflags` of WASI preview 1. Only `append` has an effect: nothing here blocks, and nothing is ever out of sync. */
export const descriptorFlags = Object.freeze({ append: 1, dsync: 2, nonblock: 4, rsync: 8, sync: 16 })

/** Standard input: all of it is there from the start. Its type is that of a pipe: a libc then takes it for no terminal. */
export class InputStream {
  readonly kind = 'input'
  readonly type = fileTypes.unknown
  rightsInheriting = 0n
  rightsBase = rights.fdRead | rights.fdFdstatSetFlags | rights.fdFilestatGet | rights.pollFdReadwrite
  flags = 0
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get remaining(): number {
    return this.#bytes.length - this.#position
  }

  /** The next `length` bytes, or as many as remain. */
  take(length: number): Uint8Array {
    const piece = this.#bytes.subarray(this.#position, this.#position + length)
    this.#position += piece.length
    return piece
  }
}

/** Standard output or standard error. */
export class OutputStream {
  readonly kind = 'output'
  readonly type = fileTypes.unknown
  rightsInheriting = 0n
  rightsBase = rights.fdWrite | rights.fdFdstatSetFlags | rights.fdFilestatGet | rights.pollFdReadwrite
  flags = 0
  readonly stream: 'stdout' | 'stderr'

  constructor(stream: 'stdout' | 'stderr') {
    this.stream = stream
  }
}

/** A regular file, open at a position of its own. */
export class OpenFile {
  readonly kind = 'file'
  readonly type = fileTypes.regularFile
  readonly file: RegularFile
  rightsBase: bigint
  rightsInheriting = 0n
  flags: number
  /** At most 2^63-1; may lie beyond the end. */
  position = 0n

  /** @param asked the rights that were asked for: those that mean something here are had */
  constructor(file: RegularFile, asked: bigint, flags: number) {
    this.file = file
    this.rightsBase = asked & fileRights & (file.writable ? ~0n : ~writingRights)
    this.flags = flags
  }

  /** Bytes from a position to the end. */
  remaining(position = this.position): number {
    return position >= BigInt(this.file.size) ? 0 : this.file.size - Number(position)
  }
}

export class OpenDirectory {
  readonly kind = 'directory'
  readonly type = fileTypes.directory
  readonly directory: Directory
  /** Under which name a guest's libc finds it, where it is there from the start. */
  readonly preopenName?: Uint8Array
  rightsBase: bigint
  rightsInheriting: bigint
  flags: number
  #listing: readonly DirectoryEntry[] | undefined

  constructor(directory: Directory, asked: bigint, inheriting: bigint, flags = 0, preopenName?: string) {
    this.directory = directory
    this.rightsBase = asked & directoryRights
    this.rightsInheriting = inheriting
    this.flags = flags
    if (preopenName !== undefined) this.preopenName = new TextEncoder().encode(preopenName)
  }

  /**
   * `.`, `..` and what is in the directory, by the names' bytes: as it is now, or, from any other cookie on, as it was
   * when it was last kept. So a guest that removes what it has just been told of misses nothing.
   */
  listing(cookie: bigint): readonly DirectoryEntry[] {
    if (cookie !== 0n && this.#listing !== undefined) return this.#listing
    const { directory } = this
    const above = directory.place?.parent ?? directory
    return [{ name: '.', node: directory }, { name: '..', node: above }, ...directory.entries()]
  }

  keep(listing: readonly DirectoryEntry[]): void {
    this.#listing = listing
  }
}

export type Descriptor = InputStream | OutputStream | OpenFile | OpenDirectory

export interface Preopen {
  readonly name: string
  readonly directory: Directory
}

/** The guest's open descriptors: 0, 1 and 2 are the streams, then what is preopened; a new one takes the lowest free number. */
export class Descriptors {
  readonly #open = new Map<number, Descriptor>()
  readonly #fileSystem: Pick<FileSystem, 'opened' | 'closed'>

  constructor(stdin: Uint8Array, fileSystem: Pick<FileSystem, 'opened' | 'closed'>, preopens: readonly Preopen[]) {
    this.#fileSystem = fileSystem
    this.add(new InputStream(stdin))
    this.add(new OutputStream('stdout'))
    this.add(new OutputStream('stderr'))
    for (const { name, directory } of preopens)
      this.add(new OpenDirectory(directory, directoryRights, fileRights | directoryRights, 0, name))
  }

  find(fd: number): Descriptor | undefined {
    return this.#open.get(fd)
  }

  get isFull(): boolean {
    return this.#open.size >= maximumDescriptors
  }

  /** There must be room. */
  add(descriptor: Descriptor): number {
    let fd = 0
    while (this.#open.has(fd)) fd++
    this.#open.set(fd, descriptor)
    if (descriptor.kind === 'file') this.#fileSystem.opened(descriptor.file)
    return fd
  }

  close(fd: number): void {
    const descriptor = this.#open.get(fd)
    this.#open.delete(fd)
    if (descriptor?.kind === 'file') this.#fileSystem.closed(descriptor.file)
  }

  /** Moves `from` to `to`, closing what `to` was. Both must be open. */
  renumber(from: number, to: number): void {
    if (from === to) return
    const moved = this.#open.get(from)!
    this.close(to)
    this.#open.delete(from)
    this.#open.set(to, moved)
  }
}
