/** One node's verified result; a node votes once. */
export interface Vote {
  readonly node: string
  readonly resultDigest: string
}

export type Verdict<V extends Vote> =
  | { readonly kind: 'open' }
  | { readonly kind: 'agreed'; readonly agreeing: readonly V[]; readonly dissenting: readonly V[] }
  /** No result can reach the quorum any more. */
  | { readonly kind: 'impossible'; readonly votes: readonly V[] }

/** Counts the votes so far, while `outstanding` nodes may still vote. Closes as soon as nothing can change. */
export function countVotes<V extends Vote>(votes: readonly V[], quorum: number, outstanding: number): Verdict<V> {
  const largest = largestGroup(votes)
  if (largest.length >= quorum) {
    return { kind: 'agreed', agreeing: largest, dissenting: votes.filter((vote) => !largest.includes(vote)) }
  }
  return largest.length + outstanding >= quorum ? { kind: 'open' } : { kind: 'impossible', votes }
}

/** Of equally large groups the one that was there first. */
function largestGroup<V extends Vote>(votes: readonly V[]): readonly V[] {
  const groups = Map.groupBy(firstOfEachNode(votes), (vote) => vote.resultDigest).values()
  return [...groups].reduce<readonly V[]>((largest, group) => (group.length > largest.length ? group : largest), [])
}

function firstOfEachNode<V extends Vote>(votes: readonly V[]): readonly V[] {
  return votes.filter((vote, index) => votes.findIndex(({ node }) => node === vote.node) === index)
}
