import type { Command } from 'commander'
import type { PublicationView } from '../generated/types.ts'
import { isDigest } from '../manifest/digest.ts'
import { type ClientOptions, clientFor, withClientOptions } from './client-options.ts'
import type { Cli } from './program.ts'
import { table } from './render/table.ts'
import { bytes } from './render/values.ts'
import { printLine } from './terminal.ts'
import { upload, uploadOf } from './upload.ts'

export function addBlob(program: Command, { terminal }: Cli): void {
  const blob = program.command('blob').description('modules that this node gives to everyone')

  withClientOptions(
    blob
      .command('publish <module>')
      .description('serve a module to any peer, and announce it: a file, or the digest of what the daemon has'),
  ).action(async (module: string, options: ClientOptions) => {
    const client = clientFor(options, terminal)
    const digest = isDigest(module) ? module : (await uploaded(module, client)).digest
    const published = await client.json<PublicationView>('PUT', `/v1/published/${digest}`)
    await printLine(terminal.stdout, options.json ? JSON.stringify(published) : published.digest)
  })

  withClientOptions(blob.command('unpublish <digest>').description('serve a module to others no more')).action(
    async (digest: string, options: ClientOptions) => {
      await clientFor(options, terminal).bytes('DELETE', `/v1/published/${encodeURIComponent(digest)}`)
      await printLine(terminal.stdout, options.json ? JSON.stringify({ digest }) : `${digest}: not published any more`)
    },
  )

  withClientOptions(
    blob.command('list', { isDefault: true }).description('list the modules that are published'),
  ).action(async (options: ClientOptions) => {
    const { items } = await clientFor(options, terminal).json<{ items: readonly PublicationView[] }>(
      'GET',
      '/v1/published',
    )
    if (options.json) return await printLine(terminal.stdout, JSON.stringify({ items }))
    if (items.length === 0) return await printLine(terminal.stderr, 'nothing is published; plasm blob publish does it')
    const rows = items.map((item) => [item.digest, bytes(item.bytes)])
    await printLine(terminal.stdout, table(['MODULE', 'SIZE'], rows))
  })
}

async function uploaded(file: string, client: Parameters<typeof upload>[1]): Promise<{ readonly digest: string }> {
  const found = await uploadOf(file)
  await upload(found, client)
  return found
}
