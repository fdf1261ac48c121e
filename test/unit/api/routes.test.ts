import { describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import {
  validateNodeView,
  validatePage,
  validateProblem,
  validatePublicationView,
  validateReceiptView,
  validateSnapshotView,
} from '../../../daemon/src/generated/validators.js'
import { Identity } from '../../../daemon/src/identity/identity.ts'
import { digestOf, emptyDigest } from '../../../daemon/src/manifest/digest.ts'
import { signReceipt } from '../../../daemon/src/receipt/receipt.ts'
import type { ReceiptRow } from '../../../daemon/src/store/ports.ts'
import { resultOf } from '../../fakes/receipts.ts'
import { apiOverFakes, sha256 } from './daemon-behind.ts'

const json = { 'content-type': 'application/json' }

async function submitted(api: ReturnType<typeof apiOverFakes>, body = '{"plasm":1}') {
  const response = await api.app.inject({ method: 'POST', url: '/v1/jobs', headers: json, payload: body })
  expect(response.statusCode).toBe(201)
  return response.json<{ id: string }>().id
}

describe('blobs', () => {
  const bytes = Buffer.from('some input')

  test('are stored under their digest, once', async () => {
    const { app, blobs } = apiOverFakes()
    const url = `/v1/blobs/${sha256(bytes)}`
    expect((await app.inject({ method: 'HEAD', url })).statusCode).toBe(404)
    expect((await app.inject({ method: 'PUT', url, payload: bytes })).statusCode).toBe(201)
    expect((await app.inject({ method: 'PUT', url, payload: bytes })).statusCode).toBe(200)
    expect(Buffer.from(blobs.held.get(sha256(bytes))!)).toEqual(bytes)
    const head = await app.inject({ method: 'HEAD', url })
    expect([head.statusCode, head.headers['content-length']]).toEqual([200, '10'])
  })

  test('are held for their job from before they are here, and again whenever they are asked for', async () => {
    const { app, blobs } = apiOverFakes()
    const name = sha256(bytes)
    const url = `/v1/blobs/${name}`
    await app.inject({ method: 'HEAD', url })
    expect(blobs.calls).toEqual([])
    await app.inject({ method: 'PUT', url, payload: bytes })
    expect(blobs.calls.splice(0)).toEqual([`hold ${name}`, `store ${name}`])
    for (const method of ['PUT', 'HEAD'] as const) {
      await app.inject({ method, url })
      expect(blobs.calls.splice(0)).toEqual([`hold ${name}`])
    }
  })

  test('without a byte are stored too', async () => {
    const { app, blobs } = apiOverFakes()
    expect((await app.inject({ method: 'PUT', url: `/v1/blobs/${emptyDigest}` })).statusCode).toBe(201)
    expect(blobs.has(emptyDigest)).toBe(true)
  })

  test('of any content type are taken as bytes', async () => {
    const { app, blobs } = apiOverFakes()
    const payload = '{"a": 1}'
    expect(
      (await app.inject({ method: 'PUT', url: `/v1/blobs/${sha256(payload)}`, headers: json, payload })).statusCode,
    ).toBe(201)
    expect(blobs.has(sha256(payload))).toBe(true)
  })

  test.each([
    ['a digest that does not match', sha256('other'), bytes, 400, 'BLOB_DIGEST_MISMATCH'],
    ['something that is no digest', 'md5:0', bytes, 400, 'DIGEST_INVALID'],
    ['more bytes than this node takes', sha256('x'), Buffer.alloc(1001), 413, 'BLOB_TOO_LARGE'],
  ])('%s is refused', async (_, digest, payload, status, code) => {
    const { app, blobs } = apiOverFakes()
    const response = await app.inject({ method: 'PUT', url: `/v1/blobs/${digest}`, payload })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([status, code])
    expect(blobs.held.size).toBe(0)
  })
})

describe('submitting', () => {
  test('hands the manifest on byte for byte, with its owner and key', async () => {
    const { app, jobs } = apiOverFakes()
    const payload = '{ "plasm" : 1 }'
    const response = await app.inject({
      method: 'POST',
      url: '/v1/jobs',
      headers: { ...json, 'idempotency-key': 'k-1' },
      payload,
    })
    expect(response.statusCode).toBe(201)
    expect(response.headers.location).toBe(`/v1/jobs/${response.json<{ id: string }>().id}`)
    expect(Buffer.from(jobs.submissions[0]!.manifest).toString()).toBe(payload)
    expect(jobs.submissions[0]).toMatchObject({ owner: 'local', idempotencyKey: 'k-1' })
  })

  test('twice with one key answers the first job, with 200', async () => {
    const { app } = apiOverFakes()
    const once = () =>
      app.inject({ method: 'POST', url: '/v1/jobs', headers: { ...json, 'idempotency-key': 'k' }, payload: '{}' })
    const [first, second] = [await once(), await once()]
    expect([first.statusCode, second.statusCode]).toEqual([201, 200])
    expect(second.json<{ id: string }>().id).toBe(first.json<{ id: string }>().id)
  })

  test('tells every broken rule of the manifest', async () => {
    const { app, jobs } = apiOverFakes()
    const violations = [
      { pointer: '/task/limits/fuel', value: '-1', rule: 'must be an integer from 1 to 9007199254740991' },
      { pointer: '/task/x', rule: 'must be absent' },
    ]
    jobs.refusal = new PlasmError('MANIFEST_INVALID', 'the manifest breaks its rules', { violations })
    const response = await app.inject({ method: 'POST', url: '/v1/jobs', headers: json, payload: '{}' })
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toBe('application/problem+json')
    expect(response.json()).toMatchObject({
      code: 'MANIFEST_INVALID',
      type: 'urn:plasm:error:MANIFEST_INVALID',
      status: 400,
      violations,
    })
    expect(validateProblem(response.json())).toBe(true)
  })

  test('names the blobs to upload first', async () => {
    const { app, jobs } = apiOverFakes()
    jobs.refusal = new PlasmError('BLOB_NOT_FOUND', 'two blobs are not here', { missing: [sha256('a'), sha256('b')] })
    const response = await app.inject({ method: 'POST', url: '/v1/jobs', headers: json, payload: '{}' })
    expect([response.statusCode, response.json<{ missing: string[] }>().missing]).toEqual([
      404,
      [sha256('a'), sha256('b')],
    ])
  })

  test.each([
    ['another content type', { 'content-type': 'text/plain' }, '{}', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['no body', {}, undefined, 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['more than 4 MiB', json, ' '.repeat(4 * 1024 * 1024 + 1), 413, 'REQUEST_TOO_LARGE'],
    ['a key with a space', { ...json, 'idempotency-key': 'a b' }, '{}', 400, 'REQUEST_INVALID'],
    ['a key of 129 characters', { ...json, 'idempotency-key': 'k'.repeat(129) }, '{}', 400, 'REQUEST_INVALID'],
  ])('with %s is refused before it reaches the jobs', async (_, headers, payload, status, code) => {
    const { app, jobs } = apiOverFakes()
    const response = await app.inject({
      method: 'POST',
      url: '/v1/jobs',
      headers,
      ...(payload === undefined ? {} : { payload }),
    })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([status, code])
    expect(jobs.submissions).toEqual([])
  })

  test('does not show the inside of an unexpected fault', async () => {
    const { app, jobs } = apiOverFakes()
    jobs.refusal = new TypeError('secret path /root/key') as PlasmError
    const response = await app.inject({ method: 'POST', url: '/v1/jobs', headers: json, payload: '{}' })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([500, 'INTERNAL'])
    expect(response.body).not.toContain('secret')
  })
})

describe('jobs', () => {
  test('are listed page by page, newest first', async () => {
    const api = apiOverFakes()
    const ids = [await submitted(api), await submitted(api), await submitted(api)]
    const first = (await api.app.inject('/v1/jobs?limit=2')).json<{ items: { id: string }[]; next: string }>()
    expect(validatePage(first)).toBe(true)
    expect(first.items.map(({ id }) => id)).toEqual([ids[2], ids[1]])
    const second = (await api.app.inject(`/v1/jobs?limit=2&before=${first.next}`)).json<{
      items: { id: string }[]
      next?: string
    }>()
    expect([second.items.map(({ id }) => id), second.next]).toEqual([[ids[0]], undefined])
  })

  test('are listed by state', async () => {
    const api = apiOverFakes()
    const id = await submitted(api)
    await submitted(api)
    api.jobs.settle(id, { kind: 'cancelled' })
    const page = (await api.app.inject('/v1/jobs?state=settled')).json<{ items: { id: string }[] }>()
    expect(page.items.map((job) => job.id)).toEqual([id])
  })

  test.each(['limit=0', 'limit=101', 'limit=x', 'state=done'])('are not listed with %s', async (query) => {
    const { app } = apiOverFakes()
    const response = await app.inject(`/v1/jobs?${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.json<{ violations: { pointer: string }[] }>().violations[0]?.pointer).toBe(
      `/querystring/${query.split('=')[0]}`,
    )
  })

  test('that do not exist are not found', async () => {
    const { app } = apiOverFakes()
    for (const url of ['/v1/jobs/x', '/v1/jobs/x/events', '/v1/jobs/x/receipts', '/v1/jobs/x/outputs/stdout']) {
      expect((await app.inject(url)).json<{ code: string }>().code).toBe('JOB_NOT_FOUND')
    }
  })

  test('answer a waiting client when they settle', async () => {
    const api = apiOverFakes()
    const id = await submitted(api)
    const waiting = api.app.inject(`/v1/jobs/${id}?wait=30`)
    await api.app.inject(`/v1/jobs/${id}`)
    api.jobs.settle(id, { kind: 'cancelled' })
    expect((await waiting).json()).toMatchObject({ id, state: 'settled', settlement: { kind: 'cancelled' } })
  })

  test('answer a waiting client as they are when the daemon stops', async () => {
    const api = apiOverFakes()
    const id = await submitted(api)
    const waiting = api.app.inject(`/v1/jobs/${id}?wait=30`)
    await api.app.inject(`/v1/jobs/${id}`)
    api.stopping.abort()
    expect((await waiting).json()).toMatchObject({ id, state: 'queued' })
  })

  test('are cancelled by DELETE', async () => {
    const api = apiOverFakes()
    const id = await submitted(api)
    const response = await api.app.inject({ method: 'DELETE', url: `/v1/jobs/${id}` })
    expect(response.json()).toMatchObject({ id, state: 'settled', settlement: { kind: 'cancelled' } })
  })
})

describe('outputs', () => {
  test('are streamed byte for byte as a download', async () => {
    const api = apiOverFakes()
    const id = await submitted(api)
    const bytes = Buffer.alloc(600_000, 'plasm')
    const digest = api.blobs.add(bytes)
    expect((await api.app.inject(`/v1/jobs/${id}/outputs/stdout`)).json<{ code: string }>().code).toBe(
      'JOB_NOT_SETTLED',
    )
    api.jobs.settle(id, {})
    api.jobs.giveOutput(id, 'stdout', { digest, bytes: bytes.length })
    api.jobs.giveOutput(id, '/out/a b.txt', { digest, bytes: 5 })
    const response = await api.app.inject(`/v1/jobs/${id}/outputs/stdout`)
    expect(response.rawPayload.equals(bytes)).toBe(true)
    expect(response.headers).toMatchObject({
      etag: `"${digest}"`,
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    })
    expect((await api.app.inject(`/v1/jobs/${id}/outputs/files/out/a%20b.txt`)).body).toBe('plasm')
    expect((await api.app.inject(`/v1/jobs/${id}/outputs/files/out/none`)).json<{ code: string }>().code).toBe(
      'OUTPUT_NOT_FOUND',
    )
    expect((await api.app.inject(`/v1/jobs/${id}/outputs/other`)).statusCode).toBe(400)
  })

  test('are had by whatever names a guest gave them', async () => {
    const api = apiOverFakes()
    const id = await submitted(api)
    api.jobs.settle(id, {})
    const names = [
      '%41',
      '%2F',
      'a?b#c',
      'a\\b',
      ' ',
      '...',
      '..a',
      '\n\u001b[2J',
      'ü\u{1f600}',
      ';',
      '+',
      '*',
      ':id',
      '"',
      'n'.repeat(1000),
    ]
    for (const [index, name] of names.entries()) {
      const bytes = Buffer.from(`of file ${index}`)
      api.jobs.giveOutput(id, `/out/d/${name}`, { digest: api.blobs.add(bytes), bytes: bytes.length })
    }
    for (const [index, name] of names.entries()) {
      const { body } = await api.app.inject(`/v1/jobs/${id}/outputs/files/out/d/${encodeURIComponent(name)}`)
      expect([name, body]).toEqual([name, `of file ${index}`])
    }
  })
})

describe('snapshots', () => {
  test('are taken and dropped through the Unix socket', async () => {
    const { app, snapshots } = apiOverFakes()
    const taken = await app.inject({ method: 'POST', url: '/v1/snapshots' })
    expect(taken.statusCode).toBe(201)
    expect(validateSnapshotView(taken.json())).toBe(true)
    expect((await app.inject({ method: 'DELETE', url: `/v1/snapshots/${taken.json().id}` })).statusCode).toBe(204)
    expect(snapshots.taken).toEqual([])
  })

  test('are no business of whoever has a token', async () => {
    const { hashToken } = await import('../../../daemon/src/api/door.ts')
    const tokens = () => new Map([['ci', hashToken('t')]])
    const { app, snapshots } = apiOverFakes({ kind: 'tcp', tokens, port: () => 80 })
    const headers = { host: 'localhost:80', authorization: 'Bearer t' }
    for (const [method, url] of [
      ['POST', '/v1/snapshots'],
      ['DELETE', '/v1/snapshots/1'],
    ] as const) {
      const refused = await app.inject({ method, url, headers })
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'OPERATOR_ONLY'])
    }
    expect(snapshots.taken).toEqual([])
  })
})

describe('receipts', () => {
  const identity = new Identity(new Uint8Array(32).fill(7))
  const digest = digestOf(Buffer.from('x'))

  function receiptOf(job: string, sequence: number): ReceiptRow {
    const signed = signReceipt(
      {
        task: { digest, semantics: 1, module: digest, files: [] },
        result: resultOf(),
        execution: {
          submitter: identity.peerId,
          order: digest,
          job: job as never,
          attempt: 1,
          runtime: { name: 'interpreter', version: '0.1.0' },
          isolation: 'full',
          acceptedAt: 1,
          startedAt: 2,
          finishedAt: 3,
        },
        log:
          sequence === 0 ? { epoch: '0'.repeat(32), sequence } : { epoch: '0'.repeat(32), sequence, previous: digest },
      },
      identity,
    )
    return {
      digest: signed.digest,
      job,
      order: digest,
      node: identity.peerId,
      taskDigest: digest,
      resultDigest: signed.resultDigest,
      outcome: 'exited',
      own: true,
      envelope: signed.envelope,
      storedAt: 4,
    }
  }

  test('of a job come as envelopes', async () => {
    const api = apiOverFakes()
    const id = await submitted(api)
    const row = receiptOf(id, 0)
    api.receipts.push(row)
    api.jobs.settle(id, {}, [row.digest])
    const found = (await api.app.inject(`/v1/jobs/${id}/receipts`)).json<{ digest: string; envelope: unknown }[]>()
    expect(found).toEqual([{ digest: row.digest, envelope: JSON.parse(Buffer.from(row.envelope).toString()) }])
  })

  test('come decoded, or as the exact bytes that were signed', async () => {
    const api = apiOverFakes()
    const row = receiptOf('00000000-0000-7000-8000-000000000000', 0)
    api.receipts.push(row)
    const view = (await api.app.inject(`/v1/receipts/${row.digest}`)).json()
    expect(validateReceiptView(view)).toBe(true)
    const response = await api.app.inject({
      url: `/v1/receipts/${row.digest}`,
      headers: { accept: 'application/vnd.in-toto+json' },
    })
    expect(response.rawPayload.equals(row.envelope)).toBe(true)
    expect(response.headers['content-type']).toBe('application/vnd.in-toto+json')
    const gone = (await api.app.inject(`/v1/receipts/${sha256('no')}`)).json<{ code: string; detail: string }>()
    expect(gone.code).toBe('RECEIPT_NOT_FOUND')
    expect(gone.detail).toContain("own jobs are kept for 365 days at most, those of other peers' jobs for 36 hours")
  })

  test("are nobody's to see while they are sealed", async () => {
    const api = apiOverFakes()
    const id = await submitted(api, '{}')
    const row = receiptOf(id, 0)
    api.receipts.push(row)
    const seen = async () => [
      (await api.app.inject(`/v1/receipts/${row.digest}`)).statusCode,
      (await api.app.inject('/v1/receipts')).json<{ items: unknown[] }>().items.length,
    ]
    api.jobs.sealed.add(id)
    expect(await seen()).toEqual([404, 0])
    api.jobs.sealed.delete(id)
    expect(await seen()).toEqual([200, 1])
  })

  test('are listed page by page; a token sees those of its own jobs only', async () => {
    const token = 't'
    const { hashToken } = await import('../../../daemon/src/api/door.ts')
    const api = apiOverFakes({ kind: 'tcp', tokens: () => new Map([['ci', hashToken(token)]]), port: () => 80 })
    const headers = { host: 'localhost:80', authorization: `Bearer ${token}` }
    const { id } = (
      await api.app.inject({ method: 'POST', url: '/v1/jobs', headers: { ...headers, ...json }, payload: '{}' })
    ).json<{ id: string }>()
    const mine = [receiptOf(id, 1), receiptOf(id, 2), receiptOf(id, 3)]
    const foreign = receiptOf('00000000-0000-7000-8000-00000000ffff', 4)
    api.receipts.push(mine[0]!, foreign, mine[1]!, mine[2]!)
    api.jobs.settle(
      id,
      {},
      mine.map((row) => row.digest),
    )
    const first = (await api.app.inject({ url: '/v1/receipts?limit=2', headers })).json<{
      items: { digest: string }[]
      next: string
    }>()
    expect(first.items.map((item) => item.digest)).toEqual([mine[0]!.digest, mine[1]!.digest])
    const second = (await api.app.inject({ url: `/v1/receipts?limit=2&before=${first.next}`, headers })).json<{
      items: { digest: string }[]
      next?: string
    }>()
    expect([second.items.map((item) => item.digest), second.next]).toEqual([[mine[2]!.digest], undefined])
    expect((await api.app.inject({ url: `/v1/receipts/${foreign.digest}`, headers })).statusCode).toBe(404)
  })
})

describe('what a job names', () => {
  test('is read back through the job: its task byte for byte, its blobs by their digests', async () => {
    const api = apiOverFakes()
    const id = await submitted(api, '{"plasm":1,"name":"ü"}')
    const task = await api.app.inject(`/v1/jobs/${id}/task`)
    expect([task.body, task.headers['content-type']]).toEqual(['{"plasm":1,"name":"ü"}', 'application/json'])
    expect(sha256(task.rawPayload)).toBe(api.jobs.find(id, 'local').task)
    const bytes = Buffer.alloc(600_000, 'blob')
    const digest = api.blobs.add(bytes)
    api.jobs.giveBlob(id, { digest, bytes: bytes.length })
    const blob = await api.app.inject(`/v1/jobs/${id}/blobs/${digest}`)
    expect(blob.rawPayload.equals(bytes)).toBe(true)
    expect(blob.headers).toMatchObject({
      'content-length': '600000',
      etag: `"${digest}"`,
      'content-disposition': 'attachment',
    })
  })

  test.each([
    ['blobs that it does not name', (id: string) => `${id}/blobs/${sha256('other')}`, 'BLOB_NOT_FOUND'],
    ['blobs by what is no digest', (id: string) => `${id}/blobs/md5:0`, 'DIGEST_INVALID'],
    ['the task of no job', () => 'x/task', 'JOB_NOT_FOUND'],
    ['the blobs of no job', () => `x/blobs/${sha256('')}`, 'JOB_NOT_FOUND'],
  ])('does not give %s', async (_, path, code) => {
    const api = apiOverFakes()
    api.blobs.add(Buffer.from('other'))
    const response = await api.app.inject(`/v1/jobs/${path(await submitted(api))}`)
    expect(response.json<{ code: string }>().code).toBe(code)
  })

  test('is given to its owner only', async () => {
    const { hashToken } = await import('../../../daemon/src/api/door.ts')
    const tokens = new Map(['ci', 'cd'].map((name) => [name, hashToken(name)]))
    const api = apiOverFakes({ kind: 'tcp', tokens: () => tokens, port: () => 80 })
    const as = (name: string) => ({ host: 'localhost:80', authorization: `Bearer ${name}` })
    const job = await api.app.inject({
      method: 'POST',
      url: '/v1/jobs',
      headers: { ...as('ci'), ...json },
      payload: '{}',
    })
    const { id } = job.json<{ id: string }>()
    const digest = api.blobs.add(Buffer.from('mine'))
    api.jobs.giveBlob(id, { digest, bytes: 4 })
    const status = async (url: string, name: string) =>
      (await api.app.inject({ url: `/v1/jobs/${id}/${url}`, headers: as(name) })).statusCode
    for (const url of ['task', `blobs/${digest}`]) {
      expect(await status(url, 'ci')).toBe(200)
      expect(await status(url, 'cd')).toBe(404)
    }
  })
})

test('modules are published, listed and taken back', async () => {
  const { app, blobs } = apiOverFakes()
  const digest = sha256(Buffer.from('module'))
  const url = `/v1/published/${digest}`
  expect((await app.inject({ method: 'PUT', url })).json()).toMatchObject({ code: 'BLOB_NOT_FOUND' })
  blobs.held.set(digest, Buffer.from('module'))
  const put = await app.inject({ method: 'PUT', url })
  expect(validatePublicationView(put.json())).toBe(true)
  expect((await app.inject('/v1/published')).json()).toEqual({ items: [{ digest, bytes: 6 }] })
  expect((await app.inject({ method: 'DELETE', url })).statusCode).toBe(204)
  expect((await app.inject({ method: 'DELETE', url })).statusCode).toBe(404)
  expect((await app.inject({ method: 'PUT', url: '/v1/published/nothing' })).json()).toMatchObject({
    code: 'DIGEST_INVALID',
  })
})

describe('the daemon', () => {
  test('shows itself', async () => {
    const { app } = apiOverFakes()
    expect(validateNodeView((await app.inject('/v1/node')).json())).toBe(true)
    expect((await app.inject('/v1/peers')).json()).toMatchObject({ items: [{ source: 'inbound' }] })
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/readyz')).statusCode).toBe(200)
  })

  test('says why it is not ready', async () => {
    const { app } = apiOverFakes(
      { kind: 'local' },
      {
        node: {
          view: async () => ({}) as never,
          peers: async () => [],
          peersAndWhy: async () => [],
          notReady: () => 'the sandbox cannot start',
        },
      },
    )
    const response = await app.inject('/readyz')
    expect([response.statusCode, response.json<{ reason: string }>().reason]).toEqual([503, 'the sandbox cannot start'])
  })

  test('names the list of routes where there is none', async () => {
    const { app } = apiOverFakes()
    const response = await app.inject('/v2/jobs')
    expect(response.json()).toMatchObject({ code: 'ROUTE_NOT_FOUND', status: 404 })
    expect(response.body).toContain('/v1/openapi.json')
  })

  test('refuses what comes while it stops', async () => {
    const { app, stopping } = apiOverFakes()
    stopping.abort()
    expect((await app.inject('/healthz')).json<{ code: string }>().code).toBe('SHUTTING_DOWN')
  })

  test('counts requests by the pattern of their route', async () => {
    const api = apiOverFakes()
    await submitted(api)
    await api.app.inject('/v1/jobs/x')
    expect(api.requests).toEqual([
      { route: '/v1/jobs', status: 201 },
      { route: '/v1/jobs/:id', status: 404 },
    ])
  })

  test('describes its routes with the schemas that hold everywhere', async () => {
    const { app } = apiOverFakes()
    const document = (await app.inject('/v1/openapi.json')).json<{
      paths: Record<string, object>
      components: { schemas: object }
    }>()
    expect(Object.keys(document.paths).sort()).toEqual([
      '/healthz',
      '/readyz',
      '/v1/bans',
      '/v1/bans/digests/{digest}',
      '/v1/bans/peers/{peer}',
      '/v1/blobs/{digest}',
      '/v1/config',
      '/v1/jobs',
      '/v1/jobs/{id}',
      '/v1/jobs/{id}/blobs/{digest}',
      '/v1/jobs/{id}/events',
      '/v1/jobs/{id}/outputs/files/{path}',
      '/v1/jobs/{id}/outputs/{stream}',
      '/v1/jobs/{id}/receipts',
      '/v1/jobs/{id}/task',
      '/v1/node',
      '/v1/peers',
      '/v1/published',
      '/v1/published/{digest}',
      '/v1/receipts',
      '/v1/receipts/{digest}',
      '/v1/share',
      '/v1/snapshots',
      '/v1/snapshots/{id}',
    ])
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    )
    expect(references.length).toBeGreaterThan(40)
    expect(references.filter((name) => !(name! in document.components.schemas))).toEqual([])
  })
})
