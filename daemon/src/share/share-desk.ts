import type { Clock } from '../clock.ts'
import { PlasmError } from '../errors.ts'
import type { AnswersView, PeerId, ShareChange, ShareConfig, ShareView } from '../generated/types.ts'
import type { Idleness } from './idleness.ts'
import { type Chosen, choosable, type OperatorChoices } from './operator-choices.ts'
import type { Sharing } from './sharing.ts'
import { type WorkReadings, whyIdle } from './why-idle.ts'

/** The configuration, as far as the desk has to do with it. */
export interface SharedConfig {
  readonly current: { readonly share: ShareConfig }
  /** What stands above the operator's choices for this key; undefined where nothing does. */
  overriding(path: readonly [string, ...string[]]): string | undefined
  /** Lays the operator's choices anew. Throws CONFIG_INVALID. */
  refresh(): unknown
}

export interface ShareDeskParts {
  readonly config: SharedConfig
  readonly choices: OperatorChoices
  readonly sharing: Sharing
  readonly answers: { view(): AnswersView }
  readonly clock: Pick<Clock, 'now'>
  /** What other peers' jobs may have at once. */
  readonly shared: { readonly slots: number; readonly memoryBytes: number }
  readonly machine: Pick<ShareView['machine'], 'processors' | 'memoryBytes' | 'coresBy'>
  readonly readings: () => Omit<WorkReadings, 'share' | 'sharing' | 'idleness' | 'answers'>
}

/** Where the operator says what other peers may have of this machine, and learns what becomes of it. */
export class ShareDesk {
  readonly #parts: ShareDeskParts

  constructor(parts: ShareDeskParts) {
    this.#parts = parts
  }

  view(): ShareView {
    const { config, choices, sharing, answers, shared, machine, readings } = this.#parts
    const { share } = config.current
    const { with: whom, allowlist, schedule, onlyWhenIdle, idlePercent, idleMs, coresPercent } = share
    const { pause } = choices
    const { idleness } = sharing
    const [now, told] = [sharing.now(), answers.view()]
    return {
      with: whom,
      allowlist,
      schedule,
      onlyWhenIdle,
      idlePercent,
      idleMs,
      ...(coresPercent === undefined ? {} : { coresPercent }),
      slots: shared.slots,
      memoryBytes: shared.memoryBytes,
      chosen: Object.keys(choices.read().share),
      overridden: choosable.flatMap((key) => {
        const by = config.overriding(['share', key])
        return by === undefined ? [] : [{ key, by }]
      }),
      ...(pause === undefined || isOver(pause, this.#parts.clock.now()) ? {} : { pause }),
      now,
      machine: { ...machine, use: useOf(idleness) },
      answers: told,
      why: whyIdle({ ...readings(), share, sharing: now, idleness, answers: told }),
    }
  }

  /** All of it, durably, or nothing. CONFIG_OVERRIDDEN where the running daemon's environment or command line says otherwise. */
  change(change: ShareChange): ShareView {
    const { config, choices, clock, sharing } = this.#parts
    if (change.pause !== undefined && change.resume === true)
      throw new PlasmError('REQUEST_INVALID', 'pause or resume, not both')
    try {
      choices.together(() => {
        if (change.reset === true) {
          choices.reset()
          config.refresh()
        }
        const chosen = chosenBy(change, config.current.share)
        for (const key of Object.keys(chosen)) this.#refuseOverridden(key)
        choices.choose(chosen)
        if (change.resume === true) choices.setPause(undefined)
        if (change.pause !== undefined) {
          const [since, { forMs }] = [clock.now(), change.pause]
          choices.setPause({ since, ...(forMs === undefined ? {} : { until: since + forMs }) })
        }
      })
    } finally {
      // Where nothing is kept, what a reset has changed is taken back as well.
      config.refresh()
    }
    sharing.review()
    return this.view()
  }

  #refuseOverridden(key: string): void {
    const by = this.#parts.config.overriding(['share', key])
    if (by !== undefined)
      throw new PlasmError(
        'CONFIG_OVERRIDDEN',
        `share.${key} is set by ${by} of the running daemon, which stands above what is chosen here; start it without`,
      )
  }
}

function chosenBy(
  { with: whom, allow, disallow, schedule, onlyWhenIdle, idlePercent, idleMs, coresPercent, memoryBytes }: ShareChange,
  share: ShareConfig,
): Chosen {
  const plain = { with: whom, schedule, onlyWhenIdle, idlePercent, idleMs, coresPercent, memoryBytes }
  const chosen = Object.entries(plain).filter(([, value]) => value !== undefined)
  return {
    ...(Object.fromEntries(chosen) as Chosen),
    ...(allow === undefined && disallow === undefined
      ? {}
      : { allowlist: edited(share.allowlist, allow ?? [], disallow ?? []) }),
  }
}

function edited(list: readonly PeerId[], allow: readonly PeerId[], disallow: readonly PeerId[]): readonly PeerId[] {
  const result = [...new Set([...list, ...allow])].filter((peer) => !disallow.includes(peer))
  if (result.length <= longestAllowlist) return result
  throw new PlasmError(
    'REQUEST_INVALID',
    `the allowlist would name ${result.length} peers; at most ${longestAllowlist}`,
  )
}

function isOver({ until }: { readonly until?: number }, now: number): boolean {
  return until !== undefined && until <= now
}

function useOf(idleness: Idleness): ShareView['machine']['use'] {
  return idleness.kind === 'unknown'
    ? { kind: 'unknown' }
    : { kind: idleness.kind, percent: Math.round(idleness.percent * 10) / 10 }
}

/** schemas/config.schema.json */
const longestAllowlist = 4096
