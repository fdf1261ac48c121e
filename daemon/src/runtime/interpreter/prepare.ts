import { decodeModule } from '../../wasm/decode.ts'
import { ModuleRejection } from '../../wasm/rejection.ts'
import { validateModule } from '../../wasm/validate.ts'
import { surfaceOf } from '../module-surface.ts'
import { type DecodedModule, packModuleWith, restoreModuleWith } from '../packed-module.ts'
import { bytesOf } from '../packing.ts'
import type { Preparation } from '../runtime.ts'
import { type Image, ImageLayout } from './image.ts'
import { translate } from './translate.ts'

/** What the interpreter makes of a module: its decoded form and the code for the core. */
export interface InterpreterModule extends DecodedModule {
  readonly image: Image
}

/** Decodes, validates and translates. A module at fault, or beyond this runtime, is a value. */
export function prepareModule(runtime: string, bytes: Uint8Array): Preparation {
  try {
    const module = decodeModule(bytes)
    const validated = validateModule(module)
    const prepared: InterpreterModule = {
      runtime,
      ...surfaceOf(module),
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

/** The image and, of the module, what loading it takes. */
export function packModule(prepared: InterpreterModule): readonly Uint8Array[] {
  const { layout, entries, code } = prepared.image
  const made = [layout.frames, Uint32Array.from(layout.growing), entries, code]
  return packModuleWith(prepared, made.map(bytesOf))
}

export function restoreModule(runtime: string, packed: Uint8Array): InterpreterModule {
  const { decoded, made } = restoreModuleWith(runtime, packed)
  const [frames, growing, entries, code] = made.map(words)
  return {
    ...decoded,
    image: {
      layout: new ImageLayout(decoded.module, frames!, growing),
      entries: entries!,
      code: new Int32Array(code!.buffer, code!.byteOffset, code!.length),
    },
  }
}

function words({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array<ArrayBufferLike> {
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}
