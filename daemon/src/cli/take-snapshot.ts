import { resolve } from 'node:path'
import { systemClock } from '../clock.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import { actAsOwner } from '../machine/act-as-owner.ts'
import { snapshotOf } from '../store/backup/snapshot-of.ts'
import type { Snapshot } from '../store/ports.ts'
import type { ApiClient } from './api-client.ts'

/** A snapshot, and what removes it. */
export interface TakenSnapshot {
  readonly snapshot: Snapshot
  drop(): Promise<void>
}

/** Of the daemon that runs; where none does, of the directory itself, in which then none can start before it is dropped. */
export async function takeSnapshot(daemon: ApiClient, dataDirectory: string): Promise<TakenSnapshot> {
  try {
    return await ofDaemon(daemon)
  } catch (error) {
    if (!isPlasmError(error, 'DAEMON_UNREACHABLE')) throw error
    return await ofDirectory(dataDirectory)
  }
}

/** DATA_DIRECTORY_INVALID where it is another user's. */
export async function ofDirectory(path: string): Promise<TakenSnapshot> {
  const dataDirectory = resolve(path)
  try {
    return await actAsOwner(dataDirectory, () => snapshotOf(dataDirectory, systemClock))
  } catch (error) {
    throw forbids(error) || forbids((error as Error).cause) ? notYours(dataDirectory, error) : error
  }
}

async function ofDaemon(daemon: ApiClient): Promise<TakenSnapshot> {
  const snapshot = await daemon.json<Snapshot>('POST', '/v1/snapshots', { idleMs: longestCopyMs })
  return {
    snapshot,
    drop: async () => void (await daemon.bytes('DELETE', `/v1/snapshots/${snapshot.id}`)),
  }
}

/** Of a database of many gigabytes on a slow disk. */
const longestCopyMs = 3_600_000

/** True where a system call failed for want of rights. */
export function forbids(error: unknown): boolean {
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM'
}

export function notYours(dataDirectory: string, cause: unknown): PlasmError {
  const message = `the data directory ${dataDirectory} holds a secret key, and belongs to another user: put sudo before this command`
  return new PlasmError('DATA_DIRECTORY_INVALID', message, { cause })
}
