import type { Module } from '../wasm/module.ts'
import { decodeSkeleton, skeletonOf } from '../wasm/skeleton.ts'
import { surfaceOf } from './module-surface.ts'
import { packParts, unpackParts } from './packing.ts'
import type { Feature, PreparedModule } from './runtime.ts'

/** A prepared module with its decoded form, whatever its runtime has made of the bodies. */
export interface DecodedModule extends PreparedModule {
  readonly module: Module
}

/** What every runtime has to say of a module besides its bodies, and then what this one has made of them. */
export function packModuleWith(
  { module, features }: DecodedModule,
  made: readonly Uint8Array[],
): readonly Uint8Array[] {
  return packParts([new TextEncoder().encode(features.join()), skeletonOf(module.bytes), ...made])
}

/** The same on its way back: the module without its bodies, and what was made of them. */
export function restoreModuleWith(
  runtime: string,
  packed: Uint8Array,
): { readonly decoded: DecodedModule; readonly made: readonly Uint8Array[] } {
  const [features, skeleton, ...made] = unpackParts(packed)
  const module = decodeSkeleton(skeleton!)
  const known = new TextDecoder().decode(features).split(',').filter(Boolean) as Feature[]
  return { decoded: { runtime, ...surfaceOf(module), features: known, module }, made }
}
