import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { BlobStore } from '../../store/ports.ts'
import type { RouteContext } from '../server.ts'
import { type JobParams, jobParams } from './jobs.ts'

const chunkBytes = 256 * 1024

/** What a settled job wrote, byte for byte. */
export function outputRoutes(app: FastifyInstance, { jobs, blobs }: RouteContext): void {
  app.get<{ Params: JobParams & { readonly stream: string } }>(
    '/v1/jobs/:id/outputs/:stream',
    {
      schema: {
        params: {
          type: 'object',
          required: ['id', 'stream'],
          properties: { ...jobParams.properties, stream: { enum: ['stdout', 'stderr'] } },
        },
      },
      config: {
        operation: {
          summary: 'Standard output or standard error',
          answers: { 200: blobAnswer },
        },
      },
    },
    async (request, reply) =>
      sendBlob(jobs.output(request.params.id, request.owner, request.params.stream), blobs, reply),
  )

  app.get<{ Params: JobParams & { readonly '*': string } }>(
    '/v1/jobs/:id/outputs/files/*',
    {
      schema: { params: jobParams },
      config: {
        operation: {
          summary: 'A file that the guest wrote, by its path',
          answers: { 200: blobAnswer },
        },
      },
    },
    async (request, reply) =>
      sendBlob(jobs.output(request.params.id, request.owner, `/${request.params['*']}`), blobs, reply),
  )
}

/** What `sendBlob` answers, as OpenAPI has it. */
export const blobAnswer = Object.freeze({
  description: 'The bytes; ETag is their digest',
  content: { 'application/octet-stream': {} },
})

export function sendBlob(
  { digest, bytes }: { readonly digest: string; readonly bytes: number },
  blobs: Pick<BlobStore, 'readChunk'>,
  reply: FastifyReply,
): FastifyReply {
  reply
    .header('content-type', 'application/octet-stream')
    .header('content-length', bytes)
    .header('etag', `"${digest}"`)
    // A guest or its owner wrote it: nothing that a browser should show as a page of this origin.
    .header('content-disposition', 'attachment')
  return reply.send(Readable.from(chunksOf(blobs, digest, bytes), { objectMode: false }))
}

async function* chunksOf(
  blobs: Pick<BlobStore, 'readChunk'>,
  digest: string,
  bytes: number,
): AsyncIterable<Uint8Array> {
  for (let offset = 0; offset < bytes; ) {
    const chunk = await blobs.readChunk(digest, offset, Math.min(chunkBytes, bytes - offset))
    if (chunk.length === 0) throw new Error(`${digest} ends at byte ${offset} of ${bytes}`)
    offset += chunk.length
    yield chunk
  }
}
