import type { Task } from '../generated/types.ts'
import type { BlobStore } from '../store/ports.ts'

/** Bytes that a guest is handed: a blob that the task names twice counts twice. What is not here yet counts nothing. */
export function inputBytesOf({ module, stdin, files }: Task, blobs: Pick<BlobStore, 'size'>): number {
  const named = [module, ...(stdin === undefined ? [] : [stdin]), ...files.map(({ digest }) => digest)]
  return named.reduce((sum, digest) => sum + (blobs.size(digest) ?? 0), 0)
}
