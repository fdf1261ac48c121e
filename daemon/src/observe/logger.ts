import { type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino'
import { priorities, textOf } from './log-line.ts'

/**
 * Structured events, one a line: `log.info({ job, wallTimeMs }, 'job finished')`.
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

/** How lines look. */
export interface LogStyle {
  /** One JSON object a line, or the message and its fields for people. */
  readonly format: 'json' | 'text'
  /** The journal reads them: each begins with its priority, and text needs no time, which the journal knows. */
  readonly journal: boolean
}

const plainJson: LogStyle = Object.freeze({ format: 'json', journal: false })

interface Destination {
  write(line: string): void
}

/** Writes synchronously: what is logged before a crash is there after it. Default: JSON to standard error. */
export function createLogger(
  level: LogLevel,
  destination: Destination = process.stderr,
  { format, journal }: LogStyle = plainJson,
): LevelledLogger {
  if (format === 'text') return new TextLogger(level, destination, journal)
  const marked = journal ? { write: (line: string) => destination.write(`${priorityOf(line)}${line}`) } : destination
  return jsonLogger(level, marked)
}

const levels = ['error', 'warn', 'info', 'debug'] as const
type WrittenLevel = (typeof levels)[number]

/** Lines for people. */
class TextLogger implements LevelledLogger {
  level: string
  readonly #destination: Destination
  readonly #journal: boolean

  constructor(level: string, destination: Destination, journal: boolean) {
    this.level = level
    this.#destination = destination
    this.#journal = journal
  }

  error(fields: object, message: string): void {
    this.#write('error', fields, message)
  }

  warn(fields: object, message: string): void {
    this.#write('warn', fields, message)
  }

  info(fields: object, message: string): void {
    this.#write('info', fields, message)
  }

  debug(fields: object, message: string): void {
    this.#write('debug', fields, message)
  }

  #write(level: WrittenLevel, fields: object, message: string): void {
    if (levels.indexOf(level) > levels.indexOf(this.level as WrittenLevel)) return
    const begin = this.#journal ? priorities[level] : `${new Date().toISOString()} ${level.padEnd(5)} `
    this.#destination.write(`${begin}${textOf(fields, message)}\n`)
  }
}

/** pino writes the level first. */
function priorityOf(line: string): string {
  return priorities[levels.find((level) => line.startsWith(`{"level":"${level}"`)) ?? 'info']
}

function jsonLogger(level: LogLevel, destination: Destination): LevelledLogger {
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
