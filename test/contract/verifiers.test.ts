import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyEd25519Strict } from '../../daemon/src/identity/ed25519-strict.ts'
import { verifyEd25519 } from '../../daemon/src/identity/signer.ts'
import { canonicalJson } from '../../daemon/src/json/canonical-json.ts'
import { parseStrictJson } from '../../daemon/src/json/strict-json.ts'
import { readProfile } from '../../daemon/src/receipt/read-node.ts'
import { votes } from '../../daemon/src/receipt/result.ts'
import * as portable from '../../daemon/src/receipt/verify.ts'
import * as daemon from '../../daemon/src/receipt/verify-node.ts'
import { bytesOf, codeOf, loadVectors } from '../vectors/load.ts'

interface OrderVector {
  readonly envelope: string
  readonly expected: {
    readonly node: string
    readonly peer: string
    readonly now: number
    readonly task?: string
    readonly taskBytes?: string
  }
  readonly digest: string
}
interface AcceptanceVector {
  readonly envelope: string
  readonly expected: { readonly node: string; readonly order: string }
  readonly digest: string
}
interface ReceiptVector {
  readonly envelope: string
  readonly expected: {
    readonly nodes?: string[]
    readonly submitter?: string
    readonly order?: string
    readonly orderBytes?: string
    readonly task?: string
    readonly taskBytes?: string
    readonly job?: string
  }
  readonly trusted: boolean
  readonly digest: string
  readonly resultDigest: string
  readonly node: string
  readonly votes: boolean
}

const verifiers = [
  ['portable', { ...portable, parse: parseStrictJson, verifyEd25519: verifyEd25519Strict }],
  ['daemon', { ...daemon, parse: readProfile, verifyEd25519 }],
] as const

describe.each(verifiers)('the %s verifier', (_, verifier) => {
  describe('over receipts', () => {
    test.each(loadVectors<ReceiptVector>('receipts.json'))('%s', (_, { envelope, expected, code, ...right }) => {
      const { orderBytes, taskBytes, order, task, ...rest } = expected
      const expectations = {
        ...rest,
        ...(orderBytes === undefined ? (order === undefined ? {} : { order }) : { order: bytesOf(orderBytes) }),
        ...(taskBytes === undefined ? (task === undefined ? {} : { task }) : { task: bytesOf(taskBytes) }),
      }
      const verify = () => verifier.verifyReceipt(bytesOf(envelope), expectations)
      expect(codeOf(verify)).toBe(code ?? 'accepted')
      if (code !== undefined) return
      const receipt = verify()
      expect({
        trusted: receipt.trusted,
        digest: receipt.digest,
        resultDigest: receipt.resultDigest,
        node: receipt.node,
        votes: votes(receipt.statement.predicate.result),
      }).toEqual({
        trusted: right.trusted,
        digest: right.digest,
        resultDigest: right.resultDigest,
        node: right.node,
        votes: right.votes,
      })
    })
  })

  describe('over orders', () => {
    test.each(loadVectors<OrderVector>('orders.json'))('%s', (_, { envelope, expected, code, digest }) => {
      const { taskBytes, ...rest } = expected
      const verify = () =>
        verifier.verifyOrder(bytesOf(envelope), {
          ...rest,
          ...(taskBytes === undefined ? {} : { task: bytesOf(taskBytes) }),
        })
      expect(codeOf(verify)).toBe(code ?? 'accepted')
      if (code === undefined) expect(verify().digest).toBe(digest)
    })

    test('both orders of every replay are good by themselves, and only the same payload has the same name', () => {
      const { replays } = JSON.parse(readFileSync(join(import.meta.dirname, '../vectors/orders.json'), 'utf8')) as {
        replays: { cases: { first: string; second: string; same?: boolean; code?: string }[] }
      }
      const [, { expected }] = loadVectors<OrderVector>('orders.json')[0]!
      for (const { first, second, same, code } of replays.cases) {
        const [before, after] = [first, second].map((envelope) => verifier.verifyOrder(bytesOf(envelope), expected))
        expect(before!.digest === after!.digest).toBe(same === true)
        expect(before!.order.nonce === after!.order.nonce).toBe(same === true || code === 'ORDER_REPLAYED')
      }
    })
  })

  describe('over acceptances', () => {
    test.each(loadVectors<AcceptanceVector>('acceptances.json'))('%s', (_, { envelope, expected, code, digest }) => {
      const verify = () => verifier.verifyAcceptance(bytesOf(envelope), expected)
      expect(codeOf(verify)).toBe(code ?? 'accepted')
      if (code === undefined) expect(verify().digest).toBe(digest)
    })
  })

  describe('over payloads that were changed after signing', () => {
    const expected = {} as never // Whatever is expected is compared after the signature.
    test.each([
      ['receipts.json', 'predicate/execution/node', (bytes: Uint8Array) => verifier.verifyReceipt(bytes)],
      ['orders.json', 'submitter', (bytes: Uint8Array) => verifier.verifyOrder(bytes, expected)],
      ['acceptances.json', 'node', (bytes: Uint8Array) => verifier.verifyAcceptance(bytes, expected)],
    ] as const)('judges no member of %s but the signer, at %s', (file, signer, verify) => {
      const [, good] = loadVectors<{ envelope: string }>(file)[0]!
      const envelope = JSON.parse(Buffer.from(good.envelope, 'base64').toString()) as { payload: string }
      const payload = JSON.parse(Buffer.from(envelope.payload, 'base64').toString()) as object
      for (const path of pathsOf(payload)) {
        const changed = JSON.stringify(without(payload, path))
        const forged = { ...envelope, payload: Buffer.from(changed).toString('base64') }
        const namesSigner = !`${signer}/`.startsWith(`${path.join('/')}/`)
        expect([path, codeOf(() => verify(Buffer.from(JSON.stringify(forged))))]).toEqual([
          path,
          namesSigner ? 'SIGNATURE_INVALID' : 'PAYLOAD_INVALID',
        ])
      }
    })
  })

  describe('over documents of the JSON profile', () => {
    test.each(loadVectors<{ bytes: string; canonical: string }>('strict-json.json'))(
      '%s',
      (_, { bytes, canonical, code }) => {
        expect(codeOf(() => verifier.parse(bytesOf(bytes)))).toBe(code ?? 'accepted')
        if (code === undefined)
          expect(Buffer.from(canonicalJson(verifier.parse(bytesOf(bytes)))).toString('base64')).toBe(canonical)
      },
    )
  })

  describe('over Ed25519 signatures', () => {
    test.each(loadVectors<{ publicKey: string; message: string; signature: string; valid: boolean }>('ed25519.json'))(
      '%s',
      (_, { publicKey, message, signature, valid }) => {
        const [key, text, bytes] = [publicKey, message, signature].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')))
        expect(verifier.verifyEd25519(key!, text!, bytes!)).toBe(valid)
      },
    )
  })
})

/** The path of every member of a document. */
function pathsOf(document: object): readonly string[][] {
  return Object.entries(document).flatMap(([key, value]) => [
    [key],
    ...(typeof value === 'object' && value !== null ? pathsOf(value).map((path) => [key, ...path]) : []),
  ])
}

/** A copy of a document with one member less. */
function without(document: object, path: readonly string[]): object {
  const copy = structuredClone(document) as Record<string, unknown>
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy)
  delete parent[path.at(-1)!]
  return copy
}
