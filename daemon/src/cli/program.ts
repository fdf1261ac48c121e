import { Command, CommanderError } from 'commander'
import packageManifest from '../../../package.json' with { type: 'json' }
import { problemOf } from '../api/problem.ts'
import { isPlasmError } from '../errors.ts'
import { sentence } from '../json/violations.ts'
import { addBackup } from './backup.ts'
import { addBan, addBans, addUnban } from './ban.ts'
import { addBlob } from './blob.ts'
import { addCancel } from './cancel.ts'
import { addCompletion } from './completion.ts'
import { addConfig } from './config.ts'
import { addDaemon } from './daemon.ts'
import { addDevnet } from './devnet.ts'
import { addDoctor } from './doctor.ts'
import { exitCodes } from './exit-codes.ts'
import { addJobs } from './jobs.ts'
import { addLogs } from './logs.ts'
import { addPeers } from './peers.ts'
import { addReceipt } from './receipt.ts'
import { oneLine } from './render/values.ts'
import { addRestore } from './restore.ts'
import { addRun } from './run.ts'
import { addShare } from './share.ts'
import { addStatus } from './status.ts'
import { addSubmit } from './submit.ts'
import { printLine, type Terminal } from './terminal.ts'
import { addToken } from './token.ts'
import { addVerify } from './verify.ts'

/** What a command gets: the terminal, and where its exit code goes. */
export interface Cli {
  readonly terminal: Terminal
  exit(code: number): void
}

/** The whole command line, as commander knows it. */
export function createProgram(cli: Cli): Command {
  const program = new Command('plasm')
    .description('Run WebAssembly jobs on peers; every outcome is a signed receipt.')
    .version(packageManifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('(plasm --help lists the commands)')
    .configureOutput({
      writeOut: (text) => cli.terminal.stdout.write(text),
      writeErr: (text) => cli.terminal.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'plasm: ')),
    })
  for (const add of [
    addRun,
    addDaemon,
    addSubmit,
    addJobs,
    addLogs,
    addCancel,
    addBlob,
    addReceipt,
    addVerify,
    addPeers,
    addBan,
    addUnban,
    addBans,
    addStatus,
    addShare,
    addDoctor,
    addBackup,
    addRestore,
    addConfig,
    addDevnet,
    addToken,
    addCompletion,
  ]) {
    add(program, cli)
  }
  for (const command of program.commands) command.showHelpAfterError(`(plasm ${command.name()} --help says more)`)
  return program
}

/** Runs one command line (without `node` and the script's name); resolves with the exit code, never rejects. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.success
  const program = createProgram({
    terminal,
    exit(value) {
      code = value
    },
  })
  const ofRun = words[0] === 'run'
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.success : ofRun ? exitCodes.notRun : exitCodes.usage
    await printError(error, words.includes('--json'), terminal)
    if (ofRun) return exitCodes.notRun
    return exitCodeOfError(error)
  }
}

function exitCodeOfError(error: unknown): number {
  if (isPlasmError(error, 'DAEMON_UNREACHABLE')) return exitCodes.unreachable
  if (isPlasmError(error, 'USAGE')) return exitCodes.usage
  if (isPlasmError(error, 'STORE_DAMAGED')) return exitCodes.damaged
  return isPlasmError(error, 'CONFIG_INVALID') ? exitCodes.misconfigured : exitCodes.failed
}

async function printError(error: unknown, json: boolean, { stderr, env }: Terminal): Promise<void> {
  if (json) return await printLine(stderr, JSON.stringify(problemOf(error)))
  if (!isPlasmError(error)) {
    await printLine(stderr, `plasm: INTERNAL: ${error instanceof Error ? error.message : String(error)}`)
    if (env.PLASM_TRACE && error instanceof Error) await printLine(stderr, String(error.stack))
    return
  }
  // The message may be a daemon's, and quote what others have said.
  await printLine(stderr, `plasm: ${error.code}: ${oneLine(error.message, 4000)}`)
  if (error.violations.length > 1)
    for (const violation of error.violations) await printLine(stderr, `  ${sentence(violation)}`)
  for (const digest of error.missing) await printLine(stderr, `  missing ${digest}`)
}
