import { expect, test } from 'vitest'
import { hashToken } from '../../../daemon/src/api/door.ts'
import { LiveConfig } from '../../../daemon/src/config/live-config.ts'
import { validateConfigView } from '../../../daemon/src/generated/validators.js'
import { apiOverFakes } from './daemon-behind.ts'

const live = new LiveConfig({ env: { PLASM_CONFIG: '/dev/null' }, home: '/h', flags: { share: 'anyone' } })
const config = () => live.describe()

test('the configuration is shown at the Unix socket, each key with its source', async () => {
  const { app } = apiOverFakes({ kind: 'local' }, { config })
  const shown = await app.inject({ url: '/v1/config' })
  expect([shown.statusCode, validateConfigView(shown.json())]).toEqual([200, true])
  expect(shown.json<{ keys: object[] }>().keys).toContainEqual({
    ...{ key: 'share.with', value: 'anyone', source: '--share', waiting: false },
  })
})

test('a token does not show it: it names paths and peers of the operator', async () => {
  const door = { kind: 'tcp', tokens: () => new Map([['ci', hashToken('t')]]), port: () => 80 } as const
  const { app } = apiOverFakes(door, { config })
  const refused = await app.inject({
    url: '/v1/config',
    headers: { host: 'localhost:80', authorization: 'Bearer t' },
  })
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'OPERATOR_ONLY'])
})
