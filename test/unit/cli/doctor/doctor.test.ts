import { expect, test } from 'vitest'
import type { Finding } from '../../../../daemon/src/cli/doctor/finding.ts'
import { exitCodeFor } from '../../../../daemon/src/cli/doctor.ts'

const finding = (status: Finding['status']): Finding => ({ name: 'a fence', status, detail: '' })

test.each([
  ['all is well', ['ok', 'ok'], 0],
  ['something is missing', ['ok', 'degraded'], 1],
  ['no job can run', ['degraded', 'failed', 'ok'], 4],
] as const)('doctor ends by code where %s', (_, statuses, code) => {
  expect(exitCodeFor(statuses.map(finding))).toBe(code)
})
