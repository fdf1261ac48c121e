/*
 * Entities as columns: every component is an array of its own, one f32 for each entity, so that a system walks memory
 * straight on and takes four entities at a time. Systems run in a fixed order, each over all entities.
 */

export const WIDTH: f32 = 1600
export const HEIGHT: f32 = 900
/** Along each axis, a tick. */
const FASTEST: f32 = 4

/** A loop's round takes this many bytes of a column: four vectors, 16 entities. */
const ROUND: usize = 64

let entities: u32 = 0
/** Bytes of a column; what is behind the last entity rests at the origin and never meets a wall. */
let columnBytes: usize = 0
let x: usize = 0
let y: usize = 0
let velocityX: usize = 0
let velocityY: usize = 0

let state: u32 = 0

/** False where memory does not suffice. `free` is where memory is not in use. */
export function makeWorld(count: u32, seed: u32, free: usize): bool {
  entities = count
  columnBytes = (((<usize>count) << 2) + ROUND - 1) & ~(ROUND - 1)
  x = (free + ROUND - 1) & ~(ROUND - 1)
  y = x + columnBytes
  velocityX = y + columnBytes
  velocityY = velocityX + columnBytes
  const pages = <i32>((velocityY + columnBytes + 0xffff) >> 16) - memory.size()
  if (pages > 0 && memory.grow(pages) < 0) return false
  state = seed
  for (let entity: usize = 0; entity < (<usize>count) << 2; entity += 4) {
    store<f32>(x + entity, random() * WIDTH)
    store<f32>(y + entity, random() * HEIGHT)
    store<f32>(velocityX + entity, (random() - 0.5) * (2 * FASTEST))
    store<f32>(velocityY + entity, (random() - 0.5) * (2 * FASTEST))
  }
  return true
}

/** One tick; answers how many walls were met. */
export function tick(): u32 {
  return move(x, velocityX, WIDTH) + move(y, velocityY, HEIGHT)
}

/** Moves all entities along one axis; one that passed a wall, at 0 or at `limit`, comes back as far, its velocity turned. */
function move(positions: usize, velocities: usize, limit: f32): u32 {
  const far = f32x4.splat(limit)
  const mirror = f32x4.splat(2 * limit)
  let met = i32x4.splat(0)
  const end = positions + columnBytes
  const apart = velocities - positions
  for (let at = positions; at < end; at += ROUND) {
    met = moveFour(at, at + apart, far, mirror, met)
    met = moveFour(at + 16, at + apart + 16, far, mirror, met)
    met = moveFour(at + 32, at + apart + 32, far, mirror, met)
    met = moveFour(at + 48, at + apart + 48, far, mirror, met)
  }
  return (
    i32x4.extract_lane(met, 0) + i32x4.extract_lane(met, 1) + i32x4.extract_lane(met, 2) + i32x4.extract_lane(met, 3)
  )
}

function moveFour(position: usize, velocity: usize, far: v128, mirror: v128, met: v128): v128 {
  const speed = v128.load(velocity)
  const moved = f32x4.add(v128.load(position), speed)
  const outside = v128.or(f32x4.lt(moved, f32x4.splat(0)), f32x4.gt(moved, far))
  const inside = f32x4.abs(moved)
  v128.store(position, f32x4.pmin(f32x4.sub(mirror, inside), inside))
  v128.store(velocity, v128.xor(speed, i32x4.shl(outside, 31)))
  return i32x4.sub(met, outside)
}

/** FNV-1a, 64 bits, over the bits of every component of every entity. */
export function checksum(): u64 {
  let hash: u64 = ((<u64>0xcbf29ce4) << 32) | 0x84222325
  hash = hashColumn(hash, x)
  hash = hashColumn(hash, y)
  hash = hashColumn(hash, velocityX)
  return hashColumn(hash, velocityY)
}

function hashColumn(hash: u64, column: usize): u64 {
  const end = column + ((<usize>entities) << 2)
  for (let at = column; at < end; at++) hash = (hash ^ load<u8>(at)) * 0x100000001b3
  return hash
}

/** In [0, 1), of 24 bits: the upper ones of a linear congruential generator (Numerical Recipes' constants). */
function random(): f32 {
  state = state * 1664525 + 1013904223
  return <f32>(state >> 8) * (1.0 / 16777216.0)
}
