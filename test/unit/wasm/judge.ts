import { decodeModule } from '../../../daemon/src/wasm/decode.ts'
import { ModuleRejection } from '../../../daemon/src/wasm/rejection.ts'
import { type Validated, validateModule } from '../../../daemon/src/wasm/validate.ts'

/** Decodes and validates; why the module is rejected, or undefined. Any other error is the test's failure. */
export function findRejection(bytes: Uint8Array): ModuleRejection | undefined {
  try {
    validate(bytes)
    return undefined
  } catch (error) {
    if (error instanceof ModuleRejection) return error
    throw error
  }
}

export function validate(bytes: Uint8Array): Validated {
  return validateModule(decodeModule(bytes))
}

/** What V8 says of the module. It also accepts several proposals that are newer than 2.0. */
export function v8Accepts(bytes: Uint8Array): boolean {
  return v8.validate(bytes)
}

// TypeScript declares WebAssembly with the browser's library only.
const v8 = (globalThis as unknown as { WebAssembly: { validate(bytes: Uint8Array): boolean } }).WebAssembly
