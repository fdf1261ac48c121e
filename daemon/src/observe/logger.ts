import { type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino'

/**
 * Structured events, one JSON object a line: `log.info({ jobId, wallTimeMs }, 'job finished')`.
 * error: a person must act; warn: degraded; info: lifecycle; debug: per job. No secrets at any level, and nothing
 * that a peer wrote at info or above.
 */
export interface Logger {
  error(fields: object, message: string): void
  warn(fields: object, message: string): void
  info(fields: object, message: string): void
  debug(fields: object, message: string): void
}

export type LogLevel = 'error' | 'warn' | 'info' | 'debug' | 'silent'

/** A logger whose level may be set while it is in use. */
export interface LevelledLogger extends Logger {
  level: string
}

/** Writes synchronously: what is logged before a crash is there after it. Default: standard error. */
export function createLogger(
  level: LogLevel,
  destination: { write(line: string): void } = process.stderr,
): LevelledLogger {
  const log: PinoLogger = pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    destination,
  )
  return log
}

/** Tells of each line too, whether its level is written or not. */
export function countedLogger(log: Logger, onLine: (level: keyof Logger) => void): Logger {
  const counted =
    (level: keyof Logger) =>
    (fields: object, message: string): void => {
      onLine(level)
      log[level](fields, message)
    }
  return Object.freeze({
    error: counted('error'),
    warn: counted('warn'),
    info: counted('info'),
    debug: counted('debug'),
  })
}

/** Keeps quiet; for commands that speak to people and for tests. */
export const silentLogger: Logger = Object.freeze({ error() {}, warn() {}, info() {}, debug() {} })
