import type { Machine } from './machine.ts'

/** Whether something sets this machine's clock by others; `unknown` where nothing here says. */
export type ClockSynchronisation = 'synchronised' | 'not-synchronised' | 'unknown'

/** systemd-timesyncd leaves a mark; others (chrony, ntpd) tell the kernel, which `timedatectl` reads. */
export async function clockSynchronisation(machine: Pick<Machine, 'status' | 'run'>): Promise<ClockSynchronisation> {
  if (machine.status('/run/systemd/timesync/synchronized') !== undefined) return 'synchronised'
  const asked = await machine.run('timedatectl', ['show', '--property=NTPSynchronized', '--value'])
  if (asked?.code === 0 && asked.text === 'yes') return 'synchronised'
  if (asked?.code === 0 && asked.text === 'no') return 'not-synchronised'
  return 'unknown'
}
