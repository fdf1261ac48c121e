import { NodeChoice, type NodeChoiceDependencies } from '../../daemon/src/jobs/node-choice.ts'
import { neutralReputation } from '../../daemon/src/jobs/reputation.ts'
import { nextTry } from '../../daemon/src/jobs/retry.ts'
import { defaultSubmitLimits } from '../../daemon/src/jobs/submit-limits.ts'
import { pause } from '../../daemon/src/network/deadline.ts'
import { KadDiscovery } from '../../daemon/src/network/kad-discovery.ts'
import { KadOverlay } from '../../daemon/src/network/kad-overlay.ts'
import type { PeerClient } from '../../daemon/src/protocol/job-protocol.ts'
import { offerRequest } from '../offer-request.ts'
import type { Random } from './random.ts'
import { type Arrival, allKnowing, atRandom } from './schedulers.ts'
import { SimulatedExecutor } from './simulated-executor.ts'
import type { SimulatedNetwork } from './simulated-network.ts'
import type { SimulatedNode } from './simulated-node.ts'

export interface PlacementOptions {
  /** The first third is not counted, for nobody has work then. */
  readonly jobs: number
  readonly meanWorkMs: number
  /** Of all slots, the share that the jobs would keep busy. */
  readonly utilization: number
  /** Of all nodes, the share that runs others' jobs. */
  readonly willing: number
  /** Of all nodes, the share that has jobs; these run none of others. */
  readonly submitting: number
  readonly slots: number
}

export const defaultPlacementOptions: Omit<PlacementOptions, 'jobs'> = Object.freeze({
  meanWorkMs: 20_000,
  utilization: 0.7,
  willing: 0.5,
  submitting: 0.1,
  slots: 2,
})

export interface PlacementFigures {
  readonly jobs: number
  readonly failed: number
  /** Milliseconds until a willing peer was chosen, of each first attempt. */
  readonly searchMs: readonly number[]
  /** Milliseconds from arrival to completion: plasm's own, and what two others would make of the same arrivals. */
  readonly completionMs: readonly number[]
  readonly allKnowingMs: readonly number[]
  readonly atRandomMs: readonly number[]
  /** Of the work that a node would do if all did the same, what the busiest did. */
  readonly busiest: number
  /** The longest queue at any node. */
  readonly longestQueue: number
  /** Share of the slots that were idle, of those for which a job was waiting elsewhere. */
  readonly wasted: number
}

const sampledEveryMs = 1_000
/** After the last has arrived, for all to be done: from then on nobody leaves any more. */
const lastJobMs = 400_000

interface Job extends Arrival {
  readonly submitter: SimulatedNode
  searchMs?: number
  doneAt?: number
}

const request = { ...offerRequest, wallTimeMs: 600_000 }

/** A stream of jobs through the daemon's own choice of nodes, over a network that comes and goes. */
export async function measurePlacement(
  network: SimulatedNetwork,
  random: Random,
  options: PlacementOptions,
): Promise<PlacementFigures> {
  const { time } = network
  const begun = time.monotonic()
  const seats = shuffled(
    network.live.map(({ seat }) => seat),
    random,
  )
  const ofSubmitters = new Set(seats.slice(0, Math.max(1, Math.round(seats.length * options.submitting))))
  const ofWilling = new Set(seats.slice(-Math.round(seats.length * options.willing)))
  const submitters = network.live.filter(({ seat }) => ofSubmitters.has(seat))
  for (const node of submitters) network.keep(node)

  const executors = new Map<string, SimulatedExecutor>()
  const executorOf = (peer: string): SimulatedExecutor => {
    const known = executors.get(peer)
    if (known !== undefined) return known
    const node = network.find(peer)
    const made = new SimulatedExecutor(node, time, ofWilling.has(node.seat), options.slots)
    executors.set(peer, made)
    return made
  }
  for (const { peerId } of network.live) executorOf(peerId)
  const willing = () => [...executors.values()].filter(({ isWilling }) => isWilling)

  const everyMs = options.meanWorkMs / (ofWilling.size * options.slots * options.utilization)
  let at = begun
  const jobs: readonly Job[] = Array.from({ length: options.jobs }, () => {
    at += random.exponential(everyMs)
    return { at, workMs: random.exponential(options.meanWorkMs), submitter: random.pick(submitters) }
  })
  const counted = jobs.slice(Math.floor(jobs.length / 3))
  const choose = chooser(network, random, executorOf)
  for (const job of jobs)
    time.after(job.at - begun, () => submit(job, network, random, choose(job.submitter), executorOf))

  let [idle, wasted] = [0, 0]
  while (time.monotonic() < at) {
    await time.pass(sampledEveryMs)
    for (const { peerId } of network.live) executorOf(peerId)
    if (time.monotonic() < counted[0]!.at) continue
    const there = willing().filter(({ node }) => node.isLive)
    const free = there.reduce((sum, executor) => sum + executor.idle, 0)
    const waiting = there.reduce((sum, executor) => sum + executor.waiting, 0)
    idle += free
    wasted += Math.min(free, waiting)
  }
  network.rest()
  await time.pass(lastJobMs)

  const workers = willing().map(({ node, slots }) => ({ slots, from: node.bornAt, until: node.diedAt }))
  const tookMs = (done: readonly number[]): readonly number[] =>
    jobs.map((job, index) => done[index]! - job.at).slice(jobs.length - counted.length)
  const stayed = willing().filter(({ node }) => node.bornAt <= begun && node.isLive)
  const worked = stayed.map((executor) => executor.worked)
  return {
    jobs: jobs.length,
    failed: jobs.filter(({ doneAt }) => doneAt === undefined).length,
    searchMs: jobs.flatMap(({ searchMs }) => (searchMs === undefined ? [] : [searchMs])),
    completionMs: tookMs(jobs.map(({ doneAt }) => doneAt ?? Number.POSITIVE_INFINITY)),
    allKnowingMs: tookMs(allKnowing(jobs, workers)),
    atRandomMs: tookMs(atRandom(jobs, workers, random)),
    busiest: Math.max(...worked) / (worked.reduce((sum, one) => sum + one, 0) / worked.length),
    longestQueue: Math.max(...willing().map(({ longestQueue }) => longestQueue)),
    wasted: idle === 0 ? 0 : wasted / idle,
  }
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

/** For each submitter the daemon's choice of nodes, over a discovery of its own. */
function chooser(
  network: SimulatedNetwork,
  random: Random,
  executorOf: (peer: string) => SimulatedExecutor,
): (submitter: SimulatedNode) => () => NodeChoice {
  const { time } = network
  const known = new Map<SimulatedNode, NodeChoiceDependencies>()
  const dependenciesOf = (submitter: SimulatedNode): NodeChoiceDependencies => {
    const discovery = new KadDiscovery({
      overlay: new KadOverlay({ node: submitter, timers: time }),
      dialler: submitter,
      bootstrap: [],
      protocol: '/plasm/rpc/1.0.0',
      clock: time,
      timers: time,
      randomKey: () => random.bytes(32),
      random: () => random.next(),
    })
    const client = (peer: string): PeerClient => ({
      ...onlyOffers,
      peer,
      offer: async (_request, signal) => {
        const other = network.find(peer)
        await submitter.reach(other, signal)
        await pause(network.roundTripMs(submitter, other), signal, time)
        return executorOf(peer).offer(submitter.peerId)
      },
    })
    return {
      discovery,
      clients: { client },
      local: client(submitter.peerId),
      reputation: neutralReputation,
      clock: time,
      timers: time,
      random: () => random.next(),
      limits: defaultSubmitLimits,
    }
  }
  return (submitter) => {
    const dependencies = known.get(submitter) ?? dependenciesOf(submitter)
    known.set(submitter, dependencies)
    return () => new NodeChoice('network', request, dependencies, () => {})
  }
}

/** The submitter's story (jobs/submit.ts) without its store: one node after another, until one is done or there were enough. */
async function submit(
  job: Job,
  network: SimulatedNetwork,
  random: Random,
  choose: () => NodeChoice,
  executorOf: (peer: string) => SimulatedExecutor,
): Promise<void> {
  const { submitter } = job
  const { time } = network
  const nodes = choose()
  const limits = defaultSubmitLimits
  for (let attempts = 1; ; attempts += 1) {
    const choice = await nodes.next(submitter.life)
    if (choice === undefined) return
    job.searchMs ??= time.monotonic() - job.at
    const rtt = network.roundTripMs(submitter, network.find(choice.peer))
    await pause(rtt / 2, submitter.life, time)
    try {
      const refused = await executorOf(choice.peer).run(submitter.peerId, job.workMs)
      await pause(rtt / 2, submitter.life, time)
      if (refused === undefined) {
        job.doneAt = time.monotonic()
        return
      }
    } catch {
      // It has left: that takes a while to be certain.
      await pause(limits.reconnectMs, submitter.life, time)
    }
    const again = nextTry(attempts, 1, limits.retry, random.next())
    if (!again.retry) return
    nodes.putBack(choice.peer)
    await pause(again.delayMs, submitter.life, time)
  }
}

const onlyOffers: Omit<PeerClient, 'peer' | 'offer'> = {
  order: () => Promise.reject(new Error('orders are not simulated')),
  watch: () => {
    throw new Error('events are not simulated')
  },
  output: () => Promise.reject(new Error('output is not simulated')),
  cancel: () => Promise.reject(new Error('cancellation is not simulated')),
}
