import { describe, expect, test } from 'vitest'
import { hashToken } from '../../../daemon/src/api/door.ts'
import { validateProblem, validateShareView } from '../../../daemon/src/generated/validators.js'
import { fakeShareDesk } from '../../fakes/share-desk.ts'
import { share } from '../jobs/world.ts'
import { apiOverFakes } from './daemon-behind.ts'

const json = { 'content-type': 'application/json' }

function api(kind: 'local' | 'tcp' = 'local', overriding = {}) {
  const { desk } = fakeShareDesk({ share: { ...share, with: 'nobody' }, overriding })
  const tokens = new Map([['ci', hashToken('t')]])
  return apiOverFakes(kind === 'local' ? { kind } : { kind, tokens: () => tokens, port: () => 80 }, { share: desk }).app
}

describe('/v1/share', () => {
  test('shows and changes what other peers may have', async () => {
    const app = api()
    const shown = await app.inject({ method: 'GET', url: '/v1/share' })
    expect([shown.statusCode, validateShareView(shown.json())]).toEqual([200, true])
    const payload = { with: 'anyone', pause: { forMs: 60_000 }, schedule: 'mon-fri 22:00-07:00' }
    const changed = await app.inject({ method: 'PATCH', url: '/v1/share', headers: json, payload })
    expect(changed.json()).toMatchObject({ with: 'anyone', now: { open: false, reason: 'paused' } })
    expect((await app.inject({ method: 'GET', url: '/v1/share' })).json()).toEqual(changed.json())
  })

  test('is read with a token, and never changed', async () => {
    const app = api('tcp')
    const headers = { host: 'localhost:80', authorization: 'Bearer t', ...json }
    expect((await app.inject({ method: 'GET', url: '/v1/share', headers })).statusCode).toBe(200)
    for (const payload of [{ with: 'anyone' }, { nonsense: 1 }]) {
      const refused = await app.inject({ method: 'PATCH', url: '/v1/share', headers, payload })
      expect([refused.statusCode, refused.json().code, validateProblem(refused.json())]).toEqual([
        403,
        'OPERATOR_ONLY',
        true,
      ])
    }
    expect((await app.inject({ method: 'GET', url: '/v1/share', headers })).json()).toMatchObject({ with: 'nobody' })
  })

  test.each([
    [{}, ''],
    [{ with: 'everyone' }, '/with'],
    [{ schedule: 'at night' }, '/schedule'],
    [{ coresPercent: 0 }, '/coresPercent'],
    [{ pause: { forMs: 1 } }, '/pause/forMs'],
    [{ allow: ['nobody'] }, '/allow/0'],
    [{ unheard: true }, '/unheard'],
  ])('refuses what its schema does not allow: %o', async (payload, pointer) => {
    const refused = await api().inject({ method: 'PATCH', url: '/v1/share', headers: json, payload })
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'REQUEST_INVALID'])
    expect(refused.json().violations[0].pointer).toBe(pointer)
  })

  test('says what stands above it', async () => {
    const app = api('local', { 'share.with': '--share' })
    const refused = await app.inject({ method: 'PATCH', url: '/v1/share', headers: json, payload: { with: 'anyone' } })
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'CONFIG_OVERRIDDEN'])
    expect(refused.json().detail).toContain('--share')
  })
})
