import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorCodes } from '../../daemon/src/errors.ts'
import { publicKeyOf } from '../../daemon/src/identity/peer-id.ts'
import { parseManifest } from '../../daemon/src/manifest/manifest.ts'
import { canonicalTask, taskDigest } from '../../daemon/src/manifest/task.ts'
import { openEnvelope, preAuthenticationEncoding } from '../../daemon/src/receipt/dsse.ts'
import { clockSkewMs, orderLifetimeMs } from '../../daemon/src/receipt/order.ts'
import { bytesOf, loadVectors } from '../vectors/load.ts'

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')
const blocks = (text: string) => [...text.matchAll(/^```\w*\n([\s\S]*?)\n```$/gm)].map(([, block]) => block!)

describe('docs/manifest.md', () => {
  const text = page('manifest.md')

  test('shows a manifest, its canonical task, the length of that, and its digest', () => {
    const [manifest, canonical, digest] = blocks(text)
    const bytes = canonicalTask(parseManifest(new TextEncoder().encode(manifest)).task)
    expect(new TextDecoder().decode(bytes)).toBe(canonical)
    expect(taskDigest(bytes)).toBe(digest)
    expect(text).toContain(`these ${bytes.length} bytes`)
  })
})

describe('docs/receipt.md', () => {
  const text = page('receipt.md')
  const [, vector] = loadVectors<{ envelope: string; digest: string; resultDigest: string; node: string }>(
    'receipts.json',
  ).find(([name]) => name === 'everything expected')!
  const { payloadType, payload } = openEnvelope(bytesOf(vector.envelope))

  test('works through the bytes of a vector', () => {
    const shown = blocks(text.slice(text.indexOf('## A worked example')))
    const [excerpt, digest, key, signature, resultDigest] = shown as [string, string, string, string, string]
    const [begin, end] = excerpt.split('\n') as [string, string]
    const whole = new TextDecoder().decode(payload)
    expect(whole.startsWith(begin) && whole.endsWith(end)).toBe(true)
    expect(digest).toBe(vector.digest)
    expect(key).toBe(`${vector.node}\n${Buffer.from(publicKeyOf(vector.node)).toString('hex')}`)
    expect(Buffer.from(vector.envelope, 'base64').toString()).toContain(signature)
    expect(resultDigest).toBe(vector.resultDigest)
    expect(text).toContain(`The payload has ${payload.length.toLocaleString('en')} bytes`)
    expect(text).toContain(
      `Signed are ${preAuthenticationEncoding(payloadType, payload).length.toLocaleString('en')} bytes`,
    )
  })

  test('names the clock skew and the lifetime that the code has', () => {
    expect(text).toContain(`\`expiresAt + ${clockSkewMs} < now\``)
    expect(text).toContain(`\`expiresAt > now + ${clockSkewMs + orderLifetimeMs}\``)
  })

  test('names error codes that exist, and each that a vector expects', () => {
    const named = new Set([...text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, code]) => code!))
    for (const code of named) expect(errorCodes).toContain(code)
    for (const file of ['receipts.json', 'orders.json', 'acceptances.json']) {
      for (const [, { code }] of loadVectors(file)) if (code !== undefined) expect(named).toContain(code)
    }
  })
})
