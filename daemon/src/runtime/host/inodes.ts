import { compareUtf8 } from '../../json/utf8-order.ts'
import { type FileContent, WrittenContent } from './file-content.ts'

/** `filetype` of WASI preview 1. */
export const fileTypes = Object.freeze({ unknown: 0, directory: 3, regularFile: 4, symbolicLink: 7 })

/** Nanoseconds since 1970. Reading changes none of them. */
export interface FileTimes {
  accessed: bigint
  modified: bigint
  changed: bigint
}

/** What every node of the tree has. `writable`: it may be changed; where not, it is an input or holds inputs. */
abstract class Node {
  readonly inode: bigint
  readonly writable: boolean
  readonly times: FileTimes

  constructor(inode: bigint, writable: boolean, now: bigint) {
    this.inode = inode
    this.writable = writable
    this.times = { accessed: now, modified: now, changed: now }
  }

  /** Inputs and outputs are two devices: nothing is linked or renamed from one to the other. */
  get device(): bigint {
    return this.writable ? 2n : 1n
  }
}

export class RegularFile extends Node {
  readonly kind = 'file'
  readonly type = fileTypes.regularFile
  readonly content: FileContent
  /** Names that it has. */
  links = 0
  /** Descriptors that it is open on. */
  opens = 0

  constructor(inode: bigint, now: bigint, input?: FileContent) {
    super(inode, input === undefined, now)
    this.content = input ?? new WrittenContent()
  }

  get size(): number {
    return this.content.size
  }

  /** How often its size counts as output: once a name, and once where it is open and has none. Inputs do not count. */
  get weight(): number {
    if (!this.writable) return 0
    return this.links > 0 ? this.links : Math.min(this.opens, 1)
  }
}

export class SymbolicLink extends Node {
  readonly kind = 'link'
  readonly type = fileTypes.symbolicLink
  readonly target: string
  readonly size: number
  links = 0

  constructor(inode: bigint, now: bigint, target: string) {
    super(inode, true, now)
    this.target = target
    this.size = utf8Bytes(target)
  }
}

export interface DirectoryEntry {
  readonly name: string
  readonly node: Inode
}

export class Directory extends Node {
  readonly kind = 'directory'
  readonly type = fileTypes.directory
  readonly size = 0
  readonly links = 1
  /** Where it is; undefined for the root, and for one that was removed. */
  place: { readonly parent: Directory; readonly name: string } | undefined
  removed = false
  readonly #nodes = new Map<string, Inode>()
  /** In the order of the names' bytes. Made once an entry: a guest may have a thousand listings kept. */
  readonly #entries: DirectoryEntry[] = []

  get(name: string): Inode | undefined {
    return this.#nodes.get(name)
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  /** What is in it now, in the order of the names' bytes. */
  entries(): readonly DirectoryEntry[] {
    return this.#entries.slice()
  }

  /** Puts `node` under a name that is free, or takes the place of what has it. */
  set(name: string, node: Inode): void {
    this.#entries.splice(this.#indexOf(name), this.#nodes.has(name) ? 1 : 0, { name, node })
    this.#nodes.set(name, node)
  }

  delete(name: string): void {
    this.#entries.splice(this.#indexOf(name), 1)
    this.#nodes.delete(name)
  }

  /** Bytes of its absolute path; the root has none. */
  get pathBytes(): number {
    let bytes = 0
    for (let place = this.place; place !== undefined; place = place.parent.place) bytes += 1 + utf8Bytes(place.name)
    return bytes
  }

  /** True where it is `other`, or lies below it. */
  isWithin(other: Directory): boolean {
    for (let at: Directory | undefined = this; at !== undefined; at = at.place?.parent) if (at === other) return true
    return false
  }

  #indexOf(name: string): number {
    let [low, high] = [0, this.#entries.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareUtf8(this.#entries[middle]!.name, name) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

export type Inode = RegularFile | SymbolicLink | Directory

/** How long a well-formed string is in UTF-8: a surrogate is half of what takes 4 bytes. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return bytes
}
