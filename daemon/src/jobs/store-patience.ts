import { isPlasmError } from '../errors.ts'
import { pause } from '../network/deadline.ts'
import type { Timers } from '../network/timers.ts'
import type { Logger } from '../observe/logger.ts'
import type { Store } from '../store/ports.ts'
import { isStoreFault } from '../store/store-fault.ts'
import { backOff } from './retry.ts'

export interface StorePatience {
  readonly store: Pick<Store, 'blobs' | 'isOpen'>
  readonly timers: Timers
  readonly log: Logger
  /** Whose work it is, for the log. */
  readonly job: string
  /** Cuts a pause short, once. */
  readonly stop: AbortSignal
  /** The daemon stops: ends the wait with its reason. */
  readonly halt: AbortSignal
  /** Told of each failure, before the pause that follows it. */
  onFault?(error: Error): void
}

/** Milliseconds from a failure of the store to the next try: twice as long each time, but never longer than the second. */
export const storeBackOff = Object.freeze({ firstDelayMs: 1_000, maxDelayMs: 30_000 })

/**
 * Does `work` until the store does not fail under it, for as long as the daemon lives: a full disk ends no job, and
 * what waits for room goes on when there is some. Where the disk is full, blobs that no one holds make room.
 */
export async function despiteStore<T>(work: () => T | Promise<T>, patience: StorePatience): Promise<T> {
  const { store, timers, log, job, stop, halt, onFault } = patience
  for (let failures = 1; ; failures++) {
    try {
      const done = await work()
      if (failures > 1) log.info({ job }, 'the store works again, and the job goes on')
      return done
    } catch (err) {
      // A store that was closed does not come back.
      if (!isStoreFault(err) || !store.isOpen()) throw err
      if (failures === 1) log.error({ job, err }, 'the store failed; the job waits until it works again')
      else log.debug({ job, failures, err }, 'the store still fails')
      onFault?.(err)
      // It may need room itself to free some.
      if (isPlasmError(err, 'STORE_FULL')) await store.blobs.evict(0, halt).catch(() => 0)
      await pause(backOff(failures, storeBackOff, 1), stop.aborted ? halt : stop, timers).catch(() => undefined)
      halt.throwIfAborted()
    }
  }
}
