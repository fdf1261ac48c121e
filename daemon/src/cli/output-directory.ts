import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PlasmError } from '../errors.ts'

/** What every path of an output file begins with; the rest is its path in the directory. */
const prefix = '/out/'

/**
 * The directory of `--out`. A guest chose the names of what goes there: nothing is written outside of it, and nothing
 * through a symbolic link that lies in it.
 */
export class OutputDirectory {
  readonly #path: string

  private constructor(path: string) {
    this.#path = path
  }

  /** Finds out before the run whether anything can be written there; makes nothing yet. Rejects with USAGE. */
  static async check(path: string): Promise<OutputDirectory> {
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && !found.isDirectory()) throw new PlasmError('USAGE', `--out: ${path} is not a directory`)
    const writable = found === undefined ? dirname(path) : path
    await access(writable, constants.W_OK).catch((cause: Error) => {
      throw new PlasmError('USAGE', `--out: ${writable} cannot be written: ${cause.message}`, { cause })
    })
    return new OutputDirectory(path)
  }

  /** Writes a file in one piece: what stood there under its name before is replaced, not written to. */
  async write(guestPath: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const segments = guestPath.slice(prefix.length).split('/')
    const last = segments.pop()
    if (!guestPath.startsWith(prefix) || last === undefined || [...segments, last].some(isNoName))
      throw new PlasmError('USAGE', `--out: ${JSON.stringify(guestPath)} is no path of an output`)
    // Not `recursive`, which goes round for ever in /proc; its parent was there when it was checked.
    await mkdir(this.#path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    let directory = this.#path
    for (const segment of segments) {
      directory = join(directory, segment)
      await makeDirectory(directory)
    }
    const target = join(directory, last)
    if ((await found(target))?.isDirectory()) throw new PlasmError('USAGE', `--out: ${target} is a directory`)
    const temporary = join(directory, `.plasm-${randomBytes(8).toString('hex')}`)
    try {
      const file = await open(temporary, 'wx')
      try {
        for await (const piece of content) await file.writeFile(piece)
      } finally {
        await file.close()
      }
      await rename(temporary, target)
    } catch (cause) {
      await rm(temporary, { force: true })
      throw cause
    }
  }
}

function isNoName(segment: string): boolean {
  return segment === '' || segment === '.' || segment === '..' || segment.includes('\0')
}

async function makeDirectory(path: string): Promise<void> {
  const there = await found(path)
  if (there === undefined) await mkdir(path)
  else if (!there.isDirectory())
    throw new PlasmError('USAGE', `--out: ${path} is ${there.isSymbolicLink() ? 'a symbolic link' : 'not a directory'}`)
}

/** What stands there itself, links not followed. */
async function found(path: string): Promise<Stats | undefined> {
  return await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
