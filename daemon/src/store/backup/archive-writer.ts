import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { blockBytes, encodeHeader, paddingOf, tarEnd } from './tar.ts'

/** Writes members one after another to a file that nobody has seen yet. Holds a chunk at a time. */
export class ArchiveWriter {
  readonly #file: FileHandle
  readonly #modifiedAt: number
  #writtenBytes = 0

  /** `createdAt` in milliseconds: the time of all members. */
  constructor(file: FileHandle, createdAt: number) {
    this.#file = file
    this.#modifiedAt = Math.floor(createdAt / 1000)
  }

  get writtenBytes(): number {
    return this.#writtenBytes
  }

  /** A member of exactly `bytes` bytes; its sha256 in hex. Rejects where `chunks` has more or fewer. */
  async add(name: string, bytes: number, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
    await this.#append(encodeHeader({ name, bytes, modifiedAt: this.#modifiedAt }))
    const hash = createHash('sha256')
    let left = bytes
    for await (const chunk of chunks) {
      left -= chunk.length
      if (left < 0) break
      hash.update(chunk)
      await this.#append(chunk)
    }
    if (left !== 0) throw new Error(`${name} changed while it was read`)
    await this.#append(new Uint8Array(paddingOf(bytes)))
    return hash.digest('hex')
  }

  /** What stands behind the last member; everything is on the disk once it resolves. */
  async end(): Promise<void> {
    await this.#append(tarEnd)
    await this.#file.sync()
  }

  async #append(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, from, bytes.length - from, this.#writtenBytes)
      from += bytesWritten
      this.#writtenBytes += bytesWritten
    }
  }
}

/** Bytes of the archive that a member of so many takes. */
export function memberBytes(bytes: number): number {
  return blockBytes + bytes + paddingOf(bytes)
}
