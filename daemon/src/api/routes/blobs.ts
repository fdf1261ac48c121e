import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { PlasmError } from '../../errors.ts'
import { parseDigest } from '../../manifest/digest.ts'
import { closed } from '../closed.ts'
import { type DigestParams, digestParams } from '../digest-params.ts'
import type { RouteContext } from '../server.ts'

/** Inputs for jobs: uploaded under their digest, read only by the jobs that name them. */
export function blobRoutes(app: FastifyInstance, { blobs, maxBlobBytes, stopping }: RouteContext): void {
  // Whatever the content type, the body is bytes, taken as a stream.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

  app.put<{ Params: DigestParams }>(
    '/v1/blobs/:digest',
    {
      schema: { params: digestParams },
      config: {
        operation: {
          summary: 'Upload a blob; the body is its bytes',
          body: { 'application/octet-stream': {} },
          answers: { 201: { description: 'Stored' }, 200: { description: 'Was here already' } },
        },
      },
    },
    async (request, reply) => {
      const digest = parseDigest(request.params.digest)
      const announced = Number(request.headers['content-length'] ?? 0)
      if (announced > maxBlobBytes) {
        throw new PlasmError(
          'BLOB_TOO_LARGE',
          `the blob has ${announced} bytes; this node takes ${maxBlobBytes} at most (store.maxBlobBytes)`,
        )
      }
      // Before it is here: it is kept for its job from its first moment.
      blobs.holdUpload(digest)
      if (blobs.has(digest)) return reply.code(200).send()
      const body = (request.body ?? []) as IncomingMessage | readonly Uint8Array[]
      await blobs.putStream(digest, streamOf(body), {
        signal: closed(reply.raw, stopping),
        maxBytes: maxBlobBytes,
      })
      return reply.code(201).send()
    },
  )

  app.head<{ Params: DigestParams }>(
    '/v1/blobs/:digest',
    {
      schema: { params: digestParams },
      config: {
        operation: {
          summary: 'Does this blob need to be uploaded?',
          answers: { 200: { description: 'No: it is here; Content-Length is its size' }, 404: { description: 'Yes' } },
        },
      },
    },
    async (request, reply) => {
      const digest = parseDigest(request.params.digest)
      const bytes = blobs.size(digest)
      if (bytes === undefined) throw new PlasmError('BLOB_NOT_FOUND', `${digest} is not here; upload it with PUT`)
      blobs.holdUpload(digest)
      return reply.header('content-length', bytes).code(200).send()
    },
  )
}

async function* streamOf(body: IncomingMessage | readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* body
}
