import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { type FileHandle, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PlasmError } from '../../errors.ts'
import { readIdentity } from '../../identity/identity.ts'
import type { Snapshot } from '../ports.ts'
import {
  type ArchivedFile,
  type ArchiveManifest,
  BlobList,
  blobName,
  databaseName,
  encodeManifest,
  keyName,
  manifestName,
} from './archive-manifest.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { DatabaseCopy } from './database-copy.ts'

export interface BackupSources {
  /** Of the data directory whose key belongs to it. */
  readonly snapshot: Snapshot
  /** Of plasm. */
  readonly version: string
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** Also blobs that nothing needs. */
  readonly allBlobs: boolean
}

export interface Backup {
  readonly manifest: ArchiveManifest
  readonly bytes: number
  /** Digests in hex of blobs that are wanted, and were damaged on the disk: they are left out. */
  readonly damaged: readonly string[]
}

/** Writes key, database and blobs of a snapshot to `file`, and syncs it. STORE_FAILED where the database is damaged. */
export async function writeBackup(file: FileHandle, sources: BackupSources): Promise<Backup> {
  const { snapshot, version, now } = sources
  const key = await readFile(join(snapshot.dataDirectory, keyName))
  const identity = readIdentity(join(snapshot.dataDirectory, keyName))
  if (identity === undefined) throw new PlasmError('KEY_FILE_INVALID', `${snapshot.dataDirectory} holds no key`)
  const database = join(snapshot.directory, databaseName)
  const { schemaVersion, needed } = inspect(database, sources)
  const { blobs, list, damaged } = await choose(join(snapshot.directory, 'blobs'), needed)
  const manifest: ArchiveManifest = {
    plasm: 'backup',
    format: 1,
    version,
    peerId: identity.peerId,
    createdAt: now,
    schemaVersion,
    key: { bytes: key.length, sha256: createHash('sha256').update(key).digest('hex') },
    database: await describe(database),
    blobs: list.summary(),
  }
  const json = encodeManifest(manifest)
  const archive = new ArchiveWriter(file, now)
  await archive.add(manifestName(json), json.length, [json])
  await archive.add(keyName, key.length, [key])
  await archive.add(databaseName, manifest.database.bytes, createReadStream(database))
  for (const { hex, path, bytes } of blobs) await archive.add(blobName(hex), bytes, createReadStream(path))
  await archive.end()
  return { manifest, bytes: archive.writtenBytes, damaged }
}

/** What the database says, which nobody has open: it is a copy. */
function inspect(path: string, { now, allBlobs }: BackupSources): { schemaVersion: number; needed: readonly string[] } {
  const database = new DatabaseCopy(path)
  try {
    const damage = database.findDamage()
    if (damage !== undefined) throw damagedDatabase(damage)
    return {
      schemaVersion: database.schemaVersion,
      needed: allBlobs ? database.blobFiles() : database.neededFiles(now),
    }
  } finally {
    database.close()
  }
}

function damagedDatabase(what: string): PlasmError {
  return new PlasmError(
    'STORE_FAILED',
    `the database is damaged (${what}), and a backup of it would be, too; restore the last one that was made: plasm restore FILE`,
  )
}

interface BlobFile {
  readonly hex: string
  readonly path: string
  readonly bytes: number
}

/** Those that are there, and are what their names say. */
async function choose(
  directory: string,
  digests: readonly string[],
): Promise<{ blobs: readonly BlobFile[]; list: BlobList; damaged: readonly string[] }> {
  const blobs: BlobFile[] = []
  const list = new BlobList()
  const damaged: string[] = []
  for (const digest of digests) {
    const hex = digest.slice('sha256:'.length)
    const path = join(directory, hex)
    if (!existsSync(path)) continue // Evicted between the copy of the database and the link: no one held it any more.
    const { bytes, sha256 } = await describe(path)
    if (sha256 !== hex) damaged.push(hex)
    else {
      blobs.push({ hex, path, bytes })
      list.add(hex, bytes)
    }
  }
  return { blobs, list, damaged }
}

async function describe(path: string): Promise<ArchivedFile> {
  const hash = createHash('sha256')
  const { size } = await stat(path)
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return { bytes: size, sha256: hash.digest('hex') }
}
