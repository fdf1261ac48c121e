import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { News, ServiceManager } from '../../daemon/src/service/service-manager.ts'
import { SystemdManager, takeSystemd } from '../../daemon/src/service/systemd-manager.ts'
import { eventually } from '../fakes/eventually.ts'
import { FakeServiceManager } from '../fakes/fake-service-manager.ts'
import { NotifyReceiver, notifyObstacle } from '../fakes/notify-receiver.ts'

const story: readonly News[] = [
  { kind: 'ready', status: 'serving: 0 peers' },
  { kind: 'alive' },
  { kind: 'status', status: 'serving: 1 peer' },
  { kind: 'reloading' },
  { kind: 'ready', status: 'serving: 1 peer' },
  { kind: 'stopping', status: 'stopping', limitMs: 16_800 },
]

/** What every service manager is: told in the order of the calls, whether they are awaited or not. */
async function tellsTheStory(manager: ServiceManager, heard: () => readonly string[]): Promise<void> {
  await Promise.all(story.map((news) => manager.tell(news)))
  await eventually(() => expect(heard()).toEqual(story.map(({ kind }) => kind)))
}

test('the fake service manager hears everything in order', async () => {
  const fake = new FakeServiceManager()
  await tellsTheStory(fake, () => fake.kinds)
})

describe.skipIf(notifyObstacle !== undefined)(
  `systemd is told${notifyObstacle ? ` (no ${notifyObstacle})` : ''}`,
  () => {
    let systemd: NotifyReceiver
    beforeEach(async () => {
      systemd = await NotifyReceiver.start()
    })
    afterEach(() => systemd.stop())

    const kindOf = (message: string): string => {
      const names = message.split('\n').map((line) => line.split('=')[0])
      const telling = { READY: 'ready', WATCHDOG: 'alive', RELOADING: 'reloading', STOPPING: 'stopping' }
      return Object.entries(telling).find(([name]) => names.includes(name))?.[1] ?? 'status'
    }

    test('everything in order, in the words of sd_notify(3)', async () => {
      await tellsTheStory(new SystemdManager({ socket: systemd.socket }), () => systemd.messages.map(kindOf))
      const [ready, alive, status, reloading, again, stopping] = systemd.messages.map((text) => text.split('\n').sort())
      expect(ready).toEqual([`MAINPID=${process.pid}`, 'READY=1', 'STATUS=serving: 0 peers'])
      expect(alive).toEqual(['WATCHDOG=1'])
      expect(status).toEqual([`MAINPID=${process.pid}`, 'STATUS=serving: 1 peer'])
      expect(reloading).toEqual([expect.stringMatching(/^MONOTONIC_USEC=\d+$/), 'RELOADING=1'])
      expect(again).toContain('READY=1')
      expect(stopping).toEqual(['EXTEND_TIMEOUT_USEC=16800000', 'STATUS=stopping', 'STOPPING=1'])
    })

    test('a status is one line, whatever stands in it', async () => {
      await new SystemdManager({ socket: systemd.socket }).tell({ kind: 'status', status: 'a\nREADY=1' })
      await eventually(() => expect(systemd.messages).toHaveLength(1))
      expect(systemd.messages[0]?.split('\n').sort()).toEqual([`MAINPID=${process.pid}`, 'STATUS=a READY=1'])
    })

    test('nothing of it is left for what is started later', async () => {
      const env = { NOTIFY_SOCKET: systemd.socket, WATCHDOG_USEC: '30000000', WATCHDOG_PID: '77', HOME: '/' }
      const manager = takeSystemd(env, 77)
      expect(env).toEqual({ HOME: '/' })
      expect(manager?.watchdogMs).toBe(30_000)
      await manager?.tell({ kind: 'ready', status: 'serving' })
      await eventually(() => expect(systemd.messages).toHaveLength(1))
      expect(process.env.NOTIFY_SOCKET).toBeUndefined()
    })
  },
)

test('nobody is told where systemd did not start the process', () => {
  expect(takeSystemd({ HOME: '/' })).toBeUndefined()
  expect(takeSystemd({ NOTIFY_SOCKET: '' })).toBeUndefined()
})

test('the watchdog of another process is not fed, nor one that is off', () => {
  const socket = { NOTIFY_SOCKET: '/run/notify' }
  expect(takeSystemd({ ...socket, WATCHDOG_USEC: '30000000', WATCHDOG_PID: '77' }, 78)?.watchdogMs).toBeUndefined()
  expect(takeSystemd({ ...socket, WATCHDOG_USEC: '30000000' }, 78)?.watchdogMs).toBe(30_000)
  expect(takeSystemd({ ...socket, WATCHDOG_USEC: '0' })?.watchdogMs).toBeUndefined()
})

describe('a systemd-notify of the test’s own', () => {
  let directory: string
  let path: string | undefined
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'plasm-notify-'))
    path = process.env.PATH
    process.env.PATH = `${directory}${delimiter}${path}`
  })
  afterEach(() => {
    process.env.PATH = path
    rmSync(directory, { recursive: true })
  })

  function install(script: string): void {
    writeFileSync(join(directory, 'systemd-notify'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(directory, 'systemd-notify'), 0o755)
  }

  test('that hangs costs one word its limit and the next one nothing: none is started beside it', async () => {
    const log = join(directory, 'log')
    install(`echo $$ >> ${log}; exec sleep 1000`)
    const manager = new SystemdManager({ socket: '/none', limitMs: 300 })
    const status = { kind: 'status', status: 'x' } as const
    await expect(manager.tell(status)).rejects.toThrow('systemd-notify: no answer within 300 ms')
    const started = await eventually(() => {
      const written = readFileSync(log, 'utf8')
      // Not the 0 of an empty file: a signal to that is one to all of this group.
      expect(written).toMatch(/^\d+\n$/)
      return written
    })
    try {
      await expect(manager.tell(status)).rejects.toThrow('systemd-notify: the one before still hangs')
      install('exit 0')
      await eventually(() => manager.tell({ kind: 'alive' }))
      expect(readFileSync(log, 'utf8')).toBe(started)
    } finally {
      process.kill(Number(started), 'SIGKILL')
    }
    await eventually(() => manager.tell(status))
  })

  test('that fails is heard', async () => {
    install('echo "Failed to notify init system: no" >&2; exit 1')
    const manager = new SystemdManager({ socket: '/none' })
    for (const news of [{ kind: 'ready', status: '' }, { kind: 'alive' }] as const)
      await expect(manager.tell(news)).rejects.toThrow(
        'systemd cannot be told: systemd-notify: Failed to notify init system: no',
      )
  })
})
