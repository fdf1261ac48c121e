import { ProcessSandbox } from '../../daemon/src/sandbox/process-sandbox.ts'
import { sandboxContract } from './sandbox-contract.ts'

// Whatever this machine bears: `full` where bubblewrap works, and always `reduced`.
for (const strongestIsolation of ['full', 'reduced'] as const) {
  sandboxContract(
    `the process sandbox, at most ${strongestIsolation}`,
    () => ProcessSandbox.start({ strongestIsolation, waitingChildren: 1, maximumChildren: 3 }),
    { kills: true },
  )
}
