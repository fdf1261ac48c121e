import { join } from 'node:path'
import configSchema from '../../../schemas/config.schema.json' with { type: 'json' }
import { PlasmError } from '../errors.ts'
import { ProcessSandbox } from '../sandbox/process-sandbox.ts'
import type { Isolation, RuntimeName, Sandbox } from '../sandbox/sandbox.ts'
import { oneLine } from './render/values.ts'

export interface OpenSandbox {
  readonly sandbox: Sandbox
  /** What was behind the last outcome that is this machine's own fault, on one line. */
  trouble(): string | undefined
}

export interface SandboxNeeds {
  /** The first must be there; the others where this machine gives them. */
  readonly runtimes: readonly RuntimeName[]
  readonly isolation: Isolation
  /** Where what was made of modules is kept between commands. */
  readonly cacheDirectory: string
  readonly memoryBytes: number
  readonly wallTimeMs: number
}

/** A sandbox for a command of its own. Rejects with SANDBOX_UNAVAILABLE, also where the isolation is less than needed. */
export async function openSandbox(needs: SandboxNeeds): Promise<OpenSandbox> {
  const { runtimes, isolation, cacheDirectory, memoryBytes, wallTimeMs } = needs
  let trouble: string | undefined
  const sandbox = await ProcessSandbox.start({
    runtimes,
    prepared: { directory: join(cacheDirectory, 'prepared'), quotaBytes: preparedQuotaBytes.default },
    compiledDirectory: join(cacheDirectory, 'code'),
    waitingChildren: 0,
    maximumMemoryBytes: memoryBytes,
    maximumWallTimeMs: wallTimeMs,
    onTrouble: (detail) => {
      trouble = oneLine(detail)
    },
  })
  if (isolation === 'reduced' || sandbox.isolation === 'full') return { sandbox, trouble: () => trouble }
  await sandbox.stop()
  throw new PlasmError(
    'SANDBOX_UNAVAILABLE',
    `this machine gives reduced isolation only: ${sandbox.isolationReason ?? 'the reason is not known'}`,
  )
}

const { preparedQuotaBytes } = configSchema.$defs.Sandbox.properties
