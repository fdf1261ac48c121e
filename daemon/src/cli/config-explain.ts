import type { Command } from 'commander'
import { describeKey, type KeyDescription } from '../config/describe-key.ts'
import { configGroups, configKeys } from '../config/keys.ts'
import { didYouMean } from '../config/suggest-keys.ts'
import { PlasmError } from '../errors.ts'
import { withJson } from './client-options.ts'
import type { Cli } from './program.ts'
import { list, table } from './render/table.ts'
import { printLine } from './terminal.ts'

export function addConfigExplain(config: Command, { terminal }: Cli): void {
  withJson(
    config
      .command('explain')
      .description('say what a key of the configuration means; without one, list all')
      .argument('[key]', 'such as share.maxFuel, or share for all of its keys'),
  ).action(async (name: string | undefined, { json }: { readonly json?: boolean }) => {
    const key = configKeys.find((one) => one.name === name)
    if (key !== undefined) {
      const description = describeKey(key)
      return await printLine(terminal.stdout, json ? JSON.stringify(description) : describeOne(description))
    }
    const { keys, description } = keysOf(name)
    const all =
      description === undefined ? table(head, keys.map(row)) : `${description}\n\n${table(head, keys.map(row))}`
    await printLine(terminal.stdout, json ? JSON.stringify({ keys }) : all)
  })
}

/** All keys, or those of a group. USAGE where there is no such key or group. */
function keysOf(name: string | undefined): { readonly keys: readonly KeyDescription[]; readonly description?: string } {
  const group = configGroups.find(({ path }) => path.join('.') === name)
  if (name !== undefined && group === undefined)
    throw new PlasmError('USAGE', `there is no key ${JSON.stringify(name.slice(0, 100))}${didYouMean(name)}`)
  const keys = configKeys.filter((key) => name === undefined || key.name.startsWith(`${name}.`)).map(describeKey)
  return { keys, ...(group?.description === undefined ? {} : { description: group.description }) }
}

const head = ['KEY', 'TYPE', 'DEFAULT', 'APPLIES AT']

function row(key: KeyDescription): readonly string[] {
  return [key.key, key.type, defaultOf(key), key.reload ? 'reload' : 'restart']
}

function describeOne(key: KeyDescription): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['key', key.key],
    ['meaning', key.description],
    ['type', key.type],
    ['unit', key.unit],
    ['default', defaultOf(key)],
    ['environment', key.variable],
    ['command line', key.flag],
    ['applies at', key.reload ? 'a reload (SIGHUP), and so at once' : 'the next start of the daemon'],
    ['secret', key.secret ? 'its value is never shown' : undefined],
  ]
  return list(facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}

function defaultOf({ default: value }: KeyDescription): string {
  return value === undefined ? 'absent' : JSON.stringify(value)
}
