import { describe, expect, test } from 'vitest'
import type { Task } from '../../../daemon/src/generated/types.ts'
import { parseManifest } from '../../../daemon/src/manifest/manifest.ts'
import {
  canonicalTask,
  inputDigests,
  isDeterministic,
  maximumManifestValues,
  maximumTaskBytes,
  parseTask,
  summarizeTask,
  taskDigest,
} from '../../../daemon/src/manifest/task.ts'
import { bytesOf, codeOf, loadVectors } from '../../vectors/load.ts'

interface TaskVector {
  readonly manifest?: string
  readonly received?: string
  readonly task: string
  readonly digest: string
}

const digest = `sha256:${'0'.repeat(64)}`
const bytes = (document: unknown) => new TextEncoder().encode(JSON.stringify(document))
const least = parseManifest(bytes({ plasm: 1, task: { module: digest } }))

describe('a document of more values than any manifest has', () => {
  // Judged value by value, four megabytes of them held the daemon up for seconds.
  test.each([
    ['arguments', { args: Array(maximumManifestValues).fill(1) }],
    ['files', { files: Array(maximumManifestValues).fill({}) }],
    ['members', Object.fromEntries(Array.from({ length: maximumManifestValues }, (_, n) => [`m${n}`, 1]))],
  ])('is refused at the first too many: %s', (_, task) => {
    const read = (document: object, parse: (bytes: Uint8Array) => unknown) => {
      try {
        return parse(bytes(document))
      } catch (error) {
        return String(error)
      }
    }
    const refusal = expect.stringContaining(`expected at most ${maximumManifestValues} values`)
    expect(read({ plasm: 1, task: { module: digest, ...task } }, parseManifest)).toEqual(refusal)
    expect(read(task, parseTask)).toEqual(refusal)
  })

  test('and one with as much in it as may be is read', () => {
    const task = {
      module: digest,
      stdin: digest,
      args: Array(1024).fill('x'),
      env: Object.fromEntries(Array.from({ length: 256 }, (_, n) => [`V${n}`, 'x'])),
      files: Array.from({ length: 1024 }, (_, n) => ({ path: `/in/${n}`, digest })),
      outputs: Array.from({ length: 16 }, (_, n) => `/out/${n}`),
    }
    const { task: whole } = parseManifest(bytes({ plasm: 1, task }))
    expect(parseTask(canonicalTask(whole))).toEqual(whole)
  })
})

describe('task digests', () => {
  test.each(loadVectors<TaskVector>('task-digest.json'))('%s', (_, { manifest, received, task, digest, code }) => {
    const read = (): Task =>
      manifest === undefined ? parseTask(bytesOf(received!)) : parseManifest(bytesOf(manifest)).task
    expect(codeOf(read)).toBe(code ?? 'accepted')
    if (code !== undefined) return
    const canonical = canonicalTask(read())
    expect(taskDigest(canonical)).toBe(digest)
    expect(Buffer.from(canonical)).toEqual(Buffer.from(task ?? received!, 'base64'))
    expect(parseTask(canonical)).toEqual(read())
  })
})

describe('parseManifest', () => {
  test('writes every default out', () => {
    expect(least).toEqual({
      plasm: 1,
      task: {
        semantics: 1,
        module: digest,
        args: [],
        env: {},
        files: [],
        outputs: [],
        limits: { fuel: 10_000_000_000, memoryBytes: 67_108_864, outputBytes: 1_048_576 },
        clock: 'virtual',
        random: 'seeded',
      },
      request: {
        runtime: 'any',
        isolation: 'full',
        fresh: false,
        wallTimeMs: 60_000,
        placement: { where: 'any', replicas: 1, quorum: 1 },
        cache: true,
      },
    })
  })

  test('asks for agreement of all replicas where no quorum is given', () => {
    expect(
      parseManifest(bytes({ plasm: 1, task: { module: digest }, request: { placement: { replicas: 3 } } })).request
        .placement.quorum,
    ).toBe(3)
  })

  test('answers a document that cannot be changed', () => {
    for (const part of [least, least.task, least.task.limits, least.task.args, least.request, least.request.placement])
      expect(Object.isFrozen(part)).toBe(true)
  })

  test('starts each document from fresh defaults', () => {
    const other = parseManifest(bytes({ plasm: 1, task: { module: digest } }))
    expect(other.task.limits).not.toBe(least.task.limits)
    expect(other.task.args).not.toBe(least.task.args)
  })

  test('drops unknown keys outside the task', () => {
    const { request } = parseManifest(
      bytes({ plasm: 1, task: { module: digest }, request: { unknown: 1, placement: { unknown: 1 } }, unknown: 1 }),
    )
    expect(request).toEqual(least.request)
  })

  test('refuses a task of more than 1 MiB in canonical form, and takes one of just that', () => {
    const room = maximumTaskBytes - canonicalTask(least.task).length
    const filled = (size: number) => ({ plasm: 1, task: { module: digest, args: fill(size) } })
    expect(canonicalTask(parseManifest(bytes(filled(room))).task).length).toBe(maximumTaskBytes)
    expect(() => parseManifest(bytes(filled(room + 1)))).toThrow(
      '/task must have a canonical form of at most 1048576 bytes, and has 1048577',
    )
  })

  test('takes as long as the document is, however its paths are made', () => {
    const deep = `/in${'/a'.repeat(400_000)}`
    expect(
      codeOf(() => parseManifest(bytes({ plasm: 1, task: { module: digest, files: [{ path: deep, digest }] } }))),
    ).toBe('MANIFEST_INVALID')
    const many = Array.from({ length: 1024 }, (_, index) => ({ path: `/in${'/a'.repeat(400)}/${index}`, digest }))
    expect(parseManifest(bytes({ plasm: 1, task: { module: digest, files: many } })).task.files.length).toBe(1024)
  })
})

describe('parseTask', () => {
  test('refuses more than 1 MiB before it reads them', () => {
    expect(() => parseTask(new Uint8Array(maximumTaskBytes + 1))).toThrow(
      'the task has 1048577 bytes; at most 1048576 are allowed',
    )
  })
})

describe('a task', () => {
  const task = parseManifest(
    bytes({
      plasm: 1,
      task: {
        module: digest,
        stdin: digest.replace('00', '11'),
        files: [
          { path: '/in/a', digest: digest.replace('00', '22') },
          { path: '/in/b', digest },
        ],
      },
    }),
  ).task

  test('names each blob that it needs once', () => {
    expect(inputDigests(task)).toEqual([digest, digest.replace('00', '11'), digest.replace('00', '22')])
  })

  test('is summarised with its digest and the digests that it names', () => {
    expect(summarizeTask(task, taskDigest(canonicalTask(task)))).toEqual({
      digest: taskDigest(canonicalTask(task)),
      semantics: 1,
      module: task.module,
      stdin: task.stdin,
      files: task.files,
    })
    expect('stdin' in summarizeTask(least.task, taskDigest(canonicalTask(least.task)))).toBe(false)
  })

  test('is deterministic without a real clock and real randomness', () => {
    expect(isDeterministic(task)).toBe(true)
    expect(isDeterministic({ ...task, clock: 'real' })).toBe(false)
    expect(isDeterministic({ ...task, random: 'real' })).toBe(false)
  })
})

/** Arguments whose canonical form has `size` bytes more than `[]`. */
function fill(size: number): readonly string[] {
  const full = Math.floor((size - 3) / 65_539)
  const rest = size - full * 65_539 - 2
  return [...Array.from({ length: full }, () => 'a'.repeat(65_536)), 'a'.repeat(rest)]
}
