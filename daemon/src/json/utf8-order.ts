const encoder = new TextEncoder()

/** Orders strings by their UTF-8 bytes. JavaScript's `<` orders UTF-16 units, which puts U+10000 before U+FFFF. */
export function compareUtf8(a: string, b: string): number {
  const left = encoder.encode(a)
  const right = encoder.encode(b)
  const shared = Math.min(left.length, right.length)
  for (let index = 0; index < shared; index++) {
    if (left[index] !== right[index]) return left[index]! - right[index]!
  }
  return left.length - right.length
}
