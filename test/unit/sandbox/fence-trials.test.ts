import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { tryFences } from '../../../daemon/src/sandbox/fence-trials.ts'

const directory = mkdtempSync(join(tmpdir(), 'plasm-trials-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** A directory in which each of these names is a script. */
function pathWith(scripts: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(directory, 'bin-'))
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(path, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  }
  return path
}

const trials = async (path: string) =>
  Object.fromEntries((await tryFences({ node: process.execPath, path })).map((found) => [found.fence, found]))

describe('a trial of the fences', () => {
  test('says what is not installed, and the command that installs it', async () => {
    const found = await trials(pathWith({}))
    expect(found.namespaces).toEqual({
      fence: 'namespaces',
      holds: false,
      detail: 'bubblewrap (bwrap) is not installed',
      mend: 'sudo apt-get install bubblewrap',
    })
    expect(found['resource limits']).toMatchObject({ holds: false, mend: 'sudo apt-get install util-linux' })
    expect(found['death with the daemon']).toMatchObject({ holds: false, mend: 'sudo apt-get install util-linux' })
    expect(found["Node's permissions"]).toMatchObject({ holds: true })
  })

  test('does not believe in a fence that lets things through', async () => {
    // Each starts what it is asked to start, and puts no fence around it.
    const open = `while [ "$1" != -- ]; do shift; done; shift; exec "$@"`
    const found = await trials(pathWith({ bwrap: open, prlimit: open }))
    expect([found.namespaces?.holds, found['system-call filter']?.holds, found['resource limits']?.holds]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('tells what a fence said that does not work', async () => {
    const found = await trials(pathWith({ bwrap: 'echo "setting up uid map: Permission denied" >&2; exit 1' }))
    expect(found.namespaces).toMatchObject({
      holds: false,
      detail: 'bubblewrap does not work here: setting up uid map: Permission denied',
      mend: expect.any(String),
    })
  })
})
