import { describe, expect, test } from 'vitest'
import { checkAppArmor } from '../../../../daemon/src/cli/doctor/check-apparmor.ts'
import { findClock } from '../../../../daemon/src/cli/doctor/check-clock.ts'
import { checkConfiguration } from '../../../../daemon/src/cli/doctor/check-configuration.ts'
import { checkDatabase, findDatabase } from '../../../../daemon/src/cli/doctor/check-database.ts'
import { findDisk } from '../../../../daemon/src/cli/doctor/check-disk.ts'
import { checkLimits } from '../../../../daemon/src/cli/doctor/check-limits.ts'
import { checkPermissions } from '../../../../daemon/src/cli/doctor/check-permissions.ts'
import { checkReachability } from '../../../../daemon/src/cli/doctor/check-reachability.ts'
import { checkUserNamespaces } from '../../../../daemon/src/cli/doctor/check-user-namespaces.ts'
import { findVersions } from '../../../../daemon/src/cli/doctor/check-versions.ts'
import type { Finding } from '../../../../daemon/src/cli/doctor/finding.ts'
import { clockSynchronisation } from '../../../../daemon/src/machine/clock-synchronisation.ts'
import { FakeMachine } from '../../../fakes/fake-machine.ts'

const file = (mode: number, uid = 100) => ({ kind: 'file', mode, uid, gid: 100, modifiedAt: 0, bytes: 0 }) as const
const one = (findings: readonly Finding[]): Finding => {
  expect(findings).toHaveLength(1)
  return findings[0]!
}
const GiB = 2 ** 30

describe('user namespaces', () => {
  const check = (files: Record<string, string>) => checkUserNamespaces({ machine: new FakeMachine({ files }) })

  test('are well where no setting forbids them', () => {
    expect(one(check({})).status).toBe('ok')
    const allowing = {
      '/proc/sys/kernel/unprivileged_userns_clone': '1\n',
      '/proc/sys/user/max_user_namespaces': '99\n',
    }
    expect(one(check(allowing)).status).toBe('ok')
  })

  test.each([
    ['kernel.unprivileged_userns_clone', '0', 'kernel.unprivileged_userns_clone=1'],
    ['user.max_user_namespaces', '0', 'user.max_user_namespaces=15000'],
    ['kernel.apparmor_restrict_unprivileged_userns', '1', 'sudo apparmor_parser -r /etc/apparmor.d/plasm'],
  ])('are forbidden by %s=%s', (setting, value, command) => {
    const found = one(check({ [`/proc/sys/${setting.replaceAll('.', '/')}`]: `${value}\n` }))
    expect(found).toMatchObject({ status: 'degraded', detail: expect.stringContaining(`${setting} is ${value}`) })
    expect(found.mend).toContain(command)
  })

  test('are well behind a loaded AppArmor profile, whatever Ubuntu forbids to others', () => {
    const files = {
      '/proc/sys/kernel/apparmor_restrict_unprivileged_userns': '1\n',
      '/sys/module/apparmor/parameters/enabled': 'Y\n',
      '/sys/kernel/security/apparmor/profiles': 'man (enforce)\nplasm (unconfined)\n',
    }
    expect(one(check(files)).status).toBe('ok')
  })
})

describe('AppArmor', () => {
  const on = { '/sys/module/apparmor/parameters/enabled': 'Y\n' }
  const profiles = '/sys/kernel/security/apparmor/profiles'
  const statuses = { '/etc/apparmor.d/plasm': file(0o644, 0) }

  test('asks for nothing where it is off, or has no profile of plasm', () => {
    expect(one(checkAppArmor({ machine: new FakeMachine({}) })).status).toBe('ok')
    expect(one(checkAppArmor({ machine: new FakeMachine({ files: on }) })).status).toBe('ok')
  })

  test('says how to load the profile that is not loaded', () => {
    const machine = new FakeMachine({ files: { ...on, [profiles]: 'man (enforce)\n' }, statuses })
    const mend = 'sudo apparmor_parser -r /etc/apparmor.d/plasm'
    expect(one(checkAppArmor({ machine }))).toMatchObject({ status: 'degraded', mend })
  })

  test('says who may see what is loaded', () => {
    const machine = new FakeMachine({ files: on, statuses, forbidden: [profiles] })
    expect(one(checkAppArmor({ machine }))).toMatchObject({ status: 'ok', mend: 'sudo plasm doctor' })
  })

  test.each([
    ['enforce', 'ok'],
    ['unconfined', 'ok'],
    ['complain', 'degraded'],
  ])('is told of a profile in mode %s', (mode, status) => {
    const machine = new FakeMachine({ files: { ...on, [profiles]: `plasm (${mode})\n` }, statuses })
    expect(one(checkAppArmor({ machine })).status).toBe(status)
  })
})

describe('the clock', () => {
  const now = Date.UTC(2026, 5, 1)
  const facts = { now, synchronisation: 'synchronised', builtAt: now - 1e9, lastReceiptAt: now - 1000 } as const

  test('is well where others set it, and what is kept is older', () => {
    expect(one(findClock(facts)).status).toBe('ok')
    expect(one(findClock({ ...facts, lastReceiptAt: now + 119_000 })).status).toBe('ok')
  })

  test.each([
    ['nothing sets it', { synchronisation: 'not-synchronised' }, 'nothing sets it'],
    ['a receipt is of the future', { lastReceiptAt: now + 3_600_000 }, '1 h 0 min before the newest receipt'],
    ['the program is of the future', { builtAt: now + 1e9 }, 'this program was made at'],
  ] as const)('is wrong where %s', (_, change, detail) => {
    const found = one(findClock({ ...facts, ...change }))
    expect(found).toMatchObject({ status: 'degraded', detail: expect.stringContaining(detail) })
    expect(found.mend).toContain('sudo timedatectl set-ntp true')
  })

  test.each([
    [{ statuses: { '/run/systemd/timesync/synchronized': file(0o644) } }, 'synchronised'],
    [{ programs: { timedatectl: { code: 0, text: 'yes' } } }, 'synchronised'],
    [{ programs: { timedatectl: { code: 0, text: 'no' } } }, 'not-synchronised'],
    [{ programs: { timedatectl: { code: 1, text: 'Failed to connect to bus' } } }, 'unknown'],
    [{}, 'unknown'],
  ] as const)('is asked after by what the machine has: %j', async (machine, found) => {
    expect(await clockSynchronisation(new FakeMachine(machine))).toBe(found)
  })
})

describe('the disk', () => {
  const facts = {
    directory: '/data',
    room: { bytes: 20 * GiB, inodes: 1e6 },
    writable: 'yes',
    blobBytes: GiB,
    blobQuotaBytes: 10 * GiB,
    recordBytes: GiB,
    recordQuotaBytes: 4 * GiB,
  } as const

  test('is well where the blobs that may yet come have room', () => {
    expect(one(findDisk(facts)).status).toBe('ok')
    expect(one(findDisk({ ...facts, room: { bytes: 20 * GiB } })).status).toBe('ok')
  })

  test.each([
    ['is mounted read-only', { writable: 'read-only' }, 'failed', 'sudo mount -o remount,rw'],
    ['has next to no room', { room: { bytes: 1e6 } }, 'failed', 'free some: du'],
    ['has no room for files', { room: { bytes: 20 * GiB, inodes: 3 } }, 'failed', 'free some: du'],
    [
      'has less room than records may take',
      { room: { bytes: 2 * GiB } },
      'degraded',
      `store.recordQuotaBytes to ${1.5 * GiB}`,
    ],
    [
      'has less room than blobs and records',
      { room: { bytes: 11 * GiB } },
      'degraded',
      `store.blobQuotaBytes to ${6.5 * GiB}`,
    ],
    ['has less room than the quota', { room: { bytes: 2 * GiB } }, 'degraded', `store.blobQuotaBytes to ${2 * GiB}`],
  ] as const)('%s', (_, change, status, mend) => {
    const found = one(findDisk({ ...facts, ...change }))
    expect(found.status).toBe(status)
    expect(found.mend).toContain(mend)
  })
})

describe('the database', () => {
  const well = { receipts: 3, blobs: { examined: 2, damaged: [] } }

  test('is well where nothing was found', () => {
    expect(one(findDatabase(well, '/data'))).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('3 receipts'),
    })
  })

  test.each([
    [
      'a page is broken',
      { damage: 'Tree 6 page 6: btreeInitPage() returns error code 11' },
      'failed',
      'sudo plasm restore FILE',
    ],
    [
      'a receipt is missing',
      { brokenLog: 'the receipt sha256:1 does not follow' },
      'degraded',
      'sudo plasm restore FILE',
    ],
    [
      'a blob is damaged',
      { blobs: { examined: 2, damaged: ['ab'] } },
      'degraded',
      'sudo rm /data/blobs/whole/ab; sudo systemctl restart plasm',
    ],
  ] as const)('is told of where %s', (_, change, status, mend) => {
    expect(one(findDatabase({ ...well, ...change }, '/data'))).toMatchObject({
      status,
      mend: expect.stringContaining(mend),
    })
  })

  test('is not looked at where it is not there yet, or by whom it is no business of', async () => {
    const statuses = {
      '/data': { kind: 'directory', mode: 0o700, uid: 100, gid: 100, modifiedAt: 0, bytes: 0 },
    } as const
    // A daemon that is asked for anything would fail the test.
    const asked = (machine: FakeMachine) => checkDatabase({ machine, dataDirectory: '/data' } as never)
    expect(one(await asked(new FakeMachine({})))).toMatchObject({ status: 'ok', detail: 'there is none yet at /data' })
    const found = one(await asked(new FakeMachine({ statuses, userId: 1000 })))
    expect(found).toMatchObject({ status: 'ok', mend: 'sudo -u plasm plasm doctor' })
    const large = { ...statuses, '/data/plasm.sqlite': { ...file(0o600), bytes: 3 * GiB } }
    expect(one(await asked(new FakeMachine({ statuses: large })))).toMatchObject({
      status: 'ok',
      mend: expect.stringContaining('plasm backup'),
    })
  })
})

describe('the limits', () => {
  const limits = (files: string, processes = 'unlimited', stack = 'unlimited') =>
    [
      'Limit                     Soft Limit           Hard Limit           Units     ',
      `Max stack size            8388608              ${stack.padEnd(20)} bytes     `,
      `Max processes             1                    ${processes.padEnd(20)} processes `,
      `Max open files            1                    ${files.padEnd(20)} files     `,
    ].join('\n')
  const check = (files: Record<string, string>) =>
    checkLimits({ machine: new FakeMachine({ files }), dataDirectory: '/data' })

  test('are well where the hard ones are', () => {
    expect(one(check({ '/proc/self/limits': limits('20000', '9000') })).status).toBe('ok')
  })

  test.each([
    ['open files', limits('64'), 'LimitNOFILE=4096'],
    ['processes', limits('20000', '10'), 'LimitNPROC=512'],
    ['bytes of stack', limits('20000', '9000', '8388608'), 'LimitSTACK=67108864'],
  ])('are too low for %s', (what, text, mend) => {
    const found = one(check({ '/proc/self/limits': text }))
    expect(found).toMatchObject({ status: 'degraded', detail: expect.stringContaining(`${what} of this shell`) })
    expect(found.mend).toContain(mend)
  })

  test("are the daemon's own where they may be seen", () => {
    const files = {
      '/data/lock.json': '{"pid":7}',
      '/proc/7/limits': limits('64'),
      '/proc/self/limits': limits('20000'),
    }
    expect(one(check(files)).detail).toContain('of the daemon, process 7: 64')
    expect(one(check({ ...files, '/data/lock.json': '{"pi' })).status).toBe('ok')
  })
})

describe('permissions', () => {
  const directory = { kind: 'directory', mode: 0o700, uid: 100, gid: 100, modifiedAt: 0, bytes: 0 } as const
  const right = {
    '/data': directory,
    '/data/key': file(0o600),
    '/data/plasm.sqlite': file(0o644),
    '/run/api.sock': { ...file(0o660), kind: 'socket' },
  } as const
  const check = (statuses: NonNullable<ConstructorParameters<typeof FakeMachine>[0]['statuses']>, userId = 0) =>
    checkPermissions({
      machine: new FakeMachine({ statuses, userId }),
      dataDirectory: '/data',
      socket: '/run/api.sock',
    })

  test('are right, or there is nothing yet', () => {
    expect(one(check(right)).status).toBe('ok')
    expect(one(check({})).status).toBe('ok')
  })

  test('say who may see more', () => {
    expect(one(check({ '/data': directory }, 1000)).mend).toBe('sudo -u plasm plasm doctor')
  })

  test.each([
    ['the data directory', { '/data': { ...directory, mode: 0o755 } }, 'degraded', 'sudo chmod 700 /data'],
    ['the key', { '/data/key': file(0o640) }, 'degraded', 'sudo chmod 600 /data/key'],
    ['the socket', { '/run/api.sock': file(0o666) }, 'degraded', 'sudo chmod 660 /run/api.sock'],
    ["files of another user's", { '/data/plasm.sqlite': file(0o600, 0) }, 'failed', 'sudo chown -R 100 /data'],
  ])('are wrong for %s', (_, change, status, mend) => {
    expect(one(check({ ...right, ...change }))).toMatchObject({ status, mend })
  })
})

describe('versions', () => {
  const versions = { own: '1.0.0', daemon: '1.0.0', node: '26.1.0', bubblewrap: 'bubblewrap 0.8.0', kernel: '6.1' }

  test('are well where daemon and command are one', () => {
    expect(one(findVersions(versions)).status).toBe('ok')
  })

  test('ask for a restart where the daemon is of before an upgrade', () => {
    const found = one(findVersions({ ...versions, daemon: '0.9.0' }))
    expect(found).toMatchObject({ status: 'degraded', mend: 'sudo systemctl restart plasm' })
    expect(found.detail).toContain('the daemon that runs is plasm 0.9.0, this is plasm 1.0.0')
  })

  test('ask for a newer Node', () => {
    expect(one(findVersions({ ...versions, node: '20.2.0' }))).toMatchObject({
      status: 'degraded',
      mend: expect.stringContaining('Node 26'),
    })
  })
})

test('a configuration by which no daemon would start is a failure, with its words', () => {
  const found = one(checkConfiguration({ config: { invalid: 'jobs.slots must be an integer' } }))
  expect(found).toMatchObject({ status: 'failed', detail: expect.stringContaining('jobs.slots must be an integer') })
  expect(found.mend).toContain('sudo systemctl restart plasm')
})

test('reachability is not looked at where no daemon answers', () => {
  expect(one(checkReachability({ node: { silent: 'no daemon answers at /x' } }))).toMatchObject({
    status: 'ok',
    detail: expect.stringContaining('no daemon answers at /x'),
  })
})
