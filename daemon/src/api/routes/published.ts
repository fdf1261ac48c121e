import type { FastifyInstance } from 'fastify'
import { parseDigest } from '../../manifest/digest.ts'
import { type DigestParams, digestParams } from '../digest-params.ts'
import { json, schemaNamed } from '../openapi.ts'
import type { RouteContext } from '../server.ts'

/** Modules that this node gives to everyone. */
export function publishedRoutes(app: FastifyInstance, { published }: RouteContext): void {
  app.get(
    '/v1/published',
    {
      config: {
        operation: {
          summary: 'Modules that this node gives to everyone',
          answers: { 200: { description: 'PublicationViews', content: json(schemaNamed('Page')) } },
        },
      },
    },
    async () => ({ items: published.list() }),
  )

  app.put<{ Params: DigestParams }>(
    '/v1/published/:digest',
    {
      schema: { params: digestParams },
      config: {
        operation: {
          summary: 'Publish a module that is here: serve it to any peer, and announce it in the DHT',
          answers: { 200: { description: 'Published', content: json(schemaNamed('PublicationView')) } },
        },
      },
    },
    async (request) => await published.publish(parseDigest(request.params.digest)),
  )

  app.delete<{ Params: DigestParams }>(
    '/v1/published/:digest',
    {
      schema: { params: digestParams },
      config: {
        operation: {
          summary: 'Serve a module to others no more; records of it in the DHT expire within the hour',
          answers: { 204: { description: 'Not published any more' }, 404: { description: 'Was not published' } },
        },
      },
    },
    async (request, reply) => {
      published.unpublish(parseDigest(request.params.digest))
      return reply.code(204).send()
    },
  )
}
