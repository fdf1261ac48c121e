import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import packageManifest from '../../../package.json' with { type: 'json' }
import { systemClock } from '../clock.ts'
import { existingDataDirectory } from '../config/directories.ts'
import { PlasmError } from '../errors.ts'
import { actAsOwner } from '../machine/act-as-owner.ts'
import { syncDirectory } from '../store/backup/apply-restore.ts'
import { type Backup, writeBackup } from '../store/backup/write-backup.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { bytes } from './render/values.ts'
import { forbids, notYours, ofDirectory, takeSnapshot } from './take-snapshot.ts'
import { printLine, type Terminal } from './terminal.ts'

interface BackupOptions extends ClientOptions {
  readonly allBlobs?: boolean
  readonly data?: string
}

export function addBackup(program: Command, { terminal }: Cli): void {
  withClientOptions(
    program
      .command('backup <file>')
      .description('write key, jobs, receipts and the blobs that they need to one file, while the daemon runs')
      .option('--all-blobs', 'also blobs that nothing needs')
      .option('--data <directory>', 'data directory, where no daemon runs (PLASM_DATA)'),
  ).action(async (file: string, options: BackupOptions) => {
    const path = resolve(file)
    const { manifest, bytes: size, damaged } = await toFile(path, (handle) => backUp(handle, options, terminal))
    if (options.json)
      return await printLine(terminal.stdout, JSON.stringify({ file: path, bytes: size, manifest, damaged }))
    for (const hex of damaged)
      await printLine(terminal.stderr, `plasm: the blob sha256:${hex} is damaged on the disk, and is not in the backup`)
    const { peerId, blobs } = manifest
    await printLine(
      terminal.stdout,
      `${path}: ${bytes(size)}, ${peerId} with ${blobs.count} blobs; keep it secret, it holds the key`,
    )
  })
}

/** The file is there whole, with mode 0600, or as it was before. */
async function toFile<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  refuseOtherThanFile(path)
  const temporary = `${path}.unfinished-${randomUUID()}`
  const file = await open(temporary, 'wx', 0o600).catch((cause: Error) => {
    throw new PlasmError('USAGE', `no file can be made at ${path}: ${cause.message}`, { cause })
  })
  try {
    const written = await write(file)
    await file.close()
    await rename(temporary, path)
    syncDirectory(dirname(path))
    return written
  } catch (error) {
    await file.close()
    await rm(temporary, { force: true })
    throw error
  }
}

/** Where root names a device or a pipe, the rename would put a plain file in its place: /dev/null would be no more. */
function refuseOtherThanFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found !== undefined && !found.isFile())
    throw new PlasmError('USAGE', `${path} is there already and is no regular file; name a file that is to be made`)
}

async function backUp(file: FileHandle, options: BackupOptions, terminal: Terminal): Promise<Backup> {
  const { snapshot, drop } = await (options.data === undefined
    ? takeSnapshot(clientFor(options, terminal), existingDataDirectory(terminal))
    : ofDirectory(options.data))
  const { dataDirectory } = snapshot
  const sources = {
    snapshot,
    version: packageManifest.version,
    now: systemClock.now(),
    allBlobs: options.allBlobs === true,
  }
  try {
    return await actAsOwner(dataDirectory, () => writeBackup(file, sources))
  } catch (error) {
    throw forbids(error) ? notYours(dataDirectory, error) : error
  } finally {
    await drop()
  }
}
