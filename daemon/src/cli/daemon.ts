import type { Command } from 'commander'
import { LiveConfig } from '../config/live-config.ts'
import { settings } from '../config/settings.ts'
import { createLogger } from '../observe/logger.ts'
import { exitCodes } from './exit-codes.ts'
import type { Cli } from './program.ts'
import { reload } from './reload.ts'
import { printLine, type Terminal } from './terminal.ts'

interface DaemonOptions extends Readonly<Record<string, unknown>> {
  readonly config?: string
  readonly json?: boolean
  readonly stopWithStdin?: boolean
}

export function addDaemon(program: Command, { terminal, exit }: Cli): void {
  const command = program
    .command('daemon')
    .description('run the daemon; Ctrl-C drains and stops it, SIGHUP reads its configuration again')
    .option('--config <file>', 'JSON configuration (schemas/config.schema.json)')
  for (const { flag, variable, help } of settings) command.option(flag, `${help} (${variable})`)
  command
    .option('--stop-with-stdin', 'stop when standard input ends; for programs that start daemons')
    .option('--json', 'write one JSON line to standard output when ready')
    .action(async (options: DaemonOptions) => {
      const live = new LiveConfig({
        ...terminal,
        flags: options,
        ...(options.config === undefined ? {} : { file: options.config }),
      })
      const stop = stopSignal(options, terminal)
      const phase = { now: 'its start' }
      const ended = serve(live, options, terminal, stop, phase)
      if (await endsInTime(ended, stop, stopLimitMs)) return
      await printLine(
        terminal.stderr,
        `plasm: TIMEOUT: ${phase.now} hung for ${stopLimitMs / 1000} s after the daemon was told to stop; it ends all the same, and nothing that was acknowledged is lost`,
      )
      exit(exitCodes.hung)
    })
}

/** From the signal on; a stop in order, draining included, takes less. */
const stopLimitMs = 4800

/** Runs a daemon until `stop` aborts and it has stopped; `phase` says what would hang if it did. */
async function serve(
  live: LiveConfig,
  options: DaemonOptions,
  terminal: Terminal,
  stop: AbortSignal,
  phase: { now: string },
): Promise<void> {
  // The network takes long to load, and no other command needs it.
  const { createNode } = await import('../node.ts')
  const log = createLogger(live.current.log.level, terminal.stderr)
  live.onChange(() => {
    log.level = live.current.log.level
  })
  const starting = Promise.withResolvers<void>()
  // A reload before it is ready waits: its parts take their values while they start.
  terminal.onHangUp(() => void starting.promise.then(() => reload(live, log)))
  const node = await createNode(live, {
    log,
    onStopping: (part) => {
      phase.now = part
    },
  })
  try {
    phase.now = 'standard output'
    const { listening } = node
    starting.resolve()
    await printLine(
      terminal.stdout,
      options.json ? JSON.stringify(listening) : `plasm ${listening.peerId} listens at ${listening.socket}`,
    )
    await untilAborted(stop)
  } finally {
    await node.stop()
    // It was read only to see it end; open, it would keep this process.
    if (options.stopWithStdin) terminal.stdin.destroy()
  }
}

/** Waits for `work`, but no longer than `limitMs` from the moment that `stop` aborts; false where it had not ended by then. */
async function endsInTime(work: Promise<void>, stop: AbortSignal, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const limit = untilAborted(stop).then(
    () =>
      new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), limitMs)
      }),
  )
  try {
    return await Promise.race([work.then(() => true), limit])
  } finally {
    clearTimeout(timer)
  }
}

function stopSignal({ stopWithStdin }: DaemonOptions, terminal: Terminal): AbortSignal {
  const interruption = terminal.interruption()
  if (stopWithStdin !== true) return interruption
  const ended = new AbortController()
  for (const event of ['end', 'close', 'error']) terminal.stdin.once(event, () => ended.abort())
  terminal.stdin.resume()
  return AbortSignal.any([interruption, ended.signal])
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
