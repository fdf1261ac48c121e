import type { FastifyInstance } from 'fastify'
import { requireOperator } from '../door.ts'
import { json, schemaNamed } from '../openapi.ts'
import type { RouteContext } from '../server.ts'

/** What configures this daemon: for its operator, as it names paths and peers of his. */
export function configRoutes(app: FastifyInstance, { config }: RouteContext): void {
  app.get(
    '/v1/config',
    {
      config: {
        operation: {
          summary: 'Values of the configuration in effect, and where each comes from; at the Unix socket only',
          answers: { 200: { description: 'All but secrets', content: json(schemaNamed('ConfigView')) } },
        },
      },
      onRequest: async ({ owner }) => requireOperator(owner),
    },
    async () => config(),
  )
}
