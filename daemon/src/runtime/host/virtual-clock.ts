/** The four clocks of WASI preview 1. */
export const clockIds = Object.freeze({ realtime: 0, monotonic: 1, processCpu: 2, threadCpu: 3 })

/** What the clock calls read. Times and durations are nanoseconds, unsigned 64-bit, saturating. */
export interface GuestClock {
  /** @param fuel charged so far, this call not included */
  now(id: number, fuel: bigint): bigint
  /** Nanoseconds between two readings that differ. */
  readonly resolution: bigint
  /** Waits until clock `id` reads at least `deadline`. */
  sleepUntil(id: number, deadline: bigint, fuel: bigint): void
}

/** 2000-01-01T00:00:00Z in nanoseconds since 1970. */
export const virtualEpoch = 946_684_800_000_000_000n

/**
 * The deterministic clock, the same for all four IDs: the epoch + 1 ns a unit of fuel + what was slept.
 * Sleeping takes no real time: it advances the clock at once.
 */
export class VirtualClock implements GuestClock {
  readonly resolution = 1n
  #slept = 0n

  now(_id: number, fuel: bigint): bigint {
    return saturate(virtualEpoch + fuel + this.#slept)
  }

  sleepUntil(id: number, deadline: bigint, fuel: bigint): void {
    const now = this.now(id, fuel)
    if (deadline > now) this.#slept += deadline - now
  }
}

/** The grant `clock: "real"`. The receipt then says `deterministic: false`. */
export class RealClock implements GuestClock {
  readonly resolution = 1_000_000n

  now(id: number): bigint {
    if (id === clockIds.realtime) return BigInt(Date.now()) * 1_000_000n
    return BigInt(Math.round(performance.now() * 1e6))
  }

  sleepUntil(id: number, deadline: bigint): void {
    const sleeper = new Int32Array(new SharedArrayBuffer(4))
    for (let now = this.now(id); now < deadline; now = this.now(id)) {
      // Nobody ever wakes it: whoever owns the process ends it at the wall-time deadline.
      Atomics.wait(sleeper, 0, 0, Math.min(Number(deadline - now) / 1e6, 60_000))
    }
  }
}

const greatest = 2n ** 64n - 1n

/** The sum of two times, at most 2^64-1. */
export function saturate(time: bigint): bigint {
  return time > greatest ? greatest : time
}

export function isClockId(id: number): boolean {
  return id >= clockIds.realtime && id <= clockIds.threadCpu
}
