import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { PlasmError } from '../../errors.ts'
import { blockBytes, decodeHeader, paddingOf, type TarHeader } from './tar.ts'

const chunkBytes = 1_048_576

/** Reads an archive from its beginning to its end, a chunk at a time. BACKUP_INVALID where it is not whole. */
export class ArchiveReader {
  readonly #file: FileHandle
  #at = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  /** The next member, whose bytes are then to be read; undefined at the end, behind which there is nothing more. */
  async next(): Promise<TarHeader | undefined> {
    const header = decodeHeader(await this.#take(blockBytes))
    if (header !== undefined) return header
    if (decodeHeader(await this.#take(blockBytes)) !== undefined) throw invalid('it goes on behind its end')
    const { bytesRead } = await this.#file.read(new Uint8Array(1), 0, 1, this.#at)
    if (bytesRead > 0) throw invalid('it goes on behind its end')
    return undefined
  }

  /** Hands the bytes of the member that `next` gave to `sink`, in order; gives their sha256 in hex. */
  async content({ bytes }: TarHeader, sink: (chunk: Uint8Array) => Promise<void>): Promise<string> {
    const hash = createHash('sha256')
    for (let left = bytes; left > 0; ) {
      const chunk = await this.#take(Math.min(left, chunkBytes))
      left -= chunk.length
      hash.update(chunk)
      await sink(chunk)
    }
    const padding = await this.#take(paddingOf(bytes))
    if (padding.some((byte) => byte !== 0)) throw invalid('there is something between its members')
    return hash.digest('hex')
  }

  /** Exactly so many bytes. */
  async #take(bytes: number): Promise<Uint8Array> {
    const taken = new Uint8Array(bytes)
    for (let got = 0; got < bytes; ) {
      const { bytesRead } = await this.#file.read(taken, got, bytes - got, this.#at)
      if (bytesRead === 0) throw invalid(`it ends after ${this.#at} bytes, in the middle`)
      got += bytesRead
      this.#at += bytesRead
    }
    return taken
  }
}

/** What is wrong with an archive, in words that follow its name. */
export function invalid(what: string): PlasmError {
  return new PlasmError('BACKUP_INVALID', what)
}
