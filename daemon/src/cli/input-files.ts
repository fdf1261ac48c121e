import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { PlasmError } from '../errors.ts'
import type { Digest } from '../generated/types.ts'

/** A file of this machine and the path, below `/in`, under which the guest is to see it. */
export interface NamedFile {
  readonly guest: string
  readonly host: string
}

/** Reads `--file GUEST=HOST`. Whether the guest's path is one is the manifest's rule. */
export function parseNamedFile(text: string): NamedFile {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1)
    throw new PlasmError('USAGE', `--file wants GUEST=HOST, as in /in/corpus.txt=corpus.txt, not "${text}"`)
  return { guest: text.slice(0, at), host: text.slice(at + 1) }
}

/** The path of a file that can be read. USAGE where there is none. */
export async function readable(file: string): Promise<string> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw new PlasmError('USAGE', `${file} cannot be read: ${cause.message}`, { cause })
  })
  if (!found.isFile())
    throw new PlasmError('USAGE', `${file} is not a file but a directory, pipe or device; name a plain file`)
  return file
}

/** The digest of a file's bytes, however many. */
export async function digestOfFile(path: string): Promise<Digest> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return `sha256:${hash.digest('hex')}` as Digest
}
