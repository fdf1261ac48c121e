import { describe, expect, test } from 'vitest'
import { hashToken } from '../../../daemon/src/api/door.ts'
import { apiOverFakes } from './daemon-behind.ts'

const door = {
  kind: 'tcp',
  tokens: () =>
    new Map([
      ['ci', hashToken('good-token')],
      ['web', hashToken('other-token')],
    ]),
  port: () => 8417,
} as const
const right = { host: '127.0.0.1:8417', authorization: 'Bearer good-token' }

async function ask(headers: Record<string, string>) {
  const { app } = apiOverFakes(door)
  return await app.inject({ url: '/healthz', headers })
}

describe('the TCP door', () => {
  test.each(['127.0.0.1:8417', 'localhost:8417', '[::1]:8417'])('opens for a token at %s', async (host) => {
    expect((await ask({ ...right, host })).statusCode).toBe(200)
  })

  test('makes the name of the token the owner of a job', async () => {
    const { app, jobs } = apiOverFakes(door)
    const submit = (token: string) =>
      app.inject({
        method: 'POST',
        url: '/v1/jobs',
        headers: { ...right, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        payload: '{}',
      })
    const { id } = (await submit('good-token')).json<{ id: string }>()
    await submit('other-token')
    expect(jobs.submissions.map(({ owner }) => owner)).toEqual(['ci', 'web'])
    const foreign = await app.inject({
      url: `/v1/jobs/${id}`,
      headers: { ...right, authorization: 'Bearer other-token' },
    })
    expect(foreign.json<{ code: string }>().code).toBe('JOB_NOT_FOUND')
  })

  test.each([
    ['no token', { host: right.host }],
    ['a wrong token', { ...right, authorization: 'Bearer bad-token' }],
    ['another scheme', { ...right, authorization: 'Basic good-token' }],
    ['a token hash for a token', { ...right, authorization: `Bearer ${hashToken('good-token').toString('hex')}` }],
  ])('stays shut for %s', async (_, headers) => {
    const response = await ask(headers)
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([401, 'UNAUTHORIZED'])
    expect(response.headers['www-authenticate']).toBe('Bearer')
  })

  test.each(['evil.example:8417', '127.0.0.1', 'localhost:80', '127.0.0.1.evil.example:8417'])(
    'refuses the Host %s',
    async (host) => {
      const response = await ask({ ...right, host })
      expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([421, 'FORBIDDEN_HOST'])
    },
  )

  test.each(['https://evil.example', 'null', 'http://localhost:80', 'https://127.0.0.1:8417'])(
    'refuses the Origin %s',
    async (origin) => {
      const response = await ask({ ...right, origin })
      expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([403, 'FORBIDDEN_ORIGIN'])
      expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    },
  )

  test('answers no preflight: there is no CORS', async () => {
    const { app } = apiOverFakes(door)
    const response = await app.inject({
      method: 'OPTIONS',
      url: '/v1/jobs',
      headers: { ...right, origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(response.statusCode).toBe(403)
    expect(response.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('is shut on every route, those for health too', async () => {
    const { app } = apiOverFakes(door)
    for (const url of ['/healthz', '/readyz', '/v1/openapi.json', '/v1/node', '/none']) {
      expect((await app.inject({ url, headers: { host: right.host } })).statusCode, url).toBe(401)
    }
  })
})

describe('the Unix socket', () => {
  test('wants no token and no particular Host', async () => {
    const { app } = apiOverFakes()
    expect((await app.inject({ url: '/healthz', headers: { host: 'anything' } })).statusCode).toBe(200)
  })

  test('refuses web pages all the same', async () => {
    const { app } = apiOverFakes()
    expect(
      (await app.inject({ url: '/healthz', headers: { origin: 'http://localhost' } })).json<{ code: string }>().code,
    ).toBe('FORBIDDEN_ORIGIN')
  })
})
