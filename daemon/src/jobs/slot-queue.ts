/** A bounded number of slots: who waits gets one in turn, and each of them in the order in which it asked. */
export class SlotQueue {
  readonly slots: number
  /** By whose they are; whose turn is next stands first. */
  readonly #waiting = new Map<string, Set<() => void>>()
  #taken = 0
  #closed: PromiseWithResolvers<void> | undefined

  constructor(slots: number) {
    this.slots = slots
  }

  get running(): number {
    return this.#taken
  }

  get waiting(): number {
    return this.#waiting.values().reduce((sum, { size }) => sum + size, 0)
  }

  /**
   * Resolves with the function that gives the slot back; rejects with the signal's reason once it aborts. However many
   * `whose` asks for, everybody else that waits has a turn between two of them.
   */
  async take(whose: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted()
    if (this.#taken >= this.slots || this.#closed !== undefined) await this.#turn(whose, signal)
    else this.#taken++
    let given = false
    return () => {
      if (!given) this.#give()
      given = true
    }
  }

  /** Gives no slot from here on: who waits, waits until its signal aborts. Resolves once every slot is back. */
  close(): Promise<void> {
    this.#closed ??= Promise.withResolvers<void>()
    if (this.#taken === 0) this.#closed.resolve()
    return this.#closed.promise
  }

  #turn(whose: string, signal: AbortSignal): Promise<void> {
    const waiting = this.#waiting.get(whose) ?? new Set()
    this.#waiting.set(whose, waiting)
    return new Promise((resolve, reject) => {
      const turn = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        waiting.delete(turn)
        if (waiting.size === 0) this.#waiting.delete(whose)
        reject(signal.reason)
      }
      waiting.add(turn)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  /** The slot goes straight to who waits: no one who comes now can overtake. */
  #give(): void {
    const [next] = this.#closed === undefined ? this.#waiting : []
    if (next === undefined) {
      this.#taken--
      if (this.#taken === 0) this.#closed?.resolve()
      return
    }
    const [whose, waiting] = next
    const [turn] = waiting
    waiting.delete(turn!)
    this.#waiting.delete(whose)
    if (waiting.size > 0) this.#waiting.set(whose, waiting)
    turn!()
  }
}
