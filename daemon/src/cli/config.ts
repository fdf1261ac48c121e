import type { Command } from 'commander'
import { addConfigCheck } from './config-check.ts'
import { addConfigExplain } from './config-explain.ts'
import { addConfigShow } from './config-show.ts'
import type { Cli } from './program.ts'

/** What there is to know of the configuration, without a daemon and without changing anything. */
export function addConfig(program: Command, cli: Cli): void {
  const config = program.command('config').description('check, show and explain the configuration')
  addConfigCheck(config, cli)
  addConfigShow(config, cli)
  addConfigExplain(config, cli)
}
