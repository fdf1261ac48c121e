import { distance } from './lookup.ts'

/**
 * How many nodes the DHT has, from how close the nearest of them are to a place in it: with n nodes the i-th nearest is
 * at i / (n + 1) of the key space on average, and a line through them by least squares gives n. `places` must be the
 * nearest there are; of 20 the estimate is within a quarter of the truth for most places.
 */
export function estimateNetworkSize(self: Uint8Array, places: readonly Uint8Array[]): number {
  const fractions = places.map((place) => fractionOf(distance(self, place))).sort((a, b) => a - b)
  const squares = fractions.reduce((sum, _fraction, at) => sum + (at + 1) ** 2, 0)
  const products = fractions.reduce((sum, fraction, at) => sum + (at + 1) * fraction, 0)
  // A handful of nodes is counted; this one is one of them.
  if (products === 0 || places.length < 8) return places.length + 1
  return Math.max(places.length + 1, Math.round(squares / products))
}

/** A distance as a part of the key space, from 0 up to 1. */
function fractionOf(bytes: Uint8Array): number {
  return bytes.slice(0, 7).reduceRight((fraction, byte) => (fraction + byte) / 256, 0)
}
