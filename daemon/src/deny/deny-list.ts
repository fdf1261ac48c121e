import type { Clock } from '../clock.ts'
import { PlasmError } from '../errors.ts'
import type { Denied, DeniedStore } from '../store/ports.ts'

export type DeniedKind = Denied['kind']

/** Of each kind; more belong into a list that somebody keeps elsewhere. */
export const mostDenied = 65_536

/**
 * Peers and digests that the operator wants nothing to do with, from the moment that they are denied on, and over
 * restarts. What was denied for a time is forgotten when that is over.
 */
export class DenyList {
  readonly #store: DeniedStore
  readonly #clock: Pick<Clock, 'now'>
  readonly #byName: Readonly<Record<DeniedKind, Map<string, Denied>>> = { peer: new Map(), digest: new Map() }

  constructor(store: DeniedStore, clock: Pick<Clock, 'now'>) {
    this.#store = store
    this.#clock = clock
    for (const denied of store.list().toReversed()) this.#byName[denied.kind].set(denied.name, denied)
  }

  find(kind: DeniedKind, name: string): Denied | undefined {
    const denied = this.#byName[kind].get(name)
    return denied !== undefined && this.#holds(denied) ? denied : undefined
  }

  hasPeer(peer: string): boolean {
    return this.find('peer', peer) !== undefined
  }

  hasDigest(digest: string): boolean {
    return this.find('digest', digest) !== undefined
  }

  /** Those that hold now, the latest first. */
  list(): readonly Denied[] {
    return [...this.#byName.peer.values(), ...this.#byName.digest.values()]
      .filter((denied) => this.#holds(denied))
      .sort((a, b) => b.since - a.since)
  }

  /** Durable before it is in effect. `forMs` absent: for good. REQUEST_INVALID where as many are denied as may be. */
  deny(kind: DeniedKind, name: string, { forMs, note }: { readonly forMs?: number; readonly note?: string }): Denied {
    this.#forgetOver()
    const all = this.#byName[kind]
    if (!all.has(name) && all.size >= mostDenied)
      throw new PlasmError('REQUEST_INVALID', `${mostDenied} ${kind}s are banned, which is the most; unban some first`)
    const since = this.#clock.now()
    const denied = {
      kind,
      name,
      since,
      ...(forMs === undefined ? {} : { until: since + forMs }),
      ...(note === undefined ? {} : { note }),
    }
    this.#store.set(denied)
    all.set(name, denied)
    return denied
  }

  /** False where it was not denied. */
  allow(kind: DeniedKind, name: string): boolean {
    const held = this.find(kind, name) !== undefined
    this.#remove(kind, name)
    return held
  }

  #holds({ until }: Denied): boolean {
    return until === undefined || this.#clock.now() < until
  }

  #forgetOver(): void {
    for (const all of Object.values(this.#byName))
      for (const denied of all.values()) if (!this.#holds(denied)) this.#remove(denied.kind, denied.name)
  }

  #remove(kind: DeniedKind, name: string): void {
    this.#store.remove(kind, name)
    this.#byName[kind].delete(name)
  }
}
