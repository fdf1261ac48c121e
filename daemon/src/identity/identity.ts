import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { PlasmError } from '../errors.ts'
import type { PeerId } from '../generated/types.ts'
import { type Signer, signerFromSeed } from './signer.ts'

/** A key file holds the seed as 64 hex digits and a line feed; anything else is broken. */
const content = /^[0-9a-f]{64}\n$/

/** Who this node is: one Ed25519 key is peer ID, Noise identity and signer. */
export class Identity implements Signer {
  readonly peerId: PeerId
  readonly #seed: Uint8Array
  readonly #signer: Signer

  constructor(seed: Uint8Array) {
    this.#seed = Uint8Array.from(seed)
    this.#signer = signerFromSeed(this.#seed)
    this.peerId = this.#signer.peerId
  }

  sign(bytes: Uint8Array): Uint8Array {
    return this.#signer.sign(bytes)
  }

  /** A copy of the secret seed (32 bytes), for the network's own key object only. */
  exportSeed(): Uint8Array {
    return Uint8Array.from(this.#seed)
  }
}

/** The identity in the key file at `path`, which is made on first use. Throws KEY_FILE_INVALID. */
export function openIdentity(path: string): Identity {
  return readIdentity(path) ?? createIdentity(path)
}

/** The identity in the key file at `path`; undefined where there is none. Throws KEY_FILE_INVALID, which says what to do. */
export function readIdentity(path: string): Identity | undefined {
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw invalid(
      path,
      `cannot be opened (${(cause as Error).message}); make it a plain file that this user can read`,
      cause,
    )
  }
  try {
    const status = fstatSync(file)
    if (!status.isFile()) throw invalid(path, 'is not a plain file; move it away, and a new key is made')
    if ((status.mode & 0o077) !== 0) {
      throw invalid(
        path,
        `can be read or written by others (mode ${(status.mode & 0o777).toString(8)}). If nobody has, run: chmod 600 ${path}; otherwise delete it, and a new key is made`,
      )
    }
    const text = readFileSync(file, 'latin1')
    if (!content.test(text))
      throw invalid(
        path,
        'is not 64 hex digits and a line feed; restore it from a backup, or move it away, and a new key (another peer ID) is made',
      )
    return new Identity(Buffer.from(text.trim(), 'hex'))
  } finally {
    closeSync(file)
  }
}

/**
 * Makes a new key. The file appears whole, mode 0600, or not at all; where another process was first, its key is
 * taken. Throws KEY_FILE_INVALID where the directory cannot be written.
 */
function createIdentity(path: string): Identity {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}`)
  try {
    writeWhole(temporary, `${randomBytes(32).toString('hex')}\n`)
    // A link, for a rename would replace the key of whoever was first.
    linkSync(temporary, path)
    syncDirectory(dirname(path))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST')
      throw invalid(
        path,
        `cannot be made (${(cause as Error).message}); make its directory writable for this user`,
        cause,
      )
  } finally {
    rmSync(temporary, { force: true })
  }
  const identity = readIdentity(path)
  if (identity === undefined) throw invalid(path, 'vanished while it was made')
  return identity
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function syncDirectory(path: string): void {
  const directory = openSync(path, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}

function invalid(path: string, what: string, cause?: unknown): PlasmError {
  return new PlasmError('KEY_FILE_INVALID', `the key file ${path} ${what}`, { cause })
}
