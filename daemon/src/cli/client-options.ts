import type { Command } from 'commander'
import { socketCandidates } from '../config/directories.ts'
import { ApiClient } from './api-client.ts'
import type { Terminal } from './terminal.ts'

export interface ClientOptions {
  readonly json?: boolean
  readonly socket?: string
}

/** What every command that asks a daemon takes. */
export function withClientOptions(command: Command): Command {
  return withJson(command).option('--socket <path>', "the daemon's Unix socket (PLASM_SOCKET)")
}

export function withJson(command: Command): Command {
  return command.option('--json', 'machine-readable output')
}

export function clientFor({ socket }: ClientOptions, terminal: Terminal): ApiClient {
  const named = socket ?? (terminal.env.PLASM_SOCKET || undefined)
  return new ApiClient(named === undefined ? socketCandidates(terminal) : [named])
}
