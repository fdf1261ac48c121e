import type { LiveConfig } from '../config/live-config.ts'
import { isPlasmError } from '../errors.ts'
import { sentence } from '../json/violations.ts'
import type { Logger } from '../observe/logger.ts'

/** Reads the configuration again, and logs what came of it in one line. Where it is not valid, all stays as it was. Never throws. */
export function reload(live: LiveConfig, log: Logger): void {
  try {
    const { applied, waiting } = live.reload()
    log.info({ applied, waiting }, reloaded(applied.length, waiting.length))
  } catch (error) {
    if (!isPlasmError(error, 'CONFIG_INVALID')) {
      // A fault of ours; to end the daemon by it would be a second one.
      log.error({ err: error }, 'configuration read again, and not all of it applied')
      return
    }
    const problems = error.violations.map(sentence)
    log.error({ problems: problems.length === 0 ? [error.message] : problems }, 'configuration not reloaded')
  }
}

function reloaded(applied: number, waiting: number): string {
  if (waiting > 0) return 'configuration reloaded; some of it needs a restart'
  return applied > 0 ? 'configuration reloaded' : 'configuration reloaded; nothing changed'
}
