import { describe, expect, test } from 'vitest'
import { hashToken } from '../../../daemon/src/api/door.ts'
import { validateBanView, validateProblem } from '../../../daemon/src/generated/validators.js'
import { fakeBanDesk } from '../../fakes/fake-ban-desk.ts'
import { apiOverFakes } from './daemon-behind.ts'

const json = { 'content-type': 'application/json' }
const peer = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'
const digest = `sha256:${'ab'.repeat(32)}`

function api(kind: 'local' | 'tcp' = 'local') {
  const { desk, ...rest } = fakeBanDesk()
  const tokens = new Map([['ci', hashToken('t')]])
  const door = kind === 'local' ? { kind } : { kind, tokens: () => tokens, port: () => 80 }
  return { app: apiOverFakes(door, { bans: desk }).app, ...rest }
}

describe('/v1/peers', () => {
  test('tells bans at the Unix socket, and none to a token', async () => {
    const local = await api().app.inject({ method: 'GET', url: '/v1/peers' })
    expect(local.json().items).toMatchObject([{ ban: { reason: 'operator' } }])
    const headers = { host: 'localhost:80', authorization: 'Bearer t' }
    expect((await api('tcp').app.inject({ method: 'GET', url: '/v1/peers', headers })).json()).toEqual({ items: [] })
  })
})

describe('/v1/bans', () => {
  test('bans and unbans peers and digests', async () => {
    const { app } = api()
    const payload = { forMs: 60_000, note: 'spam' }
    const banned = await app.inject({ method: 'PUT', url: `/v1/bans/peers/${peer}`, headers: json, payload })
    expect([banned.statusCode, validateBanView(banned.json())]).toEqual([200, true])
    expect(banned.json()).toMatchObject({ name: peer, detail: 'spam', until: 61_000 })
    const also = await app.inject({ method: 'PUT', url: `/v1/bans/digests/${encodeURIComponent(digest)}` })
    expect(also.json()).toMatchObject({ kind: 'digest', name: digest })
    const { items } = (await app.inject({ method: 'GET', url: '/v1/bans' })).json()
    expect(items.map(({ name }: { name: string }) => name).sort()).toEqual([peer, digest].sort())
    for (const path of [`peers/${peer}`, `digests/${digest}`]) {
      expect((await app.inject({ method: 'DELETE', url: `/v1/bans/${path}` })).statusCode).toBe(204)
      const gone = await app.inject({ method: 'DELETE', url: `/v1/bans/${path}` })
      expect([gone.statusCode, gone.json().code]).toEqual([404, 'BAN_NOT_FOUND'])
    }
  })

  test.each([
    ['GET', '/v1/bans'],
    ['PUT', `/v1/bans/peers/${peer}`],
    ['PUT', '/v1/bans/peers/nonsense'],
    ['PUT', `/v1/bans/digests/${digest}`],
    ['DELETE', `/v1/bans/peers/${peer}`],
    ['DELETE', `/v1/bans/digests/${digest}`],
    ['GET', '/v1/peers?why=true'],
  ] as const)('%s %s is for the operator: a token is refused, and changes nothing', async (method, url) => {
    const { app, denied, done } = api('tcp')
    denied.deny('peer', peer, {})
    const headers = { host: 'localhost:80', authorization: 'Bearer t', ...(method === 'PUT' ? json : {}) }
    const refused = await app.inject({ method, url, headers, ...(method === 'PUT' ? { payload: {} } : {}) })
    expect([refused.statusCode, refused.json().code, validateProblem(refused.json())]).toEqual([
      403,
      'OPERATOR_ONLY',
      true,
    ])
    expect([denied.list().length, done]).toEqual([1, []])
  })

  test.each([
    [`/v1/bans/peers/${peer.slice(1)}`, {}, 'PEER_ID_INVALID'],
    ['/v1/bans/peers/..%2f..%2fetc', {}, 'PEER_ID_INVALID'],
    ['/v1/bans/digests/sha256:ab', {}, 'DIGEST_INVALID'],
    [`/v1/bans/peers/${peer}`, { forMs: 0 }, 'REQUEST_INVALID'],
    [`/v1/bans/peers/${peer}`, { note: 'two\nlines' }, 'REQUEST_INVALID'],
    [`/v1/bans/peers/${peer}`, { note: 'x'.repeat(257) }, 'REQUEST_INVALID'],
    [`/v1/bans/peers/${peer}`, { until: 5 }, 'REQUEST_INVALID'],
    [`/v1/bans/peers/${peer}`, [], 'REQUEST_INVALID'],
  ])('refuses what is none: %s %j', async (url, payload, code) => {
    const { app, done } = api()
    const refused = await app.inject({ method: 'PUT', url, headers: json, payload })
    expect([refused.statusCode, refused.json().code, done]).toEqual([400, code, []])
  })
})

test('a token still lists peers', async () => {
  const { app } = api('tcp')
  const headers = { host: 'localhost:80', authorization: 'Bearer t' }
  expect((await app.inject({ method: 'GET', url: '/v1/peers', headers })).statusCode).toBe(200)
})
