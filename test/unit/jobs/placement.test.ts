import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, loadOf, place, sufficiency, unfit } from '../../../daemon/src/jobs/placement.ts'
import { operatorNetwork } from '../../../daemon/src/network/network-group.ts'
import type { Offer, OfferRequest } from '../../../daemon/src/protocol/job-protocol.ts'

const offer = (change: Partial<Offer> = {}): Offer => ({
  runtimes: ['interpreter'],
  isolation: 'full',
  slots: 2,
  running: 0,
  queued: 0,
  validMs: 1,
  ...change,
})
const candidate = (peer: string, change: Partial<Offer> = {}, known: Partial<Candidate> = {}): Candidate => ({
  peer,
  offer: offer(change),
  reputation: 0.5,
  ...known,
})
const drawing =
  (...numbers: number[]) =>
  () =>
    numbers.shift() ?? 0
const nowhere = new Set<string>()

describe('an offer', () => {
  const limits = { fuel: 10, memoryBytes: 10, outputBytes: 10, wallTimeMs: 10, inputBytes: 10 }
  test.each([
    [{}, {}, undefined],
    [{ slots: 0 }, {}, 'offers no slot'],
    [{}, { runtime: 'v8' }, 'has no v8 runtime'],
    [{ isolation: 'reduced' }, { isolation: 'full' }, 'gives reduced isolation only'],
    [{ isolation: 'reduced' }, { isolation: 'reduced' }, undefined],
    [{ limits }, { fuel: 10 }, undefined],
    [{ limits }, { inputBytes: 11 }, 'gives inputBytes 10 at most, and 11 is asked'],
  ] as const)('of %j for %j: %s', (offered, wanted, reason) => {
    const asked = { fuel: 1, memoryBytes: 1, outputBytes: 1, wallTimeMs: 1, inputBytes: 1 }
    const request = { runtime: 'any', isolation: 'full', ...asked, ...wanted } as OfferRequest
    expect(unfit(offer(offered), request)).toBe(reason)
  })
})

describe('placement', () => {
  test('has no one to choose where no one offered', () => {
    expect(place([], nowhere, () => 0)).toBeUndefined()
  })

  test('takes the only one that offered', () => {
    expect(place([candidate('a')], nowhere, () => 0.99)).toEqual({
      peer: 'a',
      reason: 'the only offer',
      passedOver: [],
    })
  })

  test('takes of two that are drawn the less loaded, by slots, and says what became of the others', () => {
    const candidates = [
      candidate('busy', { running: 2, queued: 2 }),
      candidate('calm', { slots: 8, running: 8, queued: 2 }),
      candidate('full', { running: 2 }),
    ]
    expect(place(candidates, nowhere, drawing(0, 0))).toEqual({
      peer: 'calm',
      reason: 'less loaded: 1.25, not 2.00 attempts a slot',
      passedOver: [
        { peer: 'busy', reason: 'against the chosen one: less loaded: 1.25, not 2.00 attempts a slot' },
        { peer: 'full', reason: 'not drawn: two of 3 offers are compared' },
      ],
    })
    expect(place(candidates, nowhere, drawing(0, 0.99))?.peer).toBe('full')
    expect(place(candidates, nowhere, drawing(0.4, 0.99))?.peer).toBe('calm')
  })

  test('takes one that would begin at once, however few there are, but for its reputation', () => {
    const full = candidate('full', { running: 2 })
    const [free, other] = [candidate('free', { running: 1 }), candidate('other')]
    expect(place([full, free, full], nowhere, () => 0)).toMatchObject({
      peer: 'free',
      reason: 'the only offer with a free slot',
      passedOver: [{ peer: 'full', reason: expect.stringContaining('1.00 attempts a slot') }, { peer: 'full' }],
    })
    for (const random of [0, 0.3, 0.6, 0.9])
      expect(place([free, other, full], nowhere, () => random)?.peer).toBe('other')
    expect(place([free, { ...full, reputation: 0.9 }], nowhere, () => 0)?.peer).toBe('full')
  })

  test.each([
    ['reputation before load', [{ running: 9 }, { reputation: 0.9 }], [{}, {}], 'better reputation: 0.9, not 0.5'],
    ['load before latency', [{}, { latencyMs: 90 }], [{ running: 1 }, { latencyMs: 1 }], 'less loaded'],
    ['latency before the module', [{}, { latencyMs: 5 }], [{ holdsModule: true }, { latencyMs: 90 }], 'nearer: 5.0 ms'],
    ['a latency that is known', [{}, { latencyMs: 90 }], [{}, {}], 'nearer: 90 ms, not not known'],
    ['the module at last', [{ holdsModule: true }, { latencyMs: 6 }], [{}, { latencyMs: 5 }], 'has the module already'],
    [
      'a reputation no better than load',
      [{}, { reputation: 0.51 }],
      [{ running: 1 }, { reputation: 0.54 }],
      'less loaded',
    ],
  ] as const)('compares %s', (_, [offered, known], [otherOffered, otherKnown], reason) => {
    const [one, other] = [candidate('one', offered, known), candidate('other', otherOffered, otherKnown)]
    for (const candidates of [
      [one, other],
      [other, one],
    ]) {
      const choice = place(candidates, nowhere, () => 0)
      expect(choice).toMatchObject({ peer: 'one', reason: expect.stringContaining(reason) })
    }
  })

  test('prefers a network where no other node of the job is, then one that is not known, and goes on where there is none', () => {
    const [near, far] = [
      candidate('near', {}, { network: '81.2.0.0/16' }),
      candidate('far', {}, { network: '9.9.0.0/16' }),
    ]
    const unknown = candidate('unknown')
    const used = new Set(['81.2.0.0/16'])
    for (const random of [0, 0.5, 0.99]) {
      expect(place([near, unknown, far], used, () => random)).toMatchObject({
        peer: 'far',
        reason: 'the only offer from another network; in a network (9.9.0.0/16) where no other node of this job is',
      })
      expect(place([near, unknown], used, () => random)).toMatchObject({
        peer: 'unknown',
        reason: expect.stringContaining('is not known'),
        passedOver: [{ peer: 'near', reason: 'in the network 81.2.0.0/16, where a node of this job is already' }],
      })
    }
    expect(place([near], used, () => 0)).toMatchObject({
      peer: 'near',
      reason: expect.stringContaining('no offer came from another network'),
    })
  })

  const network = fc.option(fc.constantFrom('1.0.0.0/16', '2.0.0.0/16', '3.0.0.0/16'), { nil: undefined })
  const some = fc
    .uniqueArray(
      fc.record({
        peer: fc.string({ minLength: 1, maxLength: 4 }),
        running: fc.nat(9),
        slots: fc.integer({ min: 1, max: 8 }),
        latencyMs: fc.option(fc.double({ min: 0, max: 1e4, noNaN: true }), { nil: undefined }),
        reputation: fc.double({ min: 0, max: 1, noNaN: true }),
        holdsModule: fc.boolean(),
        network,
      }),
      { selector: ({ peer }) => peer, minLength: 1, maxLength: 12 },
    )
    .map((list) =>
      list.map(({ peer, running, slots, holdsModule, latencyMs, reputation, network: where }) =>
        candidate(
          peer,
          { running, slots, holdsModule },
          {
            reputation,
            ...(latencyMs === undefined ? {} : { latencyMs }),
            ...(where === undefined ? {} : { network: where }),
          },
        ),
      ),
    )
  const used = fc.array(fc.constantFrom('1.0.0.0/16', '2.0.0.0/16')).map((list) => new Set<string>(list))
  const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  test('gives everyone that was considered exactly one verdict, with a sentence', () => {
    fc.assert(
      fc.property(some, used, draw, draw, (candidates, taken, first, second) => {
        const choice = place(candidates, taken, drawing(first, second))!
        const judged = [choice.peer, ...choice.passedOver.map(({ peer }) => peer)]
        expect(judged.toSorted()).toEqual(candidates.map(({ peer }) => peer).toSorted())
        for (const { reason } of [choice, ...choice.passedOver]) expect(reason).not.toBe('')
      }),
    )
  })

  test('never takes one of a used network while there is another', () => {
    fc.assert(
      fc.property(some, used, draw, draw, (candidates, taken, first, second) => {
        const { peer } = place(candidates, taken, drawing(first, second))!
        const isUsed = (one: Candidate) => one.network !== undefined && taken.has(one.network)
        if (candidates.some((one) => !isUsed(one)))
          expect(isUsed(candidates.find((one) => one.peer === peer)!)).toBe(false)
      }),
    )
  })

  test('never takes the most loaded of three or more, and every other one of them some time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 3, maxLength: 8 }), (loads) => {
        const candidates = loads.map((running, index) => candidate(String(index), { running: 2 + running }))
        const chosen = new Set<string>()
        for (let first = 0; first < 1; first += 1 / 16)
          for (let second = 0; second < 1; second += 1 / 16)
            chosen.add(place(candidates, nowhere, drawing(first, second))!.peer)
        const most = candidates.reduce((one, other) => (loadOf(other.offer) > loadOf(one.offer) ? other : one))
        expect(chosen).toEqual(new Set(candidates.map(({ peer }) => peer).filter((peer) => peer !== most.peer)))
      }),
    )
  })
})

describe('the offers so far', () => {
  const at = (...networks: (string | undefined)[]) =>
    networks.map((network, index) => candidate(String(index), {}, network === undefined ? {} : { network }))
  const [a, b, c] = ['1.0.0.0/16', '2.0.0.0/16', '3.0.0.0/16']

  test.each([
    ['none', [], 1, [], 'few'],
    ['one for one', at(a), 1, [], 'enough'],
    ['two for one', at(a, a), 1, [], 'plenty'],
    ['two of one network for two', at(a, a), 2, [], 'together'],
    ['two of two networks for two', at(a, b), 2, [], 'enough'],
    ['two of which one is where a node is already', at(a, b), 2, [b], 'together'],
    ['two of networks that are not known', at(undefined, undefined), 2, [a], 'enough'],
    ['four for two, apart', at(a, b, a, a), 2, [], 'plenty'],
    ['fifteen of one network for two', at(...Array(15).fill(a)), 2, [], 'together'],
    ['sixteen of one network for two', at(...Array(16).fill(a)), 2, [], 'plenty'],
    ['one for two', at(c), 2, [], 'few'],
  ] as const)('%s', (_, offers, wanted, used, expected) => {
    expect(sufficiency(offers, wanted, new Set(used))).toBe(expected)
  })
})

describe('the network of an address', () => {
  test.each([
    ['/ip4/81.2.69.142/tcp/4117', '81.2.0.0/16'],
    ['/ip4/81.2.69.142/udp/4117/quic-v1/p2p/12D3KooWJ5gQmXNCvGcUhr3S9VPEtgUCbLX4oAeyqcJbV6nyvEnf', '81.2.0.0/16'],
    ['/ip6/2a01:4f8:c0c::1/tcp/1', '2a01:4f8::/32'],
    ['/ip6/2a01::1/tcp/1', '2a01:0::/32'],
    ['/ip6/::ffff:81.2.69.142/tcp/1', '81.2.0.0/16'],
    ['/ip4/10.0.0.1/tcp/1', undefined],
    ['/ip4/127.0.0.1/tcp/1', undefined],
    ['/ip6/fe80::1/tcp/1', undefined],
    ['/dns4/example.org/tcp/1', undefined],
    ['/ip4/81.2.69.142/tcp/1/p2p/12D3KooWJ5gQmXNCvGcUhr3S9VPEtgUCbLX4oAeyqcJbV6nyvEnf/p2p-circuit', undefined],
    ['nonsense', undefined],
  ] as const)('%s is %s', (address, network) => {
    expect(operatorNetwork(address)).toBe(network)
  })
})
