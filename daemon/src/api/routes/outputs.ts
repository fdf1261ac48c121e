import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { BlobStore } from '../../store/ports.ts'
import type { RouteContext } from '../server.ts'
import { type JobParams, jobParams } from './jobs.ts'

const chunkBytes = 256 * 1024

/** What a settled job wrote, byte for byte. */
export function outputRoutes(app: FastifyInstance, { jobs, blobs }: RouteContext): void {
  const answer = (id: string, owner: string, name: string, reply: FastifyReply) => {
    const { digest, bytes } = jobs.output(id, owner, name)
    reply
      .header('content-type', 'application/octet-stream')
      .header('content-length', bytes)
      .header('etag', `"${digest}"`)
      // A guest wrote it: nothing that a browser should show as a page of this origin.
      .header('content-disposition', 'attachment')
    return reply.send(Readable.from(chunksOf(blobs, digest, bytes), { objectMode: false }))
  }
  const content = { 'application/octet-stream': {} }

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
          answers: { 200: { description: 'The bytes; ETag is their digest', content } },
        },
      },
    },
    async (request, reply) => answer(request.params.id, request.owner, request.params.stream, reply),
  )

  app.get<{ Params: JobParams & { readonly '*': string } }>(
    '/v1/jobs/:id/outputs/files/*',
    {
      schema: { params: jobParams },
      config: {
        operation: {
          summary: 'A file that the guest wrote, by its path',
          answers: { 200: { description: 'The bytes; ETag is their digest', content } },
        },
      },
    },
    async (request, reply) => answer(request.params.id, request.owner, `/${request.params['*']}`, reply),
  )
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
