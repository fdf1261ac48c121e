import type { BanView } from '../../generated/types.ts'
import { table } from './table.ts'
import { oneLine, time } from './values.ts'

type Shown = Pick<BanView, 'name' | 'reason' | 'detail' | 'until'>

/** What is banned, a line each. */
export function banTable(bans: readonly Shown[]): string {
  const rows = bans.map(({ name, until, reason, detail }) => [
    name,
    until === undefined ? 'for good' : time(until),
    reason,
    oneLine(detail),
  ])
  return table(['BANNED', 'UNTIL', 'REASON', 'DETAIL'], rows)
}
