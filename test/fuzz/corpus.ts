import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InterpreterRuntime } from '../../daemon/src/runtime/interpreter/interpreter-runtime.ts'
import { kitchenSink } from '../guests/kitchen-sink.ts'
import { clockAndRandom, echo, filler, grower, poller, showArguments, sleeper, writer } from '../guests/programs.ts'
import { type EditableModule, takeApart } from './editable-module.ts'
import { marking, marks, withMarks } from './marks.ts'
import { wasiHost } from './observe.ts'

/** A real module to be mutated. */
export interface Original {
  readonly name: string
  readonly bytes: Uint8Array
  readonly module: EditableModule
  /** Positions of the functions that a run comes to: elsewhere a mutation would show nothing. */
  readonly reached: readonly number[]
}

const root = join(import.meta.dirname, '../..')
const places = ['test/guests/wasi/*.wasm', 'examples/*/*.wasm', 'bench/kernels/*.wasm']
const written = { kitchenSink, clockAndRandom, echo, filler, grower, poller, showArguments, sleeper }

/** The modules of this repository: C programs, AssemblyScript programs, kernels, and hand-made guests. */
export function readCorpus(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const files = places.flatMap((place) => globSync(place, { cwd: root })).sort()
  return [
    ...files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(root, name))) })),
    ...Object.entries(written).map(([name, make]) => ({ name, bytes: make() })),
    { name: 'writer', bytes: writer('written') },
  ]
}

/** Takes a module apart and finds out, by a run, which of its functions are worth a change. */
export async function open(item: { readonly name: string; readonly bytes: Uint8Array }): Promise<Original> {
  const module = takeApart(item.bytes)
  return { ...item, module, reached: await reachedFunctions(item.bytes, module) }
}

const runtime = new InterpreterRuntime('0.0.0')

/** Those of a command under the real host; of a module that is none, all. */
async function reachedFunctions(bytes: Uint8Array, module: EditableModule): Promise<readonly number[]> {
  const all = Array.from(module.functions.keys())
  if (!module.exports.some(({ name }) => name === '_start')) return all
  const marked = withMarks(bytes, all.length, (_, position, index) => (index === 0 ? position : -1))
  const preparation = await runtime.prepare(marked)
  if (preparation.kind !== 'prepared') throw new Error(`a marked module is ${JSON.stringify(preparation)}`)
  const seen = new Set<number>()
  const mark = marking(seen)
  const { host } = wasiHost()
  runtime.run(preparation.module, limits, {
    find: (from, name) => (from === marks.module ? mark : host.find(from, name)),
  })
  return seen.size === 0 ? all : [...seen]
}

const limits = { fuel: 500_000n, memoryBytes: 1 << 24 }
