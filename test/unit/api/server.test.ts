import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage, request } from 'node:http'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashToken } from '../../../daemon/src/api/door.ts'
import { MetricsServer } from '../../../daemon/src/api/metrics-server.ts'
import { ApiServer } from '../../../daemon/src/api/server.ts'
import { silentLogger } from '../../../daemon/src/observe/logger.ts'
import { type GaugeSources, gauges } from '../../../daemon/src/observe/metric-catalogue.ts'
import { Metrics } from '../../../daemon/src/observe/metrics.ts'
import { fakeBanDesk } from '../../fakes/fake-ban-desk.ts'
import { FakeJobService } from '../../fakes/fake-job-service.ts'
import { fakeShareDesk } from '../../fakes/share-desk.ts'
import { share } from '../jobs/world.ts'
import { FakePublications, FakeSnapshots, MemoryBlobs, nodeView, sha256 } from './daemon-behind.ts'

let directory: string
let socket: string
const started: ApiServer[] = []

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-api-'))
  socket = join(directory, 'run', 'api.sock')
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()))
  rmSync(directory, { recursive: true })
})

async function serve(
  eventStreams = { heartbeatMs: 5, stallMs: 50, graceMs: 50 },
  tcp?: { host: string; port: number; tokens: () => Map<string, Buffer> },
) {
  const jobs = new FakeJobService()
  const blobs = new MemoryBlobs()
  const server = new ApiServer(
    {
      jobs,
      blobs,
      published: new FakePublications(blobs),
      receiptTerms: () => ({ recordRetentionMs: 31_536_000_000, receiptRetentionMs: 129_600_000 }),
      receipts: { find: () => undefined, list: () => [] },
      snapshots: new FakeSnapshots(),
      node: {
        view: async () => nodeView,
        peers: async () => [],
        peersAndWhy: async () => [],
        notReady: () => undefined,
      },
      share: fakeShareDesk({ share }).desk,
      config: () => ({ keys: [] }),
      bans: fakeBanDesk().desk,
      log: silentLogger,
      metrics: { addRoute() {}, countRequest() {} },
      version: '0.1.0',
      maxBlobBytes: 10_000_000,
      eventStreams,
    },
    { socket, ...(tcp === undefined ? {} : { tcp }) },
  )
  await server.start()
  started.push(server)
  const { job } = await jobs.submit({ manifest: Buffer.from('{}'), owner: 'local' })
  return { server, jobs, blobs, job: job.id }
}

async function open(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const [response] = (await once(get({ socketPath: socket, path, headers, agent: false }), 'response')) as [
    IncomingMessage,
  ]
  return response
}

describe('the socket', () => {
  test('is for owner and group', async () => {
    await serve()
    expect(statSync(socket).mode & 0o777).toBe(0o660)
    expect((await open('/healthz')).statusCode).toBe(200)
  })

  test('that a dead daemon left is replaced', async () => {
    // A listener that is closed unlinks its socket; a killed process does not: keep a copy of the name.
    const dead = createServer().listen(join(directory, 'a.sock'))
    await once(dead, 'listening')
    const { linkSync } = await import('node:fs')
    socket = join(directory, 'b.sock')
    linkSync(join(directory, 'a.sock'), socket)
    dead.close()
    await serve()
    expect((await open('/healthz')).statusCode).toBe(200)
  })

  test('of a live daemon is left alone', async () => {
    await serve()
    await expect(serve()).rejects.toMatchObject({ code: 'SOCKET_IN_USE' })
    expect((await open('/healthz')).statusCode).toBe(200)
  })

  test('never replaces a file', async () => {
    socket = join(directory, 'file')
    writeFileSync(socket, 'precious')
    await expect(serve()).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    expect(existsSync(socket)).toBe(true)
  })

  test('with a path that Linux cannot bind is refused', async () => {
    socket = join(directory, 'x'.repeat(120))
    await expect(serve()).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  test('is gone after the daemon stopped', async () => {
    const { server } = await serve()
    await server.stop()
    started.pop()
    expect(existsSync(socket)).toBe(false)
  })
})

test('the TCP door listens where configured and checks the port that it got', async () => {
  const { server } = await serve(undefined, {
    host: '127.0.0.1',
    port: 0,
    tokens: () => new Map([['ci', hashToken('t')]]),
  })
  const port = server.tcpPort!
  const ask = async (host: string) =>
    (
      (await once(
        get({ host: '127.0.0.1', port, path: '/healthz', headers: { authorization: 'Bearer t', host }, agent: false }),
        'response',
      )) as [IncomingMessage]
    )[0].statusCode
  expect(await ask(`127.0.0.1:${port}`)).toBe(200)
  expect(await ask(`127.0.0.1:${port + 1}`)).toBe(421)
})

test('an upload cut half way leaves nothing, and the daemon serves on', async () => {
  const { blobs } = await serve()
  const bytes = Buffer.alloc(1_000_000, 1)
  const upload = request({
    socketPath: socket,
    method: 'PUT',
    path: `/v1/blobs/${sha256(bytes)}`,
    headers: { 'content-length': bytes.length },
    agent: false,
  })
  upload.on('error', () => {}) // It is cut below.
  await new Promise((resolve) => upload.write(bytes.subarray(0, 500_000), resolve))
  upload.destroy()
  await new Promise((resolve) => upload.once('close', resolve))
  expect((await open('/healthz')).statusCode).toBe(200)
  expect(blobs.held.size).toBe(0)
})

test('what is not HTTP gets an answer and no more', async () => {
  await serve()
  const client = connect(socket)
  client.write('EHLO mail\r\n\r\n')
  expect(await text(client)).toMatch(/^HTTP\/1\.1 400 /)
})

test.each([
  [
    'Transfer-Encoding with Content-Length',
    'Transfer-Encoding: chunked\r\nContent-Length: 2\r\n',
    400,
    'REQUEST_INVALID',
  ],
  ['headers above the limit', `X-Long: ${'x'.repeat(17_000)}\r\n`, 431, 'REQUEST_TOO_LARGE'],
])('what the HTTP parser refuses, as %s, is answered as a problem', async (_, header, status, code) => {
  await serve()
  const client = connect(socket)
  client.write(`POST /v1/jobs HTTP/1.1\r\nHost: x\r\n${header}\r\n`)
  const [head, body] = (await text(client)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(head).toContain('Content-Type: application/problem+json')
  expect(JSON.parse(body!)).toMatchObject({ status, code, type: `urn:plasm:error:${code}` })
})

test('a wrong value in a query is told with the value', async () => {
  await serve()
  const response = await open('/v1/jobs?limit=0&state=lost')
  expect(JSON.parse(await text(response))).toMatchObject({
    code: 'REQUEST_INVALID',
    detail: expect.stringMatching(/^\/querystring\/limit must be an integer from 1 to \d+, not 0$/),
    violations: [
      { pointer: '/querystring/limit', value: '0' },
      { pointer: '/querystring/state', value: '"lost"' },
    ],
  })
})

test('a wrong content type is told with the right one', async () => {
  await serve()
  const sent = request({
    socketPath: socket,
    method: 'POST',
    path: '/v1/jobs',
    headers: { 'content-type': 'text/plain' },
    agent: false,
  })
  sent.end('{}')
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  expect(JSON.parse(await text(response))).toMatchObject({
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
    detail: expect.stringContaining('must be application/json, not "text/plain"'),
  })
})

describe('event streams', () => {
  test('carry numbered events until the job is settled', async () => {
    const { jobs, job } = await serve()
    const response = await open(`/v1/jobs/${job}/events`)
    expect(response.headers['content-type']).toBe('text/event-stream')
    jobs.emit(job, 'placing', {})
    jobs.settle(job, { kind: 'cancelled' })
    const body = (await text(response)).replace(/^:\n\n/gm, '')
    expect(
      body
        .split('\n\n')
        .filter((part) => part !== '')
        .map((part) => part.split('\n').slice(0, 2)),
    ).toEqual([
      ['id: 1', 'event: queued'],
      ['id: 2', 'event: placing'],
      ['id: 3', 'event: settled'],
    ])
    expect(body).toContain(
      `data: ${JSON.stringify({ job, sequence: 3, at: 5, type: 'settled', data: { kind: 'cancelled' } })}\n\n`,
    )
  })

  test.each([
    ['?after=2', {}],
    ['', { 'last-event-id': '2' }],
    ['?after=1', { 'last-event-id': '2' }],
  ])('resume with %s and %o', async (query, headers) => {
    const { jobs, job } = await serve()
    jobs.emit(job, 'placing', {})
    jobs.settle(job, {})
    const body = await text(await open(`/v1/jobs/${job}/events${query}`, headers))
    expect([...body.matchAll(/^id: (\d+)$/gm)].map((match) => match[1])).toEqual(['3'])
  })

  test('refuse a Last-Event-ID that is no number', async () => {
    const { job } = await serve()
    expect((await open(`/v1/jobs/${job}/events`, { 'last-event-id': 'x' })).statusCode).toBe(400)
  })

  test('show in silence that they live', async () => {
    const { job } = await serve()
    const response = await open(`/v1/jobs/${job}/events?after=1`)
    const [chunk] = (await once(response, 'data')) as [Buffer]
    expect(chunk.toString()).toMatch(/^:\n\n/)
    response.destroy()
  })

  test('that nobody reads are closed with a word and without a number', async () => {
    const { jobs, job } = await serve({ heartbeatMs: 1000, stallMs: 20, graceMs: 5000 })
    for (let index = 0; index < 100; index++) jobs.emit(job, 'output', { data: 'x'.repeat(100_000) })
    const response = await open(`/v1/jobs/${job}/events`)
    response.pause()
    await jobs.subscriberLeft // The server gave up; what is read now ends in its last word.
    const body = await text(response)
    expect(body.endsWith('event: closed\ndata: {"code":"SUBSCRIBER_SLOW"}\n\n')).toBe(true)
    const last = Number([...body.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1])
    expect(last).toBeLessThan(101)
    jobs.settle(job, {})
    // On a busy machine this reader may be too slow for 20 ms as well: it resumes until the end.
    const resumed = [last]
    for (let closed = true; closed; ) {
      const rest = await text(await open(`/v1/jobs/${job}/events`, { 'last-event-id': String(resumed.at(-1)) }))
      resumed.push(...[...rest.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1])))
      closed = rest.includes('event: closed')
    }
    expect(resumed).toEqual(Array.from({ length: 103 - last }, (_, index) => last + index))
  })

  test('end with a word when the daemon stops, without holding it up', async () => {
    const { server, job } = await serve()
    const response = await open(`/v1/jobs/${job}/events`)
    const body = text(response)
    await once(response, 'data')
    await server.stop()
    started.pop()
    expect(await body).toContain('event: closed\ndata: {"code":"SHUTTING_DOWN"}\n\n')
  })
})

test('metrics have a loopback port of their own', async () => {
  const metrics = new Metrics()
  const nothing = Object.fromEntries(Object.keys(gauges).map((name) => [name, () => 0])) as unknown as GaugeSources
  metrics.observe({
    ...nothing,
    plasm_jobs_running: () => 1,
    plasm_peers_connected: () => 3,
    plasm_peers_banned: () => 5,
    plasm_network_nodes: async () => 40,
  })
  metrics.count('plasm_bans_total', { reason: 'wrong-blob' })
  metrics.addRoute('/v1/jobs/:id')
  metrics.countRequest('GET', '/v1/jobs/:id', 200, 0.002)
  const server = new MetricsServer(metrics)
  const port = await server.start(0)
  try {
    const fetchText = async (path: string) => await (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    const body = await fetchText('/metrics')
    for (const line of [
      'plasm_jobs_running 1',
      'plasm_peers_connected 3',
      'plasm_peers_banned 5',
      'plasm_bans_total{reason="wrong-blob"} 1',
      'plasm_network_nodes 40',
      'plasm_http_requests_total{method="GET",route="/v1/jobs/:id",status="200"} 1',
    ]) {
      expect(body).toContain(line)
    }
    expect(await fetchText('/')).toContain('/metrics')
    const statusOf = async (path: string, init: RequestInit) =>
      (await fetch(`http://127.0.0.1:${port}${path}`, init)).status
    expect(await statusOf('/metrics', { method: 'POST', body: 'x' })).toBe(405)
    expect(await statusOf('/metrics', { method: 'HEAD' })).toBe(405)
    expect(await statusOf('/metrics?x', {})).toBe(404)
  } finally {
    await server.stop()
  }
})

test('metrics are for loopback names alone: a rebound name reads no counters', async () => {
  const server = new MetricsServer(new Metrics())
  const port = await server.start(0)
  const ask = async (host: string) => {
    const asked = get({ host: '127.0.0.1', port, path: '/metrics', headers: { host }, agent: false })
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    return [response.statusCode, (await text(response)).includes('plasm_sandbox_troubles_total 0')]
  }
  try {
    for (const host of [`127.0.0.1:${port}`, 'localhost', 'LOCALHOST:1', '[::1]:9'])
      expect(await ask(host), host).toEqual([200, true])
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '127.0.0.1:x'])
      expect(await ask(host), host).toEqual([421, false])
  } finally {
    await server.stop()
  }
})
