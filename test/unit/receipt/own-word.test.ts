import { expect, test } from 'vitest'
import type { PeerId } from '../../../daemon/src/generated/types.ts'
import { parseManifest } from '../../../daemon/src/manifest/manifest.ts'
import { canonicalTask, taskDigest } from '../../../daemon/src/manifest/task.ts'
import { signOrder } from '../../../daemon/src/receipt/order.ts'
import { OwnWord } from '../../../daemon/src/receipt/own-word.ts'
import { bytesOf, jobId, outputOf, receiptOf, submitter } from '../../fakes/receipts.ts'

const manifest = { plasm: 1, task: { module: outputOf('a module').digest } }
const { task, request } = parseManifest(bytesOf(JSON.stringify(manifest)))
const taskBytes = canonicalTask(task)

test('one’s own order is known by the object that was signed, and for its own task', () => {
  const { runtime, isolation, fresh, wallTimeMs } = request
  const names = { node: submitter.peerId as PeerId, task: taskDigest(taskBytes), job: jobId }
  const terms = { attempt: 1, nonce: '0'.repeat(32), runtime, isolation, fresh, wallTimeMs, expiresAt: 1 }
  const { envelope, order, digest } = signOrder({ ...names, ...terms }, submitter)
  const ownWord = new OwnWord()
  const own = { order, digest, taskBytes, task }
  ownWord.addOrder(envelope, own)
  expect(ownWord.findOrder(envelope, taskBytes)).toBe(own)
  // As bytes are that came from elsewhere: equal, and not the same.
  expect(ownWord.findOrder(Uint8Array.from(envelope), taskBytes)).toBeUndefined()
  expect(ownWord.findOrder(envelope, Uint8Array.from(taskBytes))).toBeUndefined()
})

test('one’s own receipt is known by the object that was signed, and for its own order', () => {
  const signed = receiptOf(task)
  const { order } = signed.statement.predicate.execution
  const ownWord = new OwnWord()
  ownWord.addReceipt(signed)
  expect(ownWord.findReceipt(signed.envelope, order)).toMatchObject({ trusted: true, digest: signed.digest })
  expect(ownWord.findReceipt(Uint8Array.from(signed.envelope), order)).toBeUndefined()
  expect(ownWord.findReceipt(signed.envelope, signed.digest)).toBeUndefined()
})
