import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Digest } from '../generated/types.ts'
import type { ApiClient } from './api-client.ts'
import { digestOfFile, readable } from './input-files.ts'

/** A file of this machine that is to be a blob at the daemon. */
export interface Upload {
  readonly path: string
  readonly digest: Digest
}

export async function uploadOf(file: string): Promise<Upload> {
  const path = await readable(file)
  return { path, digest: await digestOfFile(path) }
}

/** Uploads a file unless the daemon has it. */
export async function upload({ path, digest }: Upload, client: ApiClient): Promise<void> {
  const { status } = await client.head(`/v1/blobs/${digest}`)
  if (status !== 200) {
    const { size } = await stat(path)
    await client.bytes('PUT', `/v1/blobs/${digest}`, {
      body: createReadStream(path),
      headers: { 'content-type': 'application/octet-stream', 'content-length': size },
    })
  }
}
