import { PlasmError } from '../../errors.ts'
import type { MeteredLayout } from '../../wasm/meter/layout.ts'
import type { Limits, Module, ValueType } from '../../wasm/module.ts'
import { sameType } from '../function-type.ts'
import type { CallResult, GuestLimits, Imports, ImportValue, Instance, Instantiation, Value } from '../runtime.ts'
import { globalWithBits } from './global.ts'
import { type LinkedImport, V8Guest } from './guest.ts'
import type { V8Module } from './prepare.ts'
import type { References } from './values.ts'

/** Instances that live on, for the core suite and tests: values of all types, imports of all kinds. */
export function instantiateForTests(prepared: V8Module, imports: Imports, limits: GuestLimits): Instantiation {
  const { module } = prepared
  const references = new InstanceReferences(prepared.metered.layout)
  const links: LinkedImport[] = []
  for (const { module: from, name, type } of module.imports) {
    const given = imports.get(from)?.get(name)
    if (given === undefined) return unlinkable(`unknown import ${from}.${name}`)
    const link = linkImport(given, type, module, references)
    if (link === undefined) return unlinkable(`incompatible import type of ${from}.${name}`)
    links.push(link)
  }
  const guest = new V8Guest(prepared, links, limits, references)
  const instance = new V8Instance(module, guest)
  references.bind(instance, guest)
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

/** Undefined where what is given is not of the type that is wanted. */
function linkImport(
  given: ImportValue,
  wanted: Module['imports'][number]['type'],
  module: Module,
  references: References,
): LinkedImport | undefined {
  switch (wanted.kind) {
    case 'function':
      if (given.kind !== 'function' || !sameType(module.types[wanted.typeIndex]!, given.type)) return undefined
      return { kind: 'function', call: (args) => ({ kind: 'returned', values: given.call(args) }) }
    case 'global': {
      const { value, mutable } = wanted.global
      if (given.kind !== 'global' || given.type !== value || given.mutable !== mutable) return undefined
      return { kind: 'global', global: globalWithBits(value, mutable, given.value, references) }
    }
    case 'table':
      if (given.kind !== 'table' || given.element !== wanted.table.element) return undefined
      if (!fits(given, wanted.table.limits)) return undefined
      return {
        kind: 'table',
        table: new WebAssembly.Table({
          element: given.element === 'funcref' ? 'anyfunc' : 'externref',
          ...descriptor(given),
        }),
        limits: given,
      }
    case 'memory':
      if (given.kind !== 'memory' || !fits(given, wanted.memory)) return undefined
      return { kind: 'memory', memory: new WebAssembly.Memory(descriptor(given)), limits: given }
    default:
      return wanted satisfies never
  }
}

class V8Instance implements Instance {
  private readonly module: Module
  private readonly guest: V8Guest

  constructor(module: Module, guest: V8Guest) {
    this.module = module
    this.guest = guest
  }

  call(name: string, args: readonly Value[]): CallResult {
    const ending = this.guest.call(this.exported(name, 'function'), args)
    switch (ending.kind) {
      case 'returned':
      case 'trapped':
        return ending
      case 'exceeded':
        return { kind: 'exceeded', limit: 'fuel' }
      default:
        throw new PlasmError('INTERNAL', 'an import ended the run of an instance')
    }
  }

  global(name: string): Value {
    return this.guest.global(this.exported(name, 'global'))
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

/** A host reference is held as its number, a function as V8's own object for it. */
class InstanceReferences implements References {
  private readonly layout: MeteredLayout
  private readonly left = new Map<number, unknown>()
  private instance: Instance | undefined
  private guest: V8Guest | undefined

  constructor(layout: MeteredLayout) {
    this.layout = layout
  }

  bind(instance: Instance, guest: V8Guest): void {
    this.instance = instance
    this.guest = guest
  }

  toGuest(value: Value): unknown {
    if (value === null) return null
    if (typeof value === 'bigint') throw new PlasmError('INTERNAL', 'a reference is expected, a number was given')
    if ('host' in value) return value.host
    if (value.instance !== this.instance) {
      throw new PlasmError('INTERNAL', 'a function reference of another instance cannot be passed')
    }
    const held = this.left.get(value.index) ?? this.guest?.function(value.index)
    if (held === undefined) {
      throw new PlasmError('INTERNAL', `function ${value.index} is not exported and was never given out`)
    }
    return held
  }

  toHost(held: unknown, type: ValueType): Value {
    if (held === null) return null
    if (type === 'externref') return { host: held as number }
    // The name of an exported function is its index: https://www.w3.org/TR/wasm-js-api-2/#name-of-the-webassembly-function
    const index = this.layout.functionOf(Number((held as { readonly name: string }).name))
    this.left.set(index, held)
    return { instance: this.instance!, index }
  }
}

function fits(given: Limits, wanted: Limits): boolean {
  if (given.minimum < wanted.minimum) return false
  return wanted.maximum === undefined || (given.maximum !== undefined && given.maximum <= wanted.maximum)
}

function descriptor({ minimum, maximum }: Limits): { initial: number; maximum?: number } {
  return maximum === undefined ? { initial: minimum } : { initial: minimum, maximum }
}

function unlinkable(detail: string): Instantiation {
  return { kind: 'unlinkable', detail }
}
