import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { type FileHandle, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import type { Digest } from '../generated/types.ts'
import { digestInTurns } from '../manifest/digest-in-turns.ts'
import { abortableChunks } from './abortable-chunks.ts'
import type { BlobStore } from './ports.ts'
import { RecentBlobs } from './recent-blobs.ts'
import type { BlobIndex, BlobUse } from './sqlite/blob-index.ts'
import { faultOfFiles, isOutOfRoom, storeFull } from './store-fault.ts'

export interface BlobFilesOptions {
  /** Holds `whole/` (by digest), `partial/` (emptied at start) and `damaged/`. */
  readonly directory: string
  readonly index: BlobIndex
  readonly clock: Clock
  /** Bytes of all blobs together. */
  readonly quotaBytes: number
  /** Beginnings of the names of holders whose holds, once they have a time to end, end where there is no room else. */
  readonly givingWay?: readonly string[]
}

/** Under which name uploads hold their blobs, until the time that each got. */
const uploads = 'upload'
/** Milliseconds that an upload is kept for the job that will name it. */
export const uploadGraceMs = 86_400_000
/** Up to this many bytes that are put at once are kept in the index: two syncs of a file would cost more than the whole job. */
export const smallBlobBytes = 16_384
/** Bytes of blobs that were read whole and checked, kept in memory: a module is read by each of its jobs. */
const recentBytes = 16_777_216
/** Rows that are looked at, or written, without letting anything else run. */
const rowsAtOnce = 256
/** Digests that are remembered as those of right files; then all are forgotten, and files are read whole once more. */
const provenAtMost = 16_384
/** Bytes that are named without letting anything else run; a piece that has more has turns of its own. */
const bytesAtOnce = 1_048_576

/**
 * Blobs as files named by their digest, and small ones in the index. A file gets its name only when it is whole and
 * synced, so whatever has a name is right, or was damaged by the disk; a whole read finds out.
 */
export class BlobFiles implements BlobStore {
  readonly #index: BlobIndex
  readonly #clock: Clock
  readonly #quotaBytes: number
  readonly #givingWay: readonly string[]
  readonly #directory: string
  readonly #whole: string
  readonly #partial: string
  readonly #damaged: string
  readonly #uses = new Map<string, number>()
  readonly #recent = new RecentBlobs(recentBytes)
  /** Files that this process has written, or read whole and found right. */
  readonly #proven = new Set<string>()
  #reservedBytes = 0

  constructor(options: BlobFilesOptions) {
    this.#index = options.index
    this.#clock = options.clock
    this.#quotaBytes = options.quotaBytes
    this.#givingWay = options.givingWay ?? []
    this.#directory = dirname(options.directory)
    this.#whole = join(options.directory, 'whole')
    this.#partial = join(options.directory, 'partial')
    this.#damaged = join(options.directory, 'damaged')
    rmSync(this.#partial, { recursive: true, force: true })
    for (const path of [this.#whole, this.#partial, this.#damaged]) mkdirSync(path, { recursive: true, mode: 0o700 })
    this.#reconcile()
  }

  get totalBytes(): number {
    return this.#index.totalBytes
  }

  has(digest: string): boolean {
    return this.size(digest) !== undefined
  }

  size(digest: string): number | undefined {
    return this.#index.size(digest)
  }

  async read(digest: string): Promise<Uint8Array> {
    const recent = this.#recent.find(digest)
    if (recent !== undefined && this.has(digest)) {
      this.#use(digest)
      return recent
    }
    const small = this.#small(digest)
    const bytes = small ?? (await this.#open(digest, (path) => readFile(path)))
    if ((await digestInTurns(bytes)) === digest) {
      this.#recent.add(digest, bytes)
      return bytes
    }
    if (small === undefined) throw this.#setAside(digest)
    this.#index.remove(digest)
    throw damaged(digest, 'dropped')
  }

  async readChunk(digest: string, offset: number, length: number): Promise<Uint8Array> {
    const small = this.#small(digest)
    if (small !== undefined) return small.subarray(offset, offset + length)
    const file = await this.#open(digest, (path) => open(path, 'r'))
    try {
      const { size } = await file.stat()
      // Evicted, between the opening of the file and now.
      if (!this.has(digest)) throw notFound(digest)
      if (size !== this.size(digest)) throw this.#setAside(digest)
      if (!this.#proven.has(digest)) await this.#prove(digest, file)
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  async put(bytes: Uint8Array): Promise<string> {
    const digest = await digestInTurns(bytes)
    if (this.has(digest)) this.#use(digest)
    else if (bytes.length <= smallBlobBytes) await this.#putSmall([{ digest, bytes }], async () => undefined)
    else await this.#write(digest, (file) => this.#append(file, bytes))
    return digest
  }

  async keep(holder: string, pieces: readonly Uint8Array[]): Promise<readonly Digest[]> {
    const digests: Digest[] = []
    for await (const group of inTurns(pieces, ({ length }) => length))
      for (const bytes of group) digests.push(await digestInTurns(bytes))
    const distinct = new Map(pieces.map((bytes, index) => [digests[index]!, bytes]))
    const filled = [...distinct].map(([digest, bytes]) => ({ digest, bytes })).filter(({ bytes }) => bytes.length > 0)
    for await (const group of inTurns(filled)) {
      this.#index.hold(
        holder,
        group.map(({ digest }) => digest),
      )
      await this.#index.written()
    }
    const small = filled.filter(({ bytes }) => bytes.length <= smallBlobBytes)
    for await (const group of inTurns(small)) await this.#putSmall(group, () => this.#index.written())
    for (const { digest, bytes } of filled) {
      if (this.has(digest)) this.#use(digest)
      else await this.#write(digest, (file) => this.#append(file, bytes))
    }
    return digests
  }

  async putStream(
    digest: string,
    chunks: AsyncIterable<Uint8Array>,
    options: { readonly signal: AbortSignal; readonly maxBytes: number },
  ): Promise<void> {
    await this.#write(digest, async (file) => {
      const hash = createHash('sha256')
      let total = 0
      for await (const chunk of abortableChunks(chunks, options.signal)) {
        total += chunk.length
        if (total > options.maxBytes) throw tooLarge(digest, options.maxBytes)
        hash.update(chunk)
        await this.#append(file, chunk)
      }
      options.signal.throwIfAborted()
      const actual = `sha256:${hash.digest('hex')}`
      if (actual !== digest)
        throw new PlasmError(
          'BLOB_DIGEST_MISMATCH',
          `the ${total} bytes received as ${digest} have the digest ${actual}`,
        )
      return total
    })
  }

  hold(holder: string, digests: readonly string[]): void {
    this.#index.hold(holder, digests)
  }

  holdUpload(digest: string): void {
    this.holdUntil(uploads, digest, this.#clock.now() + uploadGraceMs)
  }

  holdUntil(holder: string, digest: string, at: number): void {
    this.#index.holdUntil(holder, digest, at)
  }

  isHeldBy(holder: string, digest: string): boolean {
    return this.#index.isHeldBy(holder, digest)
  }

  release(holder: string, at?: number): void {
    this.#index.release(holder, at)
  }

  openHolders(): readonly string[] {
    return this.#index.openHolders()
  }

  async evict(maxBytes: number, signal?: AbortSignal): Promise<number> {
    let freed = 0
    for (const bytes of this.#evicting(maxBytes)) {
      freed += bytes
      await setImmediate()
      if (signal?.aborted === true) break
    }
    return freed
  }

  /** Writes down what was used since, for the next start's order of eviction; where there is no room, later. */
  flush(): void {
    unlessFull(() => {
      this.#index.touch(this.#uses)
      this.#uses.clear()
    })
  }

  /** Gives `fill` a temporary file, and the file its name once it is whole and synced; anything thrown leaves nothing. */
  async #write(digest: string, fill: (file: Reserving) => Promise<number>): Promise<void> {
    const path = join(this.#partial, randomUUID())
    const handle = await this.#withRoom(() => open(path, 'wx', 0o600)).catch((error: unknown) => {
      throw faultOfFiles(this.#directory, error)
    })
    const file: Reserving = { handle, reservedBytes: 0 }
    try {
      const size = await fill(file)
      await handle.sync()
      // In one tick: an eviction must see both the name and the row, or neither.
      renameSync(path, this.#path(digest))
      this.#enter(digest, size)
    } catch (error) {
      // Where that does not work either, the next start removes it.
      await rm(path, { force: true }).catch(() => undefined)
      throw faultOfFiles(this.#directory, error)
    } finally {
      this.#reservedBytes -= file.reservedBytes
      await handle.close()
    }
    await syncDirectory(this.#whole)
  }

  /** Those that are not here yet, all or nothing; `after` belongs to it, where room has to be made. */
  async #putSmall(
    blobs: readonly { readonly digest: string; readonly bytes: Uint8Array }[],
    after: () => Promise<void>,
  ): Promise<void> {
    this.#makeRoom(this.#reservedBytes + blobs.reduce((sum, { bytes }) => sum + bytes.length, 0))
    await this.#withRoom(async () => {
      this.#index.transaction(() => {
        // One may have come while room was made.
        for (const { digest, bytes } of blobs) {
          if (!this.has(digest)) this.#index.addSmall(digest, bytes, this.#clock.now())
        }
      })
      await after()
    })
  }

  /** A whole file gets its row, or goes again. */
  #enter(digest: string, size: number): void {
    try {
      this.#index.add(digest, size, this.#clock.now())
      this.#trust(digest)
    } catch (error) {
      if (!this.has(digest)) rmSync(this.#path(digest), { force: true })
      throw error
    }
  }

  async #append(file: Reserving, bytes: Uint8Array): Promise<number> {
    const from = file.reservedBytes
    this.#reservedBytes += bytes.length
    file.reservedBytes += bytes.length
    this.#makeRoom(this.#reservedBytes)
    for (let written = 0; written < bytes.length; ) {
      const rest = () => file.handle.write(bytes, written, bytes.length - written, from + written)
      written += (await this.#withRoom(rest)).bytesWritten
    }
    return bytes.length
  }

  /** Does it once more where the disk is full and dropping what no one holds made room. STORE_FULL. */
  async #withRoom<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!isOutOfRoom(error) && !isPlasmError(error, 'STORE_FULL')) throw error
      if ((await this.evict(0)) === 0) throw isOutOfRoom(error) ? storeFull(this.#directory, error) : error
      return await work()
    }
  }

  /** For `bytes` beside what is here. BLOB_QUOTA_EXCEEDED. */
  #makeRoom(bytes: number): void {
    const left = this.#quotaBytes - bytes
    if (this.#index.totalBytes <= left) return
    for (const _ of this.#evicting(Math.max(0, left)));
    // Else what other peers' jobs left would keep the owner's own out for as long as it is kept.
    for (const _ of this.#evicting(Math.max(0, left), this.#givingWay));
    if (this.#index.totalBytes > left) throw quotaExceeded(this.#quotaBytes)
  }

  /** Frees what it may, a step at a time; each gives its bytes. The ending holds of `givingWay` count for nothing. */
  *#evicting(maxBytes: number, givingWay: readonly string[] = []): Generator<number, void> {
    this.flush()
    // What has no room to be noted waits; dropping makes some.
    while (unlessFull(() => this.#index.endHolds(this.#clock.now(), rowsAtOnce)) === rowsAtOnce) yield 0
    for (let after: BlobUse | undefined; this.#index.totalBytes > maxBytes; ) {
      const before = this.#index.totalBytes
      const page = this.#index.page(after, rowsAtOnce, givingWay)
      this.#index.transaction(() => {
        for (const { digest, loose } of page) if (loose && this.#index.totalBytes > maxBytes) this.#drop(digest)
      })
      yield before - this.#index.totalBytes
      after = page.at(-1)
      if (page.length < rowsAtOnce) return
    }
  }

  /** Once in a process's life: what stood on the disk over a restart may have been changed there. */
  async #prove(digest: string, file: FileHandle): Promise<void> {
    const hash = createHash('sha256')
    const piece = new Uint8Array(bytesAtOnce)
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(piece, 0, piece.length, at)
      if (bytesRead === 0) break
      hash.update(piece.subarray(0, bytesRead))
      at += bytesRead
    }
    if (`sha256:${hash.digest('hex')}` !== digest) throw this.#setAside(digest)
    this.#trust(digest)
  }

  #trust(digest: string): void {
    if (this.#proven.size >= provenAtMost) this.#proven.clear()
    this.#proven.add(digest)
  }

  #drop(digest: string): void {
    this.#proven.delete(digest)
    this.#index.remove(digest)
    rmSync(this.#path(digest), { force: true })
  }

  /** What to throw then. Of several who read it at once, one moves it. */
  #setAside(digest: string): PlasmError {
    this.#proven.delete(digest)
    if (this.has(digest)) {
      this.#index.remove(digest)
      const aside = join(this.#damaged, `${hex(digest)}-${this.#clock.now()}`)
      if (existsSync(this.#path(digest))) renameSync(this.#path(digest), aside)
    }
    return damaged(digest, `set aside in ${this.#damaged}`)
  }

  #small(digest: string): Uint8Array | undefined {
    const bytes = this.#index.content(digest)
    if (bytes !== undefined) this.#use(digest)
    return bytes
  }

  async #open<T>(digest: string, work: (path: string) => Promise<T>): Promise<T> {
    if (!this.has(digest)) throw notFound(digest)
    this.#use(digest)
    try {
      return await work(this.#path(digest))
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw faultOfFiles(this.#directory, cause)
      this.#index.remove(digest)
      throw notFound(digest, cause)
    }
  }

  #use(digest: string): void {
    this.#uses.set(digest, this.#clock.now())
    if (this.#uses.size >= 1024) this.flush()
  }

  #path(digest: string): string {
    return join(this.#whole, hex(digest))
  }

  /** After a crash a file may lack its row, or a row its file: the files are right. */
  #reconcile(): void {
    const known = new Set(this.#index.files())
    this.#index.transaction(() => {
      for (const name of readdirSync(this.#whole)) {
        const digest = `sha256:${name}`
        if (!known.delete(digest)) this.#adopt(name, digest)
      }
      for (const digest of known) this.#index.remove(digest)
    })
  }

  #adopt(name: string, digest: string): void {
    const path = join(this.#whole, name)
    if (!/^[0-9a-f]{64}$/.test(name)) {
      unlinkSync(path)
      return
    }
    this.#index.add(digest, statSync(path).size, this.#clock.now())
    // Its uploader may have been told that it is here.
    this.holdUpload(digest)
  }
}

interface Reserving {
  readonly handle: FileHandle
  reservedBytes: number
}

/** As much at a time as may be worked on at once; everything else has its turn in between. */
async function* inTurns<T>(items: readonly T[], bytesOf: (item: T) => number = () => 0): AsyncGenerator<readonly T[]> {
  for (let at = 0, end = 0; at < items.length; at = end) {
    if (at > 0) await setImmediate()
    for (let bytes = 0; end < items.length && end - at < rowsAtOnce && bytes < bytesAtOnce; end++)
      bytes += bytesOf(items[end]!)
    yield items.slice(at, end)
  }
}

function unlessFull<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (!isPlasmError(error, 'STORE_FULL')) throw error
    return undefined
  }
}

function hex(digest: string): string {
  if (!/^sha256:[0-9a-f]{64}$/.test(digest))
    throw new PlasmError('DIGEST_INVALID', `${JSON.stringify(digest)} is not sha256: and 64 hex digits`)
  return digest.slice('sha256:'.length)
}

function damaged(digest: string, what: string): PlasmError {
  return new PlasmError('BLOB_DIGEST_MISMATCH', `the blob ${digest} was damaged on disk; it was ${what}`)
}

function notFound(digest: string, cause?: unknown): PlasmError {
  return new PlasmError('BLOB_NOT_FOUND', `the blob ${digest} is not here`, { cause })
}

function tooLarge(digest: string, maxBytes: number): PlasmError {
  return new PlasmError('BLOB_TOO_LARGE', `${digest} is larger than the ${maxBytes} bytes that it may have here`)
}

function quotaExceeded(quotaBytes: number): PlasmError {
  return new PlasmError(
    'BLOB_QUOTA_EXCEEDED',
    `the blobs that are needed fill the store's quota of ${quotaBytes} bytes; raise store.blobQuotaBytes or wait until jobs settle`,
  )
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
