import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../../manifest/digest.ts'
import type { Snapshot } from '../ports.ts'
import { databaseName } from './archive-manifest.ts'
import { DatabaseCopy } from './database-copy.ts'

/** What is wrong with what a node keeps; absent or empty where nothing is. */
export interface Examination {
  /** In SQLite's words. */
  readonly damage?: string
  /** What does not hold of this node's log of receipts. */
  readonly brokenLog?: string
  readonly receipts: number
  readonly blobs: { readonly examined: number; readonly damaged: readonly string[] }
}

export interface ExaminationLimits {
  /** Of the newest receipts, own and others'. */
  readonly receipts: number
  /** Of blobs that are files, drawn at random. */
  readonly blobs: number
  readonly blobBytes: number
  /** From 0 up to 1. */
  random(): number
}

/** Looks at a snapshot: all pages of the database, so many of the receipts, and some blobs. */
export async function examine(snapshot: Snapshot, limits: ExaminationLimits): Promise<Examination> {
  const database = new DatabaseCopy(join(snapshot.directory, databaseName))
  try {
    const damage = database.findDamage()
    if (damage !== undefined) return { damage, receipts: 0, blobs: { examined: 0, damaged: [] } }
    const { receipts, broken } = followLog(database, limits.receipts)
    const blobs = await sampleBlobs(join(snapshot.directory, 'blobs'), limits)
    return { receipts, blobs, ...(broken === undefined ? {} : { brokenLog: broken }) }
  } finally {
    database.close()
  }
}

/** Each own receipt is the next in its epoch, or the first of a new one, and names the one before it. */
function followLog(database: DatabaseCopy, latest: number): { receipts: number; broken: string | undefined } {
  let receipts = 0
  let last: { readonly epoch: string; readonly sequence: number; readonly digest: string } | undefined
  for (const { own, digest, payload, statement } of database.receipts(latest)) {
    receipts++
    if (digestOf(payload) !== digest)
      return { receipts, broken: `the receipt ${digest} has other bytes than its digest` }
    if (!own) continue
    const { epoch, sequence, previous } = statement.predicate.log
    const follows =
      last?.epoch === epoch
        ? sequence === last.sequence + 1 && previous === last.digest
        : last === undefined || (sequence === 0 && previous === undefined)
    if (!follows)
      return {
        receipts,
        broken: `the receipt ${digest} (${sequence} of epoch ${epoch}) does not follow the one before`,
      }
    last = { epoch, sequence, digest }
  }
  return { receipts, broken: undefined }
}

async function sampleBlobs(
  directory: string,
  { blobs, blobBytes, random }: ExaminationLimits,
): Promise<Examination['blobs']> {
  const names = readdirSync(directory)
  const damaged: string[] = []
  let examined = 0
  for (let bytes = 0; examined < blobs && bytes < blobBytes && names.length > 0; examined++) {
    const [name] = names.splice(Math.floor(random() * names.length), 1) as [string]
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(join(directory, name))) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
    if (hash.digest('hex') !== name) damaged.push(name)
  }
  return { examined, damaged }
}
