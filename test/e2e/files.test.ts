import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { verifyReceipt } from '../../daemon/src/receipt/verify.ts'
import { Home, plasm, start } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

test('files go to two peers, and what they leave comes back the same from both, with receipts', async () => {
  const devnet = start(home, ['devnet', '--json'])
  const closed = once(devnet, 'close')
  try {
    const [line] = (await once(createInterface({ input: devnet.stdout! }), 'line')) as [string]
    const { nodes } = JSON.parse(line) as {
      readonly nodes: readonly { readonly peerId: string; readonly socket: string }[]
    }
    const socket = ['--socket', nodes[0]!.socket]
    const large = 'to be copied, again and again\n'.repeat(10_000)
    writeFileSync(home.file('large.txt'), large)
    writeFileSync(home.file('small.txt'), 'small')
    const manifest = {
      plasm: 1,
      task: { outputs: ['/out'] },
      request: { isolation: 'reduced', placement: { where: 'network', replicas: 2 } },
    }
    writeFileSync(home.file('manifest.json'), JSON.stringify(manifest))
    const copy = fileURLToPath(new URL('../guests/wasi/copy.wasm', import.meta.url))
    const files = ['--file', `/in/sub/large=${home.file('large.txt')}`, '--file', `/in/ü=${home.file('small.txt')}`]
    const words = ['submit', home.file('manifest.json'), ...socket, '--module', copy, ...files]
    const { code, stdout, stderr } = await plasm(home, [...words, '--wait', '--out', home.file('results')])
    expect([code, stderr]).toEqual([0, expect.stringContaining('exited with code 0')])
    expect(stdout).toContain(`/in/sub/large inode 4 file ${large.length}\n`)
    expect(readFileSync(home.file('results/sub/large'), 'utf8')).toBe(large)
    expect(readFileSync(home.file('results/ü'), 'utf8')).toBe('small')

    const id = /^job (\S+)/.exec(stderr)![1]!
    const shown = await plasm(home, ['receipt', 'show', id, ...socket])
    expect(shown.stdout.match(/^\/out\/sub\/large /gm)).toHaveLength(2)
    expect((await plasm(home, ['logs', id, ...socket, '--out', home.file('again')])).code).toBe(0)
    expect(readFileSync(home.file('again/sub/large'), 'utf8')).toBe(large)

    // A peer's word is checked by a run here, from what the submitter's daemon keeps; the peer gives none of it away.
    const file = home.file('receipt.json')
    const receipt = /^receipt +(sha256:\S+)/m.exec(shown.stdout)![1]!
    expect((await plasm(home, ['receipt', 'save', receipt, file, ...socket])).code).toBe(0)
    const again = await plasm(home, ['verify', file, '--rerun', ...socket])
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('verified by re-run: v8')])
    const { node } = verifyReceipt(readFileSync(file))
    const peer = nodes.find(({ peerId }) => peerId === node)!
    const asked = await plasm(home, ['verify', file, '--rerun', '--socket', peer.socket])
    expect([asked.code, asked.stdout]).toEqual([8, expect.stringContaining('there is no job')])
  } finally {
    devnet.kill('SIGINT')
    await closed
  }
}, 120_000)
