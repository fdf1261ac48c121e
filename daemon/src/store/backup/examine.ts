import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../../manifest/digest.ts'
import type { Snapshot } from '../ports.ts'
import { databaseName } from './archive-manifest.ts'
import { DatabaseCopy, type LogHeadRow } from './database-copy.ts'

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

interface Place {
  readonly epoch: string
  readonly sequence: number
  readonly digest: string
}

/**
 * Own receipts stand in their epochs in order, and each names the one before it. Old ones may have been forgotten; in the
 * present epoch, from a place on that the log's head names, none is missing, up to the head.
 */
function followLog(database: DatabaseCopy, latest: number): { receipts: number; broken: string | undefined } {
  const head = database.logHead()
  let receipts = 0
  let last: Place | undefined
  for (const { own, digest, payload, statement } of database.receipts(latest)) {
    receipts++
    if (digestOf(payload) !== digest)
      return { receipts, broken: `the receipt ${digest} has other bytes than its digest` }
    if (!own) continue
    const { epoch, sequence, previous } = statement.predicate.log
    const broken = last?.epoch === epoch ? whyNotAfter(last, { sequence, previous }, head) : undefined
    if (broken !== undefined)
      return { receipts, broken: `the receipt ${digest} (${sequence} of epoch ${epoch}) ${broken}` }
    last = { epoch, sequence, digest }
  }
  // Where the newest ones were forgotten, those that are left were never the last.
  const ends =
    last === undefined ||
    head === undefined ||
    last.epoch !== head.epoch ||
    head.sequence <= head.completeFrom ||
    (last.sequence === head.sequence - 1 && last.digest === head.previous)
  return {
    receipts,
    broken: ends ? undefined : `its last receipt is not the one that its head names, ${head?.previous}`,
  }
}

function whyNotAfter(
  last: Place,
  { sequence, previous }: { readonly sequence: number; readonly previous?: string | undefined },
  head: LogHeadRow | undefined,
): string | undefined {
  if (sequence <= last.sequence) return `stands after number ${last.sequence}`
  if (sequence === last.sequence + 1) return previous === last.digest ? undefined : 'does not name the one before it'
  const mayLack = head?.epoch !== last.epoch || sequence <= head.completeFrom
  return mayLack ? undefined : `follows number ${last.sequence}: what stood between them is missing`
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
