import type { LogLevel } from './logger.ts'

type WrittenLevel = Exclude<LogLevel, 'silent'>

/** syslog's numbers, which the journal takes from the beginning of a line (sd-daemon(3)). */
export const priorities: Readonly<Record<WrittenLevel, string>> = Object.freeze({
  error: '<3>',
  warn: '<4>',
  info: '<6>',
  debug: '<7>',
})

/** The journal cuts a line of more than 48 KiB into several entries; one event is one. */
const longestLine = 32_768
const longestValue = 4096

/**
 * One event for people, as one line without its line feed: the message, then its fields as `name=value`, values in
 * double quotes where they are not a plain word. What could end a line, move a terminal's cursor or turn the direction of
 * writing is escaped as JSON does it.
 */
export function textOf(fields: object, message: string): string {
  const parts = Object.entries(fields).flatMap(([name, value]) => field(name, value))
  return cut([escaped(message), ...parts].join(' '), longestLine)
}

function field(name: string, value: unknown): string[] {
  if (value === undefined) return []
  if (value instanceof Error) return [`${name}=${quoted(sentenceOf(value))}`]
  return [`${name}=${quoted(plain(value))}`]
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value
  const isFlat = Array.isArray(value) && value.every((each) => typeof each !== 'object')
  if (isFlat && value.every((each) => !String(each).includes(','))) return value.join(',')
  return typeof value === 'object' && value !== null ? JSON.stringify(value, readable) : String(value)
}

/** Errors have nothing that JSON shows. */
function readable(_name: string, value: unknown): unknown {
  return value instanceof Error ? sentenceOf(value) : value
}

/** Code, message and causes; of a fault that nobody foresaw, where it was, too. */
function sentenceOf(error: Error): string {
  const { code } = error as { readonly code?: unknown }
  const said = typeof code === 'string' ? `${code}: ${error.message}` : `${error.name}: ${error.message}`
  const where = typeof code === 'string' ? undefined : error.stack?.split('\n').find((line) => /^\s+at /.test(line))
  const { cause } = error
  const because = cause === undefined ? '' : `; because ${cause instanceof Error ? sentenceOf(cause) : String(cause)}`
  return `${said}${where === undefined ? '' : ` (${where.trim()})`}${because}`
}

function quoted(text: string): string {
  const short = cut(text, longestValue)
  return /^[\w.:/@+,#%<>()[\]-]+$/.test(short) ? short : escaped(JSON.stringify(short))
}

/** Controls (C0, C1, DEL), separators of lines and paragraphs, marks and overrides of direction, lone surrogates. */
function escaped(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function cut(text: string, longest: number): string {
  if (Buffer.byteLength(text) <= longest) return text
  let end = Math.min(text.length, longest)
  while (Buffer.byteLength(text.slice(0, end)) > longest - 3) end = Math.floor(end * 0.9)
  return `${text.slice(0, end)}…`
}
