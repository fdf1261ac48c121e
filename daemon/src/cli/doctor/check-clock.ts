import type { ReceiptView } from '../../generated/types.ts'
import { type ClockSynchronisation, clockSynchronisation } from '../../machine/clock-synchronisation.ts'
import { clockSkewMs } from '../../receipt/order.ts'
import { duration, time } from '../render/values.ts'
import type { Finding, Patient } from './finding.ts'

const name = 'clock'

/** Whether this machine's clock is set by others, and cannot be right where it can be known to be wrong. */
export async function checkClock(patient: Patient): Promise<readonly Finding[]> {
  const { machine, clock } = patient
  const builtAt = machine.status(import.meta.filename)?.modifiedAt
  const lastReceiptAt = await lastReceiptOf(patient)
  return findClock({
    now: clock.now(),
    synchronisation: await clockSynchronisation(machine),
    ...(builtAt === undefined ? {} : { builtAt }),
    ...(lastReceiptAt === undefined ? {} : { lastReceiptAt }),
  })
}

export interface ClockFacts {
  readonly now: number
  readonly synchronisation: ClockSynchronisation
  /** When this program was made. */
  readonly builtAt?: number
  /** When the newest receipt here was kept. */
  readonly lastReceiptAt?: number
}

export function findClock({ now, synchronisation, builtAt, lastReceiptAt }: ClockFacts): readonly Finding[] {
  const wrong = (detail: string) => [{ name, status: 'degraded', detail, mend } as const]
  if (builtAt !== undefined && now < builtAt - clockSkewMs)
    return wrong(`it says ${time(now)}, and this program was made at ${time(builtAt)}`)
  if (lastReceiptAt !== undefined && now < lastReceiptAt - clockSkewMs)
    return wrong(`it says ${time(now)}, ${duration(lastReceiptAt - now)} before the newest receipt here was kept`)
  switch (synchronisation) {
    case 'synchronised':
      return [{ name, status: 'ok', detail: 'set by other clocks' }]
    case 'not-synchronised':
      return wrong(`nothing sets it; peers refuse orders where it is ${clockSkewMs / 1000} s off`)
    case 'unknown':
      return [{ name, status: 'ok', detail: `${time(now)}; nothing here says whether it is set by other clocks`, mend }]
    default:
      return synchronisation satisfies never
  }
}

const mend = 'sudo timedatectl set-ntp true (with systemd-timesyncd or chrony installed)'

async function lastReceiptOf({ daemon, node }: Patient): Promise<number | undefined> {
  if ('silent' in node) return undefined
  try {
    const { items } = await daemon.json<{ readonly items: readonly ReceiptView[] }>('GET', '/v1/receipts?limit=1')
    return items[0]?.storedAt
  } catch {
    return undefined // What the daemon is ill of, other checks find.
  }
}
