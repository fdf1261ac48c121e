import { describe, expect, test } from 'vitest'
import type { PeerId } from '../../../daemon/src/generated/types.ts'
import { validateShareView } from '../../../daemon/src/generated/validators.js'
import { signerFromSeed } from '../../../daemon/src/identity/signer.ts'
import { FakeMachine, fakeShareDesk, MemoryChoices } from '../../fakes/share-desk.ts'
import { share as defaults } from '../jobs/world.ts'

const peers = [1, 2, 3].map((seed) => signerFromSeed(new Uint8Array(32).fill(seed)).peerId as PeerId)
const [one, two, three] = peers as [PeerId, PeerId, PeerId]
const share = { ...defaults, with: 'nobody' as const, allowlist: [one] }

describe("the operator's desk", () => {
  test('shows what the configuration says, in the form that the schema promises', () => {
    const { desk } = fakeShareDesk({ share })
    const view = desk.view()
    expect(validateShareView(structuredClone(view))).toBe(true)
    expect(view).toMatchObject({
      with: 'nobody',
      allowlist: [one],
      schedule: 'always',
      chosen: [],
      overridden: [],
      now: { open: false, reason: 'nobody' },
      why: [{ code: 'nobody' }, { code: 'not-asked' }],
    })
  })

  test('changes it at once and for good: over a restart, until it is reset', () => {
    const store = new MemoryChoices()
    const { desk } = fakeShareDesk({ share, store })
    const changed = desk.change({ with: 'anyone', schedule: '22:00-07:00', coresPercent: 150, onlyWhenIdle: true })
    expect(changed).toMatchObject({ with: 'anyone', schedule: '22:00-07:00', coresPercent: 150, onlyWhenIdle: true })
    const again = fakeShareDesk({ share, store }).desk
    expect(again.view()).toEqual({ ...changed, answers: expect.anything(), why: expect.anything() })
    expect(again.view().chosen).toEqual(['with', 'schedule', 'onlyWhenIdle', 'coresPercent'])
    expect(again.change({ reset: true })).toMatchObject({ with: 'nobody', schedule: 'always', chosen: [] })
    expect(store.choices.list()).toEqual([])
  })

  test('edits the allowlist as it is, and names nobody twice', () => {
    const { desk } = fakeShareDesk({ share })
    expect(desk.change({ allow: [two, one, three] }).allowlist).toEqual([one, two, three])
    expect(desk.change({ disallow: [one], allow: [two] }).allowlist).toEqual([two, three])
    expect(desk.change({ reset: true, allow: [three] })).toMatchObject({
      allowlist: [one, three],
      chosen: ['allowlist'],
    })
  })

  test('pauses for a time, or until it is taken back, over a restart', async () => {
    const [store, machine] = [new MemoryChoices(), new FakeMachine()]
    const start = machine.at
    const options = { share: { ...share, with: 'anyone' as const }, store, machine }
    const { desk } = fakeShareDesk(options)
    expect(desk.change({ pause: { forMs: 60_000 } })).toMatchObject({
      pause: { since: start, until: start + 60_000 },
      now: { open: false, reason: 'paused', until: start + 60_000 },
    })
    expect(fakeShareDesk(options).desk.view().now).toMatchObject({ reason: 'paused' })
    await machine.pass(60_000)
    expect(desk.view()).toMatchObject({ now: { open: true } })
    expect(desk.view().pause).toBeUndefined()
    expect(desk.change({ pause: {} }).pause).toEqual({ since: start + 60_000 })
    expect(desk.change({ resume: true }).now).toEqual({ open: true })
    expect(() => desk.change({ pause: {}, resume: true })).toThrow(expect.objectContaining({ code: 'REQUEST_INVALID' }))
  })

  test('refuses what the daemon’s environment or command line says otherwise, and then changes nothing of it', () => {
    const overriding = { 'share.with': 'PLASM_SHARE' }
    const store = new MemoryChoices()
    const { desk } = fakeShareDesk({ share, overriding, store })
    desk.change({ schedule: '22:00-07:00' })
    const change = () => desk.change({ reset: true, pause: {}, coresPercent: 100, with: 'anyone' })
    expect(change).toThrow(expect.objectContaining({ code: 'CONFIG_OVERRIDDEN' }))
    expect(change).toThrow('share.with is set by PLASM_SHARE')
    const view = desk.view()
    expect(view).toMatchObject({
      with: 'nobody',
      schedule: '22:00-07:00',
      chosen: ['schedule'],
      overridden: [{ key: 'with', by: 'PLASM_SHARE' }],
    })
    expect([view.pause, view.coresPercent, store.choices.list().length]).toEqual([undefined, undefined, 1])
  })

  test('takes no more peers than an allowlist may name', () => {
    const many = Array.from({ length: 4_096 }, (_, index) => `peer ${index}` as PeerId)
    const { desk } = fakeShareDesk({ share })
    expect(() => desk.change({ allow: many })).toThrow('at most 4096')
  })
})
