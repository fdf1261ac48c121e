import type { Command } from 'commander'
import type { LiveConfig } from '../config/live-config.ts'
import { settings } from '../config/settings.ts'
import { systemTimers } from '../network/timers.ts'
import { leadsToJournal } from '../observe/journal.ts'
import { createLogger } from '../observe/logger.ts'
import { Service } from '../service/service.ts'
import type { ServiceManager } from '../service/service-manager.ts'
import { statusLine } from '../service/status-line.ts'
import { takeSystemd } from '../service/systemd-manager.ts'
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
    .option('--config <file>', 'configuration (PLASM_CONFIG), else ~/.config/plasm/plasm.yaml where that is there')
  for (const { flag, variable, help } of settings) command.option(flag, `${help} (${variable})`)
  command
    .option('--stop-with-stdin', 'stop when standard input ends; for programs that start daemons')
    .option('--json', 'write one JSON line to standard output when ready')
    .action(async (options: DaemonOptions) => {
      // What reads the file takes some time to load, and few commands need it.
      const { LiveConfig } = await import('../config/live-config.ts')
      const live = new LiveConfig({
        ...terminal,
        flags: options,
        ...(options.config === undefined ? {} : { file: options.config }),
      })
      const manager = takeSystemd()
      const drainMs = () =>
        live.current.jobs.drainMs ?? (manager === undefined ? drainLimitMs.foreground : drainLimitMs.service)
      const stopLimitMs = () => drainMs() + stopWithoutDrainMs
      const fatal = new AbortController()
      const stop = AbortSignal.any([stopSignal(options, terminal), fatal.signal])
      const phase = { now: 'its start' }
      const serving = { stop, drainMs, stopLimitMs, phase, manager, onFatal: (error: Error) => fatal.abort(error) }
      const ended = serve(live, options, terminal, serving).finally(() => {
        // Whatever else goes wrong while it stops, goes wrong because of that.
        fatal.signal.throwIfAborted()
      })
      if (await endsInTime(ended, stop, stopLimitMs)) return
      await printLine(
        terminal.stderr,
        `plasm: TIMEOUT: ${phase.now} hung for ${stopLimitMs() / 1000} s after the daemon was told to stop; it ends all the same, and nothing that was acknowledged is lost`,
      )
      exit(exitCodes.hung)
    })
}

/** Where nobody says: a person at a terminal waits, a service manager need not. */
const drainLimitMs = Object.freeze({ foreground: 3000, service: 15_000 })
/** From the signal on, beside the draining of jobs; a stop in order takes less. */
const stopWithoutDrainMs = 1800

interface Serving {
  readonly stop: AbortSignal
  drainMs(): number
  /** Milliseconds from `stop` to the end, whatever hangs. */
  stopLimitMs(): number
  /** What would hang if something did. */
  readonly phase: { now: string }
  readonly manager: ServiceManager | undefined
  /** Told what makes it stop by itself. */
  onFatal(error: Error): void
}

/** Runs a daemon until `stop` aborts and it has stopped. */
async function serve(
  live: LiveConfig,
  options: DaemonOptions,
  terminal: Terminal,
  { stop, drainMs, stopLimitMs, phase, manager, onFatal }: Serving,
): Promise<void> {
  // The network takes long to load, and no other command needs it.
  const { createNode } = await import('../node.ts')
  const { level, format } = live.current.log
  const journal = leadsToJournal(terminal.env)
  const log = createLogger(level, terminal.stderr, {
    format: format === 'auto' ? (journal ? 'text' : 'json') : format,
    journal,
  })
  live.onChange(() => {
    log.level = live.current.log.level
  })
  const starting = Promise.withResolvers<void>()
  // A reload before it is ready waits: its parts take their values while they start.
  terminal.onHangUp(async () => {
    await starting.promise
    await service?.reloading()
    reload(live, log)
    await service?.ready()
  })
  const node = await createNode(live, {
    log,
    drainMs,
    onFatal,
    onStopping: (part) => {
      phase.now = part
    },
  })
  const service =
    manager &&
    new Service({
      manager,
      checks: node.checks,
      status: () => statusLine(node.activity()),
      timers: systemTimers,
      log,
    })
  try {
    phase.now = 'the trial of its own health'
    await service?.start()
    phase.now = 'standard output'
    const { listening } = node
    starting.resolve()
    await printLine(
      terminal.stdout,
      options.json ? JSON.stringify(listening) : `plasm ${listening.peerId} listens at ${listening.socket}`,
    )
    await untilAborted(stop)
  } finally {
    await Promise.all([service?.stopping(stopLimitMs()), node.stop()])
    service?.stop()
    // It was read only to see it end; open, it would keep this process.
    if (options.stopWithStdin) terminal.stdin.destroy()
  }
}

/** Waits for `work`, but no longer than `limitMs()` from the moment that `stop` aborts; false where it had not ended by then. */
async function endsInTime(work: Promise<void>, stop: AbortSignal, limitMs: () => number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const limit = untilAborted(stop).then(
    () =>
      new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), limitMs())
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
