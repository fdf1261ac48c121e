/**
 * The part of the WebAssembly JavaScript interface that the runtimes use: neither Node's types nor the libraries of
 * the configured targets declare it. https://www.w3.org/TR/wasm-js-api-2/
 */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Memory {
    constructor(descriptor: { readonly initial: number; readonly maximum?: number })
    readonly buffer: ArrayBuffer
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: Record<string, unknown>
  }
}
