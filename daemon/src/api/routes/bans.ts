import type { FastifyInstance } from 'fastify'
import type { BanTerms } from '../../generated/types.ts'
import { validateBanTerms } from '../../generated/validators.js'
import { publicKeyOf } from '../../identity/peer-id.ts'
import { expectSchema } from '../../json/violations.ts'
import { parseDigest } from '../../manifest/digest.ts'
import { type DigestParams, digestParams } from '../digest-params.ts'
import { requireOperator } from '../door.ts'
import { json, schemaNamed } from '../openapi.ts'
import type { RouteContext } from '../server.ts'

interface PeerParams {
  readonly peer: string
}
const peerParams = {
  type: 'object',
  required: ['peer'],
  properties: { peer: { type: 'string', maxLength: 128, description: 'Peer ID' } },
}

/** Whom and what this node has nothing to do with: for its operator alone, to read as well as to change. */
export function banRoutes(app: FastifyInstance, { bans }: RouteContext): void {
  // Before anything else is looked at: a token is not told what is wrong with what it may not do.
  app.addHook('preValidation', async ({ owner }) => requireOperator(owner))
  const banned = { 200: { description: 'In effect', content: json(schemaNamed('BanView')) } }
  const unbanned = { 204: { description: 'Not banned any more' }, 404: { description: 'Was not banned' } }
  const body = json(schemaNamed('BanTerms'))
  const onlyHere = '; at the Unix socket only'

  app.get(
    '/v1/bans',
    {
      config: {
        operation: {
          summary: `Peers and digests that are banned, by the operator or by this node itself${onlyHere}`,
          answers: { 200: { description: 'BanViews', content: json(schemaNamed('Page')) } },
        },
      },
    },
    async () => ({ items: bans.list() }),
  )

  app.put<{ Params: PeerParams }>(
    '/v1/bans/peers/:peer',
    {
      schema: { params: peerParams },
      config: { operation: { summary: `Have nothing to do with a peer${onlyHere}`, body, answers: banned } },
    },
    async ({ params, body }) => await bans.banPeer(peerOf(params), termsOf(body)),
  )

  app.put<{ Params: DigestParams }>(
    '/v1/bans/digests/:digest',
    {
      schema: { params: digestParams },
      config: {
        operation: {
          summary: `Run and serve no module, input or task of this digest${onlyHere}`,
          body,
          answers: banned,
        },
      },
    },
    async ({ params, body }) => bans.banDigest(parseDigest(params.digest), termsOf(body)),
  )

  app.delete<{ Params: PeerParams }>(
    '/v1/bans/peers/:peer',
    {
      schema: { params: peerParams },
      config: { operation: { summary: `End the ban of a peer, whoever made it${onlyHere}`, answers: unbanned } },
    },
    async ({ params }, reply) => {
      bans.unban('peer', peerOf(params))
      return reply.code(204).send()
    },
  )

  app.delete<{ Params: DigestParams }>(
    '/v1/bans/digests/:digest',
    {
      schema: { params: digestParams },
      config: { operation: { summary: `End the ban of a digest${onlyHere}`, answers: unbanned } },
    },
    async ({ params }, reply) => {
      bans.unban('digest', parseDigest(params.digest))
      return reply.code(204).send()
    },
  )
}

/** PEER_ID_INVALID where it is none. */
function peerOf({ peer }: PeerParams): string {
  publicKeyOf(peer)
  return peer
}

/** Nothing said is for good, and for no reason that anyone need know. */
function termsOf(body: unknown): BanTerms {
  return expectSchema(validateBanTerms, body ?? {}, 'REQUEST_INVALID', 'the terms of the ban')
}
