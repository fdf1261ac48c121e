/** Who asks: this node's own users, peers that its operator named, or strangers. Each kind has its turn. */
export type Kind = 'own' | 'known' | 'stranger'

/** What other peers' jobs may have of the machine at once; it may change, and then `reconsider` lets in who fits now. */
export interface SharedPart {
  readonly slots: number
  readonly memoryBytes: number
}

export interface SlotUse {
  readonly kind: Kind
  /** Bytes of memory that the job may use. */
  readonly memoryBytes: number
}

interface SlotRequest extends SlotUse {
  readonly whose: string
}

interface Waiting {
  readonly request: SlotRequest
  readonly turn: () => void
}

/**
 * A bounded number of slots: who waits gets one in turn, by kind, then by whose it is, then in the order of asking. What
 * is not this node's own has only its part of the machine: while that is full, others wait and one's own does not.
 */
export class SlotQueue {
  readonly slots: number
  readonly #shared: SharedPart
  /** By kind, and by whose they are; whose turn is next stands first in both. */
  readonly #waiting = new Map<Kind, Map<string, Set<Waiting>>>()
  readonly #running: Record<Kind, number> = { own: 0, known: 0, stranger: 0 }
  #sharedBytes = 0
  #closed: PromiseWithResolvers<void> | undefined

  constructor(slots: number, shared: SharedPart = { slots, memoryBytes: Number.POSITIVE_INFINITY }) {
    this.slots = slots
    this.#shared = shared
  }

  get running(): number {
    const { own, known, stranger } = this.#running
    return own + known + stranger
  }

  get waiting(): number {
    return this.#waiting.values().reduce((sum, byWhose) => sum + sizeOf(byWhose), 0)
  }

  runningOf(kind: Kind): number {
    return this.#running[kind]
  }

  /** Slots and bytes of memory that other peers' jobs have now. */
  get shared(): SharedPart {
    return { slots: this.#running.known + this.#running.stranger, memoryBytes: this.#sharedBytes }
  }

  /** Some slot is free. */
  get hasRoom(): boolean {
    return this.#closed === undefined && this.running < this.slots
  }

  /**
   * Resolves with the function that gives the slot back; rejects with the signal's reason once it aborts. However many
   * one asks for, everybody else of its kind that waits has a turn between two of them, and so has each other kind.
   */
  async take(whose: string, signal: AbortSignal, use: SlotUse = ownUse): Promise<() => void> {
    signal.throwIfAborted()
    const request = { ...use, whose }
    if (this.hasRoom && this.#fits(request) && !this.#mustWait(request)) this.#begin(request)
    else await this.#turn(request, signal)
    let given = false
    return () => {
      if (!given) this.#give(request)
      given = true
    }
  }

  /** The part of other peers' jobs has changed: those that fit now begin. What runs is left to end. */
  reconsider(): void {
    this.#serve()
  }

  /** Gives no slot from here on: who waits, waits until its signal aborts. Resolves once every slot is back. */
  close(): Promise<void> {
    this.#closed ??= Promise.withResolvers<void>()
    if (this.running === 0) this.#closed.resolve()
    return this.#closed.promise
  }

  #turn(request: SlotRequest, signal: AbortSignal): Promise<void> {
    const { kind, whose } = request
    const byWhose = this.#waiting.get(kind) ?? new Map<string, Set<Waiting>>()
    const waiting = byWhose.get(whose) ?? new Set()
    this.#waiting.set(kind, byWhose.set(whose, waiting))
    return new Promise((resolve, reject) => {
      const turn = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const one: Waiting = { request, turn }
      const leave = () => {
        waiting.delete(one)
        if (waiting.size === 0 && byWhose.get(whose) === waiting) byWhose.delete(whose)
        if (byWhose.size === 0 && this.#waiting.get(kind) === byWhose) this.#waiting.delete(kind)
        // It may have been what the others of its kind waited behind.
        this.#serve()
        reject(signal.reason)
      }
      waiting.add(one)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  #give(request: SlotRequest): void {
    this.#running[request.kind]--
    if (request.kind !== 'own') this.#sharedBytes -= request.memoryBytes
    this.#serve()
    if (this.running === 0) this.#closed?.resolve()
  }

  /** Begins whoever's turn it is, as long as there are slots: in the same step, so that no one who comes now can overtake. */
  #serve(): void {
    while (this.hasRoom) {
      const next = this.#next()
      if (next === undefined) return
      this.#begin(next.request)
      next.turn()
    }
  }

  /** Takes the next out of the first kind whose next fits, and puts both its owner and its kind last. */
  #next(): Waiting | undefined {
    let full = false
    for (const [kind, byWhose] of this.#waiting) {
      const [[whose, waiting] = ['', new Set<Waiting>()]] = byWhose
      const [next] = waiting
      // Nothing of others overtakes what waits for room in their part: small jobs would keep a large one out for ever.
      if (next === undefined || (full && kind !== 'own')) continue
      if (!this.#fits(next.request)) {
        full = true
        continue
      }
      waiting.delete(next)
      byWhose.delete(whose)
      if (waiting.size > 0) byWhose.set(whose, waiting)
      this.#waiting.delete(kind)
      if (byWhose.size > 0) this.#waiting.set(kind, byWhose)
      return next
    }
    return undefined
  }

  #begin({ kind, memoryBytes }: SlotRequest): void {
    this.#running[kind]++
    if (kind !== 'own') this.#sharedBytes += memoryBytes
  }

  #fits({ kind, memoryBytes }: SlotRequest): boolean {
    if (kind === 'own') return true
    const used = this.shared
    return used.slots < this.#shared.slots && used.memoryBytes + memoryBytes <= this.#shared.memoryBytes
  }

  /** Others wait for room in their part, and who comes now must not overtake them. */
  #mustWait({ kind }: SlotRequest): boolean {
    return kind !== 'own' && (this.#waiting.has('known') || this.#waiting.has('stranger'))
  }
}

const ownUse: SlotUse = Object.freeze({ kind: 'own', memoryBytes: 0 })

function sizeOf(byWhose: ReadonlyMap<string, ReadonlySet<Waiting>>): number {
  return byWhose.values().reduce((sum, { size }) => sum + size, 0)
}
