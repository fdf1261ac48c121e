import type { Signer } from '../../daemon/src/identity/signer.ts'
import { base64 } from './bytes.ts'

/** How an envelope is made; a case changes what it breaks. */
export interface Making {
  readonly payloadType: string
  readonly payload: string | Uint8Array
  readonly signer: Signer
  /** Given: stands where the signer's name would. */
  readonly keyid?: string
  /** Given: this is signed instead of type and payload. */
  readonly signed?: Uint8Array
  /** Changes the signature's bytes. */
  readonly changeSignature?: (signature: Buffer) => Uint8Array
  /** Changes the envelope's members before they are written. */
  readonly changeMembers?: (members: Members) => unknown
  /** Changes the envelope's text. */
  readonly changeText?: (text: string) => string | Uint8Array
}

export interface Members {
  payloadType: string
  payload: string
  signatures: { keyid: string; sig: string }[]
}

/** An envelope's bytes, in base64. Written here and not with the code under test. */
export function envelope(making: Making): string {
  const text = envelopeText(making)
  return base64(making.changeText?.(text) ?? text)
}

/** The envelope's text before `changeText`. */
function envelopeText({ payloadType, payload, signer, keyid, signed, changeSignature, changeMembers }: Making): string {
  const signature = Buffer.from(signer.sign(signed ?? pae(payloadType, payload)))
  const members = {
    payloadType,
    payload: base64(payload),
    signatures: [{ keyid: keyid ?? signer.peerId, sig: base64(changeSignature?.(signature) ?? signature) }],
  }
  return JSON.stringify(changeMembers?.(members) ?? members)
}

/** DSSE's pre-authentication encoding. */
export function pae(payloadType: string, payload: string | Uint8Array): Buffer {
  const body = Buffer.from(payload as string)
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${body.length} `), body])
}

/** Faults of the JSON profile, written into a payload's or an envelope's text. `member` is the text of one member of it. */
export function profileFaults(
  text: string,
  member: string,
): readonly (readonly [name: string, text: string | Uint8Array])[] {
  const [key] = member.split(':') as [string]
  const inserted = (extra: string) => text.replace('{', `{${extra},`)
  return [
    ['with a duplicate key', inserted(member)],
    [
      'with a duplicate key, once escaped',
      inserted(member.replace(key, `"\\u00${key.charCodeAt(1).toString(16)}${key.slice(2)}`)),
    ],
    ['with the number 1.0', inserted('"extra":1.0')],
    ['with the number -0', inserted('"extra":-0')],
    ['with the number 1e3', inserted('"extra":1e3')],
    ['with the number 2^53', inserted('"extra":9007199254740992')],
    ['with a lone surrogate', inserted('"extra":"\\ud800"')],
    ['with broken UTF-8', withBytes(inserted('"extra":"??"'), '??', [0xc3, 0x28])],
    ['with a key of other characters', inserted('"extra-key":1')],
    ['with 33 levels', inserted(`"extra":${'['.repeat(32)}${']'.repeat(32)}`)],
    ['with a byte order mark', `\ufeff${text}`],
    ['with something after the document', `${text}{}`],
    ['cut off', text.slice(0, -1)],
    ['empty', ''],
  ]
}

function withBytes(text: string, mark: string, bytes: readonly number[]): Uint8Array {
  const [before, after] = text.split(mark) as [string, string]
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
}

/** The canonical form of a document of the profile, written here and not with the code under test. */
export function canonical(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** A copy of a document with one change; `path` is dotted, undefined removes. */
export function changed<T>(document: T, path: string, value: unknown): T {
  const copy = structuredClone(document) as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop()!
  const parent = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy as T
}

/** A making that is refused. */
export type Fault = Making & { readonly name: string; readonly code: string }

/** Faults of the envelope that every kind of signed document refuses with the same codes. */
export function envelopeFaults(
  making: Making,
  otherSigner: Signer,
  otherPayloadType: string,
  member: string,
): readonly Fault[] {
  const text = envelopeText(making)
  const members = (name: string, changeMembers: (members: Members) => unknown) => ({
    ...making,
    name,
    changeMembers,
    code: 'ENVELOPE_INVALID',
  })
  const signature = (change: Partial<Record<'keyid' | 'sig', unknown>>) => (all: Members) => ({
    ...all,
    signatures: [{ ...all.signatures[0], ...change }],
  })
  const changedLast = (value: string) => value.replace(/.(=*)$/, (_, padding) => `_${padding}`)
  return [
    ...profileFaults(text, `"payloadType":${JSON.stringify(making.payloadType)}`).map(([name, faulty]) => ({
      ...making,
      name: `an envelope ${name}`,
      changeText: () => faulty,
      code: 'ENVELOPE_INVALID',
    })),
    members('an envelope that is an array', (all) => [all]),
    members('an envelope that is null', () => 'null'),
    members('an envelope with an extra member', (all) => ({ ...all, extra: 1 })),
    members('an envelope without a payload type', ({ payload, signatures }) => ({ payload, signatures })),
    members('an envelope without a payload', ({ payloadType, signatures }) => ({ payloadType, signatures })),
    members('an envelope without signatures', ({ payloadType, payload }) => ({ payloadType, payload })),
    members('an envelope with an empty list of signatures', (all) => ({ ...all, signatures: [] })),
    members('an envelope with two signatures', (all) => ({
      ...all,
      signatures: [all.signatures[0], all.signatures[0]],
    })),
    members('an envelope whose signatures are no list', (all) => ({ ...all, signatures: all.signatures[0] })),
    members('an envelope whose signature is null', (all) => ({ ...all, signatures: [null] })),
    members('an envelope with an extra member in its signature', signature({ extra: 1 } as object)),
    members('an envelope without a key ID', (all) => ({ ...all, signatures: [{ sig: all.signatures[0]!.sig }] })),
    members('an envelope without sig', (all) => ({ ...all, signatures: [{ keyid: all.signatures[0]!.keyid }] })),
    members('an envelope with an empty payload type', (all) => ({ ...all, payloadType: '' })),
    members('an envelope with a payload type of 129 characters', (all) => ({ ...all, payloadType: 'x'.repeat(129) })),
    members('an envelope with a number as payload', (all) => ({ ...all, payload: 1 })),
    members('an envelope with an empty key ID', signature({ keyid: '' })),
    members('an envelope with a key ID that is no peer ID', signature({ keyid: 'key-1' })),
    members('a payload in URL-safe base64', (all) => ({ ...all, payload: changedLast(all.payload) })),
    members('a payload in base64 with a line feed', (all) => ({ ...all, payload: `${all.payload}\n` })),
    members('a payload in base64 with a blank inside', (all) => ({
      ...all,
      payload: all.payload.replace(/^..../, '$& '),
    })),
    members('a payload in base64 with too much padding', (all) => ({ ...all, payload: `${all.payload}====` })),
    members('a payload in base64 with padding inside', (all) => ({ ...all, payload: `AA==${all.payload}` })),
    members('a payload in base64 of one character more', (all) => ({ ...all, payload: `${all.payload}A` })),
    members('a signature in base64 with an unused bit set', (all) =>
      signature({ sig: all.signatures[0]!.sig.replace(/(.)==$/, (_, last) => `${nextLetter(last)}==`) })(all),
    ),
    members('a signature in base64 without padding', (all) =>
      signature({ sig: all.signatures[0]!.sig.replace(/==$/, '') })(all),
    ),
    members('a signature in hex', (all) =>
      signature({ sig: Buffer.from(all.signatures[0]!.sig, 'base64').toString('hex') })(all),
    ),
    {
      ...making,
      name: 'a signature of 63 bytes',
      changeSignature: (bytes) => bytes.subarray(0, 63),
      code: 'ENVELOPE_INVALID',
    },
    {
      ...making,
      name: 'a signature of 65 bytes',
      changeSignature: (bytes) => Buffer.concat([bytes, Buffer.alloc(1)]),
      code: 'ENVELOPE_INVALID',
    },
    { ...making, name: 'an empty signature', changeSignature: () => Buffer.alloc(0), code: 'ENVELOPE_INVALID' },
    { ...making, name: 'the payload type of another kind', payloadType: otherPayloadType, code: 'PAYLOAD_TYPE_WRONG' },
    {
      ...making,
      name: 'the payload type changed after signing',
      changeMembers: (all) => ({ ...all, payloadType: otherPayloadType }),
      code: 'PAYLOAD_TYPE_WRONG',
    },
    {
      ...making,
      name: 'the payload type in capitals',
      payloadType: making.payloadType.toUpperCase(),
      code: 'PAYLOAD_TYPE_WRONG',
    },
    {
      ...making,
      name: 'the payload type with a parameter',
      payloadType: `${making.payloadType}; v=1`,
      code: 'PAYLOAD_TYPE_WRONG',
    },
    ...profileFaults(making.payload as string, member).map(([name, payload]) => ({
      ...making,
      name: `a payload ${name}`,
      payload,
      code: 'JSON_INVALID',
    })),
    { ...making, name: 'the key ID of another node', keyid: otherSigner.peerId, code: 'KEY_ID_MISMATCH' },
    { ...making, name: 'signed by another key, under its key ID', signer: otherSigner, code: 'KEY_ID_MISMATCH' },
    {
      ...making,
      name: 'signed by another key, under the right key ID',
      signer: otherSigner,
      keyid: making.signer.peerId,
      code: 'SIGNATURE_INVALID',
    },
    {
      ...making,
      name: 'a signature over the payload alone',
      signed: Buffer.from(making.payload as string),
      code: 'SIGNATURE_INVALID',
    },
    {
      ...making,
      name: 'a signature over the payload in base64',
      signed: pae(making.payloadType, base64(making.payload)),
      code: 'SIGNATURE_INVALID',
    },
    {
      ...making,
      name: 'a signature over another payload type',
      signed: pae(otherPayloadType, making.payload),
      code: 'SIGNATURE_INVALID',
    },
    { ...making, name: 'a changed bit in R', changeSignature: flipped(3), code: 'SIGNATURE_INVALID' },
    { ...making, name: 'a changed bit in S', changeSignature: flipped(40), code: 'SIGNATURE_INVALID' },
    { ...making, name: 'S + L', changeSignature: plusGroupOrder, code: 'SIGNATURE_INVALID' },
    {
      ...making,
      name: 'a signature of zero bytes',
      changeSignature: () => Buffer.alloc(64),
      code: 'SIGNATURE_INVALID',
    },
    {
      ...making,
      name: 'white space added to the payload after signing',
      changeMembers: (all) => ({ ...all, payload: base64(`${making.payload as string}\n`) }),
      code: 'SIGNATURE_INVALID',
    },
  ]
}

/** Changes one bit of a signature. */
export function flipped(index: number): (signature: Buffer) => Buffer {
  return (signature) => {
    const copy = Buffer.from(signature)
    copy[index] = copy[index]! ^ 1
    return copy
  }
}

function plusGroupOrder(signature: Buffer): Buffer {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()])
}

function nextLetter(letter: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return alphabet[(alphabet.indexOf(letter) + 1) % 64]!
}
