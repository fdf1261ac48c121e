import { readFile } from 'node:fs/promises'
import { PlasmError } from '../errors.ts'
import type { Digest, InputFile } from '../generated/types.ts'
import { digestOf } from '../manifest/digest.ts'
import { parseNamedFile, readable } from './input-files.ts'
import type { Blobs } from './one-off.ts'
import type { Terminal } from './terminal.ts'

/** What `plasm run` gives its guest, as the task names it, and the bytes themselves. */
export interface RunInputs {
  readonly module: Digest
  readonly stdin?: Digest
  readonly files: readonly InputFile[]
  readonly blobs: Blobs
}

/** Reads the module, the files named by `--file GUEST=HOST`, and standard input to its end. USAGE, BLOB_TOO_LARGE. */
export async function readInputs(module: string, named: readonly string[], terminal: Terminal): Promise<RunInputs> {
  const blobs = new Map<Digest, Uint8Array>()
  const add = (bytes: Uint8Array) => {
    const digest = digestOf(bytes)
    blobs.set(digest, bytes)
    return digest
  }
  const inputs = { module: add(await readModule(module)), files: [] as InputFile[], blobs }
  for (const { guest, host } of named.map(parseNamedFile))
    inputs.files.push({ path: guest, digest: add(await readFile(await readable(host))) })
  const stdin = await readStdin(terminal)
  return stdin.length === 0 ? inputs : { ...inputs, stdin: add(stdin) }
}

async function readModule(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new PlasmError('USAGE', `the module ${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

const stdinLimitBytes = 2 ** 30

/** All of standard input, for a task names its input by digest. What is typed at a terminal is not waited for. */
async function readStdin({ stdin }: Terminal): Promise<Uint8Array> {
  if (stdin.isTTY) return new Uint8Array(0)
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of stdin as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > stdinLimitBytes)
      throw new PlasmError('BLOB_TOO_LARGE', `standard input is longer than ${stdinLimitBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
