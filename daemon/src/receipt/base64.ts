const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const letters = new TextEncoder().encode(alphabet)
/** What each character of ASCII stands for; 64: nothing. */
const values = new Uint8Array(128).fill(64)
for (const [value, letter] of letters.entries()) values[letter] = value
const ascii = new TextDecoder('ascii')

/** RFC 4648, section 4, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(0x3d)
  let at = 0
  for (let index = 0; index < bytes.length; index += 3) {
    const group = (bytes[index]! << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    const given = Math.min(bytes.length - index, 3) + 1
    for (let letter = 0; letter < given; letter++) text[at + letter] = letters[(group >> (18 - 6 * letter)) & 63]!
    at += 4
  }
  return ascii.decode(text)
}

/** The bytes of canonical base64: padded, unused bits zero, nothing else between. Undefined for any other text. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const end = text.length - padding
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let bits = 0
  let count = 0
  let at = 0
  for (let index = 0; index < end; index++) {
    const value = values[text.charCodeAt(index)] ?? 64
    if (value === 64) return undefined
    bits = ((bits << 6) | value) & 0xffff
    count += 6
    if (count >= 8) {
      count -= 8
      bytes[at++] = (bits >> count) & 0xff
    }
  }
  return (bits & ((1 << count) - 1)) === 0 ? bytes : undefined
}
