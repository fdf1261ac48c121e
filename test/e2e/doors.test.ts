import { readdirSync, statSync, writeFileSync } from 'node:fs'
import type { NetConnectOpts } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '../../daemon/src/api/door.ts'
import { codeOf, exchange, type RawAnswer } from '../fakes/raw-http.ts'
import { digestOf } from '../guests/digest.ts'
import { writer } from '../guests/programs.ts'
import { Daemon, Home } from './plasm-process.ts'

const token = 'the-secret'
const maxBlobBytes = 1024 * 1024
const manifestBytes = 4 * 1024 * 1024

let home: Home
let daemon: Daemon
let port: number
/** What stands in a path where nothing is tried. */
let known: Readonly<Record<string, string>>

beforeAll(async () => {
  home = new Home()
  writeFileSync(
    home.file('plasm.json'),
    JSON.stringify({ api: { tokens: { ci: hashToken(token).toString('hex') } }, store: { maxBlobBytes } }),
  )
  daemon = await Daemon.start(home, 'doors', ['--config', home.file('plasm.json'), '--tcp-port', '0'])
  port = daemon.ready.tcpPort!
  const module = writer('hello')
  const { id } = await daemon.submit(module)
  await daemon.settled(id)
  known = { id, digest: digestOf(module), stream: 'stdout', path: 'x' }
}, 60_000)
afterAll(async () => {
  await daemon?.end()
  home.remove()
})

interface Door {
  readonly name: string
  readonly to: () => NetConnectOpts
  readonly headers: () => string
}
const tcp: Door = {
  name: 'TCP',
  to: () => ({ host: '127.0.0.1', port }),
  headers: () => `Host: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n`,
}
const unix: Door = { name: 'the Unix socket', to: () => ({ path: daemon.socket }), headers: () => 'Host: x\r\n' }

const ask = (door: Door, line: string, more = '', body = ''): Promise<RawAnswer> =>
  exchange(door.to(), `${line} HTTP/1.1\r\n${door.headers()}Connection: close\r\n${more}\r\n${body}`)

interface Operation {
  readonly method: string
  readonly path: string
  readonly hasBody: boolean
}

/** Every operation that the daemon itself says it has. */
async function operations(): Promise<readonly Operation[]> {
  const { paths } = await daemon.client.json<{ paths: Record<string, Record<string, object>> }>(
    'GET',
    '/v1/openapi.json',
  )
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ method: method.toUpperCase(), path },
      hasBody: 'requestBody' in operation,
    })),
  )
}

/** What leads out of a directory where somebody joins, decodes or cuts it off carelessly. */
const traversals: readonly string[] = [
  '..',
  '.',
  '%2e%2e',
  '%2E%2e%2F%2e%2e%2Fkey',
  '../../../../../../etc/passwd',
  '..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  '%2fetc%2fpasswd',
  '//etc/passwd',
  '..\\..\\key',
  '..%5c..%5ckey',
  '%252e%252e%252fkey',
  '%00',
  'key%00.txt',
  '..%00/key',
  '\0',
  '%c0%ae%c0%ae%c0%afkey',
  '\xc0\xae\xc0\xae\xc0\xafkey',
  '%e0%80%ae%e0%80%ae/key',
  '%uff0e%uff0e/key',
  '..;/key',
  '....//key',
  '%',
  '%zz',
  '%ff',
  'key%0d%0aX-Injected:%20yes',
  'sha256:../../../../../../../../../../../../../../../../../../../key',
  `sha256:${'..%2f'.repeat(16)}`,
  `sha256:${'A'.repeat(64)}`,
  'a'.repeat(5000),
  '__proto__',
  'constructor',
]

function filesOf(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.isFile() === true)
    .sort()
}

describe.each([tcp, unix])('what leads out of a directory, in a path at $name', (door) => {
  test('is no name of anything, in any parameter of any route', async () => {
    const before = filesOf(home.path)
    const tried: string[] = []
    for (const { method, path, hasBody } of await operations()) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
      for (const name of names) {
        for (const traversal of traversals) {
          const target = path.replace(/\{(\w+)\}/g, (_, other: string) =>
            other === name ? traversal : (known[other] ?? 'x'),
          )
          const body = hasBody ? 'Content-Type: application/json\r\nContent-Length: 2\r\n' : ''
          const answer = await ask(door, `${method} ${target}`, body, hasBody ? '{}' : '')
          const told = `${method} ${JSON.stringify(target.slice(0, 200))}: ${answer.status} ${answer.body.slice(0, 300)}`
          // To remove what is not there is done at once.
          if (method === 'DELETE' && answer.status === 204) continue
          expect(answer.status, told).toBeGreaterThanOrEqual(400)
          expect(answer.status, told).toBeLessThan(500)
          if (method !== 'HEAD') expect(codeOf(answer), told).toMatch(/^[A-Z_]+$/)
          expect(answer.head, told).not.toMatch(/^x-injected/im)
          expect(answer.body, told).not.toMatch(/root:|ENOENT|EACCES|EISDIR|node:fs/)
        }
        tried.push(`${method} ${path} ${name}`)
      }
    }
    expect(tried.length).toBeGreaterThanOrEqual(12)
    // Nothing was written, replaced or removed either: the database and its log are all that changes.
    expect(filesOf(home.path)).toEqual(before)
    expect((await ask(door, 'GET /healthz')).status).toBe(200)
  }, 120_000)
})

describe('the Host of a request over TCP', () => {
  const authorization = `Authorization: Bearer ${token}\r\nConnection: close\r\n`
  const request = (target: string, hosts: readonly string[], version = '1.1') =>
    exchange(
      tcp.to(),
      `GET ${target} HTTP/${version}\r\n${hosts.map((host) => `Host: ${host}\r\n`).join('')}${authorization}\r\n`,
    )

  test.each(['127.0.0.1', 'localhost', '[::1]'])('may be %s with the port', async (name) => {
    expect((await request('/healthz', [`${name}:${port}`])).status).toBe(200)
  })

  test.each([
    ['a rebound name', () => `evil.example:${port}`],
    ['a name that begins like one of ours', () => `127.0.0.1.evil.example:${port}`],
    ['a name that ends like one of ours', () => `evil.localhost:${port}`],
    ['no port', () => '127.0.0.1'],
    ['another port', () => `127.0.0.1:${port === 65535 ? 1 : port + 1}`],
    ['a port of zeros', () => `127.0.0.1:0${port}`],
    ['a trailing dot', () => `localhost.:${port}`],
    ['an IPv4 address in IPv6', () => `[::ffff:127.0.0.1]:${port}`],
    ['an IPv6 address without brackets', () => `::1:${port}`],
    ['a short form of the address', () => `127.1:${port}`],
    ['the address as one number', () => `2130706433:${port}`],
    ['any address', () => `0.0.0.0:${port}`],
    ['a user before it', () => `127.0.0.1:${port}@evil.example`],
    ['nothing', () => ''],
  ])('is refused as %s', async (_, host) => {
    const answer = await request('/v1/node', [host()])
    expect([answer.status, codeOf(answer)]).toEqual([421, 'FORBIDDEN_HOST'])
  })

  test('is refused where it is missing, of the old protocol too', async () => {
    expect((await request('/v1/node', [])).status).toBe(400)
    const old = await request('/v1/node', [], '1.0')
    expect([old.status, codeOf(old)]).toEqual([421, 'FORBIDDEN_HOST'])
  })

  test('is refused where there are two, in either order', async () => {
    const own = `127.0.0.1:${port}`
    for (const hosts of [
      [own, 'evil.example'],
      ['evil.example', own],
      [own, own],
    ])
      expect((await request('/v1/node', hosts)).status, hosts.join()).toBeGreaterThanOrEqual(400)
  })

  test('is that of the target where the target names one', async () => {
    for (const target of [
      `http://evil.example:${port}/v1/node`,
      'http://evil.example/v1/node',
      '//evil.example/v1/node',
    ])
      expect((await request(target, [`127.0.0.1:${port}`])).status, target).toBeGreaterThanOrEqual(400)
  })
})

describe('the Origin of a request over TCP', () => {
  test.each([
    'null',
    'https://evil.example',
    'http://localhost',
    'file://',
    '',
    'http://127.0.0.1:1 http://localhost:1',
  ])('is refused as %j, whatever the token', async (origin) => {
    const answer = await ask(tcp, 'GET /v1/node', `Origin: ${origin}\r\n`)
    expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN_ORIGIN'])
    expect(answer.head).not.toMatch(/^access-control/im)
  })

  test('is refused as the second of two, and behind any number of headers', async () => {
    const own = `Origin: http://127.0.0.1:${port}\r\n`
    expect((await ask(tcp, 'GET /v1/node', own)).status).toBe(200)
    for (const headers of [`${own}Origin: null\r\n`, `Origin: null\r\n${own}`])
      expect((await ask(tcp, 'GET /v1/node', headers)).status, headers).toBe(403)
    // More headers than Node keeps: none may be left out unseen.
    expect((await ask(tcp, 'GET /v1/node', `${'a:\r\n'.repeat(2100)}Origin: null\r\n`)).status).toBe(431)
  })
})

describe('a token over TCP', () => {
  const bare: Door = { ...tcp, headers: () => `Host: 127.0.0.1:${port}\r\n` }

  test('is wanted by every operation, before anything is read of the request', async () => {
    for (const { method, path } of await operations())
      for (const authorization of ['', 'Authorization: Bearer wrong\r\n', `Authorization: Basic ${token}\r\n`]) {
        const target = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'x')
        // A body is told of and not sent: nobody waits for it.
        const length =
          method === 'GET' || method === 'DELETE' ? '' : 'Content-Length: 5\r\nContent-Type: application/json\r\n'
        const answer = await ask(bare, `${method} ${target}`, `${authorization}${length}`)
        const code = method === 'HEAD' ? undefined : 'UNAUTHORIZED'
        expect([answer.status, codeOf(answer)], `${method} ${path} ${authorization}`).toEqual([401, code])
      }
  })
})

test('who is refused at the TCP door is hung up on, whatever is still to come', async () => {
  const begun = `POST /v1/jobs HTTP/1.1\r\nContent-Length: 100\r\nContent-Type: application/json\r\n`
  // It answers and hangs up though neither the body has come nor was that asked for.
  for (const headers of [
    `Host: 127.0.0.1:${port}\r\n`,
    `Host: evil.example\r\nAuthorization: Bearer ${token}\r\n`,
    `${tcp.headers()}Origin: null\r\n`,
  ])
    expect((await exchange(tcp.to(), `${begun}${headers}\r\n{`)).status).toBeGreaterThanOrEqual(400)
})

describe.each([tcp, unix])('what is too large, at $name', (door) => {
  test.each([
    ['one header', `X: ${'x'.repeat(17_000)}\r\n`],
    ['many headers', Array.from({ length: 1000 }, (_, index) => `X-${index}: ${'x'.repeat(10)}\r\n`).join('')],
  ])('%s, is refused before it is a request', async (_, headers) => {
    const answer = await ask(door, 'GET /healthz', headers)
    expect([answer.status, codeOf(answer)]).toEqual([431, 'REQUEST_TOO_LARGE'])
  })

  test('a target, is refused too', async () => {
    expect((await ask(door, `GET /${'x'.repeat(17_000)}`)).status).toBe(431)
  })

  test('a body, is refused by every operation that takes one: by its declared length, and as it grows', async () => {
    const taking = (await operations()).filter(({ hasBody }) => hasBody)
    expect(taking.length).toBeGreaterThanOrEqual(2)
    for (const { method, path } of taking) {
      const limit = path.startsWith('/v1/blobs/') ? maxBlobBytes : manifestBytes
      const digest = `sha256:${'0'.repeat(64)}`
      const line = `${method} ${path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'digest' ? digest : (known[name] ?? 'x')))}`
      const type = 'Content-Type: application/json\r\n'
      // Only said, and not sent: it is refused all the same.
      const declared = await ask(door, line, `${type}Content-Length: ${limit + 1}\r\n`)
      const half = Buffer.alloc(limit / 2 + 1, ' ')
      const chunk = Buffer.concat([Buffer.from(`${half.length.toString(16)}\r\n`), half, Buffer.from('\r\n')])
      const head = `${line} HTTP/1.1\r\n${door.headers()}Connection: close\r\nTransfer-Encoding: chunked\r\n${type}\r\n`
      // Without its end: who waited for that would wait for ever.
      const grown = await exchange(door.to(), [head, chunk, chunk])
      for (const answer of [declared, grown]) {
        // Whoever may not do it at all need not be told how large it may be.
        const codes = door === tcp ? /^(REQUEST_TOO_LARGE|BLOB_TOO_LARGE|OPERATOR_ONLY)$/ : /^(REQUEST|BLOB)_TOO_LARGE$/
        expect(codeOf(answer), `${line}: ${answer.head.slice(0, 200)}`).toMatch(codes)
      }
    }
    expect((await ask(door, 'GET /healthz')).status).toBe(200)
  }, 60_000)

  test('a length that contradicts itself, is no request', async () => {
    for (const headers of [
      'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n',
      'Content-Length: 2\r\nContent-Length: 3\r\n',
      'Content-Length: -1\r\n',
      'Content-Length: 0x2\r\n',
      'Transfer-Encoding: gzip, chunked\r\nTransfer-Encoding: identity\r\n',
      'Content-Length : 2\r\n',
    ])
      expect(
        (await ask(door, 'POST /v1/jobs', `Content-Type: application/json\r\n${headers}`, '{}')).status,
        headers,
      ).toBe(400)
  })
})
