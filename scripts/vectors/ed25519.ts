import { Point } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { fromHex, hex, seedOf } from './bytes.ts'
import { rfc8032, speccheck } from './ed25519-published.ts'

/** Signatures and whether the norm accepts them. */
export function ed25519Vectors() {
  return {
    description:
      'Ed25519 by the norm of docs/receipt.md. publicKey, message, signature: hex. valid: what every verifier must answer.',
    cases: [...rfc8032, ...speccheck, ...torsionCases(), ...encodingCases()],
  }
}

const L = 2n ** 252n + 27742317777372353535851937790883648493n
/** A point of order 8; its multiples are all points of small order. */
const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')
const source = 'made by scripts/vectors/ed25519.ts'
const a = scalar('secret')
const r = scalar('nonce')

/**
 * A = aB + iT and R = rB + jT with T of order 8, S = r + ka: without the cofactor the equation holds exactly where
 * j + ki is a multiple of 8, which decides; with the cofactor it always holds.
 */
function torsionCases() {
  const cases = []
  for (const [i, j] of [
    [0, 0],
    [0, 1],
    [0, 4],
    [1, 0],
    [1, 1],
    [1, 7],
    [2, 0],
    [2, 2],
    [2, 6],
    [3, 5],
    [4, 0],
    [4, 4],
    [5, 2],
    [7, 7],
  ] as const) {
    for (const holds of [true, false]) {
      const made = search(i, j, holds, a, r)
      if (made !== undefined)
        cases.push({
          name: `A ${of(i)}, R ${of(j)}: the equation ${holds ? 'holds' : 'holds with the cofactor only'}`,
          source,
          ...made,
          valid: holds,
        })
    }
  }
  // Small order: A = iT or R = jT. The equation holds, the norm refuses.
  for (const i of [0, 1, 2, 4]) {
    const smallA = search(i, (8 - i) % 8, true, 0n, r)
    if (smallA !== undefined)
      cases.push({ name: `A of small order (${i}T): the equation holds`, source, ...smallA, valid: false })
    const smallR = search(0, i, i === 0, a, 0n)
    if (smallR !== undefined) cases.push({ name: `R of small order (${i}T)`, source, ...smallR, valid: false })
  }
  const bothSmall = search(1, 1, true, 0n, 0n)
  if (bothSmall !== undefined)
    cases.push({ name: 'A and R of small order, S zero: the equation holds', source, ...bothSmall, valid: false })
  return cases
}

function encodingCases() {
  const good = sign(0, 0, a, r, message('encodings'))
  const s = BigInt(`0x${hex(fromHex(good.signature).subarray(32).toReversed())}`)
  const withS = (value: bigint) => good.signature.slice(0, 64) + littleEndian(value)
  const flip = (text: string, byte: number, bit = 1) =>
    hex(fromHex(text).map((value, index) => (index === byte ? value ^ bit : value)))
  const bad = (name: string, changes: Partial<typeof good>) => ({ name, source, ...good, ...changes, valid: false })
  const small = [
    ['zero (y = 0, order 4)', '00'.repeat(32)],
    ['y = 0 with the sign bit (order 4)', `${'00'.repeat(31)}80`],
    ['the identity (y = 1)', `01${'00'.repeat(31)}`],
    ['the identity with the sign bit, which no x has', `01${'00'.repeat(30)}80`],
    ['y = -1 (order 2)', `ec${'ff'.repeat(30)}7f`],
    ['y = -1 with the sign bit, which no x has', `ec${'ff'.repeat(31)}`],
    ['y = p, not canonical', `ed${'ff'.repeat(30)}7f`],
    ['y = p with the sign bit, not canonical', `ed${'ff'.repeat(31)}`],
    ['y = p + 1, not canonical', `ee${'ff'.repeat(30)}7f`],
    ['y = p + 3, not canonical', `f0${'ff'.repeat(30)}7f`],
    ['y = 2^255 - 1, not canonical', `${'ff'.repeat(31)}7f`],
    ['all bits set', 'ff'.repeat(32)],
    ['y = 2, not on the curve', `02${'00'.repeat(31)}`],
  ] as const
  return [
    { name: 'a proper signature to change', source, ...good, valid: true },
    { name: 'an empty message', source, ...sign(0, 0, a, r, new Uint8Array(0)), valid: true },
    bad('S + L', { signature: withS(s + L) }),
    bad('S + 2L', { signature: withS(s + 2n * L) }),
    bad('S with the highest bit set', { signature: withS(s | (1n << 255n)) }),
    bad('S = L', { signature: withS(L) }),
    bad('S = 0', { signature: withS(0n) }),
    bad('S and its negative', { signature: withS(L - s) }),
    bad('a changed bit in R', { signature: flip(good.signature, 0) }),
    bad('the sign bit of R changed', { signature: flip(good.signature, 31, 0x80) }),
    bad('a changed bit in S', { signature: flip(good.signature, 32) }),
    bad('a changed bit in A', { publicKey: flip(good.publicKey, 5) }),
    bad('the sign bit of A changed', { publicKey: flip(good.publicKey, 31, 0x80) }),
    bad('a changed bit in the message', { message: flip(good.message, 0) }),
    bad('a byte more in the message', { message: `${good.message}00` }),
    bad('R and S changed over', { signature: good.signature.slice(64) + good.signature.slice(0, 64) }),
    ...small.map(([name, encoding]) => bad(`A is ${name}`, { publicKey: encoding })),
    ...small.map(([name, encoding]) => bad(`R is ${name}`, { signature: encoding + good.signature.slice(64) })),
    ...small.map(([name, encoding]) =>
      bad(`A and R are ${name}, S is zero`, { publicKey: encoding, signature: encoding + '00'.repeat(32) }),
    ),
  ]
}

/** The first of 200 messages for which j + ki is, or is not, a multiple of 8. */
function search(
  i: number,
  j: number,
  holds: boolean,
  secret: bigint,
  nonce: bigint,
): ReturnType<typeof sign> | undefined {
  for (let count = 0; count < 200; count++) {
    const text = message(`${i} ${j} ${count}`)
    const made = sign(i, j, secret, nonce, text)
    if (((BigInt(j) + challenge(made) * BigInt(i)) % 8n === 0n) === holds) return made
  }
  return undefined
}

function sign(i: number, j: number, secret: bigint, nonce: bigint, text: Uint8Array) {
  const publicKey = hex(mixed(secret, i).toBytes())
  const commitment = hex(mixed(nonce, j).toBytes())
  const k = challenge({ publicKey, signature: commitment, message: hex(text) })
  return { publicKey, message: hex(text), signature: commitment + littleEndian((nonce + k * secret) % L) }
}

function challenge({
  publicKey,
  message,
  signature,
}: {
  publicKey: string
  message: string
  signature: string
}): bigint {
  return BigInt(`0x${hex(sha512(fromHex(signature.slice(0, 64) + publicKey + message)).toReversed())}`) % L
}

function mixed(multiple: bigint, torsionMultiple: number): Point {
  return Point.BASE.multiply(multiple, false).add(torsion.multiply(BigInt(torsionMultiple), false))
}

function littleEndian(value: bigint): string {
  return hex(fromHex(value.toString(16).padStart(64, '0')).toReversed())
}

function scalar(name: string): bigint {
  return (BigInt(`0x${hex(seedOf(`ed25519 ${name}`))}`) % (L - 1n)) + 1n
}

function message(name: string): Uint8Array {
  return seedOf(`ed25519 message ${name}`)
}

function of(multiple: number): string {
  return multiple === 0 ? 'of the prime order' : `with ${multiple}T`
}
