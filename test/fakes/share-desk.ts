import type { ShareConfig } from '../../daemon/src/generated/types.ts'
import type { UseReading } from '../../daemon/src/machine/others-use.ts'
import { Answers } from '../../daemon/src/share/answers.ts'
import { OperatorChoices } from '../../daemon/src/share/operator-choices.ts'
import { ShareDesk, type ShareDeskParts, type SharedConfig } from '../../daemon/src/share/share-desk.ts'
import { Sharing } from '../../daemon/src/share/sharing.ts'
import type { Choice, ChoiceStore } from '../../daemon/src/store/ports.ts'
import { ManualTimers, settled } from './manual-timers.ts'

/** Choices in memory, with transactions that take back what was changed. */
export class MemoryChoices {
  #kept = new Map<string, Choice>()

  readonly choices: ChoiceStore = {
    list: () => [...this.#kept.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    set: (choice) => void this.#kept.set(choice.name, choice),
    remove: (name) => void this.#kept.delete(name),
  }

  transaction<T>(work: () => T): T {
    const before = new Map(this.#kept)
    try {
      return work()
    } catch (error) {
      this.#kept = before
      throw error
    }
  }
}

/** A clock, timers and a machine that a test moves by hand, both times together. */
export class FakeMachine {
  readonly timers = new ManualTimers()
  at: number
  #percent: number | undefined = 0
  #usedMs = 0
  #totalMs = 0
  readings = 0

  constructor(at = 1_000_000_000_000) {
    this.at = at
  }

  readonly clock = { now: () => this.at, monotonic: () => this.at }

  readonly readUse = async (): Promise<UseReading | undefined> => {
    this.readings++
    if (this.#percent === undefined) return undefined
    return { machine: { usedMs: this.#usedMs, niceMs: 0, totalMs: this.#totalMs }, own: { daemonMs: 0 } }
  }

  /** What other programs use from now on; undefined: nobody can tell. */
  use(percent: number | undefined): void {
    this.#percent = percent
  }

  async pass(ms: number): Promise<void> {
    await settled()
    for (let left = ms; left > 0; ) {
      const step = Math.min(left, this.timers.nextMs ?? left)
      this.at += step
      this.#totalMs += step
      this.#usedMs += (step * (this.#percent ?? 0)) / 100
      left -= step
      await this.timers.advance(step)
    }
  }
}

/** Of a node that nothing keeps work from. */
export const openReadings: ReturnType<ShareDeskParts['readings']> = {
  stopping: false,
  isolation: { here: 'full', wanted: 'full' },
  connectedPeers: 3,
  bootstrap: 1,
  reachability: { verdict: 'reachable' },
  exhausted: undefined,
  queue: { waiting: 0, most: 10 },
  store: { blobBytes: 0, blobQuotaBytes: 100 },
  running: 0,
}

export interface FakeDeskOptions {
  readonly share: ShareConfig
  /** Keys that the daemon's environment or command line sets, and by what. */
  readonly overriding?: Readonly<Record<string, string>>
  readonly store?: MemoryChoices
  readonly machine?: FakeMachine
  readonly readings?: Partial<ReturnType<ShareDeskParts['readings']>>
}

/** The desk over a store in memory and a machine that a test moves. */
export function fakeShareDesk({ share, overriding = {}, store, machine, readings }: FakeDeskOptions) {
  const { clock, timers, readUse } = machine ?? new FakeMachine()
  const choices = new OperatorChoices(store ?? new MemoryChoices(), clock)
  let current = { share: { ...share, ...choices.read().share } }
  const config: SharedConfig = {
    get current() {
      return current
    },
    overriding: (path) => overriding[path.join('.')],
    refresh: () => {
      current = { share: { ...share, ...choices.read().share } }
    },
  }
  const sharing = new Sharing({ share: () => current.share, pause: () => choices.pause, clock, timers, readUse })
  const answers = new Answers(clock)
  const desk = new ShareDesk({
    config,
    choices,
    sharing,
    answers,
    clock,
    shared: { slots: 2, memoryBytes: 1_048_576 },
    machine: { processors: 4, memoryBytes: 8 * 2 ** 30, coresBy: 'slots' },
    readings: () => ({ ...openReadings, ...readings }),
  })
  return { desk, choices, sharing, answers, config }
}
