import type { FastifyInstance } from 'fastify'
import { requireOperator } from '../door.ts'
import { json, schemaNamed } from '../openapi.ts'
import type { RouteContext } from '../server.ts'

/** For `plasm backup`: the daemon alone can copy its database while it runs, and what it copies only who may read its directory reads. */
export function snapshotRoutes(app: FastifyInstance, { snapshots }: RouteContext): void {
  // Whoever has a token may not fill the disk by asking for copies, nor learn where the data are.
  app.addHook('preValidation', async ({ owner }) => requireOperator(owner))

  app.post(
    '/v1/snapshots',
    {
      config: {
        operation: {
          summary:
            'Copy the database and link the blobs, in the data directory, for who may read that; at the Unix socket only',
          answers: { 201: { description: 'Where they are', content: json(schemaNamed('SnapshotView')) } },
        },
      },
    },
    async (_request, reply) => reply.code(201).send(await snapshots.take()),
  )

  app.delete<{ Params: { readonly id: string } }>(
    '/v1/snapshots/:id',
    {
      schema: { params: { type: 'object', properties: { id: { type: 'string', maxLength: 64 } } } },
      config: {
        operation: {
          summary: 'Remove a snapshot; at the Unix socket only',
          answers: { 204: { description: 'It is gone' } },
        },
      },
    },
    async (request, reply) => {
      await snapshots.drop(request.params.id)
      return reply.code(204).send()
    },
  )
}
