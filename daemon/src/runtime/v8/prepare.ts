import { PlasmError } from '../../errors.ts'
import { decodeModule } from '../../wasm/decode.ts'
import { BodyTooLarge } from '../../wasm/meter/body.ts'
import { type MeteredModule, meterModule } from '../../wasm/meter/encode.ts'
import { MeteredLayout } from '../../wasm/meter/layout.ts'
import { ModuleRejection } from '../../wasm/rejection.ts'
import { validateModule } from '../../wasm/validate.ts'
import { surfaceOf } from '../module-surface.ts'
import { type DecodedModule, packModuleWith, restoreModuleWith } from '../packed-module.ts'
import type { Preparation } from '../runtime.ts'

/** What this runtime makes of a module: its decoded form, and its metered form, which V8 compiles where it is to run. */
export interface V8Module extends DecodedModule {
  readonly metered: MeteredModule
  /** Once, when it is first asked for: to prepare a module is not to show it to V8. Throws INTERNAL where V8 refuses it. */
  compiled(): WebAssembly.Module
}

/** Decodes, validates and meters. A module at fault, or beyond this runtime, is a value. */
export function prepareModule(runtime: string, bytes: Uint8Array): Preparation {
  try {
    const module = decodeModule(bytes)
    const validated = validateModule(module)
    const metered = meterModule(validated)
    const prepared: V8Module = {
      runtime,
      ...surfaceOf(module),
      features: validated.usesSimd ? ['simd'] : [],
      module,
      metered,
      compiled: compiling(metered.bytes),
    }
    return { kind: 'prepared', module: prepared }
  } catch (error) {
    if (error instanceof BodyTooLarge) return { kind: 'unsupported', feature: 'large-function', offset: error.offset }
    if (!(error instanceof ModuleRejection)) throw error
    return { kind: 'rejected', reason: error.reason, offset: error.offset, detail: error.detail }
  }
}

function compiling(bytes: Uint8Array<ArrayBuffer>): () => WebAssembly.Module {
  let module: WebAssembly.Module | undefined
  return () => {
    module ??= compile(bytes)
    return module
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

/** The metered form, which V8 compiles anew, and of the module what instantiating it takes. */
export function packModule(prepared: V8Module): readonly Uint8Array[] {
  return packModuleWith(prepared, [prepared.metered.bytes])
}

export function restoreModule(runtime: string, packed: Uint8Array): V8Module {
  const { decoded, made } = restoreModuleWith(runtime, packed)
  const bytes = made[0] as Uint8Array<ArrayBuffer>
  return {
    ...decoded,
    metered: { bytes, layout: new MeteredLayout(decoded.module) },
    compiled: compiling(bytes),
  }
}
