import { join } from 'node:path'
import { isPlasmError } from '../../errors.ts'
import { actAsOwner } from '../../machine/act-as-owner.ts'
import { databaseName } from '../../store/backup/archive-manifest.ts'
import { type Examination, examine } from '../../store/backup/examine.ts'
import { bytes } from '../render/values.ts'
import { forbids, takeSnapshot } from '../take-snapshot.ts'
import { asDaemon, type Finding, type Patient } from './finding.ts'

const name = 'database'
/** Some 20 s of copying and reading on a slow disk. */
const largestCopyBytes = 2_147_483_648
const limits = Object.freeze({ receipts: 10_000, blobs: 64, blobBytes: 268_435_456, random: Math.random })

/** Looks through a copy of the database, which the daemon makes where it runs, and through some of the blobs. */
export async function checkDatabase({ machine, daemon, dataDirectory }: Patient): Promise<readonly Finding[]> {
  const owner = machine.status(dataDirectory)?.uid
  // Before a copy is made in vain.
  if (owner !== undefined && machine.userId !== 0 && machine.userId !== owner)
    return [{ name, status: 'ok', detail: `not looked at: ${dataDirectory} is another user's`, mend: asDaemon }]
  const size = machine.status(join(dataDirectory, databaseName))?.bytes ?? 0
  if (size > largestCopyBytes)
    return [
      {
        name,
        status: 'ok',
        detail: `not looked at: a copy of ${bytes(size)} would take long`,
        mend: 'plasm backup FILE looks through all of it',
      },
    ]
  if (owner === undefined) return [{ name, status: 'ok', detail: `there is none yet at ${dataDirectory}` }]
  try {
    const { snapshot, drop } = await takeSnapshot(daemon, dataDirectory)
    try {
      return findDatabase(
        await actAsOwner(snapshot.dataDirectory, () => examine(snapshot, limits)),
        snapshot.dataDirectory,
      )
    } finally {
      await drop()
    }
  } catch (error) {
    return [whyNot(error)]
  }
}

export function findDatabase(
  { damage, brokenLog, receipts, blobs }: Examination,
  dataDirectory: string,
): readonly Finding[] {
  const restore =
    'put the last backup in its place: sudo systemctl stop plasm; sudo plasm restore FILE; sudo systemctl start plasm'
  if (damage !== undefined) return [{ name, status: 'failed', detail: `damaged: ${damage}`, mend: restore }]
  if (brokenLog !== undefined)
    return [{ name, status: 'degraded', detail: `the log is broken: ${brokenLog}`, mend: restore }]
  if (blobs.damaged.length === 0) {
    const detail = `whole; ${receipts} receipts follow one another, and ${blobs.examined} blobs are what their names say`
    return [{ name, status: 'ok', detail }]
  }
  const files = blobs.damaged.map((hex) => join(dataDirectory, 'blobs', 'whole', hex)).join(' ')
  const detail = `whole; but of ${blobs.examined} blobs ${blobs.damaged.length} were damaged by the disk`
  return [
    { name, status: 'degraded', detail, mend: `sudo rm ${files}; sudo systemctl restart plasm; and look at the disk` },
  ]
}

function whyNot(error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error)
  if (isPlasmError(error, 'STORE_DAMAGED', 'STORE_FAILED', 'STORE_FULL')) {
    const mend = isPlasmError(error, 'STORE_FULL') ? 'free some room' : 'sudo plasm restore FILE, with the last backup'
    return { name, status: 'failed', detail: reason, mend }
  }
  if (forbids(error) || isPlasmError(error, 'DATA_DIRECTORY_INVALID') || isPlasmError(error, 'DATA_DIRECTORY_LOCKED'))
    return { name, status: 'ok', detail: `not looked at: ${reason}`, mend: asDaemon }
  return { name, status: 'degraded', detail: `could not be looked at: ${reason}`, mend: asDaemon }
}
