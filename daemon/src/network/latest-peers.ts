/** What is remembered of peers: peer IDs are free, so only of the latest `max` that something was set for. */
export class LatestPeers<T> {
  readonly #max: number
  /** The one set longest ago first. */
  readonly #entries = new Map<string, T>()

  constructor(max = 4096) {
    this.#max = max
  }

  get(peer: string): T | undefined {
    return this.#entries.get(peer)
  }

  /** From here on the peer is the latest. */
  set(peer: string, value: T): void {
    this.#entries.delete(peer)
    this.#entries.set(peer, value)
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > this.#max && oldest !== undefined) this.#entries.delete(oldest)
  }

  delete(peer: string): void {
    this.#entries.delete(peer)
  }

  /** The one set longest ago first. */
  values(): Iterable<T> {
    return this.#entries.values()
  }

  get size(): number {
    return this.#entries.size
  }
}
