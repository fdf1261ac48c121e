/** Numbers from a seed: mulberry32. The same seed gives the same numbers everywhere. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  /** An integer in [0, bound). */
  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }

  /** True once in `bound` times. */
  once(bound: number): boolean {
    return this.below(bound) === 0
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }

  /** An integer of 64 bits, often one at an edge. */
  bits64(): bigint {
    const word = () => BigInt(this.below(2 ** 32))
    return this.once(2) ? this.pick(edges) : (word() << 32n) | word()
  }
}

const edges: readonly bigint[] = [
  ...[0n, 1n, 2n, 3n, 7n, 15n, 16n, 31n, 32n, 63n, 64n, 255n, 65535n, 65536n],
  ...[0x7fffffffn, 0x80000000n, 0xffffffffn, 0x7fffffffffffffffn, 0x8000000000000000n, 0xffffffffffffffffn],
]
