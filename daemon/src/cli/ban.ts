import type { Command } from 'commander'
import { PlasmError } from '../errors.ts'
import type { BanTerms, BanView } from '../generated/types.ts'
import { publicKeyOf } from '../identity/peer-id.ts'
import { isDigest } from '../manifest/digest.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { banTable } from './render/bans.ts'
import { oneLine, untilText } from './render/values.ts'
import { duration } from './share-options.ts'
import { printLine } from './terminal.ts'

interface BanOptions extends ClientOptions {
  readonly for?: string
  readonly reason?: string
}

type Kind = BanView['kind']

export function addBan(program: Command, cli: Cli): void {
  const ban = program.command('ban').description('have nothing to do with a peer, or run and serve a digest no more')
  addBanOf(
    ban,
    cli,
    'peer',
    'close its connections and let it in no more, refuse its jobs, and end those that are here',
  )
  addBanOf(
    ban,
    cli,
    'digest',
    "run no job with this module, input or task, end other peers' here, and serve it to no one",
  )
  addList(ban.command('list', { isDefault: true }), cli)
}

export function addUnban(program: Command, { terminal }: Cli): void {
  const command = program.command('unban <name>').description('end the ban of a peer or a digest, whoever made it')
  withClientOptions(command).action(async (name: string, options: ClientOptions) => {
    const kind = kindOf(name)
    await clientFor(options, terminal).bytes('DELETE', pathOf(kind, name))
    await printLine(terminal.stdout, options.json ? JSON.stringify({ kind, name }) : `${name}: not banned any more`)
  })
}

export function addBans(program: Command, cli: Cli): void {
  addList(program.command('bans'), cli)
}

function addBanOf(ban: Command, { terminal }: Cli, kind: Kind, description: string): void {
  const command = ban
    .command(`${kind} <${kind}>`)
    .description(description)
    .option('--for <duration>', 'for 30m, 2h or 1d; else until plasm unban')
    .option('--reason <text>', 'your own words, shown in the lists and told to no one')
  withClientOptions(command).action(async (name: string, options: BanOptions) => {
    if (kindOf(name) !== kind)
      throw new PlasmError('USAGE', `${oneLine(name, 80)} is a ${kindOf(name)}: plasm ban ${kindOf(name)} takes it`)
    const terms: BanTerms = {
      ...(options.for === undefined ? {} : { forMs: duration('--for', options.for) }),
      ...(options.reason === undefined ? {} : { note: options.reason }),
    }
    const view = await clientFor(options, terminal).json<BanView>('PUT', pathOf(kind, name), {
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(terms)),
    })
    await printLine(terminal.stdout, options.json ? JSON.stringify(view) : `${name}: banned ${untilText(view.until)}`)
  })
}

function addList(command: Command, { terminal }: Cli): void {
  withClientOptions(command.description('list what is banned, until when and why')).action(
    async (options: ClientOptions) => {
      const { items } = await clientFor(options, terminal).json<{ items: readonly BanView[] }>('GET', '/v1/bans')
      if (options.json) return await printLine(terminal.stdout, JSON.stringify({ items }))
      if (items.length === 0) return await printLine(terminal.stderr, 'nothing is banned')
      await printLine(terminal.stdout, banTable(items))
    },
  )
}

/** Throws PEER_ID_INVALID for what is neither. */
function kindOf(name: string): Kind {
  if (isDigest(name)) return 'digest'
  publicKeyOf(name)
  return 'peer'
}

function pathOf(kind: Kind, name: string): string {
  return `/v1/bans/${kind}s/${encodeURIComponent(name)}`
}
