import type { Clock } from '../clock.ts'
import type { ShareConfig } from '../generated/types.ts'
import type { ChoiceStore, Store } from '../store/ports.ts'
import type { Pause } from './sharing-now.ts'

/** Keys of the configuration's `share` that commands change. */
export const choosable = [
  'with',
  'allowlist',
  'schedule',
  'onlyWhenIdle',
  'idlePercent',
  'idleMs',
  'coresPercent',
  'memoryBytes',
] as const
export type Chosen = Partial<Pick<ShareConfig, (typeof choosable)[number]>>

type Kept = Pick<Store, 'transaction'> & { readonly choices: ChoiceStore }

/** What `plasm share` has set, kept in the store: above the configuration file, below environment and command line. */
export class OperatorChoices {
  readonly #store: Kept
  readonly #clock: Pick<Clock, 'now'>
  #kept: ReadonlyMap<string, unknown>

  constructor(store: Kept, clock: Pick<Clock, 'now'>) {
    this.#store = store
    this.#clock = clock
    this.#kept = this.#list()
  }

  /** As a part of the configuration. */
  read(): { readonly share: Chosen } {
    const chosen = choosable.filter((key) => this.#kept.has(nameOf(key)))
    return { share: Object.fromEntries(chosen.map((key) => [key, this.#kept.get(nameOf(key))])) as Chosen }
  }

  get pause(): Pause | undefined {
    return this.#kept.get(pauseName) as Pause | undefined
  }

  /** All changes that `work` makes are kept, or, where it throws, none; what `read` tells follows. */
  together(work: () => void): void {
    try {
      this.#store.transaction(work)
    } finally {
      this.#kept = this.#list()
    }
  }

  choose(chosen: Chosen): void {
    this.together(() => {
      for (const key of choosable) if (chosen[key] !== undefined) this.#set(nameOf(key), chosen[key])
    })
  }

  setPause(pause: Pause | undefined): void {
    this.together(() => {
      if (pause === undefined) this.#store.choices.remove(pauseName)
      else this.#set(pauseName, pause)
    })
  }

  /** Takes every choice back, the pause too. */
  reset(): void {
    this.together(() => {
      for (const name of [...choosable.map(nameOf), pauseName]) this.#store.choices.remove(name)
    })
  }

  #set(name: string, value: unknown): void {
    this.#store.choices.set({ name, value, chosenAt: this.#clock.now() })
  }

  #list(): ReadonlyMap<string, unknown> {
    return new Map(this.#store.choices.list().map(({ name, value }) => [name, value]))
  }
}

const pauseName = 'share.pause'

function nameOf(key: (typeof choosable)[number]): string {
  return `share.${key}`
}
