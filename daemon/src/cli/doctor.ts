import { accessSync, constants } from 'node:fs'
import type { Command } from 'commander'
import { systemClock } from '../clock.ts'
import { defaultDataDirectory, defaultSocket, existingDataDirectory } from '../config/directories.ts'
import { isPlasmError } from '../errors.ts'
import type { NodeView } from '../generated/types.ts'
import { thisMachine } from '../machine/machine.ts'
import type { ApiClient } from './api-client.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import { checks } from './doctor/checks.ts'
import type { Check, Finding, Patient } from './doctor/finding.ts'
import { exitCodes } from './exit-codes.ts'
import type { Cli } from './program.ts'
import { printLine, type Terminal } from './terminal.ts'

interface DoctorOptions extends ClientOptions {
  readonly config?: string
  readonly data?: string
}

export function addDoctor(program: Command, { terminal, exit }: Cli): void {
  withClientOptions(
    program
      .command('doctor')
      .description('say whether this machine can run jobs, how safely, whether peers reach it, and what would mend it')
      .option('--config <file>', 'configuration of the daemon (PLASM_CONFIG)')
      .option('--data <directory>', 'data directory of the daemon (PLASM_DATA)'),
  ).action(async (options: DoctorOptions) => {
    const patient = await admit(options, terminal)
    const findings: Finding[] = []
    for (const check of checks) findings.push(...(await examine(check, patient)))
    await printLine(terminal.stdout, options.json ? JSON.stringify({ findings }) : findings.map(describe).join('\n'))
    exit(exitCodeFor(findings))
  })
}

export function exitCodeFor(findings: readonly Finding[]): number {
  if (findings.some(({ status }) => status === 'failed')) return exitCodes.failed
  return findings.every(({ status }) => status === 'ok') ? exitCodes.success : exitCodes.no
}

function describe({ name, status, detail, mend }: Finding): string {
  return `${status.padEnd(9)} ${name}: ${detail}${mend === undefined ? '' : `\n${' '.repeat(10)}mend: ${mend}`}`
}

async function admit(options: DoctorOptions, terminal: Terminal): Promise<Patient> {
  const daemon = clientFor(options, terminal)
  const config = await configOf(options, terminal)
  const dataDirectory = 'invalid' in config ? existingDataDirectory(terminal) : config.dataDirectory
  const socket = options.socket ?? ('invalid' in config ? defaultSocket(terminal, dataDirectory) : config.api.socket)
  return { machine: thisMachine, clock: systemClock, daemon, node: await nodeOf(daemon), config, dataDirectory, socket }
}

async function nodeOf(daemon: ApiClient): Promise<Patient['node']> {
  try {
    return await daemon.json<NodeView>('GET', '/v1/node')
  } catch (error) {
    return { silent: reasonOf(error) }
  }
}

async function configOf({ config, data }: DoctorOptions, terminal: Terminal): Promise<Patient['config']> {
  try {
    const { inspectedSources, readConfig } = await import('../config/config.ts')
    const own = { ...terminal, ...(config === undefined ? {} : { file: config }) }
    const inspected = inspectedSources(own)
    // The package's file is for its daemon and its operator: to somebody else it says nothing, right or wrong.
    const sources =
      inspected.file === undefined || inspected.file === own.file || canRead(inspected.file) ? inspected : own
    const read = (dataDirectory: string | undefined) => readConfig({ ...sources, flags: { data: dataDirectory } })
    const found = read(data)
    // Who named no directory means the daemon's, which systemd may have made.
    const named = data !== undefined || found.dataDirectory !== defaultDataDirectory(terminal)
    return named ? found : read(existingDataDirectory(terminal))
  } catch (error) {
    return { invalid: reasonOf(error) }
  }
}

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}

/** A check that stumbles has found something, too. */
async function examine(check: Check, patient: Patient): Promise<readonly Finding[]> {
  try {
    return await check(patient)
  } catch (error) {
    return [
      { name: check.name, status: 'degraded', detail: `could not be looked at: ${reasonOf(error)}`, mend: report },
    ]
  }
}

const report = 'report this as a fault of plasm doctor'

function reasonOf(error: unknown): string {
  return isPlasmError(error) || error instanceof Error ? error.message : String(error)
}
