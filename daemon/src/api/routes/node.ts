import type { FastifyInstance } from 'fastify'
import { localOwner, requireOperator } from '../door.ts'
import { json, schemaNamed } from '../openapi.ts'
import type { RouteContext } from '../server.ts'

/** The daemon itself: who it is, whom it knows, whether it is well. */
export function nodeRoutes(app: FastifyInstance, { node }: RouteContext): void {
  app.get(
    '/v1/node',
    {
      config: {
        operation: {
          summary: 'This node',
          answers: { 200: { description: 'Identity, consent, load', content: json(schemaNamed('NodeView')) } },
        },
      },
    },
    async () => node.view(),
  )

  app.get<{ Querystring: { readonly why: boolean } }>(
    '/v1/peers',
    {
      schema: {
        querystring: {
          type: 'object',
          properties: {
            why: {
              type: 'boolean',
              default: false,
              description: 'With what passed between each and this node lately; at the Unix socket only',
            },
          },
        },
      },
      config: {
        operation: {
          summary: 'Peers that this node knows',
          answers: { 200: { description: 'PeerViews', content: json(schemaNamed('Page')) } },
        },
      },
    },
    async ({ owner, query }) => {
      // Whom the operator banned, and in what words, is for the operator, as at /v1/bans.
      if (!query.why) return { items: await node.peers({ withBans: owner === localOwner }) }
      requireOperator(owner)
      return { items: await node.peersAndWhy() }
    },
  )

  app.get(
    '/healthz',
    { config: { operation: { summary: 'Does the process answer?', answers: { 200: { description: 'Yes' } } } } },
    async () => ({ status: 'ok' }),
  )

  app.get(
    '/readyz',
    {
      config: {
        operation: {
          summary: 'Would a job be taken now?',
          answers: { 200: { description: 'Yes' }, 503: { description: 'Not now; the reason' } },
        },
      },
    },
    async (_request, reply) => {
      const reason = node.notReady()
      return reason === undefined ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', reason })
    },
  )
}
