import type { Timers } from '../../daemon/src/network/timers.ts'

/** Timers that fire when a test moves time. */
export class ManualTimers implements Timers {
  #now = 0
  #pending: readonly { readonly at: number; readonly callback: () => void }[] = []

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback }
    this.#pending = [...this.#pending, timer]
    return () => {
      this.#pending = this.#pending.filter((other) => other !== timer)
    }
  }

  get pending(): number {
    return this.#pending.length
  }

  /** Milliseconds until the next timer fires; undefined where there is none. */
  get nextMs(): number | undefined {
    return this.#pending.length === 0 ? undefined : Math.min(...this.#pending.map(({ at }) => at)) - this.#now
  }

  /** Moves time, fires what is due in order, and lets what waits on it go on. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    for (;;) {
      const next = [...this.#pending].sort((a, b) => a.at - b.at)[0]
      if (next === undefined || next.at > until) break
      this.#now = next.at
      this.#pending = this.#pending.filter((other) => other !== next)
      next.callback()
      await settled()
    }
    this.#now = until
    await settled()
  }
}

/** Lets promises that are ready go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate)
}
