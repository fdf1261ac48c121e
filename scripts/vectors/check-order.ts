import { keylessPeerId, other } from './actors.ts'
import { base64 } from './bytes.ts'
import { canonical, changed, type Fault, flipped, type Making } from './signed.ts'

/** What a kind of signed document is made of, as far as the order of its checks shows. */
export interface Checked {
  readonly making: Making
  /** What its payload says. */
  readonly document: object
  readonly otherPayloadType: string
  /** Where it names its signer, a dotted path. */
  readonly signer: string
  /** Where it names another peer. */
  readonly otherPeer?: string
  /** A member that its schema asks for. */
  readonly required: string
}

/** Of several faults at once the one that is checked first decides. */
export function checkOrderFaults(checked: Checked): readonly Fault[] {
  return [...beforeTheSigner(checked), ...theSigner(checked), ...afterTheSignature(checked)]
}

const wronglySigned = { changeSignature: flipped(3) }
const wrongKeyId = { keyid: other.peerId }

function beforeTheSigner({ making, document, otherPayloadType, required }: Checked): readonly Fault[] {
  const outsideProfile = (making.payload as string).replace('{', '{"extra":1.0,')
  const ofAnotherType = { ...making, payloadType: otherPayloadType, code: 'PAYLOAD_TYPE_WRONG' }
  return [
    { ...ofAnotherType, ...wronglySigned, name: 'two faults: payload type and signature' },
    { ...ofAnotherType, payload: outsideProfile, name: 'two faults: payload type and profile' },
    {
      ...ofAnotherType,
      payload: canonical(changed(document, required, undefined)),
      name: 'two faults: payload type and schema',
    },
    {
      ...making,
      ...wronglySigned,
      payload: outsideProfile,
      name: 'two faults: payload not in the profile, and signature',
      code: 'JSON_INVALID',
    },
    {
      ...making,
      ...wrongKeyId,
      payload: outsideProfile,
      name: 'two faults: payload not in the profile, and key ID',
      code: 'JSON_INVALID',
    },
    {
      ...making,
      payload: '{"extra":1.0}',
      name: "two faults: payload not in the profile, and no signer's name",
      code: 'JSON_INVALID',
    },
  ]
}

/** Without a signer's name there is no key, and nothing that could be verified. */
function theSigner({ making, document, signer, required }: Checked): readonly Fault[] {
  const name = making.signer.peerId
  const keys = signer.split('.')
  const places = keys.map((_, index) => keys.slice(0, index + 1).join('.'))
  const values = [
    ['absent', undefined],
    ['null', null],
    ['a number', 1],
    ['a string', 'local'],
    ['empty', ''],
    ['a list', [name]],
    ['an object', { name }],
  ] as const
  const inPlaceOf = (path: string) =>
    values.map(([is, value]) => ({
      ...making,
      ...wronglySigned,
      payload: canonical(changed(document, path, value)),
      name: `two faults: ${path} is ${is}, and signature`,
      code: 'PAYLOAD_INVALID',
    }))
  const keyless = changed(document, signer, keylessPeerId)
  const ofNoKey = { ...making, payload: canonical(keyless), code: 'PEER_ID_INVALID' }
  return [
    ...['null', 'true', '1', '"text"', '[]', '{}'].map((payload) => ({
      ...making,
      ...wronglySigned,
      payload,
      name: `two faults: payload is ${payload}, and signature`,
      code: 'PAYLOAD_INVALID',
    })),
    ...places.flatMap(inPlaceOf),
    {
      ...making,
      ...wronglySigned,
      payload: canonical(changed(document, signer, `${name}\n`)),
      name: `two faults: ${signer} ends in a line feed, and signature`,
      code: 'PAYLOAD_INVALID',
    },
    {
      ...making,
      ...wrongKeyId,
      payload: '{}',
      name: "two faults: no signer's name, and key ID",
      code: 'PAYLOAD_INVALID',
    },
    { ...ofNoKey, ...wrongKeyId, name: "two faults: signer's name and key ID" },
    { ...ofNoKey, ...wronglySigned, name: "two faults: signer's name and signature" },
    {
      ...ofNoKey,
      payload: canonical(changed(keyless, required, undefined)),
      name: "two faults: signer's name and schema",
    },
  ]
}

/** What is not verified is not judged. */
function afterTheSignature({ making, document, otherPeer, required }: Checked): readonly Fault[] {
  const incomplete = changed(document, required, undefined)
  const payload = canonical(incomplete)
  return [
    { ...making, ...wrongKeyId, ...wronglySigned, name: 'two faults: key ID and signature', code: 'KEY_ID_MISMATCH' },
    { ...making, ...wrongKeyId, payload, name: 'two faults: key ID and schema', code: 'KEY_ID_MISMATCH' },
    {
      ...making,
      ...wrongKeyId,
      ...wronglySigned,
      payload,
      name: 'three faults: key ID, signature and schema',
      code: 'KEY_ID_MISMATCH',
    },
    { ...making, ...wronglySigned, payload, name: 'two faults: signature and schema', code: 'SIGNATURE_INVALID' },
    {
      ...making,
      payload,
      signer: other,
      keyid: making.signer.peerId,
      name: 'two faults: signed by another key, and schema',
      code: 'SIGNATURE_INVALID',
    },
    {
      ...making,
      changeMembers: (members) => ({ ...members, payload: base64(payload) }),
      name: 'a payload that was changed after signing and breaks its schema',
      code: 'SIGNATURE_INVALID',
    },
    ...(otherPeer === undefined ? [] : theOtherPeer(making, document, incomplete, otherPeer)),
  ]
}

function theOtherPeer(making: Making, document: object, incomplete: object, path: string): readonly Fault[] {
  const ofNoKey = { ...making, payload: canonical(changed(document, path, keylessPeerId)) }
  return [
    { ...ofNoKey, ...wrongKeyId, name: "two faults: key ID and another peer's name", code: 'KEY_ID_MISMATCH' },
    { ...ofNoKey, ...wronglySigned, name: "two faults: signature and another peer's name", code: 'SIGNATURE_INVALID' },
    {
      ...making,
      payload: canonical(changed(incomplete, path, keylessPeerId)),
      name: "two faults: schema and another peer's name",
      code: 'PAYLOAD_INVALID',
    },
  ]
}
