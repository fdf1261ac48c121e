import type { FastifyInstance } from 'fastify'
import { parseDigest } from '../../manifest/digest.ts'
import { type DigestParams, digestParam } from '../digest-params.ts'
import { json, schemaNamed } from '../openapi.ts'
import type { RouteContext } from '../server.ts'
import { type JobParams, jobParams } from './jobs.ts'
import { blobAnswer, sendBlob } from './outputs.ts'

/** All that running a job again takes. Every owner reads what its own jobs name, and nothing else. */
export function jobBlobRoutes(app: FastifyInstance, { jobs, blobs }: RouteContext): void {
  app.get<{ Params: JobParams }>(
    '/v1/jobs/:id/task',
    {
      schema: { params: jobParams },
      config: {
        operation: {
          summary: "The canonical task, byte for byte: its sha256 is the job's task digest",
          answers: { 200: { description: 'The task', content: json(schemaNamed('Task')) } },
        },
      },
    },
    async (request, reply) =>
      reply.header('content-type', 'application/json').send(Buffer.from(jobs.task(request.params.id, request.owner))),
  )

  app.get<{ Params: JobParams & DigestParams }>(
    '/v1/jobs/:id/blobs/:digest',
    {
      schema: {
        params: {
          type: 'object',
          required: ['id', 'digest'],
          properties: { ...jobParams.properties, digest: digestParam },
        },
      },
      config: {
        operation: {
          summary: 'A blob that the job names: module, input, or output once it is settled',
          answers: { 200: blobAnswer },
        },
      },
    },
    async (request, reply) => {
      const { id, digest } = request.params
      return sendBlob(jobs.blob(id, request.owner, parseDigest(digest)), blobs, reply)
    },
  )
}
