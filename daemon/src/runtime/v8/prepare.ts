import { PlasmError } from '../../errors.ts'
import { decodeModule } from '../../wasm/decode.ts'
import { BodyTooLarge } from '../../wasm/meter/body.ts'
import { type MeteredModule, meterModule } from '../../wasm/meter/encode.ts'
import type { Export, FunctionType, Import, Module } from '../../wasm/module.ts'
import { ModuleRejection } from '../../wasm/rejection.ts'
import { validateModule } from '../../wasm/validate.ts'
import type { Preparation, PreparedExport, PreparedImport, PreparedModule } from '../runtime.ts'

/** What this runtime makes of a module: its decoded form, and its metered form compiled by V8. */
export interface V8Module extends PreparedModule {
  readonly module: Module
  readonly metered: MeteredModule
  readonly compiled: WebAssembly.Module
}

/** Decodes, validates, meters and compiles. A module at fault, or beyond this runtime, is a value. */
export function prepareModule(runtime: string, bytes: Uint8Array): Preparation {
  try {
    const module = decodeModule(bytes)
    const validated = validateModule(module)
    const metered = meterModule(validated)
    const prepared: V8Module = {
      runtime,
      imports: module.imports.map((item) => describeImport(module, item)),
      exports: module.exports.map((item) => describeExport(module, item)),
      features: validated.usesSimd ? ['simd'] : [],
      module,
      metered,
      compiled: compile(metered.bytes),
    }
    return { kind: 'prepared', module: prepared }
  } catch (error) {
    if (error instanceof BodyTooLarge) return { kind: 'unsupported', feature: 'large-function', offset: error.offset }
    if (!(error instanceof ModuleRejection)) throw error
    return { kind: 'rejected', reason: error.reason, offset: error.offset, detail: error.detail }
  }
}

function compile(bytes: Uint8Array): WebAssembly.Module {
  try {
    return new WebAssembly.Module(bytes)
  } catch (cause) {
    if (!(cause instanceof WebAssembly.CompileError)) throw cause
    throw new PlasmError('INTERNAL', `V8 refuses the metered form of a valid module: ${cause.message}`, { cause })
  }
}

function describeImport(module: Module, { module: from, name, type, offset }: Import): PreparedImport {
  if (type.kind !== 'function') return { module: from, name, kind: type.kind, offset }
  return { module: from, name, kind: 'function', type: module.types[type.typeIndex]!, offset }
}

function describeExport(module: Module, { name, kind, index }: Export): PreparedExport {
  return kind === 'function' ? { name, kind, type: functionType(module, index) } : { name, kind }
}

export function functionType(module: Module, index: number): FunctionType {
  return module.types[module.functions[index]!]!
}
