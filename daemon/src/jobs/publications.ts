import { PlasmError } from '../errors.ts'
import type { Digest } from '../generated/types.ts'
import type { Providers } from '../network/providers.ts'
import type { BlobStore } from '../store/ports.ts'

export interface PublicationsDependencies {
  readonly blobs: Pick<BlobStore, 'size' | 'readChunk' | 'hold' | 'release' | 'openHolders'>
  readonly providers: Pick<Providers, 'announce' | 'withdraw'>
}

export interface Publication {
  readonly digest: Digest
  readonly bytes: number
}

/** Each is announced again and again, by a walk through the DHT. */
export const maxPublications = 1024

/** A published module is held under its own name: that row is all that a restart needs. */
const holderPrefix = 'published '
const magic = Buffer.from('\0asm')

/** Modules that their owner gives to everyone: kept, served to any peer that asks, and announced in the DHT. */
export class Publications {
  readonly #blobs: PublicationsDependencies['blobs']
  readonly #providers: PublicationsDependencies['providers']
  readonly #digests = new Set<Digest>()

  constructor({ blobs, providers }: PublicationsDependencies) {
    this.#blobs = blobs
    this.#providers = providers
  }

  /** Announces what was published before. */
  start(): void {
    for (const holder of this.#blobs.openHolders())
      if (holder.startsWith(holderPrefix)) this.#add(holder.slice(holderPrefix.length) as Digest)
  }

  /** BLOB_NOT_FOUND; REQUEST_INVALID for what is no module: inputs are nobody's business. */
  async publish(digest: Digest): Promise<Publication> {
    const bytes = this.#blobs.size(digest)
    if (bytes === undefined) throw new PlasmError('BLOB_NOT_FOUND', `${digest} is not here; upload it with PUT`)
    const head = await this.#blobs.readChunk(digest, 0, magic.byteLength)
    if (!magic.equals(head))
      throw new PlasmError(
        'REQUEST_INVALID',
        `${digest} is no WebAssembly module: it does not begin with \\0asm. Only modules are published, inputs never`,
      )
    if (!this.#digests.has(digest) && this.#digests.size >= maxPublications)
      throw new PlasmError('REQUEST_INVALID', `${maxPublications} modules are published; withdraw one of them first`)
    this.#blobs.hold(holderOf(digest), [digest])
    this.#add(digest)
    return { digest, bytes }
  }

  /** BLOB_NOT_FOUND where it is not published. The blob stays for as long as a job or an upload needs it. */
  unpublish(digest: Digest): void {
    if (!this.#digests.delete(digest)) throw new PlasmError('BLOB_NOT_FOUND', `${digest} is not published here`)
    this.#providers.withdraw(digest)
    this.#blobs.release(holderOf(digest))
  }

  has(digest: string): boolean {
    return this.#digests.has(digest as Digest)
  }

  /** In order of their digests. */
  list(): readonly Publication[] {
    return [...this.#digests].sort().map((digest) => ({ digest, bytes: this.#blobs.size(digest) ?? 0 }))
  }

  #add(digest: Digest): void {
    this.#digests.add(digest)
    this.#providers.announce(digest)
  }
}

function holderOf(digest: Digest): string {
  return `${holderPrefix}${digest}`
}
