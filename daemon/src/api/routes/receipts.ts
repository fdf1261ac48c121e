import type { FastifyInstance } from 'fastify'
import { isPlasmError, PlasmError } from '../../errors.ts'
import type { Digest, JobId, PeerId, Receipt, ReceiptView } from '../../generated/types.ts'
import { keptFor } from '../../jobs/kept-for.ts'
import { parseDigest } from '../../manifest/digest.ts'
import { openEnvelope, payloadTypes } from '../../receipt/dsse.ts'
import type { ReceiptRow } from '../../store/ports.ts'
import { localOwner } from '../door.ts'
import { json, schemaNamed } from '../openapi.ts'
import { type PageQuery, page, pageQuery } from '../page.ts'
import type { RouteContext } from '../server.ts'
import { type JobParams, jobParams } from './jobs.ts'

/** The machine's own owner sees every receipt of this node, a token's owner those of its jobs; nobody one that is sealed. */
export function receiptRoutes(app: FastifyInstance, { receipts, jobs, receiptTerms }: RouteContext): void {
  const maySee = (row: ReceiptRow, owner: string): boolean => {
    if (owner === localOwner) return !jobs.isSealed(row.job)
    try {
      return jobs.find(row.job, owner).receipts.includes(row.digest)
    } catch (error) {
      if (isPlasmError(error, 'JOB_NOT_FOUND')) return false
      throw error
    }
  }
  const kept = () => {
    const { recordRetentionMs, receiptRetentionMs } = receiptTerms()
    return `those of this daemon's own jobs are kept for ${keptFor(recordRetentionMs)} at most, those of other peers' jobs for ${keptFor(receiptRetentionMs)}`
  }
  const find = (digest: string, owner: string): ReceiptRow => {
    const row = receipts.find(parseDigest(digest))
    if (row === undefined || !maySee(row, owner))
      throw new PlasmError('RECEIPT_NOT_FOUND', `${digest}: no such receipt here; ${kept()}`)
    return row
  }

  app.get<{ Params: JobParams }>(
    '/v1/jobs/:id/receipts',
    {
      schema: { params: jobParams },
      config: {
        operation: {
          summary: 'All receipts of a job, in order of arrival',
          answers: {
            200: {
              description: 'Envelopes with their payload digests',
              content: json({
                type: 'array',
                items: {
                  type: 'object',
                  required: ['digest', 'envelope'],
                  properties: { digest: schemaNamed('Digest'), envelope: schemaNamed('Envelope') },
                },
              }),
            },
          },
        },
      },
    },
    async (request) =>
      jobs
        .find(request.params.id, request.owner)
        .receipts.map((digest) => receipts.find(digest))
        .filter((row) => row !== undefined)
        .map(({ digest, envelope }) => ({ digest, envelope: JSON.parse(Buffer.from(envelope).toString()) as unknown })),
  )

  app.get<{ Querystring: PageQuery }>(
    '/v1/receipts',
    {
      schema: { querystring: { type: 'object', properties: pageQuery } },
      config: {
        operation: {
          summary: 'Receipts, newest first, decoded',
          answers: { 200: { description: 'A page of ReceiptViews', content: json(schemaNamed('Page')) } },
        },
      },
    },
    async (request) => {
      const { limit } = request.query
      const shown: ReceiptRow[] = []
      let before = request.query.before
      while (shown.length <= limit) {
        const rows = receipts.list({ limit: limit + 1, ...(before === undefined ? {} : { before }) })
        shown.push(...rows.filter((row) => maySee(row, request.owner)))
        before = rows.at(-1)?.digest
        if (rows.length <= limit) break
      }
      return page(shown.map(viewOf), limit, ({ digest }) => digest)
    },
  )

  app.get<{ Params: { readonly digest: string } }>(
    '/v1/receipts/:digest',
    {
      schema: {
        params: {
          type: 'object',
          required: ['digest'],
          properties: { digest: { type: 'string', description: "Digest of the receipt's payload" } },
        },
      },
      config: {
        operation: {
          summary: 'One receipt: the envelope itself, or decoded for reading',
          answers: {
            200: {
              description: `With "Accept: ${payloadTypes.receipt}" the envelope's exact bytes`,
              content: { ...json(schemaNamed('ReceiptView')), [payloadTypes.receipt]: schemaNamed('Envelope') },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const row = find(request.params.digest, request.owner)
      reply.header('vary', 'accept')
      if (!(request.headers.accept ?? '').includes(payloadTypes.receipt)) return viewOf(row)
      return reply.header('content-type', payloadTypes.receipt).send(Buffer.from(row.envelope))
    },
  )
}

function viewOf(row: ReceiptRow): ReceiptView {
  const { payload } = openEnvelope(row.envelope)
  return {
    digest: row.digest as Digest,
    job: row.job as JobId,
    node: row.node as PeerId,
    task: row.taskDigest as Digest,
    resultDigest: row.resultDigest as Digest,
    outcome: row.outcome,
    own: row.own,
    storedAt: row.storedAt,
    // Verified before it was stored.
    statement: JSON.parse(Buffer.from(payload).toString()) as Receipt,
  }
}
