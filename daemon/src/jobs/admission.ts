import type { ShareConfig } from '../generated/types.ts'
import type { OfferLimits, OfferRequest, Refusal, RefusalCode } from '../protocol/job-protocol.ts'
import type { Isolation, RuntimeName } from '../sandbox/sandbox.ts'
import type { SharingNow } from '../share/sharing-now.ts'
import { type Exhausted, isKnown } from './quotas.ts'

/** What is asked: an offer's request, or an order's together with its task. */
export interface AdmissionRequest extends Omit<OfferRequest, 'task' | 'semantics'> {
  readonly semantics: number
  /** Everything that the asker named so far: the task, its module, its inputs. */
  readonly digests: readonly string[]
}

export interface Capability {
  readonly runtimes: readonly RuntimeName[]
  readonly isolation: Isolation
  /** What a task may need beyond plain WebAssembly: `simd`. */
  readonly features: readonly string[]
}

/** What the operator wants nothing to do with. */
export interface DeniedNames {
  hasPeer(peer: string): boolean
  hasDigest(digest: string): boolean
}

export interface AdmissionPolicy {
  readonly share: ShareConfig
  /** Beside those that the configuration denies. */
  readonly denied?: DeniedNames
  /** Whether jobs of other peers may begin now. */
  readonly sharing: SharingNow
  /** The least level of isolation for other peers' jobs. */
  readonly isolation: Isolation
  /** Accepted attempts that may wait for a slot; those of strangers fill half of it. */
  readonly queue: number
  /** Bytes of memory that other peers' jobs may have at once. */
  readonly memoryBytes: number
  /** Bytes of the database, small blobs aside. */
  readonly recordQuotaBytes: number
}

export interface AdmissionLoad {
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  readonly stopping: boolean
  /** Accepted and not begun, of all peers. */
  readonly waiting: number
  /** The same, of strangers. */
  readonly strangersWaiting: number
  /** Accepted and not finished, of the peer that asks. */
  readonly ofPeer: number
  /** A quota that the peer, or all strangers together, have used up for now. */
  readonly exhausted: Exhausted | undefined
  /** The database is as large as it may get for the records of a peer like this one. */
  readonly recordsFull: boolean
}

export interface Admission {
  readonly request: AdmissionRequest
  /** The connection's own peer ID. */
  readonly peer: string
  /** The peer is this node itself: its owner's jobs need no consent, and their number is bounded where they are submitted. */
  readonly own: boolean
  readonly capability: Capability
  readonly policy: AdmissionPolicy
  readonly load: AdmissionLoad
}

const retryAfterMs = 1_000
/** Records go when they are old enough, and not sooner for being asked for. */
const recordsRetryAfterMs = 60_000
/** The most that a refusal may say. */
const longestRetryAfterMs = 86_400_000

/** Says why a node would not run this, or undefined where it would. The first rule that is broken speaks. */
export function refuse(admission: Admission): Refusal | undefined {
  if (admission.load.stopping) return stopping()
  return (
    lacking(admission) ??
    (admission.own ? undefined : (unwelcome(admission) ?? excessive(admission) ?? closed(admission) ?? busy(admission)))
  )
}

function lacking({ request, capability }: Admission): Refusal | undefined {
  if (request.semantics !== 1) return refusal('capability', `semantics ${request.semantics} is not known here; 1 is`)
  if (request.runtime !== 'any' && !capability.runtimes.includes(request.runtime)) {
    return refusal('capability', `the runtime ${request.runtime} is not here; ${capability.runtimes.join(' and ')} is`)
  }
  if (request.isolation === 'full' && capability.isolation !== 'full') {
    return refusal('capability', 'this machine gives reduced isolation only; the request wants full')
  }
  const missing = request.features.filter((feature) => !capability.features.includes(feature))
  if (missing.length > 0) return refusal('capability', `this node cannot run ${missing.join(', ')} yet`)
  return undefined
}

function unwelcome({ request, peer, policy, capability }: Admission): Refusal | undefined {
  const { share } = policy
  const refused = refusePeer(peer, policy)
  if (refused !== undefined) return refused
  const isDenied = (digest: string) => policy.denied?.hasDigest(digest) === true
  if (request.digests.some(isDenied) || share.denyDigests.some((denied) => request.digests.includes(denied))) {
    return refusal('consent', 'this node does not run this module, input or task')
  }
  if (request.clock === 'real' || request.random === 'real') {
    return refusal('consent', 'this node gives no real clock and no real randomness to other peers')
  }
  if (policy.isolation === 'full' && capability.isolation !== 'full') {
    return refusal('capability', "this node runs other peers' jobs in full isolation only, and its machine has none")
  }
  return undefined
}

/** Says why a node would run nothing of this peer's, whatever it asks. */
export function refusePeer(
  peer: string,
  { share, denied }: Pick<AdmissionPolicy, 'share' | 'denied'>,
): Refusal | undefined {
  if (denied?.hasPeer(peer) === true || share.denyPeers.some((one) => one === peer))
    return refusal('consent', 'this node runs none of your jobs')
  if (share.with === 'nobody') return refusal('consent', "this node runs nobody's jobs but its owner's")
  if (share.with === 'allowlist' && !share.allowlist.some((allowed) => allowed === peer)) {
    return refusal('consent', 'this node runs jobs of peers on its allowlist only')
  }
  return undefined
}

/** The most that a peer's task may ask for. */
export function limitsOf({ share, memoryBytes }: Pick<AdmissionPolicy, 'share' | 'memoryBytes'>): OfferLimits {
  return {
    fuel: share.maxFuel,
    memoryBytes: Math.min(share.maxMemoryBytes, memoryBytes),
    outputBytes: share.maxOutputBytes,
    wallTimeMs: share.maxWallTimeMs,
    inputBytes: share.maxInputBytes,
  }
}

function excessive({ request, policy }: Admission): Refusal | undefined {
  const over = Object.entries(limitsOf(policy))
    .map(([name, allowed]) => [name, request[name as keyof OfferLimits], allowed] as const)
    .filter(([, asked, allowed]) => asked > allowed)
  if (over.length === 0) return undefined
  return refusal(
    'limits',
    over.map(([name, asked, allowed]) => `${name} is ${asked}; at most ${allowed} is given`).join(', '),
  )
}

/**
 * Says why a node would take nothing of any peer's now. The same words whatever the reason: whether its owner sits at the
 * machine, or when, is nobody's business.
 */
export function closed({
  policy: { sharing },
  load: { now },
}: {
  readonly policy: Pick<AdmissionPolicy, 'sharing'>
  readonly load: Pick<AdmissionLoad, 'now'>
}): Refusal | undefined {
  if (sharing.open) return undefined
  const reason = "this node runs no other peers' jobs for now"
  // Until its operator says otherwise: there is no time to come back at.
  if (sharing.until === undefined) return refusal('consent', reason)
  const waitMs = Math.max(retryAfterMs, sharing.until - now)
  return refusal('busy', reason, Math.min(longestRetryAfterMs, waitMs))
}

/** Says why a node would take nothing of this peer's now, whatever it asks. */
export function busy({ peer, policy, load }: Pick<Admission, 'peer' | 'policy' | 'load'>): Refusal | undefined {
  const { share, queue } = policy
  const { exhausted, ofPeer, waiting, strangersWaiting } = load
  if (load.stopping) return stopping()
  if (exhausted !== undefined) {
    const whose = isKnown(peer, share) ? 'your' : "your, or all strangers',"
    const sentence =
      exhausted.what === 'blobs'
        ? `the blobs that are kept here for ${whose} jobs are as many as may be`
        : `${whose} ${exhausted.what} of this minute are used up here`
    return refusal('busy', sentence, Math.min(longestRetryAfterMs, exhausted.waitMs))
  }
  if (load.recordsFull)
    return refusal(
      'busy',
      "the records that this node keeps are as many as it may have for other peers' jobs",
      recordsRetryAfterMs,
    )
  if (ofPeer >= share.queuePerPeer)
    return refusal('busy', `${ofPeer} of your jobs wait or run here; that is the most for one peer`, retryAfterMs)
  if (waiting >= queue) return refusal('busy', `${waiting} jobs wait here; the queue is full`, retryAfterMs)
  if (!isKnown(peer, share) && strangersWaiting >= Math.ceil(queue / 2))
    return refusal(
      'busy',
      `${strangersWaiting} jobs of strangers wait here; their half of the queue is full`,
      retryAfterMs,
    )
  return undefined
}

function stopping(): Refusal {
  return refusal('shutting-down', 'this node is stopping', retryAfterMs)
}

export function refusal(code: RefusalCode, reason: string, retryAfterMs?: number): Refusal {
  return { kind: 'refused', code, reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}
