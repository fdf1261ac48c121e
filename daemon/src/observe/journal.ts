import { fstatSync } from 'node:fs'

/**
 * True where standard error leads to the journal: systemd names the device and inode of what it connected in
 * JOURNAL_STREAM (systemd.exec(5)), which a shell's `2>file` leaves as it is.
 */
export function leadsToJournal(
  env: Readonly<Record<string, string | undefined>>,
  statOf: () => { readonly dev: bigint; readonly ino: bigint } = () => fstatSync(2, { bigint: true }),
): boolean {
  const { JOURNAL_STREAM: named } = env
  if (named === undefined || named === '') return false
  try {
    const { dev, ino } = statOf()
    return named === `${dev}:${ino}`
  } catch {
    // Closed: nothing leads anywhere.
    return false
  }
}
