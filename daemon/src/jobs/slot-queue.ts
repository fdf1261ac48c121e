/** A bounded number of slots, given in the order in which they were asked for. */
export class SlotQueue {
  readonly slots: number
  readonly #waiting = new Set<() => void>()
  #taken = 0
  #closed: PromiseWithResolvers<void> | undefined

  constructor(slots: number) {
    this.slots = slots
  }

  get running(): number {
    return this.#taken
  }

  get waiting(): number {
    return this.#waiting.size
  }

  /** Resolves with the function that gives the slot back; rejects with the signal's reason once it aborts. */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted()
    if (this.#taken >= this.slots || this.#closed !== undefined) await this.#turn(signal)
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

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.#waiting.delete(turn)
        reject(signal.reason)
      }
      this.#waiting.add(turn)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  /** The slot goes straight to who waits longest: no one who comes now can overtake. */
  #give(): void {
    const [turn] = this.#closed === undefined ? this.#waiting : []
    if (turn === undefined) {
      this.#taken--
      if (this.#taken === 0) this.#closed?.resolve()
      return
    }
    this.#waiting.delete(turn)
    turn()
  }
}
