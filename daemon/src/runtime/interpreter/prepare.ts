import { decodeModule } from '../../wasm/decode.ts'
import type { Module } from '../../wasm/module.ts'
import { ModuleRejection } from '../../wasm/rejection.ts'
import { decodeSkeleton, skeletonOf } from '../../wasm/skeleton.ts'
import { validateModule } from '../../wasm/validate.ts'
import { surfaceOf } from '../module-surface.ts'
import { bytesOf, packParts, unpackParts } from '../packing.ts'
import type { Feature, Preparation, PreparedModule } from '../runtime.ts'
import { type Image, ImageLayout } from './image.ts'
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
export function packModule({ module, image, features }: InterpreterModule): readonly Uint8Array[] {
  const { frames, growing } = image.layout
  const parts = [frames, Uint32Array.from(growing), image.entries, image.code]
  return packParts([new TextEncoder().encode(features.join()), skeletonOf(module.bytes), ...parts.map(bytesOf)])
}

export function restoreModule(runtime: string, packed: Uint8Array): InterpreterModule {
  const [features, skeleton, frames, growing, entries, code] = unpackParts(packed)
  const module = decodeSkeleton(skeleton!)
  const layout = new ImageLayout(module, words(frames!), words(growing!))
  return {
    runtime,
    ...surfaceOf(module),
    features: new TextDecoder().decode(features).split(',').filter(Boolean) as Feature[],
    module,
    image: {
      layout,
      entries: words(entries!),
      code: new Int32Array(words(code!).buffer, code!.byteOffset, code!.byteLength / 4),
    },
  }
}

function words({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array<ArrayBufferLike> {
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}
