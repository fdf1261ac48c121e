import type { ReachabilityView } from '../../generated/types.ts'

/** How peers reach a node, in one line. */
export function describeReachability({ verdict, direct, relays, serves }: ReachabilityView): string {
  const relaying =
    serves === undefined ? '' : `; relays for ${serves.reservations} of at most ${serves.maxReservations} peers`
  return `${describeVerdict(verdict, direct.length, relays.length)}${relaying}`
}

function describeVerdict(verdict: ReachabilityView['verdict'], addresses: number, relays: number): string {
  switch (verdict) {
    case 'reachable':
      return `directly, at ${addresses === 1 ? 'one address' : `${addresses} addresses`}`
    case 'relayed':
      return `only by way of ${relays === 1 ? 'one relay' : `${relays} relays`}, for small jobs`
    case 'unreachable':
      return 'not at all: peers could not connect to it'
    case 'unknown':
      return 'not known: no peer is there that could have tried'
    default:
      return verdict satisfies never
  }
}
