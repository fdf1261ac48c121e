import { base64, sha256 } from './bytes.ts'
import { canonicalTask, task } from './documents.ts'
import { canonical, changed } from './signed.ts'

/** Manifests and the task they come to; tasks as bytes that a node received. */
export function taskDigestVectors() {
  return {
    description:
      'Manifests (manifest: base64) and the canonical task (task: base64) and digest that they have; with a code, they are refused. Cases with `received` are the bytes of a task that a node got, which must be canonical already.',
    cases: [
      ...manifests.map(([name, document, expected]) => ({
        name,
        manifest: base64(typeof document === 'string' ? document : JSON.stringify(document)),
        task: base64(expected),
        digest: sha256(expected),
      })),
      ...refusedManifests.map(([name, document, code = 'MANIFEST_INVALID']) => ({
        name,
        manifest: base64(typeof document === 'string' ? document : JSON.stringify(document)),
        code,
      })),
      ...receivedTasks.map(([name, bytes]) => ({
        name: `received: ${name}`,
        received: base64(bytes),
        digest: sha256(bytes),
      })),
      ...refusedTasks.map(([name, bytes, code = 'MANIFEST_INVALID']) => ({
        name: `received: ${name}`,
        received: base64(bytes),
        code,
      })),
    ],
  }
}

const digest = sha256('x')
const full = JSON.parse(canonicalTask) as Record<string, unknown>
const least = {
  args: [],
  clock: 'virtual',
  env: {},
  files: [],
  limits: { fuel: 10_000_000_000, memoryBytes: 67_108_864, outputBytes: 1_048_576 },
  module: digest,
  outputs: [],
  random: 'seeded',
  semantics: 1,
}
const manifest = { plasm: 1, task }

function withTask(changes: object) {
  return { plasm: 1, task: { module: digest, ...changes } }
}

function withRequest(request: object) {
  return { plasm: 1, task: { module: digest }, request }
}

function file(path: string) {
  return { path, digest }
}

const manifests: readonly (readonly [name: string, document: object | string, task: string])[] = [
  ['the least manifest', { plasm: 1, task: { module: digest } }, canonical(least)],
  ['every default written out is the same task', { plasm: 1, task: least }, canonical(least)],
  ['the manifest of the documentation', manifest, canonicalTask],
  [
    'keys in another order',
    JSON.stringify({ task: Object.fromEntries(Object.entries(task).reverse()), plasm: 1 }),
    canonicalTask,
  ],
  ['white space', JSON.stringify(manifest, undefined, 2), canonicalTask],
  [
    'nothing in the request changes the task',
    {
      ...manifest,
      request: {
        name: 'word-count',
        runtime: 'v8',
        isolation: 'reduced',
        fresh: true,
        wallTimeMs: 1,
        placement: { where: 'network', replicas: 3, quorum: 2 },
        cache: false,
      },
    },
    canonicalTask,
  ],
  [
    'unknown keys outside the task are ignored',
    { ...manifest, comment: 'x', request: { comment: 'x', placement: { comment: 'x' } } },
    canonicalTask,
  ],
  [
    'a limit of its own beside defaults',
    withTask({ limits: { fuel: 1 } }),
    canonical({ ...least, limits: { ...least.limits, fuel: 1 } }),
  ],
  [
    'limits at their maxima',
    withTask({ limits: { fuel: 9007199254740991, memoryBytes: 2147483648, outputBytes: 1073741824 } }),
    canonical({ ...least, limits: { fuel: 9007199254740991, memoryBytes: 2147483648, outputBytes: 1073741824 } }),
  ],
  [
    'limits at their minima',
    withTask({ limits: { fuel: 1, memoryBytes: 65536, outputBytes: 0 } }),
    canonical({ ...least, limits: { fuel: 1, memoryBytes: 65536, outputBytes: 0 } }),
  ],
  [
    'files are sorted by the bytes of their paths',
    withTask({ files: [file('/in/b'), file('/in/a/b'), file('/in/a-'), file('/in/B')] }),
    canonical({ ...least, files: [file('/in/B'), file('/in/a-'), file('/in/a/b'), file('/in/b')] }),
  ],
  [
    'bytes, not UTF-16: U+FFFF before U+10000',
    withTask({ files: [file('/in/\u{10000}'), file('/in/\uffff')] }),
    canonical({ ...least, files: [file('/in/\uffff'), file('/in/\u{10000}')] }),
  ],
  [
    'outputs are sorted too',
    withTask({ outputs: ['/out/b', '/out/a'] }),
    canonical({ ...least, outputs: ['/out/a', '/out/b'] }),
  ],
  [
    'arguments keep their order',
    withTask({ args: ['b', 'a', 'a', ''] }),
    canonical({ ...least, args: ['b', 'a', 'a', ''] }),
  ],
  [
    'variables are sorted by name',
    withTask({ env: { b: '1', a: '2', B: '', __proto__x: '3' } }),
    canonical({ ...least, env: { B: '', __proto__x: '3', a: '2', b: '1' } }),
  ],
  [
    'a variable named __proto__',
    `{"plasm":1,"task":{"module":"${digest}","env":{"__proto__":"x"}}}`,
    canonical(least).replace('"env":{}', '"env":{"__proto__":"x"}'),
  ],
  [
    'a real clock and real randomness',
    withTask({ clock: 'real', random: 'real' }),
    canonical({ ...least, clock: 'real', random: 'real' }),
  ],
  [
    'a path of 1024 characters',
    withTask({ files: [file(`/in/${'é'.repeat(1020)}`)] }),
    canonical({ ...least, files: [file(`/in/${'é'.repeat(1020)}`)] }),
  ],
  [
    'paths with dots that are no dot segments',
    withTask({ files: [file('/in/...'), file('/in/.a'), file('/in/a.')] }),
    canonical({ ...least, files: [file('/in/...'), file('/in/.a'), file('/in/a.')] }),
  ],
]

const refusedManifests: readonly (readonly [name: string, document: unknown, code?: string])[] = [
  ['not JSON', 'plasm: 1', 'JSON_INVALID'],
  ['a duplicate key', `{"plasm":1,"plasm":1,"task":{"module":"${digest}"}}`, 'JSON_INVALID'],
  ['a fraction that is whole', `{"plasm":1.0,"task":{"module":"${digest}"}}`, 'JSON_INVALID'],
  ['a variable with a hyphen in its name', withTask({ env: { 'A-B': 'x' } }), 'JSON_INVALID'],
  ['an array', []],
  ['null', null],
  ['no version', { task: { module: digest } }],
  ['another version', { plasm: 2, task: { module: digest } }],
  ['the version as a string', { plasm: '1', task: { module: digest } }],
  ['no task', { plasm: 1 }],
  ['null as task', { plasm: 1, task: null }],
  ['no module', { plasm: 1, task: {} }],
  ['an unknown key in the task', withTask({ comment: 'x' })],
  ['an unknown key in the limits', withTask({ limits: { cpu: 1 } })],
  ['an unknown key in a file', withTask({ files: [{ ...file('/in/a'), mode: 1 }] })],
  ['another semantics', withTask({ semantics: 2 })],
  ['a digest without its prefix', withTask({ module: digest.slice(7) })],
  ['a digest in capitals', withTask({ module: digest.toUpperCase() })],
  ['a digest of 63 digits', withTask({ module: digest.slice(0, -1) })],
  ['a digest with a line feed', withTask({ module: `${digest}\n` })],
  ['null for an absent stdin', withTask({ stdin: null })],
  ['a number among the arguments', withTask({ args: [1] })],
  ['an argument with NUL', withTask({ args: ['a\u0000b'] })],
  ['1025 arguments', withTask({ args: Array.from({ length: 1025 }, () => '') })],
  ['a variable that is a number', withTask({ env: { A: 1 } })],
  ['a variable with NUL', withTask({ env: { A: '\u0000' } })],
  [
    '257 variables',
    withTask({ env: Object.fromEntries(Array.from({ length: 257 }, (_, index) => [`V${index}`, ''])) }),
  ],
  ['fuel of zero', withTask({ limits: { fuel: 0 } })],
  ['negative fuel', withTask({ limits: { fuel: -1 } })],
  ['memory below one page', withTask({ limits: { memoryBytes: 65535 } })],
  ['memory above 2 GiB', withTask({ limits: { memoryBytes: 2147483649 } })],
  ['negative output', withTask({ limits: { outputBytes: -1 } })],
  ['output above 1 GiB', withTask({ limits: { outputBytes: 1073741825 } })],
  ['a limit as a string', withTask({ limits: { fuel: '1' } })],
  ['a file outside /in', withTask({ files: [file('/etc/passwd')] })],
  ['a file that is /in itself', withTask({ files: [file('/in')] })],
  ['a file in a directory that only starts like /in', withTask({ files: [file('/input/a')] })],
  ['a relative path', withTask({ files: [file('in/a')] })],
  ['a path with ..', withTask({ files: [file('/in/../etc')] })],
  ['a path with . at its end', withTask({ files: [file('/in/a/.')] })],
  ['a path with .. behind a line feed', withTask({ files: [file('/in/a\n/../../b')] })],
  ['a path with an empty segment', withTask({ files: [file('/in//a')] })],
  ['a path with a slash at its end', withTask({ files: [file('/in/a/')] })],
  ['a path with NUL', withTask({ files: [file('/in/\u0000')] })],
  ['a path of 1025 characters', withTask({ files: [file(`/in/${'a'.repeat(1021)}`)] })],
  ['one path twice', withTask({ files: [file('/in/a'), file('/in/a')] })],
  ['a file where another needs a directory', withTask({ files: [file('/in/a/b'), file('/in/a')] })],
  ['an output outside /out', withTask({ outputs: ['/in'] })],
  ['one output twice', withTask({ outputs: ['/out', '/out'] })],
  ['an output inside another', withTask({ outputs: ['/out/a', '/out'] })],
  ['17 outputs', withTask({ outputs: Array.from({ length: 17 }, (_, index) => `/out/${index}`) })],
  ['another clock', withTask({ clock: 'Virtual' })],
  ['another randomness', withTask({ random: 'none' })],
  ['a request that is no object', withRequest([])],
  ['an empty name', withRequest({ name: '' })],
  ['a name of 129 characters', withRequest({ name: 'a'.repeat(129) })],
  ['another runtime', withRequest({ runtime: 'wasmtime' })],
  ['another isolation', withRequest({ isolation: 'none' })],
  ['a wall time of zero', withRequest({ wallTimeMs: 0 })],
  ['a wall time above a day', withRequest({ wallTimeMs: 86_400_001 })],
  ['fresh as a number', withRequest({ fresh: 1 })],
  ['another placement', withRequest({ placement: { where: 'moon' } })],
  ['no replicas', withRequest({ placement: { replicas: 0 } })],
  ['17 replicas', withRequest({ placement: { replicas: 17 } })],
  ['a quorum above the replicas', withRequest({ placement: { replicas: 2, quorum: 3 } })],
  ['a quorum above the default of one replica', withRequest({ placement: { quorum: 2 } })],
  ['a quorum of zero', withRequest({ placement: { quorum: 0 } })],
]

const receivedTasks: readonly (readonly [name: string, bytes: string])[] = [
  ['the task of the documentation', canonicalTask],
  ['the least task', canonical(least)],
]

const refusedTasks: readonly (readonly [name: string, bytes: string, code?: string])[] = [
  ['white space', JSON.stringify(JSON.parse(canonicalTask), undefined, 1)],
  ['a line feed at the end', `${canonicalTask}\n`],
  ['keys in another order', JSON.stringify(Object.fromEntries(Object.entries(full).reverse()))],
  ['a default left out', canonical(changed(full, 'clock', undefined))],
  ['a default of the limits left out', canonical(changed(full, 'limits.fuel', undefined))],
  ['files out of order', canonical({ ...least, files: [file('/in/b'), file('/in/a')] })],
  ['files in order of UTF-16', canonical({ ...least, files: [file('/in/\u{10000}'), file('/in/\uffff')] })],
  ['outputs out of order', canonical({ ...least, outputs: ['/out/b', '/out/a'] })],
  ['an escape that is not needed', canonicalTask.replace('"--top"', '"\\u002d-top"')],
  ['a slash that is escaped', canonicalTask.replace('"/out"', '"\\/out"')],
  ['an unknown key', canonical({ ...least, extra: 1 })],
  ['a broken rule', canonical({ ...least, files: [file('/etc/passwd')] })],
  ['not in the profile', canonicalTask.replace('"semantics":1', '"semantics":1.0'), 'JSON_INVALID'],
  ['a manifest', `{"plasm":1,"task":${canonicalTask}}`],
]
