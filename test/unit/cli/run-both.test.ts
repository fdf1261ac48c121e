import { expect, test } from 'vitest'
import { OneOffRun } from '../../../daemon/src/cli/one-off.ts'
import { bothJson, bothText } from '../../../daemon/src/cli/render/both.ts'
import { runOnBoth } from '../../../daemon/src/cli/run-both.ts'
import { systemClock } from '../../../daemon/src/clock.ts'
import type { Outcome } from '../../../daemon/src/generated/types.ts'
import { digestOf } from '../../../daemon/src/manifest/digest.ts'
import { checkManifest } from '../../../daemon/src/manifest/manifest.ts'
import { FakeSandbox, type ScriptedResult } from '../../fakes/fake-sandbox.ts'

const module = new TextEncoder().encode('module')
const honest: ScriptedResult = {
  outcome: { kind: 'exited', code: 3 },
  fuel: 7,
  memoryBytes: 65_536,
  stdout: 'hello',
  files: [{ path: '/out/a', bytes: new TextEncoder().encode('line\nA') }],
}

async function both(
  on: Partial<Record<string, Partial<ScriptedResult>>> = {},
  runtimes: FakeSandbox['runtimes'] = ['interpreter', 'v8'],
) {
  const sandbox = new FakeSandbox({ runtimes, script: ({ runtime }) => ({ ...honest, ...on[runtime] }) })
  const manifest = checkManifest({ plasm: 1, task: { module: digestOf(module), outputs: ['/out'] }, request: {} })
  const blobs = new Map([[digestOf(module), module]])
  const run = new OneOffRun({ stateDirectory: '/nowhere', sandbox, clock: systemClock }, manifest, blobs)
  const heard: string[] = []
  const options = {
    signal: new AbortController().signal,
    onOutput: (_: string, bytes: Uint8Array) => void heard.push(Buffer.from(bytes).toString()),
  }
  const verdict = await runOnBoth(run, { sandbox, trouble: () => 'the reason' }, options)
  return { verdict, heard, ran: sandbox.jobs.map((job) => job.runtime) }
}

test('runtimes that come to the same result agree, and the output is passed on once', async () => {
  const { verdict, heard, ran } = await both()
  expect(verdict).toMatchObject({ kind: 'agree', resultDigest: expect.stringMatching(/^sha256:/) })
  expect([heard, ran]).toEqual([['hello'], ['interpreter', 'v8']])
  expect(bothText(verdict)).toMatch(/^interpreter and v8 come to the same result, sha256:/)
  expect(bothJson(verdict)).toMatchObject({ agrees: true, runtimes: [{ name: 'interpreter' }, { name: 'v8' }] })
})

test.each<[string, Partial<ScriptedResult>, object, string]>([
  ['outcome', { outcome: { kind: 'exited', code: 4 } }, { part: 'outcome' }, 'v8                exited with code 4'],
  ['fuel', { fuel: 8 }, { part: 'fuel', first: 7, second: 8 }, 'interpreter       7'],
  ['output', { stdout: 'hellö' }, { part: 'output', name: 'stdout' }, 'first difference  stdout, at byte 4'],
])('runtimes that differ in %s differ there', async (_, change, difference, text) => {
  const { verdict, heard } = await both({ v8: change })
  expect(verdict).toMatchObject({ kind: 'differ', difference })
  expect(bothText(verdict)).toContain(text)
  expect(heard).toEqual(['hello'])
})

test('a difference in a file is shown at its first byte, on one line, whatever the guest wrote', async () => {
  const other = new TextEncoder().encode('line\n\u001b[2J')
  const { verdict } = await both({ v8: { files: [{ path: '/out/a', bytes: other }] } })
  expect(bothText(verdict).split('\n').slice(1)).toEqual([
    'first difference  /out/a, at byte 5',
    `interpreter       6 bytes, ${digestOf(honest.files![0]!.bytes)}, from there "A"`,
    `v8                9 bytes, ${digestOf(other)}, from there "\\x1b[2J"`,
  ])
  expect(bothJson(verdict)).toMatchObject({
    agrees: false,
    difference: {
      part: 'output',
      name: '/out/a',
      offset: 5,
      interpreter: { bytes: 6, excerpt: 'A' },
      v8: { bytes: 9 },
    },
  })
})

test('a path that a guest chose is shown on one line, whatever is in it', async () => {
  const { verdict } = await both({ v8: { files: [{ path: '/out/\u001b[2J\n', bytes: new Uint8Array(0) }] } })
  expect(bothText(verdict).split('\n')[1]).toBe('first difference  /out/ [2J')
})

test('a file that only one of them left is told of as absent on the other', async () => {
  const { verdict } = await both({ v8: { files: [] } })
  expect(bothText(verdict)).toContain('v8                no such file')
  expect(bothJson(verdict)).toMatchObject({ difference: { name: '/out/a', v8: null } })
})

test.each<[string, Outcome, string]>([
  ['interpreter', { kind: 'exceeded', limit: 'wallTime' }, 'the run on interpreter exceeded its wall time'],
  ['v8', { kind: 'exceeded', limit: 'wallTime' }, 'the run on v8 exceeded its wall time'],
  ['v8', { kind: 'failed', reason: 'unsupported' }, 'the run on v8 is not to be had'],
  ['v8', { kind: 'failed', reason: 'child-died' }, 'the run on v8 failed here: the reason'],
  ['interpreter', { kind: 'cancelled' }, 'the run on interpreter was cancelled'],
])('nothing is compared where %s ends with %j', async (name, outcome, why) => {
  const { verdict, ran } = await both({ [name]: { outcome, fuel: undefined, memoryBytes: undefined } as never })
  expect(verdict).toMatchObject({ kind: 'incomparable', why: expect.stringContaining(why) })
  expect(ran.at(-1)).toBe(name)
  expect(bothJson(verdict)).toMatchObject({ reason: expect.stringContaining(why) })
})

test('one runtime is not two', async () => {
  await expect(both({}, ['interpreter'])).rejects.toMatchObject({ code: 'FEATURE_UNSUPPORTED' })
})
