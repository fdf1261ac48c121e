import { decodeModule } from './decode.ts'
import type { Module } from './module.ts'
import { Reader } from './reader.ts'

/**
 * A valid module without its bodies, and without the custom sections behind its imports: what is left to say once the
 * bodies have been made into something else. All up to the imports stays where it is, for rejections name their offsets.
 */
export function skeletonOf(module: Uint8Array): Uint8Array {
  const reader = new Reader(module)
  reader.skip(headerBytes)
  const kept = [module.subarray(0, headerBytes)]
  let behindImports = false
  while (reader.remaining > 0) {
    const start = reader.offset
    const id = reader.byte()
    reader.skip(reader.u32())
    behindImports ||= id > importSection
    if (id === codeSection || (id === customSection && behindImports)) continue
    kept.push(module.subarray(start, reader.offset))
  }
  const skeleton = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of kept) {
    skeleton.set(piece, at)
    at += piece.length
  }
  return skeleton
}

/** The module as it was decoded, but for its bodies. */
export function decodeSkeleton(skeleton: Uint8Array): Module {
  return decodeModule(skeleton, { bodies: false })
}

const headerBytes = 8
const customSection = 0
const importSection = 2
const codeSection = 10
