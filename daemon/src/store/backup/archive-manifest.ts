import { createHash, type Hash } from 'node:crypto'
import { invalid } from './archive-reader.ts'

/** The first member of a backup: what the others are. Named by its own digest, so that no byte of it can change unseen. */
export interface ArchiveManifest {
  readonly plasm: 'backup'
  readonly format: 1
  /** Of the plasm that wrote it. */
  readonly version: string
  /** Whose key it holds. */
  readonly peerId: string
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
  /** Of the database. */
  readonly schemaVersion: number
  readonly key: ArchivedFile
  readonly database: ArchivedFile
  readonly blobs: {
    readonly count: number
    readonly bytes: number
    /** sha256 over a line `<hex digest> <bytes>\n` for each, in the order in which they follow. */
    readonly sha256: string
  }
}

export interface ArchivedFile {
  readonly bytes: number
  readonly sha256: string
}

export const keyName = 'key'
export const databaseName = 'plasm.sqlite'
/** A manifest has some hundred bytes; what is longer is none. */
const longestBytes = 4096

export function manifestName(json: Uint8Array): string {
  return `manifest.${createHash('sha256').update(json).digest('hex')}.json`
}

export function isManifest(name: string, bytes: number): boolean {
  return /^manifest\.[0-9a-f]{64}\.json$/.test(name) && bytes <= longestBytes
}

export function blobName(hex: string): string {
  return `blobs/${hex}`
}

/** The digest in hex that the name of a blob's member says; undefined for other members. */
export function blobOf(name: string): string | undefined {
  return /^blobs\/([0-9a-f]{64})$/.exec(name)?.[1]
}

/** What the manifest says of all blobs together. */
export class BlobList {
  readonly #hash: Hash = createHash('sha256')
  #count = 0
  #bytes = 0

  add(hex: string, bytes: number): void {
    this.#hash.update(`${hex} ${bytes}\n`)
    this.#count++
    this.#bytes += bytes
  }

  /** Once. */
  summary(): ArchiveManifest['blobs'] {
    return { count: this.#count, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}

export function encodeManifest(manifest: ArchiveManifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
}

/** BACKUP_INVALID where it is of another kind, or of a format that is yet to come. */
export function decodeManifest(json: Uint8Array): ArchiveManifest {
  let found: Partial<ArchiveManifest>
  try {
    found = JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(json)) as Partial<ArchiveManifest>
  } catch {
    throw invalid('its manifest is no JSON')
  }
  if (found.plasm !== 'backup') throw invalid('it is no backup of plasm')
  if (found.format !== 1)
    throw invalid(`it has format ${found.format}, of plasm ${found.version}; this one knows format 1: install that one`)
  const { key, database, blobs } = found
  const numbers = [found.createdAt, found.schemaVersion, key?.bytes, database?.bytes, blobs?.count, blobs?.bytes]
  const texts = [found.version, found.peerId, key?.sha256, database?.sha256, blobs?.sha256]
  if (!numbers.every(Number.isSafeInteger) || !texts.every((text) => typeof text === 'string'))
    throw invalid('its manifest lacks something')
  return found as ArchiveManifest
}
