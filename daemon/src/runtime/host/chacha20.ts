/**
 * One block of ChaCha20: 64 bytes of key stream (RFC 8439, section 2.3).
 *
 * @param key 8 little-endian words
 * @param position the last 4 words of the state: the block counter, then the nonce
 */
export function chacha20Block(key: Uint32Array, position: Uint32Array): Uint8Array {
  const initial = new Uint32Array(16)
  initial.set(constants)
  initial.set(key, 4)
  initial.set(position, 12)
  const state = initial.slice()
  for (let round = 0; round < 20; round += 2) {
    for (const [a, b, c, d] of columns) quarterRound(state, a, b, c, d)
    for (const [a, b, c, d] of diagonals) quarterRound(state, a, b, c, d)
  }
  const block = new DataView(new ArrayBuffer(64))
  for (let word = 0; word < 16; word++) block.setUint32(4 * word, state[word]! + initial[word]!, true)
  return new Uint8Array(block.buffer)
}

/** "expand 32-byte k" as little-endian words. */
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]

const columns = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
] as const

const diagonals = [
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const

/** RFC 8439, section 2.1. */
export function quarterRound(state: Uint32Array, a: number, b: number, c: number, d: number): void {
  let [va, vb, vc, vd] = [state[a]!, state[b]!, state[c]!, state[d]!]
  va = (va + vb) | 0
  vd = rotate(vd ^ va, 16)
  vc = (vc + vd) | 0
  vb = rotate(vb ^ vc, 12)
  va = (va + vb) | 0
  vd = rotate(vd ^ va, 8)
  vc = (vc + vd) | 0
  vb = rotate(vb ^ vc, 7)
  state[a] = va
  state[b] = vb
  state[c] = vc
  state[d] = vd
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
