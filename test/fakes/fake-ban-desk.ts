import type { Clock } from '../../daemon/src/clock.ts'
import { BanDesk } from '../../daemon/src/deny/ban-desk.ts'
import { DenyList } from '../../daemon/src/deny/deny-list.ts'
import { Bans } from '../../daemon/src/network/bans.ts'
import type { Logger } from '../../daemon/src/observe/logger.ts'
import type { Denied, DeniedStore } from '../../daemon/src/store/ports.ts'

/** What is denied, in memory. */
export class MemoryDenied implements DeniedStore {
  rows: readonly Denied[] = []

  list(): readonly Denied[] {
    return [...this.rows].sort((a, b) => b.since - a.since)
  }

  set(denied: Denied): void {
    this.remove(denied.kind, denied.name)
    this.rows = [...this.rows, denied]
  }

  remove(kind: Denied['kind'], name: string): boolean {
    const left = this.rows.filter((row) => row.kind !== kind || row.name !== name)
    const removed = left.length < this.rows.length
    this.rows = left
    return removed
  }
}

/** A desk over memory, that notes in `done` what it does to the rest of the daemon. */
export function fakeBanDesk(self = 'self', clock: Clock = { now: () => 1_000, monotonic: () => 1_000 }) {
  const done: string[] = []
  const store = new MemoryDenied()
  const denied = new DenyList(store, clock)
  const automatic = new Bans(clock)
  const told =
    (level: string) =>
    (fields: object, message: string): void =>
      void done.push(`${level}: ${message} ${JSON.stringify(fields)}`)
  const log: Logger = { error: told('error'), warn: told('warn'), info: told('info'), debug: told('debug') }
  const publications = new Set<string>()
  const desk = new BanDesk({
    self,
    denied,
    automatic,
    hangUp: async (peer) => void done.push(`hang up ${peer}`),
    reconsider: () => void done.push('reconsider'),
    published: {
      has: (digest) => publications.has(digest),
      unpublish: (digest) => void (publications.delete(digest) && done.push(`unpublish ${digest}`)),
    },
    log,
    onBan: () => void done.push('count'),
  })
  return { desk, denied, automatic, store, publications, done }
}
