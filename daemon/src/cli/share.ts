import { Argument, type Command } from 'commander'
import type { ShareChange, ShareView } from '../generated/types.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { describeShare, describeWhy } from './render/share.ts'
import { cores, duration, memory, schedule, switched } from './share-options.ts'
import { printLine } from './terminal.ts'

interface ShareOptions extends ClientOptions {
  readonly allow?: readonly string[]
  readonly disallow?: readonly string[]
  readonly pause?: string | true
  readonly resume?: true
  readonly schedule?: string
  readonly onlyWhenIdle?: string | true
  readonly cores?: string
  readonly memory?: string
  readonly reset?: true
  readonly whyIdle?: true
}

export function addShare(program: Command, { terminal }: Cli): void {
  const command = program
    .command('share')
    .description('say whose jobs this node runs, when, and with how much of the machine; alone: show it')
    .addArgument(new Argument('[whom]', 'whose jobs run here').choices(['nobody', 'allowlist', 'anyone']))
    .option('--allow <peer...>', 'add peers to the allowlist')
    .option('--disallow <peer...>', 'take peers from the allowlist')
    .option('--pause [duration]', 'let no job of others begin, for 30m, 2h, 1d, or until --resume')
    .option('--resume', 'end the pause')
    .option(
      '--schedule <windows>',
      "only at these times: '22:00-07:00', 'mon-fri 22:00-07:00, sat-sun 00:00-24:00'; off",
    )
    .option('--only-when-idle [switch]', 'only while other programs leave the machine alone (on or off)')
    .option('--cores <amount>', 'cores for jobs of others: 2, 1.5 or 50%')
    .option('--memory <amount>', 'memory for jobs of others: 4G, 512M or 25%')
    .option('--reset', 'take back what this command has set: the configuration file counts again')
    .option('--why-idle', 'explain why no work of others comes')
  withClientOptions(command).action(async (whom: ShareChange['with'], options: ShareOptions) => {
    const client = clientFor(options, terminal)
    const asked = askedFor(whom, options)
    const change = asked === undefined ? undefined : asked(needsMachine(options) ? await view() : undefined)
    const shown =
      change === undefined
        ? await view()
        : await client.json<ShareView>('PATCH', '/v1/share', {
            headers: { 'content-type': 'application/json' },
            body: Buffer.from(JSON.stringify(change)),
          })
    const describe = options.whyIdle ? describeWhy : describeShare
    await printLine(terminal.stdout, options.json ? JSON.stringify(shown) : describe(shown))

    async function view(): Promise<ShareView> {
      return await client.json<ShareView>('GET', '/v1/share')
    }
  })
}

/** What is to be changed, as soon as the machine is known where parts of it are meant; undefined where nothing is. Throws USAGE. */
function askedFor(
  whom: ShareChange['with'],
  options: ShareOptions,
): ((view: ShareView | undefined) => ShareChange) | undefined {
  const { allow, disallow, pause, resume, reset, onlyWhenIdle } = options
  const plain = {
    ...(reset === undefined ? {} : { reset }),
    ...(whom === undefined ? {} : { with: whom }),
    ...(allow === undefined ? {} : { allow }),
    ...(disallow === undefined ? {} : { disallow }),
    ...(pause === undefined ? {} : { pause: pause === true ? {} : { forMs: duration('--pause', pause) } }),
    ...(resume === undefined ? {} : { resume }),
    ...(options.schedule === undefined ? {} : { schedule: schedule(options.schedule) }),
    ...(onlyWhenIdle === undefined ? {} : { onlyWhenIdle: switched('--only-when-idle', onlyWhenIdle) }),
  } as ShareChange
  if (Object.keys(plain).length === 0 && !needsMachine(options)) return undefined
  return (view) => ({
    ...plain,
    ...(options.cores === undefined ? {} : { coresPercent: cores(options.cores, view!.machine.processors) }),
    ...(options.memory === undefined ? {} : { memoryBytes: memory(options.memory, view!.machine.memoryBytes) }),
  })
}

function needsMachine({ cores, memory }: ShareOptions): boolean {
  return cores !== undefined || memory !== undefined
}
