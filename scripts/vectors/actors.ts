import { publicKeyOf } from '../../daemon/src/identity/peer-id.ts'
import { type Signer, signerFromSeed } from '../../daemon/src/identity/signer.ts'
import { seedOf } from './bytes.ts'

/** Who plays in the vectors. */
export const seeds = { submitter: seedOf('submitter'), node: seedOf('node'), other: seedOf('other node') }

export const submitter: Signer = signerFromSeed(seeds.submitter)
export const node: Signer = signerFromSeed(seeds.node)
export const other: Signer = signerFromSeed(seeds.other)

export const keys = {
  submitter: publicKeyOf(submitter.peerId),
  node: publicKeyOf(node.peerId),
  other: publicKeyOf(other.peerId),
}

/** In the form of a peer ID, and the name of no Ed25519 key. */
export const keylessPeerId = `12D3Koo${'z'.repeat(45)}`
