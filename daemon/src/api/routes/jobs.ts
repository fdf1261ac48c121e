import type { FastifyInstance } from 'fastify'
import { PlasmError } from '../../errors.ts'
import type { JobRecord, JobService } from '../../jobs/job-service.ts'
import { deadline } from '../../network/deadline.ts'
import type { JobState } from '../../store/ports.ts'
import { closed } from '../closed.ts'
import { json, schemaNamed } from '../openapi.ts'
import { type PageQuery, page, pageQuery } from '../page.ts'
import { manifestLimitBytes, type RouteContext } from '../server.ts'

const longestWaitSeconds = 60
export const jobParams = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', maxLength: 64, description: 'Job ID' } },
}
export interface JobParams {
  readonly id: string
}

/** Submitting, finding and cancelling jobs. Every owner sees its own. */
export function jobRoutes(app: FastifyInstance, { jobs, stopping }: RouteContext): void {
  // The manifest's bytes as they are: the strict reader below the API judges them, not JSON.parse.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: manifestLimitBytes },
    (_request, body, done) => done(null, body),
  )

  app.post(
    '/v1/jobs',
    {
      schema: {
        headers: {
          type: 'object',
          properties: {
            'idempotency-key': {
              type: 'string',
              pattern: '^[\\x21-\\x7e]{1,128}$',
              description: 'The same key with the same manifest names the same job; 1 to 128 visible ASCII characters',
            },
          },
        },
      },
      config: {
        operation: {
          summary: 'Submit a job; the body is its manifest',
          body: json(schemaNamed('Manifest')),
          answers: {
            201: { description: 'Accepted and durable', content: json(schemaNamed('JobView')) },
            200: { description: 'The idempotency key named this job already', content: json(schemaNamed('JobView')) },
          },
        },
      },
    },
    async (request, reply) => {
      if (!Buffer.isBuffer(request.body))
        throw new PlasmError(
          'MEDIA_TYPE_UNSUPPORTED',
          'send the manifest as the body, with "Content-Type: application/json"',
        )
      const key = request.headers['idempotency-key']
      const { job, created } = await jobs.submit({
        manifest: request.body,
        owner: request.owner,
        ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
        origin: { requestId: request.id, ...(request.span === undefined ? {} : { span: request.span }) },
      })
      return reply
        .code(created ? 201 : 200)
        .header('location', `/v1/jobs/${job.id}`)
        .send(job)
    },
  )

  app.get<{ Querystring: PageQuery & { readonly state?: JobState } }>(
    '/v1/jobs',
    {
      schema: {
        querystring: {
          type: 'object',
          properties: { ...pageQuery, state: { enum: ['queued', 'placing', 'running', 'settled'] } },
        },
      },
      config: {
        operation: {
          summary: 'Jobs, newest first',
          answers: { 200: { description: 'A page of jobs', content: json(schemaNamed('Page')) } },
        },
      },
    },
    async (request) => {
      const { limit, before, state } = request.query
      const found = jobs.list({
        owner: request.owner,
        limit: limit + 1,
        ...(state === undefined ? {} : { state }),
        ...(before === undefined ? {} : { before }),
      })
      return page(found, limit, (job) => job.id)
    },
  )

  app.get<{ Params: JobParams; Querystring: { readonly wait: number } }>(
    '/v1/jobs/:id',
    {
      schema: {
        params: jobParams,
        querystring: {
          type: 'object',
          properties: {
            wait: {
              type: 'integer',
              minimum: 0,
              maximum: longestWaitSeconds,
              default: 0,
              description: 'Seconds to wait for the job to settle',
            },
          },
        },
      },
      config: {
        operation: {
          summary: 'One job',
          answers: { 200: { description: 'The job, settled or not', content: json(schemaNamed('JobView')) } },
        },
      },
    },
    async (request, reply) => {
      const { owner, params, query } = request
      if (query.wait === 0) return jobs.find(params.id, owner)
      return await whenSettled(jobs, params.id, owner, query.wait * 1000, closed(reply.raw, stopping))
    },
  )

  app.delete<{ Params: JobParams }>(
    '/v1/jobs/:id',
    {
      schema: { params: jobParams },
      config: {
        operation: {
          summary: 'Ask a job to end; a settled one stays as it is',
          answers: { 200: { description: 'The job', content: json(schemaNamed('JobView')) } },
        },
      },
    },
    async (request) => await jobs.cancel(request.params.id, request.owner),
  )
}

/** The job once it is settled, or as it is after `waitMs`. */
async function whenSettled(
  jobs: JobService,
  id: string,
  owner: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<JobRecord> {
  const limit = deadline(signal, waitMs, 'the wait for a job')
  try {
    return await jobs.settled(id, owner, limit.signal)
  } catch (error) {
    if (!limit.signal.aborted) throw error
  } finally {
    limit.clear()
  }
  return jobs.find(id, owner)
}
