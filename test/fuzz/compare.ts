import { createHash } from 'node:crypto'
import type {
  GuestHost,
  GuestLimits,
  HostFunction,
  Imports,
  PreparedModule,
  Runtime,
  Value,
} from '../../daemon/src/runtime/runtime.ts'
import type { ValueType } from '../../daemon/src/wasm/module.ts'
import { type GeneratedModule, hostTypes } from './module-generator.ts'
import { Random } from './random.ts'

/** What a program must not be able to tell apart: one line for each thing observed. */
export type Observation = readonly string[]

const memoryBytes = 5 * 65536 + 100

/** Runs a module on one runtime at several fuel limits. `random` limits are the same for the same seed. */
export async function observe(
  runtime: Runtime,
  module: GeneratedModule,
  seed: number,
  fuel: bigint,
): Promise<Observation> {
  const preparation = await runtime.prepare(module.bytes)
  if (preparation.kind !== 'prepared') return [`prepared: ${JSON.stringify(preparation)}`]
  const prepared = preparation.module
  const whole = observeInstance(runtime, prepared, module, seed, { fuel, memoryBytes })
  const run = observeRun(runtime, prepared, { fuel, memoryBytes })
  const seen = [...whole, ...run.lines]
  const random = new Random(seed)
  for (const limit of [run.fuel - 1n, run.fuel, run.fuel + 1n, BigInt(random.below(Number(run.fuel) + 1))]) {
    if (limit < 0n) continue
    seen.push(...observeRun(runtime, prepared, { fuel: limit, memoryBytes }).lines)
  }
  return seen
}

function observeInstance(
  runtime: Runtime,
  prepared: PreparedModule,
  module: GeneratedModule,
  seed: number,
  limits: GuestLimits,
): string[] {
  const calls = createHash('sha256')
  const imports: Imports = new Map([
    [
      'host',
      new Map(
        hostTypes.map((type, index) => [
          `h${index}`,
          {
            kind: 'function',
            type,
            call: (args) => {
              calls.update(`${index}(${args.join()})`)
              return answers(type.results, args as readonly bigint[])
            },
          },
        ]),
      ),
    ],
  ])
  const made = runtime.instantiate(prepared, imports, limits)
  if (made.kind !== 'instance') return [`instance: ${JSON.stringify(made)}`]
  const { instance } = made
  const lines: string[] = [`instance: ${instance.fuel}`]
  const random = new Random(seed)
  for (let round = 0; round < 3; round++) {
    const args = module.runType.parameters.map((type) => argument(type, random))
    const result = instance.call('run', args)
    lines.push(`call: ${result.kind === 'returned' ? result.values.map(word).join(' ') : JSON.stringify(result)}`)
    lines.push(`fuel: ${instance.fuel}`)
    // Where the limit was noticed cannot be told, so neither what happened last.
    if (result.kind === 'exceeded') return lines
    lines.push(`memory: ${createHash('sha256').update(instance.memory()).digest('hex')}`)
    lines.push(`globals: ${Array.from({ length: module.globals }, (_, index) => word(instance.global(`g${index}`)))}`)
  }
  lines.push(`host: ${calls.digest('hex')}`)
  return lines
}

function observeRun(runtime: Runtime, prepared: PreparedModule, limits: GuestLimits) {
  const calls = createHash('sha256')
  let count = 0
  const functions = hostTypes.map(
    (type, index): HostFunction => ({
      type,
      call(args, guest) {
        const before = guest.fuelCharged
        if (!guest.charge(64n + BigInt(index))) return { kind: 'returned', values: type.results.map(() => 0n) }
        calls.update(`${index}(${args.join()}) at ${before}, ${guest.memory.length}, ${guest.memory[1000]}`)
        guest.memory[1000 + index] = Number((args[0] ?? 7n) & 0xffn)
        if (++count === 50) return { kind: 'ended', outcome: { kind: 'exited', code: 50 } }
        return { kind: 'returned', values: answers(type.results, args) }
      },
    }),
  )
  const host: GuestHost = {
    find: (module, name) => (module === 'host' ? functions[Number(name.slice(1))] : undefined),
  }
  const run = runtime.run(prepared, limits, host)
  const lines = [`run at ${limits.fuel}: ${JSON.stringify(run.outcome)}, fuel ${run.fuel}, ${run.memoryBytes} bytes`]
  lines.push(`host: ${calls.digest('hex')}`)
  return { lines, fuel: run.fuel }
}

function answers(results: readonly ValueType[], args: readonly bigint[]): bigint[] {
  const sum = args.reduce((total, arg) => (total * 31n + arg) & 0xffffffffffffffffn, 0x7ff4000000000001n)
  return results.map((type) => (type === 'i32' || type === 'f32' ? (sum >> 3n) & 0xffffffffn : sum))
}

function argument(type: ValueType, random: Random): Value {
  if (type === 'externref') return random.once(2) ? null : { host: random.below(5) }
  if (type === 'funcref') return null
  if (type === 'v128') return (random.bits64() << 64n) | random.bits64()
  return BigInt.asUintN(type === 'i64' || type === 'f64' ? 64 : 32, random.bits64())
}

function word(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'bigint') return `0x${value.toString(16)}`
  return 'host' in value ? `host ${value.host}` : `function ${value.index}`
}

/** The first thing that the runtimes show differently, with what came before it; undefined where there is none. */
export async function findDifference(
  runtimes: readonly [Runtime, Runtime],
  module: GeneratedModule,
  seed: number,
  fuel: bigint,
): Promise<string | undefined> {
  const [first, second] = runtimes
  const [a, b] = [await observe(first, module, seed, fuel), await observe(second, module, seed, fuel)]
  const length = Math.max(a.length, b.length)
  for (let line = 0; line < length; line++) {
    if (a[line] === b[line]) continue
    return [...a.slice(Math.max(0, line - 3), line), `${first.name}: ${a[line]}`, `${second.name}: ${b[line]}`].join(
      '\n',
    )
  }
  return undefined
}
