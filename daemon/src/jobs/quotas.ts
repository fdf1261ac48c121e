import type { Clock } from '../clock.ts'
import type { ShareConfig } from '../generated/types.ts'
import { PeerRates } from '../protocol/peer-rates.ts'
import type { AttemptEnd } from './attempt-receipt.ts'

/** What a peer has used up for now. */
export interface Exhausted {
  readonly what: 'jobs' | 'fuel' | 'bytes'
  readonly waitMs: number
}

/** What other peers' jobs take of this node, a minute: jobs, fuel and bytes, of each peer and of all strangers together. */
export class Quotas {
  readonly #rates: readonly (readonly [Exhausted['what'], PeerRates])[]
  readonly #jobs: PeerRates
  readonly #fuel: PeerRates
  readonly #bytes: PeerRates
  /** Fuel that accepted attempts may still need, by their order. */
  readonly #reserved = new Map<string, number>()

  constructor(share: () => ShareConfig, clock: Clock) {
    const rates = (quota: keyof ShareConfig['perPeer']) =>
      new PeerRates(
        () => ({ perPeer: aMinute(share().perPeer[quota]), strangers: aMinute(share().strangers[quota]) }),
        (peer) => isKnown(peer, share()),
        clock,
      )
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
    const longest = waits.reduce((worst, wait) => (wait.waitMs > worst.waitMs ? wait : worst))
    return longest.waitMs > 0 ? longest : undefined
  }

  /** An attempt was accepted: its job counts, and all the fuel that it may need. */
  accept(peer: string, order: string, fuel: number): void {
    this.#jobs.take(peer, 1)
    this.#fuel.take(peer, fuel)
    this.#reserved.set(order, fuel)
  }

  /** Bytes of input came here for a peer. */
  count(peer: string, bytes: number): void {
    this.#bytes.take(peer, bytes)
  }

  /** An attempt is over: the fuel that it left is given back, and its outputs count. Where no one knows its fuel, all of it was burnt. */
  settle(peer: string, order: string, { result, startedAt }: AttemptEnd): void {
    const reserved = this.#reserved.get(order)
    if (reserved !== undefined) {
      this.#reserved.delete(order)
      this.#fuel.giveBack(peer, reserved - (result.fuel ?? (startedAt === undefined ? 0 : reserved)))
    }
    const outputs = [result.stdout, result.stderr, ...result.files]
    this.count(
      peer,
      outputs.reduce((sum, { bytes }) => sum + bytes, 0),
    )
  }
}

/** Whom the operator named: what strangers take together is not taken from these. */
export function isKnown(peer: string, share: Pick<ShareConfig, 'allowlist'>): boolean {
  return share.allowlist.some((allowed) => allowed === peer)
}

function aMinute(amount: number) {
  return { perSecond: amount / 60, burst: amount }
}
