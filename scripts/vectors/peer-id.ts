import { base58btc } from 'multiformats/bases/base58'
import { keys, seeds } from './actors.ts'
import { hex } from './bytes.ts'

/** Public keys and their peer IDs, encoded by another implementation of base58btc. */
export function peerIdVectors() {
  const valid = [
    ...Object.entries(keys).map(([name, key]) => [`the key of ${name}`, key] as const),
    ['a key of zero bytes', new Uint8Array(32)] as const,
    ['a key of 0xff bytes', new Uint8Array(32).fill(0xff)] as const,
    ['a key that starts with zero bytes', Uint8Array.from([0, 0, 0, ...seeds.submitter.subarray(3)])] as const,
  ]
  const node = encode([...prefix, ...keys.node])
  const invalid = [
    ['nothing', ''],
    ['a character too few', node.slice(0, -1)],
    ['a character too many', `${node}1`],
    ['a zero, which base58 has not', `${node.slice(0, -1)}0`],
    ['a capital O, which base58 has not', `${node.slice(0, -1)}O`],
    ['a blank before it', ` ${node}`],
    ['a line feed after it', `${node}\n`],
    ['the multibase prefix of base58btc', `z${node}`],
    ['the same key as a CID in base32', 'bafzaajaiaejcbn6j3jgzsq3wlcs2wxk5pk6nnxm2vwhswzxaj4l5eqfyy3q7w3rq'],
    ['in lower case', node.toLowerCase()],
    ['a key of 31 bytes', encode([...prefix.slice(0, 5), 0x1f, ...keys.node.slice(1)])],
    ['a key of 33 bytes', encode([0x00, 0x25, 0x08, 0x01, 0x12, 0x21, ...keys.node, 0])],
    ['a key of type secp256k1', encode([0x00, 0x24, 0x08, 0x02, 0x12, 0x20, ...keys.node])],
    ['an RSA peer ID, a sha256 multihash', encode([0x12, 0x20, ...keys.node])],
    ['the largest number of its form, which overflows the prefix', `12D3Koo${'z'.repeat(45)}`],
    ['the smallest number of its form, which is below the prefix', `12D3Koo${'1'.repeat(45)}`],
  ] as const
  return {
    description:
      'Peer IDs. Valid: publicKey (32 bytes, hex) and peerId name each other. With a code: peerId is refused.',
    cases: [
      ...valid.map(([name, key]) => ({ name, publicKey: hex(key), peerId: encode([...prefix, ...key]) })),
      ...invalid.map(([name, peerId]) => ({ name, peerId, code: 'PEER_ID_INVALID' })),
    ],
  }
}

const prefix = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20]

function encode(bytes: readonly number[]): string {
  return base58btc.encode(Uint8Array.from(bytes)).slice(1)
}
