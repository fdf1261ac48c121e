import { createHash } from 'node:crypto'
import { PlasmError } from '../../daemon/src/errors.ts'
import type { BlobStore } from '../../daemon/src/store/ports.ts'

/** The part of BlobStore that transfers use, in memory, with the store's own promises. */
export class MemoryBlobs implements Pick<BlobStore, 'has' | 'size' | 'read' | 'readChunk' | 'put' | 'putStream'> {
  readonly held = new Map<string, Uint8Array>()
  /** Chunks that putStream was given. */
  received = 0
  /** Waited for after each chunk: a slow disk. */
  onChunk: ((bytes: number) => Promise<void> | void) | undefined

  has(digest: string): boolean {
    return this.held.has(digest)
  }

  size(digest: string): number | undefined {
    return this.held.get(digest)?.byteLength
  }

  async read(digest: string): Promise<Uint8Array> {
    const bytes = this.held.get(digest)
    if (bytes === undefined) throw new PlasmError('BLOB_NOT_FOUND', digest)
    return bytes
  }

  async readChunk(digest: string, offset: number, length: number): Promise<Uint8Array> {
    return (await this.read(digest)).subarray(offset, offset + length)
  }

  async put(bytes: Uint8Array): Promise<string> {
    const digest = digestOf(bytes)
    this.held.set(digest, bytes)
    return digest
  }

  async putStream(
    digest: string,
    chunks: AsyncIterable<Uint8Array>,
    options: { readonly signal: AbortSignal; readonly maxBytes: number },
  ): Promise<void> {
    const hash = createHash('sha256')
    const parts: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of chunks) {
      options.signal.throwIfAborted()
      this.received += 1
      bytes += chunk.byteLength
      if (bytes > options.maxBytes) throw new PlasmError('BLOB_TOO_LARGE', `${bytes} bytes`)
      hash.update(chunk)
      parts.push(Uint8Array.from(chunk))
      await this.onChunk?.(bytes)
    }
    if (`sha256:${hash.digest('hex')}` !== digest) throw new PlasmError('BLOB_DIGEST_MISMATCH', digest)
    this.held.set(digest, new Uint8Array(Buffer.concat(parts)))
  }
}

export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
