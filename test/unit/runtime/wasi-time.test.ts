import { describe, expect, test } from 'vitest'
import { RealClock, virtualEpoch } from '../../../daemon/src/runtime/host/virtual-clock.ts'
import { GuestStandIn } from './guest-stand-in.ts'

const [badf, fault, inval] = [8, 21, 28]
const end = 65_536

interface Subscription {
  readonly clock?: {
    readonly id: number
    readonly timeout: bigint
    readonly absolute?: boolean
    readonly flags?: number
  }
  readonly read?: number
  readonly write?: number
  readonly tag?: number
}

/** Lays subscriptions at 0, numbered from 1 by their userdata, polls, and reads the events back from 4096. */
function poll(guest: GuestStandIn, ...subscriptions: readonly Subscription[]) {
  guest.memory.fill(0, 0, 48 * subscriptions.length)
  for (const [index, { clock, read, write, tag }] of subscriptions.entries()) {
    const at = 48 * index
    guest.setU64(at, BigInt(index + 1))
    guest.memory[at + 8] = tag ?? (clock ? 0 : read !== undefined ? 1 : 2)
    guest.setU32(at + 16, clock?.id ?? read ?? write ?? 0)
    if (clock === undefined) continue
    guest.setU64(at + 24, clock.timeout)
    guest.memory[at + 40] = clock.flags ?? (clock.absolute ? 1 : 0)
  }
  const errno = guest.errno('poll_oneoff', 0, 4096, subscriptions.length, 8192)
  const events = Array.from({ length: errno === 0 ? guest.u32(8192) : 0 }, (_, index) => {
    const at = 4096 + 32 * index
    return {
      userdata: Number(guest.u64(at)),
      errno: guest.memory[at + 8]!,
      type: guest.memory[at + 10]!,
      bytes: Number(guest.u64(at + 16)),
      hangup: guest.memory[at + 24] === 1,
    }
  })
  return { errno, events }
}

function now(guest: GuestStandIn, id = 0): bigint {
  expect(guest.errno('clock_time_get', id, 0n, 60_000)).toBe(0)
  return guest.u64(60_000)
}

describe('the virtual clock', () => {
  test('reads 2000-01-01 and a nanosecond a unit of fuel, this call not included', () => {
    const guest = new GuestStandIn()
    guest.charge(1000n)
    expect(now(guest)).toBe(virtualEpoch + 1000n)
    expect(now(guest)).toBe(virtualEpoch + 1000n + 64n)
    expect(virtualEpoch).toBe(BigInt(Date.UTC(2000, 0, 1)) * 1_000_000n)
  })

  test('is the same for all four IDs, and there is no fifth', () => {
    const guest = new GuestStandIn()
    for (const id of [0, 1, 2, 3]) expect(now(guest, id)).toBe(virtualEpoch + BigInt(64 * id))
    expect(guest.errno('clock_time_get', 4, 0n, 0)).toBe(inval)
    expect(guest.errno('clock_res_get', 4, 0)).toBe(inval)
    expect(guest.errno('clock_res_get', 2, 0)).toBe(0)
    expect(guest.u64(0)).toBe(1n)
  })

  test('a pointer is judged before the clock ID', () => {
    const guest = new GuestStandIn()
    expect(guest.errno('clock_time_get', 4, 0n, end - 7)).toBe(fault)
    expect(guest.errno('clock_time_get', 0, 0n, end - 8)).toBe(0)
    expect(guest.errno('clock_res_get', 0, end - 7)).toBe(fault)
  })

  test('saturates at the end of time', () => {
    const guest = new GuestStandIn()
    expect(poll(guest, { clock: { id: 1, timeout: 2n ** 64n - 1n } }).errno).toBe(0)
    expect(now(guest)).toBe(2n ** 64n - 1n)
    expect(poll(guest, { clock: { id: 1, timeout: 5n } }).events).toHaveLength(1)
    expect(now(guest)).toBe(2n ** 64n - 1n)
  })
})

describe('poll_oneoff', () => {
  test('sleeps in virtual time until the earliest clock, and reports every clock that is due then', () => {
    const guest = new GuestStandIn()
    const { events } = poll(
      guest,
      { clock: { id: 0, timeout: 3_000_000_000n } },
      { clock: { id: 1, timeout: 1_000_000_000n } },
      { clock: { id: 3, timeout: virtualEpoch + 1_000_000_000n, absolute: true } },
    )
    expect(events.map(({ userdata, errno, type }) => [userdata, errno, type])).toEqual([
      [2, 0, 0],
      [3, 0, 0],
    ])
    const cost = 64n + BigInt(Math.ceil((3 * 48 + 2 * 32) / 16))
    expect(now(guest)).toBe(virtualEpoch + 1_000_000_000n + cost)
  })

  test('a time that is past is due at once and moves nothing', () => {
    const guest = new GuestStandIn()
    expect(poll(guest, { clock: { id: 0, timeout: 5n, absolute: true } }).events).toHaveLength(1)
    expect(now(guest)).toBe(virtualEpoch + guest.fuelCharged - 64n)
  })

  test('a ready descriptor means no sleep', () => {
    const guest = new GuestStandIn({ stdin: new Uint8Array(7), outputBytes: 50 })
    const { events } = poll(guest, { clock: { id: 0, timeout: 1_000_000_000n } }, { read: 0 }, { write: 1 })
    expect(events).toEqual([
      { userdata: 2, errno: 0, type: 1, bytes: 7, hangup: false },
      { userdata: 3, errno: 0, type: 2, bytes: 50, hangup: false },
    ])
    expect(now(guest)).toBeLessThan(virtualEpoch + 1_000_000n)
  })

  test('a clock that is due is reported beside a ready descriptor', () => {
    const { events } = poll(new GuestStandIn(), { clock: { id: 0, timeout: 0n } }, { read: 0 })
    expect(events.map(({ userdata, hangup }) => [userdata, hangup])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  test('a descriptor that cannot be polled is an event with an error', () => {
    const { events } = poll(new GuestStandIn(), { read: 9 }, { read: 1 }, { write: 0 })
    expect(events.map(({ errno }) => errno)).toEqual([badf, badf, badf])
  })

  test('nothing to wait for, an unknown clock, tag or flag, or too many of them is refused', () => {
    const guest = new GuestStandIn()
    expect(poll(guest).errno).toBe(inval)
    expect(poll(guest, { clock: { id: 4, timeout: 0n } }).errno).toBe(inval)
    expect(poll(guest, { clock: { id: 0, timeout: 0n, flags: 2 } }).errno).toBe(inval)
    expect(poll(guest, { tag: 3, read: 0 }).errno).toBe(inval)
    guest.fuelCharged = 0n
    expect(guest.errno('poll_oneoff', 0, 0, 0x0400_0000, 8192)).toBe(fault)
    expect(guest.fuelCharged).toBe(64n)
  })

  test('more than 4,096 subscriptions are refused, once there is room for them', () => {
    const end = 8 * 65_536
    const guest = new GuestStandIn({}, undefined, end)
    expect(guest.errno('poll_oneoff', 0, 4097 * 48, 4096, end - 4)).toBe(0)
    expect(guest.errno('poll_oneoff', 0, 4097 * 48, 4097, end - 4)).toBe(inval)
    expect(guest.errno('poll_oneoff', 0, end - 4096 * 32, 4097, 0)).toBe(fault)
    expect(guest.errno('poll_oneoff', 0, 4097 * 48, 4097, end - 3)).toBe(fault)
  })

  test('its pointers may reach the end of the memory and no further', () => {
    const guest = new GuestStandIn()
    guest.memory[8] = 1
    expect(guest.errno('poll_oneoff', 0, end - 31, 1, 8192)).toBe(fault)
    expect(guest.errno('poll_oneoff', 0, 4096, 1, end - 3)).toBe(fault)
    expect(guest.errno('poll_oneoff', end - 47, 4096, 1, 8192)).toBe(fault)
    expect(guest.errno('poll_oneoff', 0, end - 32, 1, 8192)).toBe(0)
  })
})

describe('the real clock, where it is granted', () => {
  test('shows the time of the system', () => {
    const guest = new GuestStandIn({ clock: 'real' })
    const before = BigInt(Date.now()) * 1_000_000n
    const shown = now(guest)
    expect(shown).toBeGreaterThanOrEqual(before)
    expect(shown).toBeLessThanOrEqual(BigInt(Date.now()) * 1_000_000n)
    expect(now(guest, 1)).toBeLessThanOrEqual(now(guest, 1))
  })

  test('sleeps for real', () => {
    const clock = new RealClock()
    const deadline = clock.now(1) + 5_000_000n
    clock.sleepUntil(1, deadline)
    expect(clock.now(1)).toBeGreaterThanOrEqual(deadline)
  })
})
