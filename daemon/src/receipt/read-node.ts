import { isUtf8 } from 'node:buffer'
import { type ErrorCode, PlasmError } from '../errors.ts'

/*
 * The daemon's own reader of what is signed: the envelope, and in it the JSON profile. JSON.parse decides the grammar,
 * and the tokens are held to what the profile asks beyond it. It shares no code with strict-json.ts and dsse.ts, on
 * purpose: they are tested against each other.
 */

/** How a peer ID looks; whether it names a key is another question. */
export const peerIdForm = /^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$/

/** Takes an envelope of the strict form apart. Throws ENVELOPE_INVALID. */
export function readEnvelope(bytes: Uint8Array): {
  readonly payloadType: string
  readonly payload: Uint8Array
  readonly keyid: string
  readonly signature: Uint8Array
} {
  let value: unknown
  try {
    value = readProfile(bytes, 7)
  } catch (cause) {
    throw new PlasmError('ENVELOPE_INVALID', `the envelope is not in the JSON profile: ${(cause as Error).message}`, {
      cause,
    })
  }
  const { payloadType, payload, signatures } = membersOf(
    value,
    ['payloadType', 'payload', 'signatures'],
    'the envelope',
  )
  expect(
    Array.isArray(signatures) && signatures.length === 1,
    'ENVELOPE_INVALID',
    'signatures must be an array of exactly one',
  )
  const { keyid, sig } = membersOf((signatures as unknown[])[0], ['keyid', 'sig'], 'the signature')
  expect(
    typeof payloadType === 'string' && payloadType !== '' && [...payloadType].length <= 128,
    'ENVELOPE_INVALID',
    'payloadType must be a string of 1 to 128 characters',
  )
  expect(typeof keyid === 'string' && peerIdForm.test(keyid), 'ENVELOPE_INVALID', 'keyid must be a peer ID')
  const signature = decodeBase64(sig, 'sig')
  expect(signature.length === 64, 'ENVELOPE_INVALID', `sig holds ${signature.length} bytes, an Ed25519 signature 64`)
  return {
    payloadType: payloadType as string,
    payload: decodeBase64(payload, 'payload'),
    keyid: keyid as string,
    signature,
  }
}

function membersOf<K extends string>(value: unknown, keys: readonly K[], what: string): Readonly<Record<K, unknown>> {
  const found = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  expect(
    found.length === keys.length && keys.every((key) => found.includes(key)),
    'ENVELOPE_INVALID',
    `${what} must be an object of ${keys.join(', ')} and no other members`,
  )
  return value as Record<K, unknown>
}

function decodeBase64(text: unknown, what: string): Uint8Array {
  expect(typeof text === 'string', 'ENVELOPE_INVALID', `${what} must be a string`)
  const bytes = Buffer.from(text as string, 'base64')
  expect(bytes.toString('base64') === text, 'ENVELOPE_INVALID', `${what} must be canonical base64`)
  return new Uint8Array(bytes)
}

/** One token with the white space before it. Sticky, so that broken text ends the scan at once. */
const token =
  /[ \t\n\r]*(?:("[^"\\]*(?:\\[\s\S][^"\\]*)*")|([[{])|([\]}])|(:)|,|(-?[0-9][0-9.eE+-]*)|(true|false|null))/y
const key = /^[A-Za-z_][A-Za-z0-9_]*$/
const maximumDepth = 32

/** Reads a document of the JSON profile, of so many values at most. Throws JSON_INVALID with the byte offset. */
export function readProfile(bytes: Uint8Array, maximumValues = Number.POSITIVE_INFINITY): unknown {
  if (!isUtf8(bytes)) throw new PlasmError('JSON_INVALID', 'not well-formed UTF-8')
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  checkTokens(text, maximumValues)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PlasmError('JSON_INVALID', (cause as Error).message, { cause })
  }
}

function checkTokens(text: string, maximumValues: number): void {
  const scanner = new RegExp(token)
  const open: Set<string>[] = [] // The keys seen in each object that is open; arrays have none.
  const end = text.trimEnd().length
  let before: string | undefined
  let values = 0
  while (scanner.lastIndex < end) {
    const at = scanner.lastIndex
    const match = scanner.exec(text)
    if (match === null) throw broken(text, at, 'a JSON token')
    const [, string, opening, closing, colon, number, word] = match
    if (string !== undefined || opening !== undefined || number !== undefined || word !== undefined) values++
    if (colon !== undefined) values-- // What came before it was a key.
    if (values > maximumValues) throw broken(text, at, `at most ${maximumValues} values`)
    if (opening !== undefined && open.push(new Set()) > maximumDepth)
      throw broken(text, at, `at most ${maximumDepth} levels`)
    if (closing !== undefined) open.pop()
    if (number !== undefined && !isProfileNumber(number))
      throw broken(text, at, 'an integer within ±(2^53-1), without fraction, exponent or -0')
    if (string?.includes('\\u') && !decode(string, text, at).isWellFormed())
      throw broken(text, at, 'no lone surrogates')
    if (colon !== undefined && before !== undefined) checkKey(decode(before, text, at), open.at(-1), text, at)
    before = string
  }
}

function checkKey(name: string, seen: Set<string> | undefined, text: string, at: number): void {
  if (!key.test(name)) throw broken(text, at, 'a key of the form [A-Za-z_][A-Za-z0-9_]*')
  if (seen?.has(name)) throw broken(text, at, 'each key once in its object')
  seen?.add(name)
}

function isProfileNumber(text: string): boolean {
  const value = Number(text)
  return Number.isSafeInteger(value) && String(value) === text
}

function decode(string: string, text: string, at: number): string {
  try {
    return JSON.parse(string) as string
  } catch {
    throw broken(text, at, 'a string without control characters or unknown escapes')
  }
}

function broken(text: string, at: number, expected: string): PlasmError {
  return new PlasmError('JSON_INVALID', `at byte ${Buffer.byteLength(text.slice(0, at))}: expected ${expected}`)
}

/** Throws `code` unless `holds`. */
export function expect(holds: boolean, code: ErrorCode, message: string): void {
  if (!holds) throw new PlasmError(code, message)
}
