import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NodeView } from '../../daemon/src/generated/types.ts'
import { eventually } from '../fakes/eventually.ts'
import { InstalledPlasm } from './installed-plasm.ts'
import { Machine, machineObstacle } from './machine.ts'
import { buildPackage, current } from './packages.ts'

const obstacle = await machineObstacle()

/** A word of a job, which a stranger is to find nowhere. */
const secret = 'xyzzy-4711'

describe.skipIf(obstacle !== undefined)(`another user of the machine${obstacle ? ` (${obstacle})` : ''}`, () => {
  let machine: Machine
  let plasm: InstalledPlasm
  /** Of the daemon and of everything that it has started. */
  let processes: readonly string[]
  const stranger = { user: 'mallory' }
  const member = { user: 'alice' }
  beforeAll(async () => {
    machine = await Machine.boot()
    plasm = new InstalledPlasm(machine)
    await plasm.install(buildPackage(current))
    await machine.sh('useradd --create-home mallory; useradd --create-home --groups plasm alice')
    await plasm.submit('loop', { wallTimeMs: 60_000, args: [secret] })
    await eventually(async () => expect(await plasm.json(['status'])).toMatchObject({ running: 1 }))
    const ours = await machine.sh('grep -l plasm.service /proc/[0-9]*/cgroup 2>/dev/null || true')
    processes = ours.split('\n').map((file) => file.split('/')[2]!)
  }, 300_000)
  afterAll(async () => {
    await machine?.halt()
  })

  test('is not let in at the socket, and a member of the group is', async () => {
    const refused = await machine.run(['plasm', 'status', '--socket', '/run/plasm/api.sock'], stranger)
    expect([refused.code, refused.stdout]).toEqual([3, ''])
    const connect = 'use Socket; socket(S,AF_UNIX,SOCK_STREAM,0); connect(S,sockaddr_un($ARGV[0])) or print $!'
    const raw = await machine.run(['perl', '-e', connect, '/run/plasm/api.sock'], stranger)
    expect(raw.stdout).toBe('Permission denied')
    expect(await machine.sh('plasm status --json', member)).toContain('"peerId"')
  })

  test('can read no file of the daemon, and a member of its group no more than the configuration', async () => {
    const all = await machine.sh(
      'find /var/lib/plasm /var/cache/plasm /run/plasm /etc/plasm; find / -xdev \\( -user plasm -o -group plasm \\)',
    )
    expect(all.split('\n')).toEqual(
      expect.arrayContaining(['/var/lib/plasm/key', '/etc/plasm/plasm.yaml', '/run/plasm']),
    )
    const tryEach = `while read -r file; do
      if [ -d "$file" ]; then ls "$file"; else head -c 1 "$file"; fi >/dev/null 2>&1 && echo "$file" || true
    done | sort -u`
    expect(await machine.sh(tryEach, { ...stranger, input: all })).toBe('')
    const readable = (await machine.sh(tryEach, { ...member, input: all })).split('\n')
    expect(readable).toEqual(['/etc/plasm', '/etc/plasm/plasm.yaml', '/run/plasm'])
  })

  test('sees of the processes that they are there, and nothing of jobs, peers or keys', async () => {
    expect(processes.length).toBeGreaterThan(3)
    const { peerId } = await plasm.json<NodeView>(['status'])
    const look = `while read -r pid; do cd /proc/$pid
      cat environ maps mem io syscall; ls fd cwd/ root/ map_files; readlink exe; done 2>/dev/null || true`
    expect(await machine.sh(look, { ...stranger, input: processes.join('\n') })).toBe('')
    const commandLines = await machine.sh(`cat ${processes.map((pid) => `/proc/${pid}/cmdline`).join(' ')}`, stranger)
    expect(commandLines).toContain('daemon')
    for (const hidden of [secret, peerId, 'sha256', 'plasm/key']) expect(commandLines).not.toContain(hidden)
  })

  test('finds no word of a job in any environment either: not even root would', () => {
    const all = processes.map((pid) => readFileSync(machine.path(`/proc/${pid}/environ`), 'latin1')).join('\0')
    expect(all).toContain('NOTIFY_SOCKET')
    for (const hidden of [secret, 'sha256', 'BEGIN']) expect(all).not.toContain(hidden)
  })
})
