import { node, submitter } from './actors.ts'
import { sha256 } from './bytes.ts'
import { canonical } from './signed.ts'

/** A moment, in milliseconds since 1970 UTC, that all signed vectors happen around. */
export const now = 1_795_000_000_000

const module = sha256('a module')
const corpus = sha256('a corpus')
const input = sha256('standard input')

/** A manifest's task as a user might write it, and its canonical form. */
export const task = {
  module,
  args: ['--top', '10'],
  env: { LANG: 'C' },
  stdin: input,
  files: [{ path: '/in/corpus.txt', digest: corpus }],
  outputs: ['/out'],
}
export const canonicalTask = canonical({
  ...task,
  semantics: 1,
  limits: { fuel: 10_000_000_000, memoryBytes: 67_108_864, outputBytes: 1_048_576 },
  clock: 'virtual',
  random: 'seeded',
})
export const taskDigest = sha256(canonicalTask)

export const order = {
  plasm: 1,
  submitter: submitter.peerId as string,
  node: node.peerId as string,
  task: taskDigest,
  job: '0193466f-4d00-7abc-8def-0123456789ab',
  attempt: 1,
  nonce: '000102030405060708090a0b0c0d0e0f',
  runtime: 'any',
  isolation: 'full',
  fresh: false,
  wallTimeMs: 10_000,
  expiresAt: now + 60_000,
}
export const orderPayload = canonical(order)
export const orderDigest = sha256(orderPayload)

export const acceptance = { plasm: 1, order: orderDigest, node: node.peerId as string, acceptedAt: now }

export const nothing = { digest: sha256(''), bytes: 0 }
export const text = { digest: sha256('the standard output of a run\n'), bytes: 29 }

/** What a receipt says below `predicate`. */
export const predicate = {
  task: { digest: taskDigest, semantics: 1, module, stdin: input, files: task.files },
  result: {
    outcome: { kind: 'exited', code: 0 } as Record<string, unknown>,
    deterministic: true,
    fuel: 81_234 as number | null,
    memoryBytes: 1_114_112 as number | null,
    stdout: text,
    stderr: nothing,
    files: [{ path: '/out/top.csv', digest: sha256('rank,word\n'), bytes: 10 }],
  },
  execution: {
    node: node.peerId as string,
    submitter: submitter.peerId as string,
    order: orderDigest,
    job: order.job,
    attempt: 1,
    runtime: { name: 'interpreter', version: '0.1.0' },
    isolation: 'full',
    acceptedAt: now,
    startedAt: now + 5,
    finishedAt: now + 105,
  },
  log: { epoch: 'f0e1d2c3b4a5968778695a4b3c2d1e0f', sequence: 0 },
}
export type Predicate = typeof predicate

/** The statement about a predicate, with the result digest and subjects that are right for it. */
export function statementOf(about: Predicate) {
  const { result } = about
  const outputs = [{ path: 'stdout', ...result.stdout }, { path: 'stderr', ...result.stderr }, ...result.files]
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: 'result', digest: resultDigestOf(about) },
      ...outputs.filter(({ bytes }) => bytes > 0).map(({ path, digest }) => ({ name: path, digest })),
    ].map(({ name, digest }) => ({ name, digest: { sha256: digest.replace('sha256:', '') } })),
    predicateType: 'urn:uuid:36bd8e2a-1bba-4a17-aa3c-d0e104499239',
    predicate: about,
  }
}

export function resultDigestOf({ task, result }: Predicate): string {
  return sha256(canonical({ task, result }))
}
