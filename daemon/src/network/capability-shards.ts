import { createHash } from 'node:crypto'
import type { Digest } from '../generated/types.ts'

/** Nodes of the network that share one shard: a holder keeps 64 records of a key, of the share of nodes that offers. */
const nodesPerShard = 512
/** More than 2^16 shards are not needed: that is a network of 32 million. */
const maxLevel = 16

/** At level l a capability has 2^l shards; the level that a network of this size is served by. */
export function shardLevel(networkSize: number): number {
  return Math.min(maxLevel, Math.max(0, Math.ceil(Math.log2(networkSize / nodesPerShard))))
}

/** The shard of a level that a node announces itself in: the first bits of its place in the key space. */
export function shardOf(place: Uint8Array, level: number): number {
  return (((place[0]! << 8) | place[1]!) >>> (16 - level)) & (2 ** level - 1)
}

/**
 * The shards to look in, in order: of the own level, in random order, then those of the levels beside it, whose nodes
 * think the network larger or smaller. At most `count`.
 */
export function shardsToSearch(
  level: number,
  count: number,
  random: () => number,
): readonly { readonly level: number; readonly shard: number }[] {
  const levels = [level, level - 1, level + 1].filter((one) => one >= 0 && one <= maxLevel)
  const perLevel = levels.map((one) => sample(2 ** one, count, random).map((shard) => ({ level: one, shard })))
  return Array.from({ length: count }, (_, turn) => perLevel.flatMap((shards) => shards[turn] ?? []))
    .flat()
    .slice(0, count)
}

/** What a shard is announced under, as if it were a blob. */
export function shardDigest(capability: string, level: number, shard: number): Digest {
  return `sha256:${createHash('sha256').update(`plasm capability 1 ${capability} ${level} ${shard}`).digest('hex')}` as Digest
}

/** Up to `count` different whole numbers below `below`, in random order. */
function sample(below: number, count: number, random: () => number): readonly number[] {
  const chosen = new Set<number>()
  const wanted = Math.min(below, count)
  while (chosen.size < wanted) {
    // The highest few are never skipped for ever: each refusal moves on by one.
    let next = Math.min(below - 1, Math.floor(random() * below))
    while (chosen.has(next)) next = (next + 1) % below
    chosen.add(next)
  }
  return [...chosen]
}
