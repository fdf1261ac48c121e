/**
 * What the V8 runtime uses of the WebAssembly JavaScript interface besides runtime/webassembly.d.ts.
 * https://www.w3.org/TR/wasm-js-api-2/
 */
declare namespace WebAssembly {
  class Global {
    constructor(descriptor: { readonly value: string; readonly mutable: boolean }, value?: unknown)
    value: unknown
  }
  class Table {
    constructor(descriptor: { readonly element: string; readonly initial: number; readonly maximum?: number })
  }
  class RuntimeError extends Error {}
  class CompileError extends Error {}
}
