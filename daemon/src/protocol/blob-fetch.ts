import { isPlasmError, type PlasmError } from '../errors.ts'
import type { BlobOrigin } from './job-protocol.ts'

export interface BlobFetchDependencies {
  /** The blob's bytes from `offset` on, as `origin` gives them. */
  pull(origin: BlobOrigin, offset: number): AsyncIterable<Uint8Array>
  /** Keeps the whole blob; BLOB_DIGEST_MISMATCH, and nothing kept, where the bytes are others. */
  store(chunks: AsyncIterable<Uint8Array>): Promise<void>
  /** Told of an origin that alone gave other bytes than it was asked for. */
  onLie(peer: string, error: PlasmError): void
  readonly signal: AbortSignal
}

/**
 * Fetches one blob from whoever has it, one after another: where one is cut or has it not, the next goes on from there.
 * Who gave other bytes is told only where nobody else gave any. Where several did, and together it was wrong, each is
 * asked once more, alone and from the beginning, so that no liar can spoil what an honest one has.
 * Rejects with the last origin's failure, or at once with one that is not an origin's.
 */
export async function fetchBlob(
  origins: Iterable<BlobOrigin> | AsyncIterable<BlobOrigin>,
  deps: BlobFetchDependencies,
): Promise<void> {
  const asked = new Set<BlobOrigin>()
  const gave = new Set<BlobOrigin>()
  const rest = each(origins)
  try {
    await deps.store(oneAfterAnother(rest, asked, gave, deps))
  } catch (error) {
    const [only, ...others] = gave
    if (!isOrigins(error, deps.signal) || only === undefined) throw error
    if (isPlasmError(error, 'BLOB_DIGEST_MISMATCH') && others.length === 0) {
      deps.onLie(only.peer, error)
      asked.delete(only)
    }
    // Those that were asked from an offset on that another's bytes had set; then those that were not asked yet.
    await eachAlone(asked.size > 1 ? asked : [], rest, error, deps)
  } finally {
    await rest.return()
  }
}

async function* each<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  yield* items
}

async function* oneAfterAnother(
  origins: AsyncIterator<BlobOrigin>,
  asked: Set<BlobOrigin>,
  gave: Set<BlobOrigin>,
  deps: BlobFetchDependencies,
): AsyncGenerator<Uint8Array, void, undefined> {
  let offset = 0
  let failure: unknown
  for (let next = await origins.next(); next.done !== true; next = await origins.next()) {
    asked.add(next.value)
    try {
      for await (const chunk of deps.pull(next.value, offset)) {
        gave.add(next.value)
        offset += chunk.byteLength
        yield chunk
      }
      return
    } catch (error) {
      if (!isOrigins(error, deps.signal)) throw error
      failure = error
    }
  }
  throw failure
}

async function eachAlone(
  again: Iterable<BlobOrigin>,
  origins: AsyncIterator<BlobOrigin>,
  before: unknown,
  deps: BlobFetchDependencies,
): Promise<void> {
  let failure = before
  const fetched = async (origin: BlobOrigin): Promise<boolean> => {
    try {
      await deps.store(deps.pull(origin, 0))
      return true
    } catch (error) {
      if (!isOrigins(error, deps.signal)) throw error
      if (isPlasmError(error, 'BLOB_DIGEST_MISMATCH')) deps.onLie(origin.peer, error)
      failure = error
      return false
    }
  }
  for (const origin of again) if (await fetched(origin)) return
  for (let next = await origins.next(); next.done !== true; next = await origins.next())
    if (await fetched(next.value)) return
  throw failure
}

/** Failures of one origin, that another may not have. */
function isOrigins(error: unknown, signal: AbortSignal): error is PlasmError {
  return !signal.aborted && isFetchFailure(error)
}

/** True of faults of those who were to give a blob, or of the way to them. */
export function isFetchFailure(error: unknown): error is PlasmError {
  return isPlasmError(
    error,
    'BLOB_DIGEST_MISMATCH',
    'BLOB_NOT_FOUND',
    'BLOB_TOO_LARGE',
    'PEER_UNREACHABLE',
    'PEER_BUSY',
    'STREAM_ENDED',
    'PROTOCOL_VIOLATION',
    'NETWORK_FAILED',
    'TIMEOUT',
  )
}
