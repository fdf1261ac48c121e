import type { Clock } from '../clock.ts'
import { PlasmError } from '../errors.ts'
import type { Limits, ShareConfig } from '../generated/types.ts'
import { PeerRates } from '../protocol/peer-rates.ts'
import type { AttemptEnd } from './attempt-receipt.ts'
import { type KeptBlob, PeerStorage } from './peer-storage.ts'

/** What a peer has used up for now. */
export interface Exhausted {
  /** `jobs`, `fuel` and `bytes` are those of a minute; `blobs` what is kept here for it. */
  readonly what: 'jobs' | 'fuel' | 'bytes' | 'blobs'
  readonly waitMs: number
}

interface Reserved {
  readonly fuel: number
  /** Of blobs that came or may be made, and of the order and its task. */
  readonly blobBytes: number
  /** Of the order and its task alone. */
  readonly ownBytes: number
}

const nothing: Reserved = Object.freeze({ fuel: 0, blobBytes: 0, ownBytes: 0 })

/** What other peers' jobs take of this node, a minute: jobs, fuel and bytes, of each peer and of all strangers together. */
export class Quotas {
  readonly #rates: readonly (readonly [Exhausted['what'], PeerRates])[]
  readonly #jobs: PeerRates
  readonly #fuel: PeerRates
  readonly #bytes: PeerRates
  readonly #storage: PeerStorage
  /** What accepted attempts may still need, by their order. */
  readonly #reserved = new Map<string, Reserved>()

  constructor(share: () => ShareConfig, retentionMs: number, clock: Clock) {
    const known = (peer: string) => isKnown(peer, share())
    const rates = (quota: 'jobsPerMinute' | 'fuelPerMinute' | 'bytesPerMinute') =>
      new PeerRates(
        () => ({ perPeer: aMinute(share().perPeer[quota]), strangers: aMinute(share().strangers[quota]) }),
        known,
        clock,
      )
    const kept = () => ({ perPeer: share().perPeer.blobBytes, strangers: share().strangers.blobBytes })
    this.#storage = new PeerStorage(kept, known, retentionMs, clock)
    this.#jobs = rates('jobsPerMinute')
    this.#fuel = rates('fuelPerMinute')
    this.#bytes = rates('bytesPerMinute')
    this.#rates = [
      ['jobs', this.#jobs],
      ['fuel', this.#fuel],
      ['bytes', this.#bytes],
    ]
  }

  /** The quota for which the peer must wait longest; undefined where it need not wait. */
  exhausted(peer: string): Exhausted | undefined {
    const waits = this.#rates.map(([what, rates]): Exhausted => ({ what, waitMs: rates.waitMs(peer) }))
    const storage: Exhausted = { what: 'blobs', waitMs: this.#storage.waitMs(peer) }
    const longest = [...waits, storage].reduce((worst, wait) => (wait.waitMs > worst.waitMs ? wait : worst))
    return longest.waitMs > 0 ? longest : undefined
  }

  /**
   * An attempt was accepted: its job counts, all the fuel and output that it declares, and the bytes of its order and task,
   * which are kept as long as its blobs.
   */
  accept(
    peer: string,
    order: string,
    { fuel, outputBytes }: Pick<Limits, 'fuel' | 'outputBytes'>,
    ownBytes: number,
  ): void {
    this.#jobs.take(peer, 1)
    this.#fuel.take(peer, fuel)
    this.#bytes.take(peer, ownBytes)
    this.#storage.reserve(peer, outputBytes + ownBytes)
    this.#reserved.set(order, { fuel, blobBytes: outputBytes + ownBytes, ownBytes })
  }

  /** Bytes of input came here for an attempt. BLOB_TOO_LARGE where no more are kept here for its peer. */
  count(peer: string, order: string, bytes: number): void {
    this.#bytes.take(peer, bytes)
    this.#storage.reserve(peer, bytes)
    const reserved = this.#reserved.get(order) ?? nothing
    this.#reserved.set(order, { ...reserved, blobBytes: reserved.blobBytes + bytes })
    if (this.#storage.room(peer) === 0)
      throw new PlasmError('BLOB_TOO_LARGE', `as many bytes as may be are kept here for jobs of ${peer}`)
  }

  /**
   * An attempt is over: the fuel that it left is given back, and its outputs count. Where no one knows its fuel, all of it was
   * burnt. What it had as input is kept once more for as long as its outputs.
   */
  settle(peer: string, order: string, { result, startedAt }: AttemptEnd, inputs: readonly KeptBlob[]): void {
    const { fuel, blobBytes, ownBytes } = this.#reserved.get(order) ?? nothing
    this.#reserved.delete(order)
    this.#fuel.giveBack(peer, fuel - (result.fuel ?? (startedAt === undefined ? 0 : fuel)))
    const outputs = [result.stdout, result.stderr, ...result.files]
    this.#bytes.take(
      peer,
      outputs.reduce((sum, { bytes }) => sum + bytes, 0),
    )
    this.#storage.reserve(peer, -blobBytes)
    this.#storage.keep(peer, [...inputs, ...outputs, { digest: order, bytes: ownBytes }])
  }
}

/** Whom the operator named: what strangers take together is not taken from these. */
export function isKnown(peer: string, share: Pick<ShareConfig, 'allowlist'>): boolean {
  return share.allowlist.some((allowed) => allowed === peer)
}

function aMinute(amount: number) {
  return { perSecond: amount / 60, burst: amount }
}
