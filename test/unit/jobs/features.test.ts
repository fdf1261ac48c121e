import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PlasmError } from '../../../daemon/src/errors.ts'
import { inspectionsAtOnce } from '../../../daemon/src/jobs/module-inspections.ts'
import type { Inspection } from '../../../daemon/src/sandbox/sandbox.ts'
import { FakeSandbox } from '../../fakes/fake-sandbox.ts'
import { exits, type TestNode, World } from './world.ts'

/** Finds in every module that it needs SIMD, as an inspection by a node that lacks it would. */
class NeedsSimd extends FakeSandbox {
  constructor() {
    super({ isolation: 'full', script: exits! })
  }

  override async inspect(): Promise<Inspection> {
    return { kind: 'runnable', features: ['simd'] }
  }
}

let world: World
let submitter: TestNode
let without: TestNode
beforeEach(() => {
  world = new World()
  submitter = world.node({ seed: 1, sandbox: new NeedsSimd() })
  without = world.node({ seed: 2 })
})
afterEach(() => world.dispose())

/** Never ends an inspection by itself. */
class Ponders extends FakeSandbox {
  atOnce = 0
  most = 0

  constructor() {
    super({ isolation: 'full', script: exits! })
  }

  override async inspect(_module?: Uint8Array, options?: { readonly signal: AbortSignal }): Promise<Inspection> {
    this.most = Math.max(this.most, ++this.atOnce)
    await once(options!.signal, 'abort')
    this.atOnce--
    throw new PlasmError('CANCELLED', 'enough')
  }
}

describe('modules that take long to look at', () => {
  test("are looked at no longer than a job's wall time, and few at once: what they need is found out where they run", async () => {
    const sandbox = new Ponders()
    const node = world.node({ seed: 4, sandbox })
    const request = { wallTimeMs: 100, placement: { where: 'local' } }
    const jobs = await Promise.all([1, 2, 3, 4, 5].map(() => node.submit({ request })))
    for (const id of jobs) expect((await node.settled(id)).settlement).toMatchObject({ kind: 'result', trust: 'own' })
    expect(sandbox.most).toBe(inspectionsAtOnce)
  })
})

describe('a module that needs a feature', () => {
  test('is refused by every node that lacks it, before it is accepted', async () => {
    for (const where of ['local', 'network']) {
      const id = await submitter.submit({ request: { placement: { where } } })
      const { settlement, events } = await submitter.settled(id)
      expect(settlement, where).toMatchObject({ kind: 'failed' })
      expect(JSON.stringify(settlement), where).toMatch(/features of the module/)
      expect(events.some(({ type }) => type === 'attempt')).toBe(false)
    }
    expect(submitter.store.receipts.list({ limit: 9 })).toEqual([])
    expect(without.store.receipts.list({ limit: 9 })).toEqual([])
  })

  test('goes to the peer that has it', async () => {
    const withSimd = world.node({ seed: 3, features: ['simd'] })
    const id = await submitter.submit({ request: { placement: { where: 'network' } } })
    const { settlement } = await submitter.settled(id)
    expect(settlement).toMatchObject({ kind: 'result', agreeing: [withSimd.peer] })
  })
})
