import { PlasmError } from '../../errors.ts'
import { sameType } from '../function-type.ts'
import type { Outcome } from '../outcome.ts'
import type {
  GuestHost,
  GuestLimits,
  GuestRun,
  Imports,
  Instantiation,
  Preparation,
  PreparedModule,
  Runtime,
} from '../runtime.ts'
import { type Ending, type LinkedImport, V8Guest } from './guest.ts'
import { instantiateForTests } from './instance.ts'
import { packModule, prepareModule, restoreModule, type V8Module } from './prepare.ts'

/**
 * Has V8 compile guests: their modules are metered first, so that fuel, stack, NaNs and limits are as semantics 1
 * says, whatever V8 makes of the rest.
 *
 * The guest's stack is bounded by the metering; V8's own must be larger than any guest can make it. The process needs
 * `--stack-size=48000` under a stack limit of 64 MiB (prlimit before exec); where V8's is hit first after all, that is
 * a failure of this node. `--no-liftoff` lets one long call run in optimised code: V8 replaces baseline code only
 * between calls.
 */
export class V8Runtime implements Runtime {
  readonly name = 'v8'
  readonly version: string

  /** `version`: of this software, for the receipt. */
  constructor(version: string) {
    this.version = version
  }

  async prepare(module: Uint8Array): Promise<Preparation> {
    return prepareModule(this.name, module)
  }

  pack(prepared: PreparedModule): readonly Uint8Array[] {
    return packModule(this.own(prepared))
  }

  async restore(packed: Uint8Array): Promise<PreparedModule> {
    return restoreModule(this.name, packed)
  }

  run(prepared: PreparedModule, limits: GuestLimits, host: GuestHost): GuestRun {
    const own = this.own(prepared)
    const links = prepared.imports.map(({ module: from, name, type }): LinkedImport => {
      const provided = host.find(from, name)
      if (type === undefined || provided === undefined || !sameType(type, provided.type)) {
        throw new PlasmError('INTERNAL', `the import ${from}.${name} is not what the host offers: check before running`)
      }
      return { kind: 'function', call: (args, guest) => provided.call(args as readonly bigint[], guest) }
    })
    const start = own.module.exports.find(({ name, kind }) => name === '_start' && kind === 'function')
    if (start === undefined)
      throw new PlasmError('INTERNAL', 'the module exports no function _start: check before running')

    const guest = new V8Guest(own, links, limits)
    const instantiated = guest.instantiate()
    const ending = instantiated.kind === 'returned' ? guest.call(start.index, []) : instantiated
    return { outcome: outcomeOf(ending), fuel: guest.fuelCharged, memoryBytes: guest.memoryBytes }
  }

  instantiate(prepared: PreparedModule, imports: Imports, limits: GuestLimits): Instantiation {
    return instantiateForTests(this.own(prepared), imports, limits)
  }

  private own(prepared: PreparedModule): V8Module {
    if (prepared.runtime === this.name) return prepared as V8Module
    throw new PlasmError('INTERNAL', `a module prepared by ${prepared.runtime} was given to ${this.name}`)
  }
}

function outcomeOf(ending: Ending): Outcome {
  switch (ending.kind) {
    case 'returned':
      return { kind: 'exited', code: 0 }
    case 'trapped':
    case 'exceeded':
      return ending
    case 'ended':
      return ending.outcome
    default:
      return ending satisfies never
  }
}
