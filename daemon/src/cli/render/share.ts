import type { ShareView, SharingView, WhyIdle } from '../../generated/types.ts'
import { list } from './table.ts'
import { bytes, duration, oneLine, time } from './values.ts'

/** What other peers may have of this machine, in plain words. */
export function describeShare(view: ShareView): string {
  const { machine, schedule, allowlist, chosen, overridden, answers } = view
  return list([
    ['shares', whoseText[view.with]],
    ['now', sharingText(view.now)],
    ...(view.pause === undefined ? [] : [['paused', pauseText(view.pause)] as const]),
    ['schedule', schedule === 'always' ? 'at any time' : schedule],
    ['only when idle', idleText(view)],
    ['cores', coresText(view)],
    ['memory', `${bytes(view.memoryBytes)} of ${bytes(machine.memoryBytes)}`],
    ['at once', `${view.slots} jobs`],
    ['allowlist', allowlist.length === 0 ? 'nobody' : `${allowlist.length} peers`],
    ...allowlist.map((peer) => ['', peer] as const),
    ['asked', askedText(answers)],
    ['set here', chosen.length === 0 ? 'nothing: the configuration file and its defaults count' : chosen.join(', ')],
    ...overridden.map(({ key, by }) => ['fixed', `${key}, by ${by} of the running daemon`] as const),
  ])
}

/** Why no work comes, the most pressing first. */
export function describeWhy({ why }: ShareView): string {
  return why
    .map(({ text, help }: WhyIdle, index) => {
      const line = `${index + 1}. ${oneLine(text, 1000)}`
      return help === undefined ? line : `${line}\n   to do: ${oneLine(help)}`
    })
    .join('\n')
}

/** Whether jobs of other peers may begin now. */
export function sharingText(now: SharingView): string {
  const until = now.until === undefined ? '' : `, until ${time(now.until)}`
  if (now.open) return `open to jobs of others${until}`
  switch (now.reason) {
    case 'nobody':
      return "closed: it runs nobody's jobs but your own"
    case 'paused':
      return `closed: paused${until}`
    case 'schedule':
      return `closed: outside of its schedule${until}`
    case 'in-use':
      return 'closed: the machine is in use, or has not been idle for long enough'
    case 'unmeasurable':
      return 'closed: this system does not tell whether the machine is idle'
    case undefined:
      return 'closed'
    default:
      return now.reason satisfies never
  }
}

const whoseText = {
  nobody: 'with nobody: only your own jobs run here (plasm share anyone, or allowlist)',
  allowlist: 'with the peers on the allowlist',
  anyone: 'with anyone',
} as const

function pauseText({ since, until }: NonNullable<ShareView['pause']>): string {
  return `since ${time(since)}, ${until === undefined ? 'until plasm share --resume' : `until ${time(until)}`}`
}

function idleText({ onlyWhenIdle, idlePercent, idleMs, machine: { use } }: ShareView): string {
  if (!onlyWhenIdle) return 'no'
  const used = use.percent === undefined ? use.kind : `${use.kind}: others use ${use.percent}%`
  return `yes: less than ${idlePercent}% used by other programs for ${duration(idleMs)} (now ${used})`
}

function coresText({ coresPercent, machine: { processors, coresBy } }: ShareView): string {
  if (coresPercent === undefined) return `all ${processors}, with the least priority`
  const how =
    coresBy === 'control-groups'
      ? 'held to exactly'
      : 'held to by jobs at once only: there are no control groups here (plasm doctor)'
  return `${coresPercent / 100} of ${processors}, with the least priority; ${how}`
}

function askedText({ since, lastAskedAt, offers, orders, refusals }: ShareView['answers']): string {
  if (lastAskedAt === undefined) return `never since ${time(since)} (plasm share --why-idle)`
  const refused = refusals.map(({ code, count }) => `${count} ${code}`).join(', ')
  return `${offers.asked} offers and ${orders.asked} orders since ${time(since)}, last ${time(lastAskedAt)}; refused: ${refused || 'none'}`
}
