import type { FastifyInstance } from 'fastify'
import { validateShareChange } from '../../generated/validators.js'
import { expectSchema } from '../../json/violations.ts'
import { requireOperator } from '../door.ts'
import { json, schemaNamed } from '../openapi.ts'
import type { RouteContext } from '../server.ts'

/** What other peers' jobs may have of this machine: to be read by all, and changed by its operator. */
export function shareRoutes(app: FastifyInstance, { share }: RouteContext): void {
  const answers = { 200: { description: 'As it is now', content: json(schemaNamed('ShareView')) } }
  app.get(
    '/v1/share',
    {
      config: {
        operation: { summary: 'What of this machine other peers may use, and why none of them does', answers },
      },
    },
    async () => share.view(),
  )

  app.patch(
    '/v1/share',
    {
      config: {
        operation: {
          summary: 'Change what of this machine other peers may use; at the Unix socket only',
          body: json(schemaNamed('ShareChange')),
          answers,
        },
      },
      // Before the body is looked at: who may not change anything need not be told what is wrong with it.
      preValidation: async ({ owner }) => requireOperator(owner),
    },
    async ({ body }) => share.change(expectSchema(validateShareChange, body, 'REQUEST_INVALID', 'the change')),
  )
}
