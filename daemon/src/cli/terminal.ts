import { closeSync, constants, openSync } from 'node:fs'
import { homedir } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import type { Surroundings } from '../config/directories.ts'
import { exitCodes } from './exit-codes.ts'

/** What a command has of the world around it. */
export interface Terminal extends Surroundings {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable
  readonly stderr: Writable
  /** Aborts at Ctrl-C, SIGTERM or SIGHUP; before the first call they end the process, and so does a second Ctrl-C after it. */
  interruption(): AbortSignal
  /**
   * From now on SIGHUP calls this and interrupts nothing, but for the one that says that the terminal is gone to which
   * this process speaks.
   */
  onHangUp(listener: () => void): void
}

/** The process's own. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(141) // Whoever read it has gone: as SIGPIPE would end it.
      throw error
    })
  }
  let interruption: AbortController | undefined
  let hungUp: (() => void) | undefined
  const speaksToTerminal = [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY)
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    home: homedir(),
    interruption() {
      if (interruption === undefined) {
        const controller = new AbortController()
        let interruptedAt = Number.POSITIVE_INFINITY
        const interrupt = (signal: NodeJS.Signals) => {
          if (signal === 'SIGHUP' && hungUp !== undefined && !(speaksToTerminal && isTerminalGone())) return hungUp()
          if (signal === 'SIGINT' && performance.now() - interruptedAt > sameKeyMs) process.exit(exitCodes.interrupted)
          interruptedAt = Math.min(interruptedAt, performance.now())
          controller.abort()
        }
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)
        interruption = controller
      }
      return interruption.signal
    },
    onHangUp(listener) {
      hungUp = listener
    },
  }
}

/** A closed terminal is taken from its processes before they get SIGHUP, so that this name leads nowhere for them. */
function isTerminalGone(): boolean {
  try {
    closeSync(openSync('/dev/tty', constants.O_RDWR | constants.O_NOCTTY))
    return false
  } catch {
    return true
  }
}

/** npx hands on what the terminal sends to the whole group: one Ctrl-C may come twice, this many milliseconds apart at most. */
const sameKeyMs = 200

/** Writes a line and waits until the stream took it. */
export function printLine(stream: Writable, line: string): Promise<void> {
  return write(stream, `${line}\n`)
}

export function write(stream: Writable, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => stream.write(content, (error) => (error ? reject(error) : resolve())))
}
