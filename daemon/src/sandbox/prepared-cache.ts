import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestBytes } from '../manifest/digest.ts'
import { digestInTurns } from '../manifest/digest-in-turns.ts'
import { totalBytes } from './wire.ts'

/** Which prepared module: the same bytes are something else to another runtime, and to another build. */
export interface PreparedKey {
  readonly runtime: string
  /** 64 hex digits: the module's sha256. */
  readonly module: string
  /** What names the code that prepared it, and with it the format and the semantics: hex digits. */
  readonly build: string
}

/**
 * Prepared modules as files, each with its own sha256 behind it. It is a cache and no more: what cannot be read, is torn
 * or has rotted is as if it had never been, and what cannot be written is only made anew. Files that have not been used
 * for longest go when there are too many bytes. Several processes may share a directory.
 */
export class PreparedCache {
  readonly #directory: string
  readonly #quotaBytes: number

  constructor(directory: string, quotaBytes: number) {
    this.#directory = directory
    this.#quotaBytes = quotaBytes
  }

  /** The bytes that were put, or undefined. */
  async find(key: PreparedKey): Promise<Uint8Array | undefined> {
    const file = this.#fileOf(key)
    let whole: Uint8Array<ArrayBuffer>
    try {
      whole = await readFile(file)
    } catch {
      return undefined
    }
    const bytes = whole.subarray(0, -sealBytes)
    // Some are of a hundred megabytes. (WebCrypto copies its input first, all at once.)
    const digest = digestBytes(await digestInTurns(bytes))
    if (Buffer.compare(digest, whole.subarray(bytes.length)) !== 0) {
      // Where it cannot be removed either, it is found wanting the next time too.
      await rm(file, { force: true }).catch(() => undefined)
      return undefined
    }
    const now = new Date()
    // Removed meanwhile: it was read whole all the same.
    await utimes(file, now, now).catch(() => undefined)
    return bytes
  }

  /** Keeps the pieces as one. Resolves when it is there, or when it could not be kept. */
  async put(key: PreparedKey, pieces: readonly Uint8Array[]): Promise<void> {
    if (totalBytes(pieces) + sealBytes > this.#quotaBytes) return
    const temporary = join(this.#directory, `${randomUUID()}${temporaryEnding}`)
    try {
      await mkdir(this.#directory, { recursive: true, mode: 0o700 })
      const digest = digestBytes(await digestInTurns(...pieces))
      await writeFile(temporary, [...pieces, digest], { mode: 0o600 })
      await rename(temporary, this.#fileOf(key))
      await this.#evict()
    } catch {
      // A full or read-only disk: the next job prepares it again.
      await rm(temporary, { force: true }).catch(() => undefined)
    }
  }

  #fileOf({ runtime, module, build }: PreparedKey): string {
    return join(this.#directory, `${runtime}-${module}-${build}${ending}`)
  }

  /** The longest unused first, until the rest is within the quota; and what a killed process has left half written. */
  async #evict(): Promise<void> {
    const names = await readdir(this.#directory)
    const files = (await Promise.all(names.map((name) => describe(join(this.#directory, name))))).flat()
    const kept = files.filter(({ path }) => path.endsWith(ending))
    let bytes = kept.reduce((sum, file) => sum + file.bytes, 0)
    for (const file of kept.sort((a, b) => a.usedMs - b.usedMs)) {
      if (bytes <= this.#quotaBytes) break
      await rm(file.path, { force: true })
      bytes -= file.bytes
    }
    const before = Date.now() - longestWriteMs
    for (const file of files) {
      if (file.path.endsWith(temporaryEnding) && file.usedMs < before) await rm(file.path, { force: true })
    }
  }
}

/** Names code by what it is. */
export function buildOf(code: Uint8Array): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 16)
}

interface CachedFile {
  readonly path: string
  readonly bytes: number
  readonly usedMs: number
}

/** None where another process has removed it. */
async function describe(path: string): Promise<readonly CachedFile[]> {
  try {
    const { size, mtimeMs } = await stat(path)
    return [{ path, bytes: size, usedMs: mtimeMs }]
  } catch {
    return []
  }
}

const sealBytes = 32
const ending = '.prepared'
const temporaryEnding = '.partial'
const longestWriteMs = 3_600_000
