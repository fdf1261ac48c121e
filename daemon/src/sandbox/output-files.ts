import { compareUtf8 } from '../json/utf8-order.ts'
import { listBytes, maximumEntries, maximumListBytes } from '../runtime/host/file-system.ts'
import { BytePile } from './byte-pile.ts'
import type { JobFile } from './sandbox.ts'
import { WireViolation } from './wire.ts'

/** As many as a receipt lists. */
export const maximumOutputFiles = 4096
/** Files and the directories that they lie in: what a guest can have made, and /out. */
const maximumNames = maximumEntries + 1

/**
 * The files that a child says its guest has left, taken only as they can be: each in a directory that the job collects,
 * in byte order of their paths, none below another. What it says otherwise is a WireViolation. Their bytes are counted
 * by whoever hands them in.
 */
export class OutputFiles {
  readonly #directories: readonly string[]
  readonly #files: { readonly path: string; readonly content: BytePile }[] = []
  /** By names, so that a path costs its length, however deep it is and however many there are. */
  readonly #tree: Tree = new Map()
  #names = 0
  #listBytes = 0

  /** @param directories the job's `outputs` */
  constructor(directories: readonly string[]) {
    this.#directories = directories
  }

  begin(path: string): void {
    if (this.#files.length >= maximumOutputFiles) throw new WireViolation(`more than ${maximumOutputFiles} files`)
    this.#listBytes += listBytes(path)
    if (this.#listBytes > maximumListBytes) throw new WireViolation('a list of files that is too long')
    const segments = path.split('/').slice(1)
    if (!this.#directories.some((directory) => path.startsWith(`${directory}/`)))
      throw new WireViolation('a file outside of what is collected')
    if (segments.some((segment) => ['', '.', '..'].includes(segment)) || path.includes('\0'))
      throw new WireViolation('a file whose path is none')
    const last = this.#files.at(-1)
    if (last !== undefined && compareUtf8(last.path, path) >= 0) throw new WireViolation('files out of order')
    let directory = this.#tree
    for (const name of segments.slice(0, -1)) {
      const found = directory.get(name)
      if (found === 'file') throw new WireViolation('a file below a file')
      directory = found ?? this.#put(directory, name, new Map())
    }
    this.#put(directory, segments.at(-1)!, 'file')
    this.#files.push({ path, content: new BytePile() })
  }

  #put<Entry extends Tree | 'file'>(directory: Tree, name: string, entry: Entry): Entry {
    if (++this.#names > maximumNames)
      throw new WireViolation(`more than ${maximumNames} names of files and directories`)
    directory.set(name, entry)
    return entry
  }

  /** More of the file that was begun last. */
  add(bytes: Uint8Array): void {
    const last = this.#files.at(-1)
    if (last === undefined) throw new WireViolation('content of no file')
    last.content.add(bytes)
  }

  get hasBegun(): boolean {
    return this.#files.length > 0
  }

  collected(): readonly JobFile[] {
    return this.#files.map(({ path, content }) => ({ path, bytes: content.collected() }))
  }
}

type Tree = Map<string, Tree | 'file'>
