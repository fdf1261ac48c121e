import { type FileHandle, open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { systemClock } from '../clock.ts'
import { existingDataDirectory } from '../config/directories.ts'
import { isPlasmError, PlasmError } from '../errors.ts'
import { actAsOwner } from '../machine/act-as-owner.ts'
import { applyRestore } from '../store/backup/apply-restore.ts'
import { type StagedRestore, stageRestore } from '../store/backup/stage-restore.ts'
import { DataDirectoryLock } from '../store/data-directory-lock.ts'
import { makeDirectory } from '../store/make-directory.ts'
import { withJson } from './client-options.ts'
import { readable } from './input-files.ts'
import type { Cli } from './program.ts'
import { time } from './render/values.ts'
import { forbids, notYours } from './take-snapshot.ts'
import { printLine } from './terminal.ts'

interface RestoreOptions {
  readonly data?: string
  readonly json?: boolean
}

export function addRestore(program: Command, { terminal }: Cli): void {
  withJson(
    program
      .command('restore <file>')
      .description('put a backup in place of the data; a daemon that runs takes it over when it is restarted')
      .option('--data <directory>', 'data directory (PLASM_DATA)'),
  ).action(async (file: string, options: RestoreOptions) => {
    const dataDirectory = resolve(options.data ?? existingDataDirectory(terminal))
    const archive = await open(await readable(file)).catch((cause: Error) => {
      throw new PlasmError('USAGE', `${file} cannot be read: ${cause.message}`, { cause })
    })
    try {
      const { staged, applied } = await restore(archive, file, dataDirectory)
      const { manifest, aside } = staged
      const before = join(dataDirectory, aside)
      if (options.json)
        return await printLine(terminal.stdout, JSON.stringify({ manifest, dataDirectory, aside: before, applied }))
      const what = `${manifest.peerId}, as it was at ${time(manifest.createdAt)}`
      const where = `what was at ${dataDirectory} before ${applied ? 'is' : 'will be'} in ${before}; remove it when all is well`
      await printLine(
        terminal.stdout,
        applied
          ? `restored: ${what}\n${where}`
          : `checked, and ready to be taken over: ${what}\nThe daemon runs on with its present data until it is restarted: sudo systemctl restart plasm\n${where}`,
      )
    } finally {
      await archive.close()
    }
  })
}

async function restore(
  archive: FileHandle,
  file: string,
  dataDirectory: string,
): Promise<{ readonly staged: StagedRestore; readonly applied: boolean }> {
  try {
    return await actAsOwner(dataDirectory, async () => {
      makeDirectory(dataDirectory)
      const staged = await stageRestore(archive, dataDirectory, systemClock.now())
      return { staged, applied: takeOver(dataDirectory) }
    })
  } catch (error) {
    if (isPlasmError(error, 'BACKUP_INVALID'))
      throw new PlasmError('BACKUP_INVALID', `${file} cannot be restored: ${error.message}; nothing was changed`, {
        cause: error,
      })
    throw forbids(error) ? notYours(dataDirectory, error) : error
  }
}

/** False where a daemon runs: it does so itself, at its next start. */
function takeOver(dataDirectory: string): boolean {
  let lock: DataDirectoryLock
  try {
    lock = new DataDirectoryLock(dataDirectory, systemClock)
  } catch (error) {
    if (isPlasmError(error, 'DATA_DIRECTORY_LOCKED')) return false
    throw error
  }
  try {
    applyRestore(dataDirectory)
    return true
  } finally {
    lock.release()
  }
}
