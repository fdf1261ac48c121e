import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../daemon/src/clock.ts'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { systemTimers } from '../../../daemon/src/network/timers.ts'
import { apiAnswers, storeAnswers, whatIsUnwell } from '../../../daemon/src/service/health.ts'
import { statusLine } from '../../../daemon/src/service/status-line.ts'
import { openStore } from '../../../daemon/src/store/open-store.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plasm-health-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

describe('the check of the API', () => {
  const unwell = (limitMs = 30_000) => whatIsUnwell([apiAnswers(join(directory, 'api.sock'))], limitMs, systemTimers)

  async function serving(answer: RequestListener, look: () => Promise<void>): Promise<void> {
    const server = createServer(answer)
    await new Promise<void>((resolve) => server.listen(join(directory, 'api.sock'), resolve))
    try {
      await look()
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }

  test('asks for /healthz at the daemon’s own socket', async () => {
    const asked: (string | undefined)[] = []
    await serving(
      (request, response) => {
        asked.push(request.url)
        response.end('{"status":"ok"}')
      },
      async () => expect(await unwell()).toBeUndefined(),
    )
    expect(asked).toEqual(['/healthz'])
  })

  test('fails where nobody listens', async () => {
    expect(await unwell()).toMatch(/^the API: .*ENOENT/)
  })

  test('fails at another answer', async () => {
    await serving(
      (_request, response) => response.writeHead(503).end(),
      async () => expect(await unwell()).toBe('the API: GET /healthz was answered with 503'),
    )
  })

  test('fails where no answer comes', async () => {
    await serving(
      () => {},
      async () => expect(await unwell(20)).toBe('the API: no answer within 20 ms'),
    )
  })
})

describe('the check of the store', () => {
  const unwell = (store: Parameters<typeof storeAnswers>[0]) =>
    whatIsUnwell([storeAnswers(store)], 30_000, systemTimers)

  test('passes where it reads and writes, and fails once it is closed', async () => {
    const store = openStore({ directory: join(directory, 'data'), clock: systemClock, blobQuotaBytes: 1e6 })
    expect(await unwell(store)).toBeUndefined()
    await store.close()
    expect(await unwell(store)).toMatch(/^the store: the database failed/)
  })

  test('passes on a full disk: to be restarted would only lose what waits for room', async () => {
    const full = () => {
      throw new PlasmError('STORE_FULL', 'there is no room left')
    }
    expect(await unwell({ tryOut: full })).toBeUndefined()
  })
})

test.each([
  [
    { connectedPeers: 12, running: 3, queued: 1, share: 'anyone', sharing: { open: true } },
    'serving: 12 peers, 3 running, 1 queued; shares with anyone',
  ],
  [
    { connectedPeers: 1, running: 0, queued: 0, share: 'nobody', sharing: { open: false, reason: 'nobody' } },
    'serving: 1 peer, 0 running, 0 queued; shares with nobody',
  ],
  [
    { connectedPeers: 0, running: 0, queued: 0, share: 'allowlist', sharing: { open: true } },
    'serving: 0 peers, 0 running, 0 queued; shares with the peers that are listed',
  ],
  [
    { connectedPeers: 2, running: 0, queued: 0, share: 'anyone', sharing: { open: false, reason: 'paused' } },
    'serving: 2 peers, 0 running, 0 queued; shares with anyone, but is paused',
  ],
] as const)('a status line says what the daemon does: %o', (activity, line) => {
  expect(statusLine(activity)).toBe(line)
})
