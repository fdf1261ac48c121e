/** What this node thinks of others by what it saw of them. */
export interface Reputation {
  /** From 0, the worst, to 1; 0.5 of a peer of which nothing is known. */
  of(peer: string): number
}

/** Thinks the same of everyone. */
export const neutralReputation: Reputation = Object.freeze({ of: () => 0.5 })
