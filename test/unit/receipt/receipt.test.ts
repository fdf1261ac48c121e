import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlasmError } from '../../../daemon/src/errors.ts'
import type { Digest, Result } from '../../../daemon/src/generated/types.ts'
import { digestOf, emptyDigest } from '../../../daemon/src/manifest/digest.ts'
import { parseManifest } from '../../../daemon/src/manifest/manifest.ts'
import { canonicalTask, taskDigest } from '../../../daemon/src/manifest/task.ts'
import { signAcceptance } from '../../../daemon/src/receipt/acceptance.ts'
import { decodeBase64, encodeBase64 } from '../../../daemon/src/receipt/base64.ts'
import { preAuthenticationEncoding, signEnvelope } from '../../../daemon/src/receipt/dsse.ts'
import { signOrder } from '../../../daemon/src/receipt/order.ts'
import { signReceipt } from '../../../daemon/src/receipt/receipt.ts'
import * as portable from '../../../daemon/src/receipt/verify.ts'
import * as daemon from '../../../daemon/src/receipt/verify-node.ts'
import { bytesOf, fileOf, jobId, node, outputOf as output, receiptParts, submitter } from '../../fakes/receipts.ts'
import { codeOf } from '../../vectors/load.ts'

const verifiers = [portable, daemon]
const now = 1_795_000_000_000

const module = digestOf(new TextEncoder().encode('a module'))
const task = parseManifest(
  new TextEncoder().encode(JSON.stringify({ plasm: 1, task: { module, outputs: ['/out'] } })),
).task
const canonical = canonicalTask(task)
const order = signOrder(
  {
    node: node.peerId,
    task: taskDigest(canonical),
    job: jobId,
    attempt: 1,
    nonce: '0f'.repeat(16),
    runtime: 'any',
    isolation: 'full',
    fresh: false,
    wallTimeMs: 1000,
    expiresAt: now + 60_000,
  },
  submitter,
)

const parts = receiptParts(task, {
  result: { files: [fileOf('/out/b', 'b'), fileOf('/out/a', 'a')] },
  execution: { order: order.digest, acceptedAt: now, startedAt: now + 1, finishedAt: now + 2 },
})
const { result, execution } = parts
const receipt = signReceipt(parts, node)

describe('an order, its acceptance and its receipt', () => {
  test.each(verifiers)('verify from end to end', (verifier) => {
    const verified = verifier.verifyOrder(order.envelope, {
      node: node.peerId,
      peer: submitter.peerId,
      now,
      task: canonical,
    })
    expect(verified.digest).toBe(order.digest)
    expect(Buffer.from(verified.payload)).toEqual(Buffer.from(order.payload))
    const acceptance = signAcceptance({ order: verified.digest, acceptedAt: now }, node)
    expect(
      verifier.verifyAcceptance(acceptance.envelope, { node: node.peerId, order: order.digest }).acceptance.acceptedAt,
    ).toBe(now)
    const read = verifier.verifyReceipt(receipt.envelope, { order: order.payload, task: canonical })
    expect(read).toMatchObject({
      trusted: true,
      digest: receipt.digest,
      resultDigest: receipt.resultDigest,
      node: node.peerId,
      submitter: submitter.peerId,
      job: jobId,
    })
  })

  test('are the same to both verifiers, member for member', () => {
    const [one, other] = verifiers.map((verifier) => JSON.stringify(verifier.verifyReceipt(receipt.envelope)))
    expect(one).toBe(other)
  })

  test.each(verifiers)('come out frozen', (verifier) => {
    const { statement } = verifier.verifyReceipt(receipt.envelope)
    expect(Object.isFrozen(statement.predicate.result.outcome)).toBe(true)
  })

  test('are signed the same way every time', () => {
    expect(Buffer.from(signReceipt(parts, node).envelope)).toEqual(Buffer.from(receipt.envelope))
  })
})

describe('signReceipt', () => {
  test('sorts files and names what holds a byte as subjects', () => {
    expect(receipt.statement.predicate.result.files.map(({ path }) => path)).toEqual(['/out/a', '/out/b'])
    expect(receipt.statement.subject.map(({ name }) => name)).toEqual(['result', 'stdout', '/out/a', '/out/b'])
    expect(`sha256:${receipt.statement.subject[0]!.digest.sha256}`).toBe(receipt.resultDigest)
  })

  test('gives the same result digest on another node, at another time, by another runtime', () => {
    const elsewhere = signReceipt(
      {
        ...parts,
        execution: { ...execution, runtime: { name: 'v8', version: '9' }, startedAt: now + 500, attempt: 2 },
        log: { epoch: 'cd'.repeat(16), sequence: 3, previous: emptyDigest },
      },
      submitter,
    )
    expect(elsewhere.resultDigest).toBe(receipt.resultDigest)
    expect(elsewhere.digest).not.toBe(receipt.digest)
  })

  test.each<[string, Partial<Result>]>([
    ['fuel', { fuel: 1001 }],
    ['memory', { memoryBytes: 131_072 }],
    ['outcome', { outcome: { kind: 'exited', code: 1 } }],
    ['stdout', { stdout: output('hallo') }],
    ['files', { files: [] }],
    ['determinism', { deterministic: false }],
  ])('gives another result digest for other %s', (_, change) => {
    expect(signReceipt({ ...parts, result: { ...result, ...change } }, node).resultDigest).not.toBe(
      receipt.resultDigest,
    )
  })
})

function failureOf(work: () => unknown): PlasmError | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error as PlasmError
  }
}

describe('an envelope', () => {
  const verify = (bytes: Uint8Array) => verifiers.map((verifier) => codeOf(() => verifier.verifyReceipt(bytes)))

  test('fails with any one bit changed, and with the same code for both verifiers', () => {
    fc.assert(
      fc.property(fc.nat(receipt.envelope.length * 8 - 1), (bit) => {
        const changed = receipt.envelope.slice()
        changed[bit >> 3]! ^= 1 << (bit & 7)
        const [one, other] = verify(changed)
        expect(one).not.toBe('accepted')
        expect(one).toBe(other)
      }),
      { numRuns: 500 },
    )
  })

  test('fails with any one bit of its payload changed', () => {
    const { payload, ...rest } = JSON.parse(new TextDecoder().decode(receipt.envelope)) as { payload: string }
    const bytes = Buffer.from(payload, 'base64')
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        const [one, other] = verify(
          new TextEncoder().encode(JSON.stringify({ ...rest, payload: changed.toString('base64') })),
        )
        expect(one).not.toBe('accepted')
        expect(one).toBe(other)
      }),
      { numRuns: 500 },
    )
  })

  test('fails wherever it is cut off', () => {
    for (let length = 0; length < receipt.envelope.length; length += 7)
      expect(verify(receipt.envelope.subarray(0, length))).toEqual(['ENVELOPE_INVALID', 'ENVELOPE_INVALID'])
  })

  test.each(['0', '{}', '""', '[]', '"\\u0041"', '{"a":true}'])(
    'of megabytes of %s is refused where it has too many',
    (unit) => {
      const junk = `[${Array(Math.floor(3e6 / (unit.length + 1))).fill(unit)}]`
      const signed = signEnvelope('application/vnd.in-toto+json', bytesOf(junk), node)
      for (const verifier of verifiers) {
        const [found, envelope] = [signed, bytesOf(junk)].map((bytes) => failureOf(() => verifier.verifyReceipt(bytes)))
        expect([found?.code, envelope?.code]).toEqual(['JSON_INVALID', 'ENVELOPE_INVALID'])
        expect(found?.message).toContain('at most 40960 values')
        expect(envelope?.message).toContain('at most 7 values')
      }
    },
  )

  test('of arbitrary bytes is refused by both verifiers alike', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(verify(bytes)).toEqual(['ENVELOPE_INVALID', 'ENVELOPE_INVALID'])
      }),
    )
  })

  test('signs lengths in bytes, type and payload', () => {
    const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', new TextEncoder().encode('hello world'))
    // The example of the DSSE specification, protocol.md.
    expect(new TextDecoder().decode(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
    expect(new TextDecoder().decode(preAuthenticationEncoding('é', new TextEncoder().encode('é')))).toBe(
      'DSSEv1 2 é 2 é',
    )
  })
})

describe('base64', () => {
  test('is that of Node, both ways', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = new Uint8Array(randomBytes(length))
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
    }
  })

  test.each([
    'A',
    'AA',
    'AAA',
    'AA=',
    'A===',
    '====',
    '=',
    'AA==AA==',
    'AB==',
    'AAB=',
    'AA==\n',
    'AA ==',
    '-_-_',
    'AAAAé',
    'AA=A',
  ])('that is not canonical is refused: %j', (text) => {
    expect(decodeBase64(text)).toBeUndefined()
  })
})

describe('a result digest', () => {
  test('does not depend on the order of keys', () => {
    const shuffled = Object.fromEntries(Object.entries(result).reverse()) as unknown as Result
    expect(signReceipt({ ...parts, result: shuffled }, node).resultDigest satisfies Digest).toBe(receipt.resultDigest)
  })
})
