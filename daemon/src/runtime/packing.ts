/**
 * Parts of a prepared module as one run of bytes: how many there are (u32, little-endian), the length of each, then each,
 * every one at a multiple of 8. Written and read by the same build, so nothing else needs to be said of them.
 */
export function packParts(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const header = Uint32Array.from([parts.length, ...parts.map(({ byteLength }) => byteLength)])
  const pieces = [bytesOf(header), ...parts]
  return pieces.flatMap((piece) => {
    const padding = aligned(piece.byteLength) - piece.byteLength
    return padding === 0 ? [piece] : [piece, new Uint8Array(padding)]
  })
}

/** The parts, as views where `packed` is aligned. */
export function unpackParts(packed: Uint8Array): readonly Uint8Array[] {
  const whole = packed.byteOffset % alignment === 0 ? packed : packed.slice()
  const view = new DataView(whole.buffer, whole.byteOffset)
  const count = view.getUint32(0, true)
  let at = aligned(4 + 4 * count)
  return Array.from({ length: count }, (_, index) => {
    const length = view.getUint32(4 + 4 * index, true)
    const part = whole.subarray(at, at + length)
    at += aligned(length)
    return part
  })
}

export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

const alignment = 8

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment
}
