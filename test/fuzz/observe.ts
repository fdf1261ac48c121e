import { createHash } from 'node:crypto'
import { isPlasmError } from '../../daemon/src/errors.ts'
import { sameType } from '../../daemon/src/runtime/function-type.ts'
import { WasiHost, wasiModule } from '../../daemon/src/runtime/host/wasi.ts'
import { checkProgram } from '../../daemon/src/runtime/program.ts'
import type {
  CallResult,
  GuestHost,
  GuestLimits,
  GuestView,
  HostFunction,
  HostReturn,
  Imports,
  ImportValue,
  Instance,
  PreparedImport,
  PreparedModule,
  Runtime,
  Value,
} from '../../daemon/src/runtime/runtime.ts'
import { decodeModule } from '../../daemon/src/wasm/decode.ts'
import type { FunctionType, Module, ValueType } from '../../daemon/src/wasm/module.ts'
import { Random } from './random.ts'

/** A module and all that decides what is done with it: the same specimen shows the same on any machine. */
export interface Specimen {
  readonly bytes: Uint8Array
  /** Chooses arguments, what the host answers, the limit on memory, and one of the limits on fuel. */
  readonly seed: number
  readonly fuel: bigint
}

/**
 * What a program and its user can see of a specimen on a runtime, one line for each thing; runtimes may not differ in
 * one. An instance lives on over several calls of what it exports; a command is run whole, by the real host where it
 * asks for that one, at the specimen's fuel, then at limits around what that took and at one far below.
 */
export async function observe(runtime: Runtime, specimen: Specimen): Promise<readonly string[]> {
  const preparation = await runtime.prepare(specimen.bytes)
  if (preparation.kind === 'rejected') return [`rejected: ${preparation.reason} at ${preparation.offset}`]
  if (preparation.kind === 'unsupported') return [unsupported]
  const module = decodeModule(specimen.bytes)
  const random = new Random(specimen.seed)
  const memoryBytes = random.pick([5 * 65536 + 100, 5 * 65536 + 100, 32 * 65536, 65536])
  // What was kept and is read back must be the same.
  const prepared = random.once(3)
    ? await runtime.restore(Buffer.concat(runtime.pack(preparation.module)))
    : preparation.module
  const lines = observeInstance(runtime, prepared, module, { seed: specimen.seed, fuel: specimen.fuel, memoryBytes })
  if (!isCommand(prepared)) return lines
  const whole = observeRun(runtime, prepared, { fuel: specimen.fuel, memoryBytes })
  lines.push(...whole.lines)
  const below = BigInt(random.below(Number(whole.fuel) + 1))
  for (const fuel of [whole.fuel - 1n, whole.fuel, whole.fuel + 1n, below]) {
    if (fuel >= 0n) lines.push(...observeRun(runtime, prepared, { fuel, memoryBytes }).lines)
  }
  return lines
}

/** What a runtime says that cannot take a module that the other can. */
export const unsupported = 'unsupported'

/** Such that `Runtime.run` may be asked to run it. */
function isCommand(prepared: PreparedModule): boolean {
  if (usesWasi(prepared)) return checkProgram(prepared) === undefined
  const start = prepared.exports.find(({ name, kind }) => name === '_start' && kind === 'function')?.type
  return (
    start !== undefined &&
    start.parameters.length + start.results.length === 0 &&
    prepared.imports.every(({ kind, type }) => kind === 'function' && !type!.results.includes('v128')) &&
    prepared.imports.every((each) => prepared.imports.every((other) => isOneFunction(each, other)))
  )
}

/** A host offers a name as one type; `checkProgram` rejects a program that wants it as two. */
function isOneFunction(one: PreparedImport, other: PreparedImport): boolean {
  return one.module !== other.module || one.name !== other.name || sameType(one.type!, other.type!)
}

function usesWasi(prepared: PreparedModule): boolean {
  return prepared.imports.some(({ module }) => module === wasiModule)
}

// ---- Instances ----

interface Limits extends GuestLimits {
  readonly seed: number
}

function observeInstance(runtime: Runtime, prepared: PreparedModule, module: Module, limits: Limits): string[] {
  const calls = createHash('sha256')
  const made = runtime.instantiate(prepared, importsOf(module, limits.seed, calls), limits)
  if (made.kind !== 'instance') return [`instance: ${JSON.stringify(made)}`]
  const { instance } = made
  const functions = prepared.exports.filter(({ kind }) => kind === 'function').slice(0, exportedCalls)
  const globals = prepared.exports.filter(({ kind }) => kind === 'global')
  const lines = [`instance: fuel ${instance.fuel}`]
  const random = new Random(limits.seed)
  for (let round = 0; round < rounds; round++) {
    for (const { name, type } of functions) {
      const result = instance.call(
        name,
        type!.parameters.map((parameter) => argument(parameter, random)),
      )
      lines.push(`${name}: ${describe(result)}, fuel ${instance.fuel}`)
      // Where the limit was noticed cannot be told, so neither what happened last.
      if (result.kind === 'exceeded') return lines
    }
    lines.push(
      `memory: ${digest(instance.memory())}`,
      `globals: ${globals.map(({ name }) => shownGlobal(instance, name))}`,
    )
  }
  lines.push(`host: ${calls.digest('hex')}`)
  return lines
}

const exportedCalls = 3
const rounds = 2

function shownGlobal(instance: Instance, name: string): string {
  return word(instance.global(name))
}

function describe(result: CallResult): string {
  return result.kind === 'returned' ? `returned ${result.values.map(word).join(' ')}` : JSON.stringify(result)
}

type Hash = ReturnType<typeof createHash>

/** Something for whatever the module imports. */
export function importsOf(module: Module, seed: number, calls: Hash): Imports {
  const random = new Random(seed)
  const imports = new Map<string, Map<string, ImportValue>>()
  for (const [index, { module: from, name, type }] of module.imports.entries()) {
    const fields = imports.get(from) ?? new Map<string, ImportValue>()
    imports.set(from, fields)
    switch (type.kind) {
      case 'function': {
        const signature = module.types[type.typeIndex]!
        const call = (args: readonly Value[]) => {
          calls.update(`${index}(${args.map(word)})`)
          return answers(signature.results, args, from === wasiModule)
        }
        fields.set(name, { kind: 'function', type: signature, call })
        break
      }
      case 'global': {
        const { value, mutable } = type.global
        fields.set(name, { kind: 'global', type: value, mutable, value: argument(value, random) })
        break
      }
      case 'memory':
        fields.set(name, { kind: 'memory', ...type.memory })
        break
      case 'table':
        fields.set(name, { kind: 'table', element: type.table.element, ...type.table.limits })
        break
      default: {
        return type satisfies never
      }
    }
  }
  return imports
}

function argument(type: ValueType, random: Random): Value {
  if (type === 'externref') return random.once(2) ? null : { host: random.below(5) }
  if (type === 'funcref') return null
  if (type === 'v128') return (random.bits64() << 64n) | random.bits64()
  if (random.once(3)) return BigInt(random.below(100))
  return BigInt.asUintN(bitsOf(type), random.bits64())
}

/** What the arguments determine, as bits; error numbers that programs know where they expect one. */
function answers(results: readonly ValueType[], args: readonly Value[], errno = false): Value[] {
  const mask = (1n << 64n) - 1n
  const sum = args.reduce<bigint>((total, arg) => (total * 31n + numberOf(arg)) & mask, 0x7ff4000000000001n)
  if (errno) return results.map(() => [0n, 0n, 8n, 52n][Number((sum >> 3n) & 3n)]!)
  return results.map((type) => {
    if (type === 'funcref') return null
    if (type === 'externref') return (sum & 1n) === 0n ? null : { host: Number(sum & 7n) }
    return type === 'v128' ? (sum << 64n) | sum : BigInt.asUintN(bitsOf(type), sum >> 3n)
  })
}

function numberOf(value: Value): bigint {
  if (typeof value === 'bigint') return value
  return value !== null && 'host' in value ? BigInt(value.host) : 0n
}

function bitsOf(type: ValueType): 32 | 64 {
  return type === 'i64' || type === 'f64' ? 64 : 32
}

function word(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'bigint') return `0x${value.toString(16)}`
  return 'host' in value ? `host ${value.host}` : `function ${value.index}`
}

// ---- Commands ----

function observeRun(runtime: Runtime, prepared: PreparedModule, limits: GuestLimits) {
  const shown = createHash('sha256')
  const { host, results } = usesWasi(prepared) ? wasiHost() : answeringHost(prepared)
  const run = runtime.run(prepared, limits, watched(host, shown))
  const lines = [`run at ${limits.fuel}: ${JSON.stringify(run.outcome)}, fuel ${run.fuel}, ${run.memoryBytes} bytes`]
  lines.push(`host: ${shown.digest('hex')}`, ...results())
  return { lines, fuel: run.fuel }
}

export interface WatchedHost {
  readonly host: GuestHost
  /** What is left behind at the end. */
  results(): readonly string[]
}

/** Hashes each call with what it finds and answers; the whole memory at the 1st, 2nd, 4th, 8th, … */
function watched(host: GuestHost, shown: Hash): GuestHost {
  let count = 0
  return {
    find(module, name) {
      const found = host.find(module, name)
      if (found === undefined) return undefined
      const call = (args: readonly bigint[], guest: GuestView): HostReturn => {
        count++
        if ((count & (count - 1)) === 0) shown.update(guest.memory)
        shown.update(`${name}(${args}) at ${guest.fuelCharged}, ${guest.memory.length}`)
        const answer = found.call(args, guest)
        shown.update(answer.kind === 'returned' ? `${answer.values}` : JSON.stringify(answer.outcome))
        return answer
      }
      return { type: found.type, call }
    },
  }
}

/** A host of any functions: it charges, writes to memory, answers by the arguments, and ends the run at some point. */
export function answeringHost(prepared: PreparedModule): WatchedHost {
  let count = 0
  const functions = new Map<string, HostFunction>()
  for (const [index, { module, name, type }] of prepared.imports.entries()) {
    functions.set(`${module} ${name}`, {
      type: type as FunctionType,
      call(args, guest) {
        if (!guest.charge(64n + BigInt(index))) return { kind: 'returned', values: type!.results.map(() => 0n) }
        // Nothing where there is no such byte.
        guest.memory[1000 + index] = Number((args[0] ?? 7n) & 0xffn)
        if (++count === 50) return { kind: 'ended', outcome: { kind: 'exited', code: 50 } }
        return { kind: 'returned', values: answers(type!.results, args) as bigint[] }
      },
    })
  }
  return { host: { find: (module, name) => functions.get(`${module} ${name}`) }, results: () => [] }
}

/** The real host, with a little of everything that a task can give. */
export function wasiHost(): WatchedHost {
  const written = { stdout: createHash('sha256'), stderr: createHash('sha256') }
  const host = new WasiHost({
    args: ['first', '7'],
    env: { LANG: 'C', A: 'b' },
    stdin: new TextEncoder().encode('a line\nanother line\n'),
    files: [
      { path: '/in/sub/b.bin', bytes: Uint8Array.from({ length: 3001 }, (_, index) => (index * 31) % 251) },
      { path: '/in/file', bytes: new TextEncoder().encode('input') },
    ],
    outputs: ['/out'],
    taskDigest: new Uint8Array(32),
    outputBytes: 4000,
    clock: 'virtual',
    random: 'seeded',
    onOutput: (stream, bytes) => written[stream].update(bytes),
  })
  return {
    host,
    results: () => [
      `stdout: ${written.stdout.digest('hex')}`,
      `stderr: ${written.stderr.digest('hex')}`,
      ...(host.outputFiles() ?? []).map(({ path, size, read }) => `${path}: ${digest(read(0, size))}`),
    ],
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

// ---- Differences ----

/** The first thing that the runtimes show differently, with what came before it; undefined where there is none. */
export async function findDifference(
  runtimes: readonly [Runtime, Runtime],
  specimen: Specimen,
): Promise<string | undefined> {
  const [first, second] = runtimes
  const [a, b] = [await observeSafely(first, specimen), await observeSafely(second, specimen)]
  if (a[0] === unsupported || b[0] === unsupported) return undefined
  const length = Math.max(a.length, b.length)
  for (let line = 0; line < length; line++) {
    if (a[line] === b[line] && !a[line]!.startsWith(fault)) continue
    return [...a.slice(Math.max(0, line - 3), line), `${first.name}: ${a[line]}`, `${second.name}: ${b[line]}`].join(
      '\n',
    )
  }
  return undefined
}

const fault = 'fault: '

/** A runtime that throws is at fault, whatever the other one does. */
async function observeSafely(runtime: Runtime, specimen: Specimen): Promise<readonly string[]> {
  try {
    return await observe(runtime, specimen)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return [`${fault}${isPlasmError(error) ? error.code : error.name}: ${error.message}`]
  }
}
