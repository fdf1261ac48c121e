import type { FunctionType, Module } from '../wasm/module.ts'
import type { PreparedExport, PreparedImport } from './runtime.ts'

/** What a module asks of its host, and what it offers, as a prepared module says it. */
export function surfaceOf(module: Module): {
  readonly imports: readonly PreparedImport[]
  readonly exports: readonly PreparedExport[]
} {
  return {
    imports: module.imports.map(({ module: from, name, type, offset }) =>
      type.kind === 'function'
        ? { module: from, name, kind: 'function', type: module.types[type.typeIndex]!, offset }
        : { module: from, name, kind: type.kind, offset },
    ),
    exports: module.exports.map(({ name, kind, index }) =>
      kind === 'function' ? { name, kind, type: functionType(module, index) } : { name, kind },
    ),
  }
}

export function functionType(module: Module, index: number): FunctionType {
  return module.types[module.functions[index]!]!
}
