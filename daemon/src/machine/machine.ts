import { spawn } from 'node:child_process'
import { accessSync, constants, readFileSync, statfsSync, statSync } from 'node:fs'
import { release } from 'node:os'

/** What a file is to those who look at it from outside. */
export interface FileStatus {
  readonly kind: 'file' | 'directory' | 'socket' | 'other'
  /** The permission bits alone. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly modifiedAt: number
  readonly bytes: number
}

/** What a file system has left for a user who is not root. */
export interface DiskRoom {
  readonly bytes: number
  /** Undefined where the file system has no fixed number of them. */
  readonly inodes?: number
}

/** How an attempt to read ended: some things may be seen by some users alone. */
export type Reading = { readonly text: string } | { readonly why: 'missing' | 'forbidden' }

/** The machine as far as it tells about itself. Nothing here throws. */
export interface Machine {
  readonly kernel: string
  /** Whose rights this process has. */
  readonly userId: number
  readonly processId: number
  read(path: string): Reading
  status(path: string): FileStatus | undefined
  /** Undefined where there is no such directory. */
  room(directory: string): DiskRoom | undefined
  /** `read-only`: by its file system; `forbidden`: to this user. */
  writable(directory: string): 'yes' | 'read-only' | 'forbidden' | 'missing'
  /** A program's exit code and what it said first; undefined where there is none of that name. */
  run(
    command: string,
    args: readonly string[],
  ): Promise<{ readonly code: number | null; readonly text: string } | undefined>
}

/** The text of a file, without the white space around it; undefined where it cannot be read. */
export function textOf(machine: Pick<Machine, 'read'>, path: string): string | undefined {
  const reading = machine.read(path)
  return 'text' in reading ? reading.text.trim() : undefined
}

/** The one that this process runs on. */
export const thisMachine: Machine = Object.freeze({
  kernel: release(),
  userId: process.geteuid?.() ?? 0,
  processId: process.pid,
  read(path: string): Reading {
    try {
      return { text: readFileSync(path, 'utf8') }
    } catch (error) {
      return { why: forbids(error) ? 'forbidden' : 'missing' }
    }
  },
  status(path: string): FileStatus | undefined {
    try {
      const found = statSync(path)
      const kind = found.isFile() ? 'file' : found.isDirectory() ? 'directory' : found.isSocket() ? 'socket' : 'other'
      const { uid, gid, mtimeMs, size } = found
      return { kind, mode: found.mode & 0o7777, uid, gid, modifiedAt: mtimeMs, bytes: size }
    } catch {
      return undefined // Not there, or not for this user's eyes: either way there is nothing to be said of it.
    }
  },
  room(directory: string): DiskRoom | undefined {
    try {
      const { bavail, bsize, files, ffree } = statfsSync(directory)
      return { bytes: bavail * bsize, ...(files === 0 ? {} : { inodes: ffree }) }
    } catch {
      return undefined // As above.
    }
  },
  writable(directory: string): 'yes' | 'read-only' | 'forbidden' | 'missing' {
    try {
      accessSync(directory, constants.W_OK | constants.X_OK)
      return 'yes'
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EROFS') return 'read-only'
      return forbids(error) ? 'forbidden' : 'missing'
    }
  },
  run(command: string, args: readonly string[]) {
    return new Promise<{ code: number | null; text: string } | undefined>((resolve) => {
      const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: commandLimitMs })
      let text = ''
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        if (text.length < longestText) text = (text + chunk).slice(0, longestText)
      })
      child.once('error', () => resolve(undefined))
      child.once('close', (code) => resolve({ code, text: text.trim() }))
    })
  },
})

const commandLimitMs = 5000
const longestText = 4096

function forbids(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM'
}
