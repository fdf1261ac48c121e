import type { FastifyInstance } from 'fastify'
import { PlasmError } from '../../errors.ts'
import type { EventRow } from '../../store/ports.ts'
import { closed } from '../closed.ts'
import { sendEvents } from '../event-stream.ts'
import { schemaNamed } from '../openapi.ts'
import type { RouteContext } from '../server.ts'
import { type JobParams, jobParams } from './jobs.ts'

/** A job's numbered events, live, resumable. */
export function eventRoutes(app: FastifyInstance, { jobs, stopping, eventStreams, log }: RouteContext): void {
  app.get<{ Params: JobParams; Querystring: { readonly after?: number } }>(
    '/v1/jobs/:id/events',
    {
      schema: {
        params: jobParams,
        querystring: {
          type: 'object',
          properties: {
            after: {
              type: 'integer',
              minimum: 0,
              maximum: Number.MAX_SAFE_INTEGER,
              description: 'Events after this number; Last-Event-ID, where sent, goes first',
            },
          },
        },
      },
      config: {
        operation: {
          summary: 'Events of a job as server-sent events, until it is settled',
          answers: {
            200: {
              description: 'id: sequence, event: type, data: a JobEvent',
              content: { 'text/event-stream': schemaNamed('JobEvent') },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const after = lastEventId(request.headers['last-event-id']) ?? request.query.after ?? 0
      const { id, state } = jobs.find(request.params.id, request.owner) // JOB_NOT_FOUND is a status, not an event.
      const gone = closed(reply.raw)
      const subscribe = (from: number) => jobs.events(id, request.owner, from, closed(reply.raw, stopping))
      // Of a settled job nothing more can come: read to its end, a number past it must not wait for ever.
      const events = state === 'settled' ? newerThan(after, subscribe(0)) : subscribe(after)
      reply.hijack()
      await sendEvents(reply.raw, events, { gone, stopping }, eventStreams).catch((error: unknown) => {
        // The headers are sent: the stream has told the code, the log tells the rest.
        log.error({ requestId: request.id, job: id, err: error }, 'event stream failed')
      })
    },
  )
}

async function* newerThan(after: number, events: AsyncIterable<EventRow>): AsyncGenerator<EventRow> {
  for await (const event of events) if (event.sequence > after) yield event
}

function lastEventId(header: string | readonly string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined
  const sequence = typeof header === 'string' && /^\d{1,16}$/.test(header) ? Number(header) : Number.NaN
  if (!Number.isSafeInteger(sequence))
    throw new PlasmError('REQUEST_INVALID', 'Last-Event-ID must be the number of an event')
  return sequence
}
