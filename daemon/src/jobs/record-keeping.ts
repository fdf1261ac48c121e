import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Timers } from '../network/timers.ts'
import type { Logger } from '../observe/logger.ts'
import { clockSkewMs } from '../receipt/order.ts'
import type { GivenPlace, RecordStore } from '../store/ports.ts'
import { isFullFor, mustGiveWay } from './record-bounds.ts'
import { Rounds } from './rounds.ts'

export interface RecordTerms {
  /** Milliseconds that records of own jobs are kept once these are settled. */
  readonly recordRetentionMs: number
  /** Milliseconds that receipts are kept that were given to other peers. */
  readonly receiptRetentionMs: number
  /** Bytes of the database. */
  readonly recordQuotaBytes: number
  /** Milliseconds that attempts are kept, which answer with their receipts. */
  readonly attemptRetentionMs: number
}

export interface RecordKeepingDependencies {
  readonly records: RecordStore
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Logger
  /** Asked anew in each round: they may change while the daemon runs. */
  readonly terms: () => RecordTerms
  /** Whether the operator named this peer; the others are strangers. */
  readonly isKnown: (peer: string) => boolean
}

/** Milliseconds from one round to the next: what strangers may send in it fits into what is set aside for them. */
export const recordRoundMs = 15_000
/** Milliseconds that nothing of a peer's goes for want of room: it may still be on its way to ask for it. */
export const givenMinimumMs = 3_600_000
/** Milliseconds that nothing of the owner's goes for want of room. An idempotency key holds at least for so long. */
export const ownMinimumMs = 604_800_000
/** Milliseconds that a step is to take; the next one does more or less of it accordingly. */
const stepMs = 5
const [fewestRows, mostRows] = [8, 64]
/** Bytes that are given back to the file system where as many rows as this would be forgotten: 1 MiB at once took 23 ms. */
const givenBackForARow = 4_096

/**
 * Forgets records when their time is over, and earlier where the database reaches its bound: first receipts that were
 * given to strangers, then those of known peers, and own ones only once nothing of others' is left. In steps of some
 * milliseconds, each committed lazily and written back by itself; everything else has its turn in between.
 */
export class RecordKeeping {
  readonly #deps: RecordKeepingDependencies
  readonly #rounds: Rounds
  #rows = 32
  /** Where the last round stopped to look for strangers' receipts: what was passed over need not be looked at in each. */
  #place: GivenPlace | undefined
  #isFull = false
  #hasFailed = false

  constructor(deps: RecordKeepingDependencies) {
    this.#deps = deps
    this.#rounds = new Rounds({
      timers: deps.timers,
      everyMs: recordRoundMs,
      round: () => this.#tidy(),
      onFailed: (err) => {
        // Said once, and not in each round while the disk is full.
        if (!this.#hasFailed) deps.log.warn({ err }, 'old records could not be forgotten; tried again later')
        this.#hasFailed = true
      },
    })
  }

  start(): void {
    this.#rounds.start()
  }

  /** Ends the round that is under way after its next step. */
  stop(): Promise<void> {
    return this.#rounds.stop()
  }

  async #tidy(): Promise<void> {
    const { clock, terms } = this.#deps
    const { recordRetentionMs, receiptRetentionMs, attemptRetentionMs } = terms()
    const now = clock.now()
    const receipts = await this.#forgetGiven({
      storedBefore: now - Math.max(receiptRetentionMs, attemptRetentionMs),
      of: () => true,
      wanted: () => true,
    })
    const jobs = await this.#forgetJobs(now - recordRetentionMs, () => true)
    const early = await this.#makeRoom(now)
    await this.#inSteps((limit) => this.#deps.records.forgetEvents(limit) > 0)
    await this.#inSteps((limit) => this.#deps.records.giveBack(limit * givenBackForARow))
    if (receipts + jobs + early > 0)
      this.#deps.log.debug({ receipts, jobs, early }, 'forgot records whose time was over, or that had no room')
    this.#tellWhetherFull()
    this.#hasFailed = false
  }

  /** What goes before its time; how many receipts and jobs. */
  async #makeRoom(now: number): Promise<number> {
    const { records, isKnown, terms } = this.#deps
    const { recordQuotaBytes, recordRetentionMs } = terms()
    const must = (kind: 'stranger' | 'known' | 'own') => () => mustGiveWay(kind, records.usedBytes, recordQuotaBytes)
    const old = { storedBefore: now - givenMinimumMs, expiredBefore: now - clockSkewMs }
    let gone = await this.#forgetGiven({
      ...old,
      of: (peer) => !isKnown(peer),
      wanted: must('stranger'),
      resumed: true,
    })
    gone += await this.#forgetGiven({ ...old, of: isKnown, wanted: must('known') })
    // Else whoever sends more than others can forget would have pushed them out.
    const onlyOwn = () => must('own')() && !records.hasGiven
    return gone + (await this.#forgetJobs(now - Math.min(ownMinimumMs, recordRetentionMs), onlyOwn))
  }

  async #forgetGiven({ wanted, resumed = false, ...which }: GivenToGo): Promise<number> {
    const { records } = this.#deps
    let forgotten = 0
    let after = resumed ? this.#place : undefined
    await this.#inSteps((limit) => {
      if (!wanted()) return false
      const { next, ...some } = records.forgetGiven({ ...which, limit, ...(after === undefined ? {} : { after }) })
      forgotten += some.forgotten
      after = next
      return next !== undefined
    })
    if (resumed) this.#place = after
    return forgotten
  }

  async #forgetJobs(settledBefore: number, wanted: () => boolean): Promise<number> {
    const { records } = this.#deps
    let forgotten = 0
    await this.#inSteps((limit) => {
      // A job has some ten rows.
      for (let jobs = 0; jobs < limit / fewestRows; jobs++) {
        if (!wanted() || !records.forgetJob(settledBefore, limit)) return false
        forgotten++
      }
      return true
    })
    return forgotten
  }

  /** As long as `step` says that there is more to do. It is told how many rows it may take. */
  async #inSteps(step: (limit: number) => boolean): Promise<void> {
    const { clock, records } = this.#deps
    for (let more = true; more && !this.#rounds.signal.aborted; ) {
      const begun = clock.monotonic()
      more = step(this.#rows)
      if (!more) return
      records.writeBack()
      const tookMs = clock.monotonic() - begun
      if (tookMs > stepMs) this.#rows = Math.max(fewestRows, Math.floor(this.#rows / 2))
      else if (tookMs < stepMs / 2) this.#rows = Math.min(mostRows, this.#rows * 2)
      await setImmediate()
    }
  }

  /** Once, where it begins, and where it is over. */
  #tellWhetherFull(): void {
    const { records, terms, log } = this.#deps
    const quotaBytes = terms().recordQuotaBytes
    const { usedBytes } = records
    const isFull = isFullFor('stranger', usedBytes, quotaBytes)
    if (isFull && !this.#isFull)
      log.warn(
        { usedBytes, quotaBytes },
        "records fill the database and are too young to go: strangers' jobs are refused; raise store.recordQuotaBytes",
      )
    if (!isFull && this.#isFull) log.info({ usedBytes, quotaBytes }, 'there is room for records again')
    this.#isFull = isFull
  }
}

interface GivenToGo {
  readonly storedBefore: number
  readonly of: (peer: string) => boolean
  readonly expiredBefore?: number
  /** Asked before each step. */
  readonly wanted: () => boolean
  /** Goes on where the last such look stopped. */
  readonly resumed?: boolean
}
