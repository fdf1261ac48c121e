import { PlasmError } from '../../errors.ts'
import type { Limits, Module, ValueType } from '../../wasm/module.ts'
import { sameType } from '../function-type.ts'
import { functionType } from '../module-surface.ts'
import type { CallResult, GuestLimits, Imports, ImportValue, Instance, Instantiation, Value } from '../runtime.ts'
import { type Ending, Guest, type HostCall } from './guest.ts'
import type { Image } from './image.ts'
import type { InterpreterModule } from './prepare.ts'
import { fromSlots, toSlots } from './slot-shape.ts'

/** Instances that live on, for the core suite and tests: values of all types, imports of all kinds. */
export function instantiateForTests(
  core: WebAssembly.Module,
  { module, image }: InterpreterModule,
  imports: Imports,
  limits: GuestLimits,
): Instantiation {
  const functions: HostCall[] = []
  const globals: bigint[] = []
  const tables: Limits[] = []
  const memories: Limits[] = []
  const values: Values = { image, instance: undefined }
  for (const { module: from, name, type } of module.imports) {
    const given = imports.get(from)?.get(name)
    if (given === undefined) return unlinkable(`unknown import ${from}.${name}`)
    switch (type.kind) {
      case 'function': {
        const expected = module.types[type.typeIndex]!
        if (given.kind !== 'function' || !sameType(expected, given.type)) return incompatible(from, name)
        functions.push(callImport(given, values))
        break
      }
      case 'global':
        if (given.kind !== 'global' || given.type !== type.global.value || given.mutable !== type.global.mutable) {
          return incompatible(from, name)
        }
        globals.push(toBits(values, given.value))
        break
      case 'table':
        if (given.kind !== 'table' || given.element !== type.table.element) return incompatible(from, name)
        if (!fits(given, type.table.limits)) return incompatible(from, name)
        tables.push(given)
        break
      case 'memory':
        if (given.kind !== 'memory' || !fits(given, type.memory)) return incompatible(from, name)
        memories.push(given)
        break
    }
  }
  const linked: Module = {
    ...module,
    tables: module.tables.map((table, index) => ({ ...table, limits: tables[index] ?? table.limits })),
    memories: module.memories.map((memory, index) => memories[index] ?? memory),
  }
  const guest = new Guest(core, linked, image, { functions, globals }, limits)
  const instance = new InterpreterInstance(module, guest, values)
  const ending = guest.instantiate()
  switch (ending.kind) {
    case 'returned':
      return { kind: 'instance', instance }
    case 'trapped':
    case 'exceeded':
      return ending
    default:
      throw new PlasmError('INTERNAL', 'an import ended the run of an instance')
  }
}

/** What turns references into bits and back: a function reference is the address of the function's record. */
interface Values {
  readonly image: Image
  instance: Instance | undefined
}

class InterpreterInstance implements Instance {
  private readonly module: Module
  private readonly guest: Guest
  private readonly values: Values

  constructor(module: Module, guest: Guest, values: Values) {
    this.module = module
    this.guest = guest
    this.values = values
    values.instance = this
  }

  call(name: string, args: readonly Value[]): CallResult {
    const index = this.exported(name, 'function')
    const { parameters, results } = functionType(this.module, index)
    const bits = args.map((value) => toBits(this.values, value))
    const ending: Ending = this.guest.call(index, toSlots(bits, parameters))
    switch (ending.kind) {
      case 'returned':
        return {
          kind: 'returned',
          values: fromSlots(ending.values, results).map((bits, position) => {
            return fromBits(this.values, bits, results[position]!)
          }),
        }
      case 'trapped':
        return ending
      case 'exceeded':
        return { kind: 'exceeded', limit: 'fuel' }
      default:
        throw new PlasmError('INTERNAL', 'an import ended the run of an instance')
    }
  }

  global(name: string): Value {
    const index = this.exported(name, 'global')
    return fromBits(this.values, this.guest.global(index), this.module.globalTypes[index]!.value)
  }

  get fuel(): bigint {
    return this.guest.fuelCharged
  }

  memory(): Uint8Array {
    return this.guest.memory.slice()
  }

  private exported(name: string, kind: 'function' | 'global'): number {
    const found = this.module.exports.find((item) => item.name === name && item.kind === kind)
    if (found === undefined) throw new PlasmError('INTERNAL', `the instance exports no ${kind} ${JSON.stringify(name)}`)
    return found.index
  }
}

function callImport(given: Extract<ImportValue, { kind: 'function' }>, values: Values): HostCall {
  const { parameters, results } = given.type
  return (slots) => {
    const args = fromSlots(slots, parameters).map((bits, position) => fromBits(values, bits, parameters[position]!))
    const returned = given.call(args).map((value) => toBits(values, value))
    return { kind: 'returned', values: toSlots(returned, results) }
  }
}

function toBits(values: Values, value: Value): bigint {
  if (value === null) return 0n
  if (typeof value === 'bigint') return value
  if ('host' in value) return BigInt(value.host) + 1n
  if (value.instance !== values.instance) {
    throw new PlasmError('INTERNAL', 'a function reference of another instance cannot be passed')
  }
  return BigInt(values.image.layout.functionRecord(value.index))
}

function fromBits(values: Values, bits: bigint, type: ValueType): Value {
  const low = BigInt.asUintN(32, bits)
  switch (type) {
    case 'i32':
    case 'f32':
      return low
    case 'externref':
      return low === 0n ? null : { host: Number(low) - 1 }
    case 'funcref':
      return low === 0n ? null : { instance: values.instance!, index: values.image.layout.functionOf(Number(low)) }
    default:
      return bits
  }
}

function fits(given: Limits, wanted: Limits): boolean {
  if (given.minimum < wanted.minimum) return false
  return wanted.maximum === undefined || (given.maximum !== undefined && given.maximum <= wanted.maximum)
}

function unlinkable(detail: string): Instantiation {
  return { kind: 'unlinkable', detail }
}

function incompatible(module: string, name: string): Instantiation {
  return unlinkable(`incompatible import type of ${module}.${name}`)
}
