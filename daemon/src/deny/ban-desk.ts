import { PlasmError } from '../errors.ts'
import type { BanView, Digest } from '../generated/types.ts'
import type { Ban, Bans } from '../network/bans.ts'
import type { Logger } from '../observe/logger.ts'
import type { Denied } from '../store/ports.ts'
import type { DeniedKind, DenyList } from './deny-list.ts'

export interface BanDeskParts {
  readonly self: string
  readonly denied: DenyList
  /** Those that this node came to by itself. */
  readonly automatic: Pick<Bans, 'find' | 'list' | 'remove'>
  /** Closes every connection to a peer. */
  readonly hangUp: (peer: string) => Promise<void>
  /** Ends what of other peers is not to run any more. */
  readonly reconsider: () => void
  readonly published: { has(digest: string): boolean; unpublish(digest: Digest): void }
  readonly log: Logger
  readonly onBan: () => void
}

/** What the operator bans and unbans, in effect before the call returns. */
export class BanDesk {
  readonly #parts: BanDeskParts

  constructor(parts: BanDeskParts) {
    this.#parts = parts
  }

  /** Those that hold now: the operator's first, each kind the latest first. */
  list(): readonly BanView[] {
    const { denied, automatic } = this.#parts
    return [...denied.list().map(viewOf), ...automatic.list().map(viewOfAutomatic)]
  }

  /** Of a peer, by the operator or by this node itself. */
  findPeer(peer: string): BanView | undefined {
    const { denied, automatic } = this.#parts
    const [byOperator, byNode] = [denied.find('peer', peer), automatic.find(peer)]
    if (byOperator !== undefined) return viewOf(byOperator)
    return byNode === undefined ? undefined : viewOfAutomatic(byNode)
  }

  /**
   * Its connections are closed and none is made or let in, its offers and orders are refused, and its jobs here end as
   * cancelled. REQUEST_INVALID for this node itself.
   */
  async banPeer(peer: string, terms: { readonly forMs?: number; readonly note?: string }): Promise<BanView> {
    const { self, denied, hangUp, reconsider } = this.#parts
    if (peer === self) throw new PlasmError('REQUEST_INVALID', `${peer} is this node itself; it cannot be banned`)
    const view = viewOf(denied.deny('peer', peer, terms))
    await hangUp(peer)
    reconsider()
    this.#tell(view)
    return view
  }

  /** Other peers' jobs with it end as cancelled and are refused, it is given to no one, and jobs of one's own with it are not taken. */
  banDigest(digest: Digest, terms: { readonly forMs?: number; readonly note?: string }): BanView {
    const { denied, published, reconsider } = this.#parts
    const view = viewOf(denied.deny('digest', digest, terms))
    if (published.has(digest)) published.unpublish(digest)
    reconsider()
    this.#tell(view)
    return view
  }

  /** Ends a ban, whoever made it. BAN_NOT_FOUND. */
  unban(kind: DeniedKind, name: string): void {
    const { denied, automatic, log } = this.#parts
    const byOperator = denied.allow(kind, name)
    const byNode = kind === 'peer' && automatic.remove(name)
    if (!byOperator && !byNode) throw new PlasmError('BAN_NOT_FOUND', `${name} is not banned here`)
    log.info({ [kind]: name }, `the operator unbanned a ${kind}`)
  }

  #tell({ kind, name, until }: BanView): void {
    this.#parts.onBan()
    this.#parts.log.info({ [kind]: name, until }, `the operator banned a ${kind}`)
  }
}

function viewOf({ kind, name, since, until, note }: Denied): BanView {
  return {
    kind,
    name,
    reason: 'operator',
    detail: note ?? 'the operator said so',
    since,
    ...(until === undefined ? {} : { until }),
  }
}

function viewOfAutomatic({ peer, reason, detail, since, until }: Ban): BanView {
  return { kind: 'peer', name: peer, reason, detail, since, until }
}
