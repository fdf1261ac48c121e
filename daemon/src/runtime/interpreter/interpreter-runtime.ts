import { PlasmError } from '../../errors.ts'
import { interpreterCore } from '../../generated/interpreter-core.ts'
import type { FunctionType } from '../../wasm/module.ts'
import { sameType } from '../function-type.ts'
import type { Outcome } from '../outcome.ts'
import type {
  GuestHost,
  GuestLimits,
  GuestRun,
  HostFunction,
  Imports,
  Instantiation,
  Preparation,
  PreparedModule,
  Runtime,
} from '../runtime.ts'
import { type Ending, Guest, type HostCall } from './guest.ts'
import { instantiateForTests } from './instance.ts'
import { type InterpreterModule, packModule, prepareModule, restoreModule } from './prepare.ts'
import { fromSlots, toSlots } from './slot-shape.ts'

/**
 * Interprets guests: their modules are translated to register code, which a loop in AssemblyScript executes. V8
 * compiles that loop and never a stranger's bytes; all of a guest's state is data in the core's memory.
 */
export class InterpreterRuntime implements Runtime {
  readonly name = 'interpreter'
  readonly version: string
  private compiled: WebAssembly.Module | undefined

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
    const { module, image } = this.own(prepared)
    const functions = prepared.imports.map(({ module: from, name, type }) => {
      const provided = host.find(from, name)
      if (type === undefined || provided === undefined || !sameType(type, provided.type)) {
        throw new PlasmError('INTERNAL', `the import ${from}.${name} is not what the host offers: check before running`)
      }
      return callHostFunction(provided)
    })
    const start = module.exports.find(({ name, kind }) => name === '_start' && kind === 'function')
    if (start === undefined)
      throw new PlasmError('INTERNAL', 'the module exports no function _start: check before running')

    const guest = new Guest(this.core(), module, image, { functions, globals: [] }, limits)
    const instantiated = guest.instantiate()
    const ending = instantiated.kind === 'returned' ? guest.call(start.index, []) : instantiated
    return { outcome: outcomeOf(ending), fuel: guest.fuelCharged, memoryBytes: guest.memory.length }
  }

  instantiate(prepared: PreparedModule, imports: Imports, limits: GuestLimits): Instantiation {
    return instantiateForTests(this.core(), this.own(prepared), imports, limits)
  }

  private own(prepared: PreparedModule): InterpreterModule {
    if (prepared.runtime === this.name) return prepared as InterpreterModule
    throw new PlasmError('INTERNAL', `a module prepared by ${prepared.runtime} was given to ${this.name}`)
  }

  private core(): WebAssembly.Module {
    this.compiled ??= new WebAssembly.Module(Buffer.from(interpreterCore, 'base64'))
    return this.compiled
  }
}

function callHostFunction(provided: HostFunction): HostCall {
  const { parameters, results } = provided.type
  return (slots, guest) => {
    const args = fromSlots(slots, parameters).map((bits, position) => narrowed(bits, parameters[position]!))
    const result = provided.call(args, guest)
    return result.kind === 'returned' ? { kind: 'returned', values: toSlots(result.values, results) } : result
  }
}

/** The high half of a slot is undefined where its type has 32 bits. */
function narrowed(bits: bigint, type: FunctionType['parameters'][number]): bigint {
  return type === 'i64' || type === 'f64' || type === 'v128' ? bits : BigInt.asUintN(32, bits)
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
