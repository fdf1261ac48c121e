import type { RememberedPeer } from '../store/ports.ts'

/** A connected peer, as it is now. */
export interface SeenPeer {
  readonly peer: string
  readonly addresses: readonly string[]
  /** Milliseconds for which it has been connected. */
  readonly connectedMs: number
  /** True where this node dialled it: a stranger chooses whom it connects to, this node chose these. */
  readonly dialled: boolean
}

export interface MemoryLimits {
  readonly maxPeers: number
  readonly maxAddresses: number
  readonly maxPerGroup: number
  readonly maxAgeMs: number
  readonly anchors: number
}

export const defaultMemoryLimits: MemoryLimits = Object.freeze({
  maxPeers: 256,
  maxAddresses: 8,
  maxPerGroup: 2,
  maxAgeMs: 14 * 24 * 3_600_000,
  anchors: 4,
})

/**
 * What to remember of what was remembered and who is connected now: the youngest first, two of a network at most, and
 * the anchors: of the peers that this node itself dialled those connected for longest, each of a network of its own. Whoever
 * surrounds a node that restarts has not been its oldest company. `groupOf` is networkGroup; undefined counts for none.
 */
export function rememberPeers(
  remembered: readonly RememberedPeer[],
  seen: readonly SeenPeer[],
  now: number,
  groupOf: (address: string) => string | undefined,
  limits: MemoryLimits = defaultMemoryLimits,
): readonly RememberedPeer[] {
  const anchors = new Set<string>()
  const anchorGroups = new Set<string>()
  for (const { peer, addresses, dialled } of [...seen].sort((a, b) => b.connectedMs - a.connectedMs)) {
    const groups = groupsOf(addresses, groupOf)
    if (!dialled || anchors.size >= limits.anchors || groups.some((group) => anchorGroups.has(group))) continue
    anchors.add(peer)
    for (const group of groups) anchorGroups.add(group)
  }
  const current = seen.map(({ peer, addresses }) => ({ peer, addresses, lastSeenAt: now, anchor: anchors.has(peer) }))
  const known = new Set(seen.map(({ peer }) => peer))
  // A node that is alone keeps its old anchors; with company of its own it has new ones.
  const older = remembered
    .filter(({ peer, lastSeenAt }) => !known.has(peer) && now - lastSeenAt < limits.maxAgeMs)
    .map((peer) => (anchors.size > 0 ? { ...peer, anchor: false } : peer))
  const perGroup = new Map<string, number>()
  const kept: RememberedPeer[] = []
  for (const peer of [...current, ...older].sort(byWorth)) {
    const groups = groupsOf(peer.addresses, groupOf)
    const full = groups.some((group) => (perGroup.get(group) ?? 0) >= limits.maxPerGroup)
    if (peer.addresses.length === 0 || kept.length >= limits.maxPeers || full) continue
    for (const group of groups) perGroup.set(group, (perGroup.get(group) ?? 0) + 1)
    kept.push({ ...peer, addresses: peer.addresses.slice(0, limits.maxAddresses) })
  }
  return kept
}

function byWorth(a: RememberedPeer, b: RememberedPeer): number {
  return Number(b.anchor) - Number(a.anchor) || b.lastSeenAt - a.lastSeenAt
}

function groupsOf(addresses: readonly string[], groupOf: (address: string) => string | undefined): readonly string[] {
  return [...new Set(addresses.map(groupOf).filter((group) => group !== undefined))]
}
