import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ProcessSandbox } from '../daemon/src/sandbox/process-sandbox.ts'

/**
 * Fences are measured as a user who is not root: some of them spare root. Where root runs this, the script at `url` is
 * run again as `nobody`, and this process ends with it. That user must be able to read the checkout.
 */
export async function asOrdinaryUser(url: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  // Builds what children run, beside the sources, where the other user may not write.
  await (await ProcessSandbox.start()).stop()
  const dropped = ['--reuid=nobody', '--regid=nogroup', '--clear-groups', '--no-new-privs']
  const again = [process.execPath, ...process.execArgv, fileURLToPath(url), ...process.argv.slice(2)]
  const { status, error } = spawnSync('setpriv', [...dropped, '--', ...again], {
    stdio: 'inherit',
    env: { PATH: process.env.PATH, DBG: process.env.DBG },
  })
  if (error !== undefined) throw error
  process.exit(status ?? 1)
}
