import type { Child } from './child.ts'

/**
 * Keeps the children that work for other peers, all together, to a part of the machine's processors: each that works has
 * an equal part of it. It is divided anew whenever one begins or ends, and not held by a group above them all: children
 * are started before anyone knows for whom, and to move one between groups would hold its job up for longer than many take.
 */
export class SharedProcessors {
  readonly #mostOfOne: number
  readonly #working = new Set<BoundChild>()
  /** At rest, and kept from every processor. */
  readonly #held = new WeakSet<BoundChild>()
  #processors: number | undefined

  /** `mostOfOne`: processors of one child at most, whatever part there is. */
  constructor(mostOfOne: number) {
    this.#mostOfOne = mostOfOne
  }

  /** From now on; undefined: as many as there are. */
  limit(processors: number | undefined): void {
    if (processors === this.#processors) return
    this.#processors = processors
    this.#divide(processors ?? Number.POSITIVE_INFINITY)
  }

  /** A child begins to work for another peer; the function that this returns ends it. */
  begin(child: BoundChild): () => void {
    this.#working.add(child)
    if (this.#processors !== undefined) this.#divide(this.#processors)
    else if (this.#held.delete(child)) child.limitProcessors(this.#mostOfOne)
    return () => {
      if (!this.#working.delete(child) || this.#processors === undefined) return
      // It may be a guest's, and rests: what it uses all the same is to be nothing.
      child.limitProcessors(0)
      this.#held.add(child)
      this.#divide(this.#processors)
    }
  }

  #divide(processors: number): void {
    const each = Math.min(this.#mostOfOne, processors / this.#working.size)
    for (const child of this.#working) child.limitProcessors(each)
  }
}

type BoundChild = Pick<Child, 'limitProcessors'>
