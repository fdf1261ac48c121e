import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../fakes/eventually.ts'
import { NotifyReceiver, notifyObstacle } from '../fakes/notify-receiver.ts'
import { looper } from '../guests/programs.ts'
import { contentOf, descendants } from '../hostile/processes.ts'
import { Daemon, Home } from './plasm-process.ts'

/** As a user's, with what systemd gives a service. A third of the watchdog's time is what a check of its health may take. */
class ServiceHome extends Home {
  readonly variables: NodeJS.ProcessEnv

  constructor(variables: NodeJS.ProcessEnv) {
    super()
    this.variables = variables
  }

  override get env(): NodeJS.ProcessEnv {
    return { ...super.env, ...this.variables }
  }
}

const isWordToSystemd = (pid: number) => contentOf(`/proc/${pid}/cmdline`).startsWith('systemd-notify')

describe.skipIf(notifyObstacle !== undefined)(
  `a daemon as a service${notifyObstacle ? ` (no ${notifyObstacle})` : ''}`,
  () => {
    let systemd: NotifyReceiver
    let home: Home
    let daemon: Daemon | undefined
    beforeEach(async () => {
      systemd = await NotifyReceiver.start()
      home = new ServiceHome({ NOTIFY_SOCKET: systemd.socket, WATCHDOG_USEC: '15000000' })
    })
    afterEach(async () => {
      await daemon?.end('SIGKILL')
      daemon = undefined
      systemd.stop()
      home.remove()
    })

    test('is ready when it serves, lives, says what it does, and stops with a word', async () => {
      daemon = await Daemon.start(home, 'one')
      await eventually(() => expect(systemd.messages).not.toEqual([]))
      expect(systemd.messages[0]?.split('\n').sort()).toEqual([
        `MAINPID=${daemon.pid}`,
        'READY=1',
        'STATUS=serving: 0 peers, 0 running, 0 queued; shares with nobody',
      ])
      await eventually(() => expect(systemd.messages.filter((text) => text === 'WATCHDOG=1').length).toBeGreaterThan(1))
      const job = await daemon.submit(looper(), { limits: { fuel: Number.MAX_SAFE_INTEGER } }, { wallTimeMs: 60_000 })
      await eventually(() =>
        expect(systemd.messages.join('\n')).toContain(
          'STATUS=serving: 0 peers, 1 running, 0 queued; shares with nobody',
        ),
      )
      await daemon.client.json('DELETE', `/v1/jobs/${job.id}`)
      expect(await daemon.end()).toBe(0)
      const stopping = () => systemd.messages.find((text) => text.includes('STOPPING=1'))
      // 15 s for jobs, and the rest of a stop.
      await eventually(() => expect(stopping()).toContain('EXTEND_TIMEOUT_USEC=16800000'))
    })

    test('says that it reads its configuration, and that it is ready again', async () => {
      daemon = await Daemon.start(home, 'one')
      process.kill(daemon.pid, 'SIGHUP')
      const words = () => systemd.messages.flatMap((text) => /^(READY|RELOADING)=1$/m.exec(text)?.[1] ?? [])
      await eventually(() => expect(words()).toEqual(['READY', 'RELOADING', 'READY']))
    })

    test('hands nothing of it on to the children that run jobs', async () => {
      daemon = await Daemon.start(home, 'one')
      const job = await daemon.submit(looper(), { limits: { fuel: Number.MAX_SAFE_INTEGER } }, { wallTimeMs: 60_000 })
      await daemon.events(job.id, 'attempt')
      const children = descendants(daemon.pid).filter(({ pid }) => !isWordToSystemd(pid))
      expect(children.length).toBeGreaterThan(1)
      const environments = children.map(({ pid }) => contentOf(`/proc/${pid}/environ`))
      // Neither that nor anything else that the daemon has: one that takes it out and one that hands nothing on.
      expect(environments.filter((text) => /NOTIFY|HOME=/.test(text))).toEqual([])
      await daemon.client.json('DELETE', `/v1/jobs/${job.id}`)
    })

    test('is not said to live where its own API does not answer, and logs why', async () => {
      daemon = await Daemon.start(home, 'one')
      const logged = daemon.logs('its watchdog is not told that it lives')
      rmSync(daemon.socket)
      await logged
      const told = systemd.messages.length
      await daemon.logs('its watchdog is not told that it lives')
      expect(systemd.messages.slice(told)).toEqual([])
    })
  },
)
