import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import type { Digest, JobId } from '../generated/types.ts'
import { digestOf, emptyDigest } from '../manifest/digest.ts'
import type { ApiClient } from './api-client.ts'
import { digestOfFile, readable } from './input-files.ts'
import { openOwnStore, ownStoreFile } from './own-store.ts'

/** A place where bytes may be that a receipt names. */
export interface BlobSource {
  /** Those of `digests` that are there. The search checks what it is given: a place may be damaged, or lie. */
  fetch(digests: ReadonlySet<Digest>): Promise<ReadonlyMap<Digest, Uint8Array>>
  /** The place and what was found out about it, on one line; after a fetch. */
  describe(): string
}

/** Looks for blobs in one place after the other, in each for what none before it had. */
export class BlobSearch {
  readonly #sources: readonly BlobSource[]

  constructor(sources: readonly BlobSource[]) {
    this.#sources = sources
  }

  /** Those of `digests` that are anywhere, each the very bytes that its digest names. */
  async collect(digests: Iterable<Digest>): Promise<ReadonlyMap<Digest, Uint8Array>> {
    const found = new Map<Digest, Uint8Array>()
    const wanted = new Set(digests)
    // No bytes need no place.
    if (wanted.delete(emptyDigest)) found.set(emptyDigest, new Uint8Array(0))
    for (const source of this.#sources) {
      if (wanted.size === 0) break
      for (const [digest, bytes] of await source.fetch(wanted))
        if (digestOf(bytes) === digest && wanted.delete(digest)) found.set(digest, bytes)
    }
    return found
  }

  /** Where it looked, a place a line. */
  describe(): readonly string[] {
    return this.#sources.map((source) => source.describe())
  }
}

/** Files that the user names, whatever they are called: what counts is what is in them. Rejects with USAGE. */
export function namedFiles(paths: readonly string[]): BlobSource {
  const list = async () => {
    for (const path of paths)
      if ((await stat(path).catch(() => undefined))?.isDirectory())
        throw new PlasmError('USAGE', `--blob: ${path} is a directory; --blobs takes those`)
    return await Promise.all(paths.map(readable))
  }
  return fromFiles(list, (digests) => [...digests].map(([digest, path]) => `${path} (${digest})`).join(', '))
}

/** The files in a directory, neither those below it nor what links lead to: somebody else may have filled it. Rejects with USAGE. */
export function directoryOfFiles(directory: string): BlobSource {
  return fromFiles(
    () => filesIn(directory),
    ({ size }) => `${directory} (${size === 1 ? '1 file' : `${size} files`})`,
  )
}

function fromFiles(
  list: () => Promise<readonly string[]>,
  describe: (paths: ReadonlyMap<Digest, string>) => string,
): BlobSource {
  let paths: ReadonlyMap<Digest, string> | undefined
  return {
    async fetch(digests) {
      paths ??= await byDigest(await list())
      const found = new Map<Digest, Uint8Array>()
      for (const [digest, path] of paths) if (digests.has(digest)) found.set(digest, await readFile(path))
      return found
    },
    describe: () => describe(paths ?? new Map()),
  }
}

async function byDigest(paths: readonly string[]): Promise<ReadonlyMap<Digest, string>> {
  const found = new Map<Digest, string>()
  for (const path of paths) found.set(await digestOfFile(path), path)
  return found
}

async function filesIn(directory: string): Promise<readonly string[]> {
  try {
    const paths = (await readdir(directory)).map((name) => join(directory, name))
    // Some files that a link may lead to have no end, or wait for ever.
    const stats = await Promise.all(paths.map((path) => lstat(path).catch(() => undefined)))
    return paths.filter((_, index) => stats[index]?.isFile())
  } catch (cause) {
    const hint = (cause as NodeJS.ErrnoException).code === 'ENOTDIR' ? '; --blob takes files' : ''
    throw new PlasmError('USAGE', `--blobs: ${directory} cannot be read: ${(cause as Error).message}${hint}`, { cause })
  }
}

/** What `plasm run --receipt` kept of the user's own runs. Makes nothing where there is none. */
export function ownStore(directory: string, clock: Clock): BlobSource {
  let detail = ''
  return {
    async fetch(digests) {
      const found = new Map<Digest, Uint8Array>()
      if (!existsSync(ownStoreFile(directory))) {
        detail = ', nothing there'
        return found
      }
      const store = await openOwnStore(directory, clock)
      try {
        for (const digest of digests) {
          const bytes = await unlessMissing(store.blobs.read(digest))
          if (bytes !== undefined) found.set(digest, bytes)
        }
      } finally {
        await store.close()
      }
      return found
    },
    describe: () => `what \`plasm run --receipt\` kept (${directory}${detail})`,
  }
}

/** What a daemon keeps of a job, for whom it is that asks. */
export function daemonJob(client: ApiClient, job: JobId, task: Digest): BlobSource {
  let detail = ''
  return {
    async fetch(digests) {
      const found = new Map<Digest, Uint8Array>()
      try {
        for (const digest of digests) {
          const path = digest === task ? 'task' : `blobs/${digest}`
          const bytes = await unlessMissing(client.bytes('GET', `/v1/jobs/${job}/${path}`))
          if (bytes !== undefined) found.set(digest, bytes)
        }
      } catch (error) {
        if (!isPlasmError(error, 'DAEMON_UNREACHABLE', 'JOB_NOT_FOUND')) throw error
        detail = `: ${error.message}`
      }
      return found
    },
    describe: () => `the daemon's job ${job}${detail}`,
  }
}

async function unlessMissing(bytes: Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return await bytes
  } catch (error) {
    // Damaged is as good as missing, and the store has put it away.
    if (isPlasmError(error, 'BLOB_NOT_FOUND', 'BLOB_DIGEST_MISMATCH')) return undefined
    throw error
  }
}
