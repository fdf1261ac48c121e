import type { TrapReason } from '../../daemon/src/runtime/outcome.ts'
import type { GuestLimits, Imports, ImportValue, Instance, Runtime, Value } from '../../daemon/src/runtime/runtime.ts'
import type { SkipRule, SuiteAction, SuiteCommand, SuiteScript, SuiteValue } from './core-suite.ts'

/** What running a script found: faults as sentences, how many commands were run, and the lines of those that fell under a rule. */
export interface ScriptRun {
  readonly faults: string[]
  executed: number
  readonly skipped: Record<ExecutionSkip, number[]>
}

/** Rules that execution has. */
export type ExecutionSkip = Exclude<SkipRule, 'text'>
export const executionSkips: readonly ExecutionSkip[] = ['linking', 'dependent', 'shared']

const limits: GuestLimits = { fuel: 2n ** 53n - 1n, memoryBytes: 2 ** 31 }

/** Executes the commands of a script that concern execution: instances, actions and what is asserted of them. */
export async function runScript(runtime: Runtime, script: SuiteScript): Promise<ScriptRun> {
  const run: ScriptRun = { faults: [], executed: 0, skipped: { linking: [], dependent: [], shared: [] } }
  const named = new Map<string, Instance | undefined>()
  const registered = new Map<string, Instance | undefined>()
  const shared = new Set<Instance | undefined>()
  let current: Instance | undefined

  const find = (action: SuiteAction) => (action.module === undefined ? current : named.get(action.module))
  for (const command of script.commands) {
    const fault = await execute(command)
    if (isSkip(fault)) run.skipped[fault].push(command.line)
    else if (fault !== 'other') {
      run.executed++
      if (fault !== undefined) run.faults.push(`line ${command.line}: ${fault}`)
    }
  }
  return run

  async function execute(command: SuiteCommand): Promise<string | undefined> {
    switch (command.type) {
      case 'module': {
        current = undefined
        const made = await instantiate(command.filename)
        if (command.name !== undefined) named.set(command.name, undefined)
        if (typeof made === 'string') return made
        if (made.kind !== 'instance') return `the module should have an instance, it was ${JSON.stringify(made)}`
        current = made.instance
        if (command.name !== undefined) named.set(command.name, made.instance)
        return undefined
      }
      case 'assert_uninstantiable':
      case 'assert_unlinkable': {
        const made = await instantiate(command.filename)
        if (typeof made === 'string') return made
        if (command.type === 'assert_unlinkable') {
          return made.kind === 'unlinkable' ? undefined : `should be unlinkable (${command.text}), was ${made.kind}`
        }
        return made.kind === 'trapped' ? trapFault(command.text, made.reason) : `should trap, was ${made.kind}`
      }
      case 'action':
      case 'assert_return': {
        const instance = find(command.action)
        if (instance === undefined) return 'dependent'
        if (shared.has(instance)) return 'shared'
        const values = act(instance, command.action)
        if (typeof values === 'string') return values
        return command.type === 'action' ? undefined : valuesFault(command.expected, values)
      }
      case 'assert_trap':
      case 'assert_exhaustion': {
        const instance = find(command.action)
        if (instance === undefined) return 'dependent'
        if (shared.has(instance)) return 'shared'
        if (command.action.type !== 'invoke') return 'a get cannot trap'
        const result = instance.call(command.action.field, command.action.args.map(toValue))
        return result.kind === 'trapped'
          ? trapFault(command.text, result.reason)
          : `should trap (${command.text}), ${result.kind}`
      }
      case 'register':
        registered.set(command.as, command.name === undefined ? current : named.get(command.name))
        return 'other'
      default:
        return 'other' // Validation has a test of its own.
    }
  }

  async function instantiate(filename: string) {
    const prepared = await runtime.prepare(script.binary(filename))
    if (prepared.kind === 'unsupported') return `should be prepared: ${prepared.feature} is unsupported`
    if (prepared.kind === 'rejected') return `should be valid: ${prepared.reason}, ${prepared.detail}`
    const exporters = prepared.module.imports.filter(({ module }) => registered.has(module))
    for (const { module } of exporters) shared.add(registered.get(module))
    if (exporters.length > 0) return 'linking'
    return runtime.instantiate(prepared.module, spectest, limits)
  }
}

function isSkip(fault: string | undefined): fault is ExecutionSkip {
  return executionSkips.some((rule) => rule === fault)
}

function act(instance: Instance, action: SuiteAction): readonly Value[] | string {
  if (action.type === 'get') return [instance.global(action.field)]
  const result = instance.call(action.field, action.args.map(toValue))
  return result.kind === 'returned' ? result.values : `${action.field} should return, it ${JSON.stringify(result)}`
}

function toValue(value: SuiteValue): Value {
  if (value.type === 'v128')
    return lanesOf(value).reduceRight((bits, { width, text }) => (bits << width) | BigInt(text), 0n)
  if (value.type === 'funcref' || value.type === 'externref') {
    return value.value === 'null' ? null : { host: Number(value.value) }
  }
  return BigInt(value.value)
}

function valuesFault(expected: readonly SuiteValue[], values: readonly Value[]): string | undefined {
  if (expected.length === values.length && expected.every((wanted, index) => matches(wanted, values[index]!))) {
    return undefined
  }
  const shown = values.map((value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : JSON.stringify(value)))
  return `expected ${JSON.stringify(expected)}, got ${shown.join(', ')}`
}

function matches(wanted: SuiteValue, value: Value): boolean {
  if (wanted.type === 'v128') {
    if (typeof value !== 'bigint') return false
    return lanesOf(wanted).every(({ width, text, float }, lane) => {
      const bits = BigInt.asUintN(Number(width), value >> (width * BigInt(lane)))
      return matches({ type: float ?? 'i64', value: text }, bits)
    })
  }
  if (wanted.value === 'nan:canonical' || wanted.value === 'nan:arithmetic') {
    // The deterministic profile has one NaN for both classes, but sign operations may have changed its sign.
    const [quiet, rest] = wanted.type === 'f32' ? [0x7fc00000n, 0x7fffffffn] : [0x7ff8n << 48n, (1n << 63n) - 1n]
    if (typeof value !== 'bigint') return false
    return wanted.value === 'nan:canonical' ? (value & rest) === quiet : (value & quiet) === quiet
  }
  if (wanted.type === 'funcref' && wanted.value !== 'null') return value !== null
  const expected = toValue(wanted)
  if (expected === null || typeof expected === 'bigint') return value === expected
  return (
    value !== null && typeof value === 'object' && 'host' in value && 'host' in expected && value.host === expected.host
  )
}

/** The lanes of a vector as the suite writes them, lane 0 first. */
function lanesOf({ lane_type, value }: Extract<SuiteValue, { type: 'v128' }>) {
  const width = BigInt(lane_type.slice(1))
  const float = lane_type === 'f32' || lane_type === 'f64' ? (lane_type as 'f32' | 'f64') : undefined
  return value.map((text) => ({ width, text, float }))
}

const trapTexts: Readonly<Record<string, readonly TrapReason[]>> = {
  unreachable: ['unreachable'],
  'out of bounds memory access': ['memory-bounds'],
  'out of bounds table access': ['table-bounds'],
  'undefined element': ['table-bounds'],
  'uninitialized element': ['indirect-call'],
  'indirect call type mismatch': ['indirect-call'],
  'integer divide by zero': ['divide-by-zero'],
  'integer overflow': ['integer-overflow', 'float-to-int'], // The suite words the conversions' overflow alike.
  'invalid conversion to integer': ['float-to-int'],
  'call stack exhausted': ['stack-exhausted'],
}

function trapFault(text: string, reason: TrapReason): string | undefined {
  const reasons = Object.entries(trapTexts).find(([wording]) => text.startsWith(wording))?.[1]
  if (reasons === undefined) return `unknown wording of a trap: ${text}`
  return reasons.includes(reason) ? undefined : `should trap with "${text}", did with ${reason}`
}

/** The module that the suite's scripts import from. */
const spectest: Imports = new Map([
  [
    'spectest',
    new Map<string, ImportValue>([
      ...[[], ['i32'], ['i64'], ['f32'], ['f64'], ['i32', 'f32'], ['f64', 'f64']].map(
        (parameters): [string, ImportValue] => [
          ['print', ...parameters].join('_'),
          { kind: 'function', type: { parameters, results: [] } as never, call: () => [] },
        ],
      ),
      ['global_i32', { kind: 'global', type: 'i32', mutable: false, value: 666n }],
      ['global_i64', { kind: 'global', type: 'i64', mutable: false, value: 666n }],
      ['global_f32', { kind: 'global', type: 'f32', mutable: false, value: 0x4426a666n }], // 666.6
      ['global_f64', { kind: 'global', type: 'f64', mutable: false, value: 0x4084d4cccccccccdn }],
      ['table', { kind: 'table', element: 'funcref', minimum: 10, maximum: 20 }],
      ['memory', { kind: 'memory', minimum: 1, maximum: 2 }],
    ]),
  ],
])
