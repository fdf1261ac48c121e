import { keylessPeerId, node, other, submitter } from './actors.ts'
import { base64, sha256 } from './bytes.ts'
import { checkOrderFaults } from './check-order.ts'
import {
  canonicalTask,
  nothing,
  order,
  orderDigest,
  orderPayload,
  type Predicate,
  predicate,
  resultDigestOf,
  statementOf,
  task,
  taskDigest,
  text,
} from './documents.ts'
import { canonical, changed, envelope, envelopeFaults, type Making } from './signed.ts'

const mostValues = 40_960

/** Receipts, and what their readers answer. */
export function receiptVectors() {
  return {
    description:
      'Receipts. envelope: base64; expected, each member optional: nodes, submitter, order (digest) or orderBytes (base64 of the payload), task (digest) or taskBytes (base64 of the canonical task), job. Where the receipt is good: trusted, digest (of the payload bytes), resultDigest, node, and votes (whether the result may count in a quorum).',
    cases: [
      ...good.map(({ name, about, expected = {}, trusted, votes, ...made }) => {
        const full = { ...making(about), ...made }
        return {
          name,
          envelope: envelope(full),
          expected,
          trusted,
          digest: sha256(full.payload as string),
          resultDigest: resultDigestOf(about),
          node: about.execution.node,
          votes,
        }
      }),
      ...bad.map(({ name, expected = {}, code, ...made }) => ({ name, envelope: envelope(made), expected, code })),
      ...envelopeFaults(
        making(),
        other,
        'application/vnd.plasm.order+json',
        '"_type":"https://in-toto.io/Statement/v1"',
      ).map(({ name, code, ...made }) => ({ name, envelope: envelope(made), expected: {}, code })),
      ...checkOrderFaults({
        making: making(),
        document: statement,
        otherPayloadType: 'application/vnd.plasm.order+json',
        signer: 'predicate.execution.node',
        otherPeer: 'predicate.execution.submitter',
        required: 'predicate.result.stderr',
      }).map(({ name, code, ...made }) => ({ name, envelope: envelope(made), expected: {}, code })),
    ],
  }
}

/** A statement of so many values, arrays and objects counted, most of them under a key that is ignored. */
function ofValues(count: number): string {
  const statement = { ...statementOf(predicate), extra: [] }
  return canonical({ ...statement, extra: Array(count - valuesIn(statement)).fill(0) })
}

function valuesIn(value: unknown): number {
  const inner = typeof value === 'object' && value !== null ? Object.values(value) : []
  return inner.reduce((sum, each) => sum + valuesIn(each), 1)
}

function making(about: Predicate = predicate): Making {
  return makingOf(statementOf(about))
}

function makingOf(statement: object): Making {
  return { payloadType: 'application/vnd.in-toto+json', payload: canonical(statement), signer: node }
}

/** The predicate with changes, each a dotted path. */
function about(changes: Readonly<Record<string, unknown>>): Predicate {
  return Object.entries(changes).reduce((document, [path, value]) => changed(document, path, value), predicate)
}

/** The predicate with another outcome, and nothing written. */
function ended(outcome: object, counts: number | null, rest: Readonly<Record<string, unknown>> = {}): Predicate {
  return about({
    'result.outcome': outcome,
    'result.fuel': counts,
    'result.memoryBytes': counts,
    'result.stdout': nothing,
    'result.files': [],
    ...rest,
  })
}

/** The predicate of a module whose declared memory is above the limit. */
function declaredTooMuch(rest: Readonly<Record<string, unknown>> = {}): Predicate {
  return ended({ kind: 'exceeded', limit: 'memory' }, 0, rest)
}

const all = { nodes: [node.peerId], submitter: submitter.peerId, order: orderDigest, task: taskDigest, job: order.job }
const bytes = { orderBytes: base64(orderPayload), taskBytes: base64(canonicalTask) }
const empty = sha256('')
const realTask = canonical({ ...JSON.parse(canonicalTask), clock: 'real' })
const real = (changes: Readonly<Record<string, unknown>>) =>
  about({ 'task.digest': sha256(realTask), 'result.deterministic': false, ...changes })

interface Good extends Partial<Making> {
  readonly name: string
  readonly about: Predicate
  readonly expected?: object
  readonly trusted: boolean
  readonly votes: boolean
}

const good: readonly Good[] = [
  { name: 'no expectations: the signature is valid, and no more', about: predicate, trusted: false, votes: true },
  {
    name: 'node, task and job expected',
    about: predicate,
    expected: { nodes: [node.peerId], task: taskDigest, job: order.job },
    trusted: true,
    votes: true,
  },
  { name: 'everything expected', about: predicate, expected: all, trusted: true, votes: true },
  {
    name: 'one of several nodes expected',
    about: predicate,
    expected: { ...all, nodes: [other.peerId, node.peerId] },
    trusted: true,
    votes: true,
  },
  { name: 'order and task as bytes', about: predicate, expected: bytes, trusted: true, votes: true },
  {
    name: 'the order as bytes names node, task and job',
    about: predicate,
    expected: { orderBytes: bytes.orderBytes },
    trusted: true,
    votes: true,
  },
  {
    name: 'without a node expected it is not trusted',
    about: predicate,
    expected: { task: taskDigest, job: order.job, order: orderDigest },
    trusted: false,
    votes: true,
  },
  {
    name: 'without a task expected it is not trusted',
    about: predicate,
    expected: { nodes: [node.peerId], job: order.job, order: orderDigest },
    trusted: false,
    votes: true,
  },
  {
    name: 'without a job expected it is not trusted',
    about: predicate,
    expected: { nodes: [node.peerId], task: taskDigest, order: orderDigest },
    trusted: false,
    votes: true,
  },
  {
    name: 'a payload that is not canonical: what is signed are its bytes',
    about: predicate,
    payload: JSON.stringify(statementOf(predicate), undefined, 1),
    expected: all,
    trusted: true,
    votes: true,
  },
  {
    name: 'unknown keys outside task and result are ignored',
    about: predicate,
    payload: canonical({
      ...statementOf({
        ...predicate,
        execution: { ...predicate.execution, extra: 1 },
        log: { ...predicate.log, extra: 1 },
        extra: 1,
      } as Predicate),
      extra: 1,
    }),
    expected: all,
    trusted: true,
    votes: true,
  },
  {
    name: 'as many values as a payload may have',
    about: predicate,
    payload: ofValues(mostValues),
    expected: all,
    trusted: true,
    votes: true,
  },
  {
    name: 'an attempt that never started has no startedAt',
    about: ended({ kind: 'cancelled' }, null, { 'execution.startedAt': undefined }),
    expected: bytes,
    trusted: true,
    votes: false,
  },
  {
    name: 'later in its log',
    about: about({ 'log.sequence': 7, 'log.previous': sha256('the receipt before') }),
    expected: all,
    trusted: true,
    votes: true,
  },
  {
    name: 'exited with the largest code',
    about: ended({ kind: 'exited', code: 4294967295 }, 100),
    expected: bytes,
    trusted: true,
    votes: true,
  },
  {
    name: 'all outputs',
    about: about({
      'result.stderr': text,
      'result.files': [
        { path: '/out/B', ...text },
        { path: '/out/a', ...nothing },
        { path: '/out/\uffff', ...text },
        { path: '/out/\u{10000}', ...text },
      ],
    }),
    expected: bytes,
    trusted: true,
    votes: true,
  },
  {
    name: 'a task without stdin and files',
    about: about({ 'task.stdin': undefined, 'task.files': [] }),
    expected: all,
    trusted: true,
    votes: true,
  },
  ...[
    'unreachable',
    'memory-bounds',
    'table-bounds',
    'indirect-call',
    'divide-by-zero',
    'integer-overflow',
    'float-to-int',
    'stack-exhausted',
  ].map((reason) => ({
    name: `trapped: ${reason}`,
    about: about({ 'result.outcome': { kind: 'trapped', reason } }),
    expected: bytes,
    trusted: true,
    votes: true,
  })),
  {
    name: 'exceeded: fuel',
    about: about({ 'result.outcome': { kind: 'exceeded', limit: 'fuel' }, 'result.fuel': 10_000_000_000 }),
    expected: bytes,
    trusted: true,
    votes: true,
  },
  {
    name: 'exceeded: fuel, before any memory was made',
    about: ended({ kind: 'exceeded', limit: 'fuel' }, 0, { 'result.fuel': 10_000_000_000 }),
    expected: bytes,
    trusted: true,
    votes: true,
  },
  {
    name: 'exceeded: memory',
    about: declaredTooMuch(),
    expected: bytes,
    trusted: true,
    votes: true,
  },
  {
    name: 'exceeded: output',
    about: about({ 'result.outcome': { kind: 'exceeded', limit: 'output' } }),
    expected: bytes,
    trusted: true,
    votes: true,
  },
  {
    name: 'exceeded: wallTime never votes',
    about: about({
      'result.outcome': { kind: 'exceeded', limit: 'wallTime' },
      'result.fuel': null,
      'result.memoryBytes': null,
    }),
    expected: bytes,
    trusted: true,
    votes: false,
  },
  ...[
    'malformed',
    'invalid',
    'limit',
    'unknown-import',
    'import-type',
    'no-start',
    'no-memory',
    'threads',
    'relaxed-simd',
    'exceptions',
    'tail-calls',
    'extended-constants',
    'typed-references',
    'gc',
    'memory64',
    'multi-memory',
    'custom-page-sizes',
    'components',
  ].map((reason) => ({
    name: `rejected: ${reason}`,
    about: ended({ kind: 'rejected', reason, offset: 17 }, 0),
    expected: bytes,
    trusted: true,
    votes: true,
  })),
  {
    name: 'cancelled never votes',
    about: ended({ kind: 'cancelled' }, null),
    expected: bytes,
    trusted: true,
    votes: false,
  },
  ...[
    'child-died',
    'child-misbehaved',
    'start-failed',
    'out-of-memory',
    'unsupported',
    'input-missing',
    'restarted',
    'internal',
  ].map((reason) => ({
    name: `failed: ${reason} never votes`,
    about: ended({ kind: 'failed', reason }, null),
    expected: bytes,
    trusted: true,
    votes: false,
  })),
  {
    name: 'a real clock: not deterministic, never votes',
    about: real({}),
    expected: { ...all, order: undefined, task: undefined, taskBytes: base64(realTask) },
    trusted: true,
    votes: false,
  },
  {
    name: 'a real clock, but the module was rejected: the same everywhere',
    about: real({
      'result.outcome': { kind: 'rejected', reason: 'malformed', offset: 0 },
      'result.fuel': 0,
      'result.memoryBytes': 0,
      'result.stdout': nothing,
      'result.files': [],
    }),
    expected: { nodes: all.nodes, job: all.job, taskBytes: base64(realTask) },
    trusted: true,
    votes: true,
  },
]

interface Bad extends Making {
  readonly name: string
  readonly expected?: object
  readonly code: string
}

function invalid(name: string, changes: Readonly<Record<string, unknown>>): Bad {
  return { ...making(about(changes)), name, code: 'PAYLOAD_INVALID' }
}

function broken(name: string, path: string, value: unknown, code = 'PAYLOAD_INVALID'): Bad {
  return { ...makingOf(changed(statementOf(predicate), path, value)), name, code }
}

const statement = statementOf(predicate)
const out = predicate.result.files[0]!

const schemaFaults: readonly Bad[] = [
  ...Object.keys(statement).map((key) => broken(`without ${key}`, key, undefined)),
  ...Object.keys(predicate).map((key) => broken(`without ${key}`, `predicate.${key}`, undefined)),
  ...['digest', 'semantics', 'module', 'files'].map((key) =>
    broken(`without task.${key}`, `predicate.task.${key}`, undefined),
  ),
  ...Object.keys(predicate.result).map((key) => broken(`without result.${key}`, `predicate.result.${key}`, undefined)),
  ...Object.keys(predicate.execution)
    .filter((key) => key !== 'startedAt')
    .map((key) => broken(`without execution.${key}`, `predicate.execution.${key}`, undefined)),
  ...Object.keys(predicate.log).map((key) => broken(`without log.${key}`, `predicate.log.${key}`, undefined)),
  broken('another statement type', '_type', 'https://in-toto.io/Statement/v0.1'),
  broken('another predicate type', 'predicateType', 'urn:uuid:00000000-0000-4000-8000-000000000000'),
  broken('no subjects', 'subject', []),
  broken('a subject without a digest', 'subject.0', { name: 'result' }),
  broken('a subject without a sha256', 'subject.0.digest', { sha512: '00' }),
  broken('a subject with a digest in capitals', 'subject.0.digest.sha256', 'AB'.repeat(32)),
  invalid('an unknown key in the task', { 'task.extra': 1 }),
  invalid('an unknown key in the result', { 'result.extra': 1 }),
  invalid('an unknown key in an outcome', { 'result.outcome': { kind: 'exited', code: 0, extra: 1 } }),
  invalid('an unknown key in stdout', { 'result.stdout': { ...text, extra: 1 } }),
  invalid('an unknown key in a file', { 'result.files': [{ ...out, extra: 1 }] }),
  invalid('another semantics', { 'task.semantics': 2 }),
  invalid('null for an absent stdin', { 'task.stdin': null }),
  invalid('null for an absent startedAt', { 'execution.startedAt': null }),
  invalid('null for an absent previous', { 'log.previous': null }),
  invalid('an outcome of no kind', { 'result.outcome': {} }),
  invalid('an outcome of another kind', { 'result.outcome': { kind: 'completed' } }),
  invalid('exited without a code', { 'result.outcome': { kind: 'exited' } }),
  invalid('exited with a negative code', { 'result.outcome': { kind: 'exited', code: -1 } }),
  invalid('exited with a code above u32', { 'result.outcome': { kind: 'exited', code: 4294967296 } }),
  invalid('trapped for another reason', { 'result.outcome': { kind: 'trapped', reason: 'oops' } }),
  invalid('exceeded another limit', { 'result.outcome': { kind: 'exceeded', limit: 'patience' } }),
  invalid('rejected without an offset', { 'result.outcome': { kind: 'rejected', reason: 'invalid' } }),
  invalid('failed for another reason', { 'result.outcome': { kind: 'failed', reason: 'bad-luck' } }),
  invalid('cancelled with a reason', { 'result.outcome': { kind: 'cancelled', reason: 'x' } }),
  invalid('deterministic as a number', { 'result.deterministic': 1 }),
  invalid('negative fuel', { 'result.fuel': -1 }),
  invalid('memory above 4 GiB', { 'result.memoryBytes': 4294967297 }),
  invalid('negative bytes', { 'result.stdout': { ...text, bytes: -1 } }),
  invalid('a file with a relative path', { 'result.files': [{ ...out, path: 'out/top.csv' }] }),
  invalid('a file with .. in its path', { 'result.files': [{ ...out, path: '/out/../top.csv' }] }),
  invalid('a local name as submitter', { 'execution.submitter': 'local' }),
  invalid('a job that is no UUIDv7', { 'execution.job': '0193466f-4d00-4abc-8def-0123456789ab' }),
  invalid('attempt 0', { 'execution.attempt': 0 }),
  invalid('a runtime without a version', { 'execution.runtime': { name: 'interpreter' } }),
  invalid('another isolation', { 'execution.isolation': 'none' }),
  invalid('a time before 1970', { 'execution.finishedAt': -1 }),
  invalid('an epoch of 30 digits', { 'log.epoch': '00'.repeat(15) }),
  invalid('a negative sequence', { 'log.sequence': -1 }),
]

const ruleFaults: readonly Bad[] = [
  ...(['fuel', 'memoryBytes'] as const).flatMap((key) => [
    invalid(`exited with null ${key}`, { [`result.${key}`]: null }),
    invalid(`trapped with null ${key}`, {
      'result.outcome': { kind: 'trapped', reason: 'unreachable' },
      [`result.${key}`]: null,
    }),
    invalid(`exceeded fuel with null ${key}`, {
      'result.outcome': { kind: 'exceeded', limit: 'fuel' },
      [`result.${key}`]: null,
    }),
    {
      ...making(changed(ended({ kind: 'cancelled' }, null), `result.${key}`, 1)),
      name: `cancelled with ${key}`,
      code: 'PAYLOAD_INVALID',
    },
    {
      ...making(changed(ended({ kind: 'failed', reason: 'internal' }, null), `result.${key}`, 0)),
      name: `failed with ${key}`,
      code: 'PAYLOAD_INVALID',
    },
    {
      ...making(changed(ended({ kind: 'exceeded', limit: 'wallTime' }, null), `result.${key}`, 1)),
      name: `exceeded wallTime with ${key}`,
      code: 'PAYLOAD_INVALID',
    },
    {
      ...making(changed(ended({ kind: 'rejected', reason: 'invalid', offset: 0 }, 0), `result.${key}`, 1)),
      name: `rejected with ${key}`,
      code: 'PAYLOAD_INVALID',
    },
    {
      ...making(changed(ended({ kind: 'rejected', reason: 'invalid', offset: 0 }, 0), `result.${key}`, null)),
      name: `rejected with null ${key}`,
      code: 'PAYLOAD_INVALID',
    },
  ]),
  invalid('files out of order', {
    'result.files': [
      { ...out, path: '/out/b' },
      { ...out, path: '/out/a' },
    ],
  }),
  invalid('files in order of UTF-16', {
    'result.files': [
      { ...out, path: '/out/\u{10000}' },
      { ...out, path: '/out/\uffff' },
    ],
  }),
  invalid('one file twice', { 'result.files': [out, out] }),
  invalid("the task's files out of order", {
    'task.files': [
      { path: '/in/b', digest: empty },
      { path: '/in/a', digest: empty },
    ],
  }),
  invalid('0 bytes with the digest of some', { 'result.stderr': { ...text, bytes: 0 } }),
  invalid('some bytes with the digest of none', { 'result.stderr': { ...nothing, bytes: 1 } }),
  {
    ...making(ended({ kind: 'rejected', reason: 'invalid', offset: 0 }, 0, { 'result.stdout': text })),
    name: 'rejected with standard output',
    code: 'PAYLOAD_INVALID',
  },
  {
    ...making(
      ended({ kind: 'rejected', reason: 'invalid', offset: 0 }, 0, { 'result.files': [{ ...out, ...nothing }] }),
    ),
    name: 'rejected with a file',
    code: 'PAYLOAD_INVALID',
  },
  ...(['fuel', 'memoryBytes'] as const).flatMap((key) =>
    [1, null].map((value) => ({
      ...making(changed(declaredTooMuch(), `result.${key}`, value)),
      name: value === null ? `exceeded memory with null ${key}` : `exceeded memory with ${key}`,
      code: 'PAYLOAD_INVALID',
    })),
  ),
  ...(
    [
      ['standard output', { 'result.stdout': text }],
      ['standard error', { 'result.stderr': text }],
      ['a file', { 'result.files': [{ ...out, ...nothing }] }],
    ] as const
  ).map(([what, rest]) => ({
    ...making(declaredTooMuch(rest)),
    name: `exceeded memory with ${what}`,
    code: 'PAYLOAD_INVALID',
  })),
  invalid('previous at sequence 0', { 'log.previous': empty }),
  invalid('no previous at sequence 1', { 'log.sequence': 1 }),
]

const subject = statement.subject
const mismatched = { ...making(), name: '' }

const bad: readonly Bad[] = [
  {
    ...making(),
    payload: ofValues(mostValues + 1),
    name: 'a value more than a payload may have',
    code: 'JSON_INVALID',
  },
  ...schemaFaults,
  ...ruleFaults,
  {
    ...making(about({ 'execution.node': keylessPeerId })),
    name: "a node's peer ID that names no key",
    code: 'PEER_ID_INVALID',
  },
  {
    ...making(about({ 'execution.submitter': keylessPeerId })),
    name: "a submitter's peer ID that names no key",
    code: 'PEER_ID_INVALID',
  },
  {
    ...making(about({ 'execution.node': other.peerId })),
    name: 'in the name of another node',
    code: 'KEY_ID_MISMATCH',
  },
  {
    ...making(about({ 'execution.node': other.peerId })),
    keyid: other.peerId,
    name: 'in the name and under the key ID of another node',
    code: 'SIGNATURE_INVALID',
  },
  broken('another result digest', 'subject.0.digest.sha256', '00'.repeat(32), 'RESULT_DIGEST_MISMATCH'),
  broken('fuel changed after the result digest was made', 'predicate.result.fuel', 81_235, 'RESULT_DIGEST_MISMATCH'),
  broken('a task changed after the result digest was made', 'predicate.task.digest', empty, 'RESULT_DIGEST_MISMATCH'),
  broken('subjects without the result', 'subject', subject.slice(1), 'RESULT_DIGEST_MISMATCH'),
  broken(
    'the result is not the first subject',
    'subject',
    [subject[1], subject[0], subject[2]],
    'RESULT_DIGEST_MISMATCH',
  ),
  broken('the first subject has another name', 'subject.0.name', 'outcome', 'SUBJECT_MISMATCH'),
  broken('a subject left out', 'subject', subject.slice(0, 2), 'SUBJECT_MISMATCH'),
  broken(
    'a subject too many',
    'subject',
    [...subject, { name: 'stderr', digest: { sha256: empty.slice(7) } }],
    'SUBJECT_MISMATCH',
  ),
  broken('subjects in another order', 'subject', [subject[0], subject[2], subject[1]], 'SUBJECT_MISMATCH'),
  broken('a subject with another name', 'subject.1.name', 'stderr', 'SUBJECT_MISMATCH'),
  broken('a subject with another digest', 'subject.2.digest.sha256', empty.slice(7), 'SUBJECT_MISMATCH'),
  { ...mismatched, name: 'another node expected', expected: { ...all, nodes: [other.peerId] }, code: 'NODE_MISMATCH' },
  { ...mismatched, name: 'no node expected at all', expected: { ...all, nodes: [] }, code: 'NODE_MISMATCH' },
  {
    ...mismatched,
    name: 'another submitter expected',
    expected: { ...all, submitter: other.peerId },
    code: 'SUBMITTER_MISMATCH',
  },
  {
    ...mismatched,
    name: 'another order expected, as digest',
    expected: { ...all, order: taskDigest },
    code: 'ORDER_MISMATCH',
  },
  {
    ...mismatched,
    name: 'another order expected, as bytes',
    expected: { orderBytes: base64(canonical({ ...order, nonce: 'ff'.repeat(16) })) },
    code: 'ORDER_MISMATCH',
  },
  {
    ...mismatched,
    name: 'another task expected, as digest',
    expected: { ...all, task: orderDigest },
    code: 'TASK_MISMATCH',
  },
  {
    ...mismatched,
    name: 'another task expected, as bytes',
    expected: { taskBytes: base64(realTask) },
    code: 'TASK_MISMATCH',
  },
  {
    ...mismatched,
    name: 'another job expected',
    expected: { ...all, job: '0193466f-4d00-7abc-8def-000000000000' },
    code: 'JOB_MISMATCH',
  },
  ...(
    [
      ['another attempt than its order', { 'execution.attempt': 2 }],
      ['another job than its order', { 'execution.job': '0193466f-4d00-7abc-8def-000000000000' }],
      ['another submitter than its order', { 'execution.submitter': other.peerId }],
      ['another task than its order', { 'task.digest': empty }],
      ['less isolation than its order', { 'execution.isolation': 'reduced' }],
    ] as const
  ).map(([name, changes]) => ({
    ...making(about(changes)),
    name,
    expected: { orderBytes: bytes.orderBytes },
    code: 'ORDER_MISMATCH',
  })),
  orderedV8(),
  ...(
    [
      ['another module than its task', { 'task.module': empty }],
      ['another stdin than its task', { 'task.stdin': empty }],
      ['no stdin though its task has one', { 'task.stdin': undefined }],
      ['another file than its task', { 'task.files': [{ ...task.files[0], digest: empty }] }],
      ['not deterministic though its task is', { 'result.deterministic': false }],
      ['more fuel than its task allows', { 'result.fuel': 10_000_000_001 }],
      ['out of fuel before the limit', { 'result.outcome': { kind: 'exceeded', limit: 'fuel' } }],
      ['more memory than its task allows', { 'result.memoryBytes': 67_174_400 }],
      ['more output than its task allows', { 'result.stdout': { ...text, bytes: 1_048_567 } }],
      ['a file outside of the outputs', { 'result.files': [{ ...out, path: '/outside/top.csv' }] }],
    ] as const
  ).map(([name, changes]) => ({
    ...making(about(changes)),
    name,
    expected: { taskBytes: bytes.taskBytes },
    code: 'TASK_MISMATCH',
  })),
  // The order of checks: of two faults the earlier one decides.
  {
    ...invalid('two faults: signature and a rule beyond the schema', { 'log.sequence': 1 }),
    ...{ changeSignature: () => Buffer.alloc(64), code: 'SIGNATURE_INVALID' },
  },
  invalid("two faults: a rule beyond the schema and the submitter's name", {
    'log.sequence': 1,
    'execution.submitter': keylessPeerId,
  }),
  broken('two faults: a rule beyond the schema and result digest', 'predicate.result.fuel', null),
  {
    ...makingOf(changed(statementOf(about({ 'execution.submitter': keylessPeerId })), 'subject', subject.slice(1))),
    name: "two faults: the submitter's name and result digest",
    code: 'PEER_ID_INVALID',
  },
  {
    ...invalid('two faults: schema and expected node', { 'execution.attempt': 0 }),
    expected: { nodes: [other.peerId] },
  },
  {
    ...broken(
      'two faults: signature and result digest',
      'subject.0.digest.sha256',
      '00'.repeat(32),
      'SIGNATURE_INVALID',
    ),
    changeSignature: () => Buffer.alloc(64),
  },
  {
    ...makingOf({ ...statement, subject: [{ ...subject[0], digest: { sha256: '00'.repeat(32) } }] }),
    name: 'two faults: result digest and subjects',
    code: 'RESULT_DIGEST_MISMATCH',
  },
  {
    ...broken('two faults: subjects and expected node', 'subject', subject.slice(0, 2), 'SUBJECT_MISMATCH'),
    expected: { nodes: [other.peerId] },
  },
  {
    ...mismatched,
    name: 'all expectations wrong',
    expected: {
      nodes: [other.peerId],
      submitter: other.peerId,
      order: empty,
      task: empty,
      job: '0193466f-4d00-7abc-8def-000000000000',
    },
    code: 'NODE_MISMATCH',
  },
  {
    ...mismatched,
    name: 'submitter, order, task and job wrong',
    expected: { submitter: other.peerId, order: empty, task: empty, job: '0193466f-4d00-7abc-8def-000000000000' },
    code: 'SUBMITTER_MISMATCH',
  },
  {
    ...mismatched,
    name: 'order, task and job wrong',
    expected: { order: empty, task: empty, job: '0193466f-4d00-7abc-8def-000000000000' },
    code: 'ORDER_MISMATCH',
  },
  {
    ...mismatched,
    name: 'task and job wrong',
    expected: { task: empty, job: '0193466f-4d00-7abc-8def-000000000000' },
    code: 'TASK_MISMATCH',
  },
]

/** A receipt by the interpreter for an order that asked for V8. */
function orderedV8(): Bad {
  const payload = canonical({ ...order, runtime: 'v8' })
  return {
    ...making(about({ 'execution.order': sha256(payload) })),
    name: 'another runtime than its order',
    expected: { orderBytes: base64(payload) },
    code: 'ORDER_MISMATCH',
  }
}
