import { chmod, lstat, unlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { PlasmError } from '../errors.ts'
import { makeDirectory } from '../store/make-directory.ts'

/** sun_path of Linux's sockaddr_un, without its final NUL (unix(7)). */
const longestPath = 107
const connectLimitMs = 2000

/**
 * Makes way for a socket at `path`: creates its directory (0700), removes a socket that a dead daemon left.
 * SOCKET_IN_USE where a program answers there, CONFIG_INVALID where something else than a socket stands there.
 */
export async function clearSocketPath(path: string): Promise<void> {
  if (Buffer.byteLength(path) > longestPath) {
    throw new PlasmError(
      'CONFIG_INVALID',
      `the socket's path has ${Buffer.byteLength(path)} bytes, Linux allows ${longestPath}: ${path}; choose a shorter one with --socket`,
    )
  }
  try {
    makeDirectory(dirname(path))
  } catch (cause) {
    throw new PlasmError(
      'CONFIG_INVALID',
      `the socket's directory cannot be made: ${(cause as Error).message}; choose another path with --socket`,
      { cause },
    )
  }
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (found === undefined) return
  if (!found.isSocket())
    throw new PlasmError('CONFIG_INVALID', `${path} is not a socket; move it away or choose another path with --socket`)
  if (await answers(path))
    throw new PlasmError(
      'SOCKET_IN_USE',
      `another program answers at ${path}; stop it, or choose another path with --socket`,
    )
  await unlink(path)
}

/** Readable and writable by owner and group. Until then the umask kept others out: connecting takes write permission. */
export async function openToGroup(path: string): Promise<void> {
  await chmod(path, 0o660)
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    // No answer, but someone listens: a full backlog is a live daemon.
    socket.setTimeout(connectLimitMs, () => finish(() => resolve(true)))
    socket.once('connect', () => finish(() => resolve(true)))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      finish(() => (error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? resolve(false) : reject(error))),
    )
    const finish = (settle: () => void) => {
      socket.destroy()
      settle()
    }
  })
}
