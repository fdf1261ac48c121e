import { PlasmError } from '../errors.ts'

/** So many at once; the rest wait in order, and of those only so many. */
export class Slots {
  readonly #waiting: (() => void)[] = []
  readonly #maxWaiting: number
  #free: number

  constructor(count: number, maxWaiting: number) {
    this.#free = count
    this.#maxWaiting = maxWaiting
  }

  /** Takes a slot; the function that it gives releases it, once. PEER_BUSY where too many wait, or the signal's reason. */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw signal.reason
    if (this.#free > 0) this.#free -= 1
    else await this.#wait(signal)
    let taken = true
    return () => {
      if (!taken) return
      taken = false
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= this.#maxWaiting)
      throw new PlasmError(
        'PEER_BUSY',
        `${this.#maxWaiting} requests to this peer are waiting already; try again later`,
      )
    return new Promise((resolve, reject) => {
      const next = (): void => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      }
      const onAbort = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(next), 1)
        reject(signal.reason)
      }
      this.#waiting.push(next)
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }
}

/** Counts what each peer has open, and says no above a limit. */
export class PeerQuota {
  readonly #open = new Map<string, number>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  /** A function that gives the place back, once; undefined where the peer has no place left. */
  enter(peer: string): (() => void) | undefined {
    const open = this.#open.get(peer) ?? 0
    if (open >= this.#limit) return undefined
    this.#open.set(peer, open + 1)
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      const left = (this.#open.get(peer) ?? 1) - 1
      if (left === 0) this.#open.delete(peer)
      else this.#open.set(peer, left)
    }
  }
}
