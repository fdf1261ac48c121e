import { refusal } from '../../daemon/src/jobs/admission.ts'
import { SlotQueue } from '../../daemon/src/jobs/slot-queue.ts'
import { pause } from '../../daemon/src/network/deadline.ts'
import type { OfferReply, Refusal } from '../../daemon/src/protocol/job-protocol.ts'
import type { SimulatedNode } from './simulated-node.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A daemon's own by default: how long an offer stands, and how many jobs of one peer may wait or run. */
const offerValidMs = 10_000
const queuePerPeer = 32

/** What runs others' jobs at one node: the daemon's queue for slots, around work that only takes time. */
export class SimulatedExecutor {
  readonly node: SimulatedNode
  /** Runs jobs of others at all. */
  readonly isWilling: boolean
  readonly #time: VirtualTime
  readonly #slots: SlotQueue
  readonly #ofPeer = new Map<string, number>()
  /** Milliseconds of work done. */
  worked = 0
  longestQueue = 0

  constructor(node: SimulatedNode, time: VirtualTime, isWilling: boolean, slots: number) {
    this.node = node
    this.#time = time
    this.isWilling = isWilling
    this.#slots = new SlotQueue(slots)
  }

  get slots(): number {
    return this.#slots.slots
  }

  get idle(): number {
    return this.#slots.slots - this.#slots.running
  }

  get waiting(): number {
    return this.#slots.waiting
  }

  offer(peer: string): OfferReply {
    const refused = this.#refuse(peer)
    if (refused !== undefined) return refused
    const { slots, running, waiting } = this.#slots
    const load = { slots, running, queued: waiting }
    return { kind: 'offered', offer: { runtimes: ['interpreter'], isolation: 'full', ...load, validMs: offerValidMs } }
  }

  /** Resolves once the work is done, or at once with a refusal; rejects where the node leaves before. */
  async run(peer: string, workMs: number): Promise<Refusal | undefined> {
    const refused = this.#refuse(peer)
    if (refused !== undefined) return refused
    this.#count(peer, 1)
    const turn = this.#slots.take(peer, this.node.life)
    this.longestQueue = Math.max(this.longestQueue, this.#slots.waiting)
    try {
      const giveBack = await turn
      await pause(workMs, this.node.life, this.#time)
      this.worked += workMs
      giveBack()
    } finally {
      this.#count(peer, -1)
    }
    return undefined
  }

  #refuse(peer: string): Refusal | undefined {
    if (!this.isWilling) return refusal('consent', "runs nobody's jobs")
    if ((this.#ofPeer.get(peer) ?? 0) >= queuePerPeer) return refusal('busy', 'enough of yours wait here', 1_000)
    return undefined
  }

  #count(peer: string, change: number): void {
    this.#ofPeer.set(peer, (this.#ofPeer.get(peer) ?? 0) + change)
  }
}
