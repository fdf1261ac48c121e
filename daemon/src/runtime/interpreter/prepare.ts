import { decodeModule } from '../../wasm/decode.ts'
import type { Export, FunctionType, Import, Module } from '../../wasm/module.ts'
import { ModuleRejection } from '../../wasm/rejection.ts'
import { validateModule } from '../../wasm/validate.ts'
import type { Preparation, PreparedExport, PreparedImport, PreparedModule } from '../runtime.ts'
import type { Image } from './image.ts'
import { translate } from './translate.ts'

/** What the interpreter makes of a module: its decoded form and the code for the core. */
export interface InterpreterModule extends PreparedModule {
  readonly module: Module
  readonly image: Image
}

/** Decodes, validates and translates. A module at fault, or beyond this runtime, is a value. */
export function prepareModule(runtime: string, bytes: Uint8Array): Preparation {
  try {
    const module = decodeModule(bytes)
    const validated = validateModule(module)
    const prepared: InterpreterModule = {
      runtime,
      imports: module.imports.map((item) => describeImport(module, item)),
      exports: module.exports.map((item) => describeExport(module, item)),
      features: validated.usesSimd ? ['simd'] : [],
      module,
      image: translate(validated),
    }
    return { kind: 'prepared', module: prepared }
  } catch (error) {
    if (!(error instanceof ModuleRejection)) throw error
    return { kind: 'rejected', reason: error.reason, offset: error.offset, detail: error.detail }
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
