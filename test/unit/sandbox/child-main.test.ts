import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findChildBundle } from '../../../daemon/src/sandbox/child-bundle.ts'

test('a child that meets a fault of its own says which, in few words, and ends', async () => {
  const { script } = await findChildBundle()
  const unknownRequest = Uint8Array.of(0, 0, 0, 0, 99, 1, 0, 0, 0)
  const { status, stderr } = spawnSync(process.execPath, [script, 'interpreter'], { input: unknownRequest })
  expect(status).toBe(1)
  expect(stderr.toString()).toContain('no request has type 99')
  expect(stderr.length).toBeLessThan(8192)
})
