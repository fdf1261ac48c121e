import { dirname } from 'node:path'
import type { DiskRoom, Machine } from '../../machine/machine.ts'
import { bytes } from '../render/values.ts'
import type { Finding, Patient } from './finding.ts'

const name = 'disk'
/** Below this the database itself soon has no room, and no job is taken. */
const leastBytes = 67_108_864
const leastInodes = 1000

/** Whether what jobs, receipts and blobs may yet take is there. */
export function checkDisk({ machine, node, config, dataDirectory }: Patient): readonly Finding[] {
  const directory = existingPart(machine, dataDirectory)
  const room = machine.room(directory)
  if (room === undefined)
    return [{ name, status: 'ok', detail: `not looked at: ${directory} says nothing of its room` }]
  return findDisk({
    directory,
    room,
    writable: machine.writable(directory),
    blobBytes: 'silent' in node ? 0 : node.store.blobBytes,
    recordBytes: 'silent' in node ? 0 : node.store.recordBytes,
    ...quotasOf(node, config),
  })
}

export interface DiskFacts {
  readonly directory: string
  readonly room: DiskRoom
  readonly writable: ReturnType<Machine['writable']>
  /** Bytes of blobs that are there. */
  readonly blobBytes: number
  /** Bytes that they may have. */
  readonly blobQuotaBytes?: number
  /** The same of records, which are the database. */
  readonly recordBytes: number
  readonly recordQuotaBytes?: number
}

export function findDisk(facts: DiskFacts): readonly Finding[] {
  const { directory, room, writable, blobBytes, recordBytes } = facts
  if (writable === 'read-only') {
    const detail = `the file system of ${directory} is mounted read-only: nothing can be kept`
    return [
      { name, status: 'failed', detail, mend: `sudo mount -o remount,rw "$(findmnt -no TARGET -T ${directory})"` },
    ]
  }
  const mend = `free some: du -xh -d 2 ${directory}`
  if (room.inodes !== undefined && room.inodes < leastInodes)
    return [{ name, status: 'failed', detail: `room for ${room.inodes} more files at ${directory}`, mend }]
  const free = `${bytes(room.bytes)} free at ${directory}`
  if (room.bytes < leastBytes) return [{ name, status: 'failed', detail: `${free}: soon no job can be taken`, mend }]
  const wantedBlobs = Math.max(0, (facts.blobQuotaBytes ?? 0) - blobBytes)
  const wantedRecords = Math.max(0, (facts.recordQuotaBytes ?? 0) - recordBytes)
  if (wantedBlobs + wantedRecords <= room.bytes) return [{ name, status: 'ok', detail: free }]
  // Half of the room for blobs, and of the rest half for records, where they may take more than that.
  const blobs = `store.blobQuotaBytes to ${blobBytes + Math.floor(room.bytes / 2)}`
  const records = `store.recordQuotaBytes to ${Math.max(leastBytes, recordBytes + Math.floor(room.bytes / 4))}`
  const less = [...(wantedBlobs > room.bytes / 2 ? [blobs] : []), ...(wantedRecords > room.bytes / 2 ? [records] : [])]
  return [
    {
      name,
      status: 'degraded',
      detail: `${free}; blobs may take ${bytes(wantedBlobs)} more (store.blobQuotaBytes), and records ${bytes(wantedRecords)} (store.recordQuotaBytes)`,
      mend: `free some, or set ${less.join(' and ')} in the configuration`,
    },
  ]
}

function quotasOf(
  node: Patient['node'],
  config: Patient['config'],
): Pick<DiskFacts, 'blobQuotaBytes' | 'recordQuotaBytes'> {
  const from = 'silent' in node ? ('invalid' in config ? undefined : config.store) : node.store
  return from === undefined ? {} : { blobQuotaBytes: from.blobQuotaBytes, recordQuotaBytes: from.recordQuotaBytes }
}

/** A directory that is yet to be made will be where the nearest one above it is. */
function existingPart(machine: Machine, directory: string): string {
  let level = directory
  while (level !== dirname(level) && machine.status(level) === undefined) level = dirname(level)
  return level
}
