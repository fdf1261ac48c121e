import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { trapReasons } from '../../daemon/src/runtime/outcome.ts'
import type { ImportValue } from '../../daemon/src/runtime/runtime.ts'
import { V8Runtime } from '../../daemon/src/runtime/v8/v8-runtime.ts'
import { decodeModule } from '../../daemon/src/wasm/decode.ts'
import { instructions } from '../../daemon/src/wasm/opcodes.ts'
import { type Kind, kinds, specimenOf } from './campaign.ts'
import { type Instruction, takeApart } from './editable-module.ts'
import { marking, marks, withMarks } from './marks.ts'
import { importsOf, observe } from './observe.ts'

/** What the generators reach, so that one that goes lame is noticed: no fault is found in what never runs. */
const runtime = new V8Runtime('0.0.0')
const places = new Map(instructions.map(({ name }, place) => [name, place]))
/** Of each kind; about twice as many as it takes. */
const mostSeeds = 600

test('generated modules execute every instruction of WebAssembly 2.0', { timeout: 300_000 }, async () => {
  const seen = new Set<number>()
  for (let seed = 1; seed <= mostSeeds && seen.size < instructions.length; seed++) {
    for (const kind of ['mixed', 'vectors'] as const) await execute(kind, seed, seen)
  }
  expect(instructions.filter((_, place) => !seen.has(place)).map(({ name }) => name)).toEqual([])
})

/** Runs a specimen's module where it has instructions not seen yet; adds the places of those that were executed. */
async function execute(kind: Kind, seed: number, seen: Set<number>) {
  const { bytes } = await specimenOf(kind, seed)
  const unseen = ({ name }: Instruction) => (seen.has(places.get(name)!) ? -1 : places.get(name)!)
  if (!takeApart(bytes).functions.some(({ code }) => code.some((each) => unseen(each) >= 0))) return
  const marked = withMarks(bytes, instructions.length, unseen)
  const preparation = await runtime.prepare(marked)
  if (preparation.kind !== 'prepared') throw new Error(`${kind} ${seed} marked is ${JSON.stringify(preparation)}`)
  const { type, call } = marking(seen)
  const mark: ImportValue = {
    kind: 'function',
    type,
    call: (args) => {
      call(args as readonly bigint[], noGuest)
      return []
    },
  }
  const imports = importsOf(decodeModule(marked), seed, createHash('sha256'))
  const made = runtime.instantiate(
    preparation.module,
    new Map([...imports, [marks.module, new Map([[marks.name, mark]])]]),
    { fuel: 1_000_000n, memoryBytes: 1 << 20 },
  )
  if (made.kind === 'instance') made.instance.call('_start', [])
}

const noGuest = { memory: new Uint8Array(0), fuelCharged: 0n, charge: () => true }

const calculations = ['divide-by-zero', 'integer-overflow', 'float-to-int'] as const
const accesses = ['memory-bounds', 'table-bounds', 'indirect-call'] as const
/** Limits, ends and rejections that are not traps; time that runs out is not for a runtime to tell. */
const endings: Readonly<Record<Kind, readonly string[]>> = {
  mixed: ['unreachable', ...calculations, ...accesses, 'fuel', 'memory', 'exited'],
  floats: ['float-to-int', 'fuel', 'exited'],
  vectors: ['memory-bounds', 'fuel', 'exited'],
  stack: ['stack-exhausted', 'fuel', 'exited'],
  mutants: ['unreachable', 'memory-bounds', 'fuel', 'output', 'exited'],
  bytes: ['malformed', 'invalid', 'fuel'],
}

test('no trap is forgotten', () => {
  const all = new Set(Object.values(endings).flat())
  expect(trapReasons.filter((reason) => !all.has(reason))).toEqual([])
})

test.for(kinds)('%s end in every way that they should', { timeout: 300_000 }, async (kind) => {
  const wanted = new Set(endings[kind])
  for (let seed = 1; seed <= mostSeeds && wanted.size > 0; seed++) {
    const lines = await observe(runtime, await specimenOf(kind, seed))
    for (const [, said, rejected] of lines.join('\n').matchAll(ending)) wanted.delete(said ?? rejected!)
  }
  expect([...wanted]).toEqual([])
})

const ending = /"(?:reason|limit|kind)":"([\w-]+)"|rejected: ([\w-]+)/g
