import type { Clock } from '../../clock.ts'
import type { ResolvedConfig } from '../../config/config.ts'
import type { NodeView } from '../../generated/types.ts'
import type { Machine } from '../../machine/machine.ts'
import type { ApiClient } from '../api-client.ts'

/** What one check found. */
export interface Finding {
  readonly name: string
  /** `degraded`: jobs run, less safely or less well. `failed`: none runs. */
  readonly status: 'ok' | 'degraded' | 'failed'
  readonly detail: string
  /** The command, or what else a person can do; always there where the status is not `ok`. */
  readonly mend?: string
}

/** What the doctor examines, and with what. */
export interface Patient {
  readonly machine: Machine
  readonly clock: Clock
  readonly daemon: ApiClient
  /** What the daemon says of itself; the reason in words where none answers. */
  readonly node: NodeView | { readonly silent: string }
  /** The configuration that a daemon started here and now would have; the reason where it would not start. */
  readonly config: ResolvedConfig | { readonly invalid: string }
  /** The daemon's, or what a daemon would take; there may be none yet. */
  readonly dataDirectory: string
  /** The socket that a daemon here listens at, or would. */
  readonly socket: string
}

/** One thing that the doctor looks at; it reports what is wrong and does not throw. */
export type Check = (patient: Patient) => readonly Finding[] | Promise<readonly Finding[]>

/** The command as the user that owns a daemon's files, for those who may not look themselves. */
export const asDaemon = 'sudo -u plasm plasm doctor'
