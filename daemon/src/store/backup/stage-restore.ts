import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { isPlasmError, PlasmError } from '../../errors.ts'
import { readIdentity } from '../../identity/identity.ts'
import { migrations } from '../sqlite/migrations/migrations.ts'
import { planName, type RestorePlan, stagedName, syncDirectory } from './apply-restore.ts'
import {
  type ArchivedFile,
  type ArchiveManifest,
  BlobList,
  blobOf,
  databaseName,
  decodeManifest,
  isManifest,
  keyName,
  manifestName,
} from './archive-manifest.ts'
import { ArchiveReader, invalid } from './archive-reader.ts'
import { beginAgain } from './begin-again.ts'
import type { TarHeader } from './tar.ts'

export interface StagedRestore {
  readonly manifest: ArchiveManifest
  /** The name of the directory, in the data directory, to which what was there goes. */
  readonly aside: string
}

/**
 * Reads a backup whole, checks all of it, and stages it in a data directory, in which nothing else changes: a restore that
 * fails, or is killed, leaves nothing that counts. The last step is one rename; from then on the next start takes it over.
 * BACKUP_INVALID with what is wrong, in words that follow the archive's name.
 */
export async function stageRestore(archive: FileHandle, dataDirectory: string, now: number): Promise<StagedRestore> {
  for (const name of readdirSync(dataDirectory))
    if (name.startsWith(unfinished)) rmSync(join(dataDirectory, name), { recursive: true, force: true })
  const directory = join(dataDirectory, `${unfinished}${randomUUID()}`)
  mkdirSync(join(directory, 'blobs', 'whole'), { recursive: true, mode: 0o700 })
  try {
    const manifest = await extract(archive, directory)
    checkKey(join(directory, keyName), manifest)
    beginAgain(join(directory, databaseName), manifest.peerId, now)
    const aside = freeName(
      dataDirectory,
      `before-restore-${new Date(now).toISOString().slice(0, 19).replace(/:/g, '')}Z`,
    )
    writeFileSync(join(directory, planName), JSON.stringify({ aside } satisfies RestorePlan), {
      mode: 0o600,
      flush: true,
    })
    for (const level of [join(directory, 'blobs', 'whole'), join(directory, 'blobs'), directory]) syncDirectory(level)
    // An earlier one that was not taken over yet is replaced.
    rmSync(join(dataDirectory, stagedName), { recursive: true, force: true })
    renameSync(directory, join(dataDirectory, stagedName))
    syncDirectory(dataDirectory)
    return { manifest, aside }
  } catch (error) {
    rmSync(directory, { recursive: true, force: true })
    throw error
  }
}

const unfinished = 'restore.unfinished-'

async function extract(archive: FileHandle, directory: string): Promise<ArchiveManifest> {
  const reader = new ArchiveReader(archive)
  const manifest = await readManifest(reader)
  await expectFile(reader, keyName, manifest.key, join(directory, keyName))
  await expectFile(reader, databaseName, manifest.database, join(directory, databaseName))
  const list = new BlobList()
  const seen = new Set<string>()
  for (let header = await reader.next(); header !== undefined; header = await reader.next()) {
    const hex = blobOf(header.name)
    if (hex === undefined) throw invalid('it holds something that no backup has')
    if (seen.has(hex)) throw invalid(`the blob sha256:${hex} is in it twice`)
    seen.add(hex)
    const sha256 = await writeMember(reader, header, join(directory, 'blobs', 'whole', hex))
    if (sha256 !== hex) throw invalid(`the blob sha256:${hex} in it is damaged`)
    list.add(hex, header.bytes)
  }
  if (list.summary().sha256 !== manifest.blobs.sha256) throw invalid('its blobs are not those of its manifest')
  return manifest
}

async function readManifest(reader: ArchiveReader): Promise<ArchiveManifest> {
  const header = await reader.next()
  if (header === undefined || !isManifest(header.name, header.bytes)) throw invalid('it is no backup of plasm')
  const chunks: Uint8Array[] = []
  await reader.content(header, async (chunk) => void chunks.push(chunk))
  const json = Buffer.concat(chunks)
  if (manifestName(json) !== header.name) throw invalid('its manifest is damaged')
  const manifest = decodeManifest(json)
  if (manifest.schemaVersion > migrations.length)
    throw invalid(
      `its database has schema version ${manifest.schemaVersion}, of plasm ${manifest.version}; this one knows up to ${migrations.length}: install that version, or a newer one`,
    )
  return manifest
}

async function expectFile(
  reader: ArchiveReader,
  name: string,
  { bytes, sha256 }: ArchivedFile,
  path: string,
): Promise<void> {
  const header = await reader.next()
  if (header?.name !== name || header.bytes !== bytes) throw invalid(`${name} is not where it should be in it`)
  if ((await writeMember(reader, header, path)) !== sha256) throw invalid(`${name} in it is damaged`)
}

async function writeMember(reader: ArchiveReader, header: TarHeader, path: string): Promise<string> {
  const file = await open(path, 'wx', 0o600)
  try {
    const sha256 = await reader.content(header, async (chunk) => {
      for (let from = 0; from < chunk.length; ) from += (await file.write(chunk, from)).bytesWritten
    })
    await file.sync()
    return sha256
  } finally {
    await file.close()
  }
}

function checkKey(path: string, { peerId }: ArchiveManifest): void {
  let found: string | undefined
  try {
    found = readIdentity(path)?.peerId
  } catch (error) {
    if (!isPlasmError(error, 'KEY_FILE_INVALID')) throw error
    throw new PlasmError('BACKUP_INVALID', 'the key in it is none', { cause: error })
  }
  if (found !== peerId) throw invalid(`the key in it is that of ${found}, not of ${peerId}`)
}

function freeName(directory: string, name: string): string {
  let free = name
  for (let number = 2; existsSync(join(directory, free)); number++) free = `${name}-${number}`
  return free
}
