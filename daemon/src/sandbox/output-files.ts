import { compareUtf8 } from '../json/utf8-order.ts'
import type { JobFile } from './sandbox.ts'
import { WireViolation } from './wire.ts'

/** As many as a receipt lists. */
export const maximumOutputFiles = 4096

/**
 * The files that a child says its guest has left, taken only as they can be: each in a directory that the job collects,
 * in byte order of their paths, none below another. What it says otherwise is a WireViolation. Their bytes are counted
 * by whoever hands them in.
 */
export class OutputFiles {
  readonly #directories: readonly string[]
  readonly #files = new Map<string, Uint8Array[]>()
  #last: { readonly path: string; readonly pieces: Uint8Array[] } | undefined

  /** @param directories the job's `outputs` */
  constructor(directories: readonly string[]) {
    this.#directories = directories
  }

  begin(path: string): void {
    if (this.#files.size >= maximumOutputFiles) throw new WireViolation(`more than ${maximumOutputFiles} files`)
    const segments = path.split('/')
    if (!this.#directories.some((directory) => path.startsWith(`${directory}/`)))
      throw new WireViolation('a file outside of what is collected')
    if (segments.slice(1).some((segment) => ['', '.', '..'].includes(segment)) || path.includes('\0'))
      throw new WireViolation('a file whose path is none')
    if (this.#last !== undefined && compareUtf8(this.#last.path, path) >= 0)
      throw new WireViolation('files out of order')
    for (let end = segments.length - 1; end > 1; end--) {
      if (this.#files.has(segments.slice(0, end).join('/'))) throw new WireViolation('a file below a file')
    }
    this.#last = { path, pieces: [] }
    this.#files.set(path, this.#last.pieces)
  }

  /** More of the file that was begun last. */
  add(bytes: Uint8Array): void {
    if (this.#last === undefined) throw new WireViolation('content of no file')
    // A copy: a piece of a byte must not keep a whole chunk of the pipe alive.
    this.#last.pieces.push(bytes.slice())
  }

  get hasBegun(): boolean {
    return this.#last !== undefined
  }

  collected(): readonly JobFile[] {
    return [...this.#files].map(([path, pieces]) => ({ path, bytes: Buffer.concat(pieces) }))
  }
}
