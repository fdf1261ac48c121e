import { expect } from 'vitest'
import type {
  GuestHost,
  GuestRun,
  HostFunction,
  Imports,
  Instance,
  Instantiation,
  PreparedModule,
  Runtime,
} from '../../daemon/src/runtime/runtime.ts'
import type { FunctionType, ValueType } from '../../daemon/src/wasm/module.ts'
import { type Bytes, ModuleBuilder, op } from '../guests/builder.ts'

/** Drives a runtime through its port, for the suites that every adapter must pass. */
export const plentyOfFuel = 2n ** 53n - 1n
export const plentyOfMemory = 2 ** 26

export async function prepared(runtime: Runtime, bytes: Uint8Array): Promise<PreparedModule> {
  const preparation = await runtime.prepare(bytes)
  if (preparation.kind !== 'prepared') throw new Error(`not prepared: ${JSON.stringify(preparation)}`)
  return preparation.module
}

/** Functions of module `host`, by name. */
export function hostOf(functions: Readonly<Record<string, HostFunction>>): GuestHost {
  return { find: (module, name) => (module === 'host' ? functions[name] : undefined) }
}

/** Runs a command's `_start`. */
export async function runCommand(
  runtime: Runtime,
  module: Uint8Array | ModuleBuilder,
  options: { readonly fuel?: bigint; readonly memoryBytes?: number; readonly host?: GuestHost } = {},
): Promise<GuestRun> {
  const { fuel = plentyOfFuel, memoryBytes = plentyOfMemory, host = hostOf({}) } = options
  const bytes = module instanceof ModuleBuilder ? module.build() : module
  return runtime.run(await prepared(runtime, bytes), { fuel, memoryBytes }, host)
}

export async function instantiated(
  runtime: Runtime,
  module: ModuleBuilder,
  imports: Imports = new Map(),
  limits = { fuel: plentyOfFuel, memoryBytes: plentyOfMemory },
): Promise<Instantiation> {
  return runtime.instantiate(await prepared(runtime, module.build()), imports, limits)
}

export async function instanceOf(runtime: Runtime, module: ModuleBuilder, imports?: Imports): Promise<Instance> {
  const made = await instantiated(runtime, module, imports)
  if (made.kind !== 'instance') throw new Error(`no instance: ${JSON.stringify(made)}`)
  return made.instance
}

/** An instance of a module with the one function `f`. */
export async function functionInstance(
  runtime: Runtime,
  parameters: readonly ValueType[],
  results: readonly ValueType[],
  code: readonly Bytes[],
  locals: readonly ValueType[] = [],
): Promise<(...args: bigint[]) => readonly unknown[] | string> {
  const module = new ModuleBuilder()
  module.memory(1, 2)
  module.export('f', 'function', module.function(parameters, results, locals, code))
  const instance = await instanceOf(runtime, module)
  return (...args) => {
    const result = instance.call('f', args)
    return result.kind === 'returned' ? result.values : result.kind === 'trapped' ? result.reason : 'exceeded fuel'
  }
}

/** A command whose `_start` is this code; add to it before building. */
export function command(code: readonly Bytes[], locals: readonly ValueType[] = [], module = new ModuleBuilder()) {
  return module.export('_start', 'function', module.function([], [], locals, code))
}

export function functionType(parameters: readonly ValueType[], results: readonly ValueType[]): FunctionType {
  return { parameters, results }
}

export const constant = (value: number) => op('i32.const', value)

/** The outcome at limits just below, at and just above the total: rule 6 leaves nothing else to tell. */
export async function expectFuel(
  runtime: Runtime,
  module: ModuleBuilder,
  total: bigint,
  outcome: GuestRun['outcome'] = { kind: 'exited', code: 0 },
  host?: GuestHost,
): Promise<void> {
  const options = host === undefined ? {} : { host }
  for (const fuel of [total, total + 1n, plentyOfFuel]) {
    expect(await runCommand(runtime, module, { ...options, fuel })).toMatchObject({ outcome, fuel: total })
  }
  if (total === 0n) return
  for (const fuel of [total - 1n, 0n]) {
    const exceeded = { outcome: { kind: 'exceeded', limit: 'fuel' }, fuel }
    expect(await runCommand(runtime, module, { ...options, fuel })).toMatchObject(exceeded)
  }
}
