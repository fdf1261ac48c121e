import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ResultSettlement } from '../../../daemon/src/generated/types.ts'
import { verifyReceipt } from '../../../daemon/src/receipt/verify.ts'
import type { SandboxJob } from '../../../daemon/src/sandbox/sandbox.ts'
import type { ScriptedResult } from '../../fakes/fake-sandbox.ts'
import { bytes, digest, type TestNode, World } from './world.ts'

const corpus = bytes('one two two')
const files = [
  { path: '/in/again.txt', digest: digest(corpus) },
  { path: '/in/corpus.txt', digest: digest(corpus) },
]
const task = { files, outputs: ['/out'] }

/** Writes what it was given, each input to an output of its name, and an empty file. */
function copies(job: SandboxJob): ScriptedResult {
  const copied = job.files.map(({ path, bytes }) => ({ path: path.replace('/in/', '/out/'), bytes }))
  const outputs = [...copied, { path: '/out/empty', bytes: new Uint8Array(0) }]
  return {
    outcome: { kind: 'exited', code: 0 },
    fuel: 7,
    memoryBytes: 65_536,
    files: job.outputs.length > 0 ? outputs : [],
  }
}

const expected = [
  { path: '/out/again.txt', digest: digest(corpus), bytes: corpus.length },
  { path: '/out/corpus.txt', digest: digest(corpus), bytes: corpus.length },
  { path: '/out/empty', digest: digest(new Uint8Array(0)), bytes: 0 },
]

let world: World
let submitter: TestNode
let runs = 0
beforeEach(() => {
  runs = 0
  world = new World()
  const script = (job: SandboxJob) => {
    runs++
    return copies(job)
  }
  submitter = world.node({ seed: 1, script })
  world.node({ seed: 2, script })
})
afterEach(() => world.dispose())

describe.each(['local', 'network'])('a job with files, placed %s', (where) => {
  test('has its inputs where it runs, and its outputs at the submitter and in the receipt', async () => {
    await submitter.store.blobs.put(corpus)
    const id = await submitter.submit({ task, request: { placement: { where } } })
    const { settlement } = await submitter.settled(id)
    expect((settlement as ResultSettlement).result.files).toEqual(expected)

    const output = submitter.service.output(id, 'local', '/out/corpus.txt')
    expect(Buffer.from(await submitter.store.blobs.read(output.digest)).toString()).toBe('one two two')
    expect(submitter.service.output(id, 'local', '/out/empty').bytes).toBe(0)
    expect(() => submitter.service.output(id, 'local', '/out/other')).toThrow(/other/)

    const [name] = submitter.service.find(id, 'local').receipts
    const { envelope } = submitter.store.receipts.find(name ?? '')!
    const verified = verifyReceipt(envelope, { task: submitter.service.find(id, 'local').task })
    expect(verified.statement.predicate.task.files).toEqual(files)
    expect(verified.statement.predicate.result.files).toEqual(expected)
    // Subjects: the result, then each output that is not empty.
    expect(verified.statement.subject.map(({ name }) => name)).toEqual(['result', '/out/again.txt', '/out/corpus.txt'])
  })

  test('is answered from the cache with the same files, without a run', async () => {
    await submitter.store.blobs.put(corpus)
    const request = { cache: true, placement: { where } }
    await submitter.settled(await submitter.submit({ task, request }))
    const id = await submitter.submit({ task, request })
    const { settlement } = await submitter.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', cached: true, result: { files: expected } })
    expect(runs).toBe(1)
    expect(submitter.service.output(id, 'local', '/out/again.txt').digest).toBe(digest(corpus))
  })

  test('that collects nothing gives no files', async () => {
    await submitter.store.blobs.put(corpus)
    const id = await submitter.submit({ task: { files }, request: { placement: { where } } })
    expect(((await submitter.settled(id)).settlement as ResultSettlement).result.files).toEqual([])
  })
})

test('a job whose input is not here is refused at submission, by name', async () => {
  await expect(submitter.submit({ task })).rejects.toMatchObject({
    code: 'BLOB_NOT_FOUND',
    message: expect.stringContaining(digest(corpus)),
  })
})
