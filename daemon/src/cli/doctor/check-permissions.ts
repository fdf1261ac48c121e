import { join } from 'node:path'
import type { FileStatus, Machine } from '../../machine/machine.ts'
import { asDaemon, type Finding, type Patient } from './finding.ts'

const name = 'permissions'

/** Whether others could read the key, what jobs hold, or speak to the daemon, and whether its owner can. */
export function checkPermissions({
  machine,
  dataDirectory,
  socket,
}: Pick<Patient, 'machine' | 'dataDirectory' | 'socket'>): readonly Finding[] {
  const directory = machine.status(dataDirectory)
  if (directory === undefined)
    return [{ name, status: 'ok', detail: `there is no data directory ${dataDirectory} yet` }]
  const found = [
    tooOpen(dataDirectory, directory, 0o077, 'chmod 700'),
    tooOpen(socket, machine.status(socket), 0o007, 'chmod 660'),
    ...inside(machine, dataDirectory, directory),
  ].filter((finding) => finding !== undefined)
  if (found.length > 0) return found
  const mayLook = machine.userId === 0 || machine.userId === directory.uid
  const detail = `the data directory ${dataDirectory} is its owner's alone`
  return [
    mayLook
      ? { name, status: 'ok', detail: `${detail}, and so is the key` }
      : { name, status: 'ok', detail: `${detail}; what is in it, its owner may see`, mend: asDaemon },
  ]
}

/** What only the directory's owner and root may see. */
function inside(machine: Machine, dataDirectory: string, { uid }: FileStatus): readonly (Finding | undefined)[] {
  return ['key', 'plasm.sqlite', 'blobs'].flatMap((part) => {
    const path = join(dataDirectory, part)
    const status = machine.status(path)
    return [
      part === 'key' ? tooOpen(path, status, 0o077, 'chmod 600') : undefined,
      status === undefined || status.uid === uid
        ? undefined
        : failed(
            `${path} belongs to user ${status.uid}, its directory to ${uid}`,
            `sudo chown -R ${uid} ${dataDirectory}`,
          ),
    ]
  })
}

function tooOpen(
  path: string,
  status: FileStatus | undefined,
  forbidden: number,
  command: string,
): Finding | undefined {
  if (status === undefined || (status.mode & forbidden) === 0) return undefined
  const detail = `${path} is open to others (mode ${status.mode.toString(8)})`
  return { name, status: 'degraded', detail, mend: `sudo ${command} ${path}` }
}

function failed(detail: string, mend: string): Finding {
  return { name, status: 'failed', detail, mend }
}
