import packageManifest from '../../../../package.json' with { type: 'json' }
import type { Finding, Patient } from './finding.ts'

const name = 'versions'
const wantedNode = 26

/** Whether the daemon that runs is the one that is installed; and of what else results and fences depend on. */
export async function checkVersions({ machine, node }: Pick<Patient, 'machine' | 'node'>): Promise<readonly Finding[]> {
  const bwrap = await machine.run('bwrap', ['--version'])
  return findVersions({
    own: packageManifest.version,
    ...('silent' in node ? {} : { daemon: node.version }),
    node: process.versions.node,
    bubblewrap: bwrap?.text ?? 'no bubblewrap',
    kernel: machine.kernel,
  })
}

export interface Versions {
  readonly own: string
  /** Absent where none answers. */
  readonly daemon?: string
  readonly node: string
  readonly bubblewrap: string
  readonly kernel: string
}

export function findVersions({ own, daemon, node, bubblewrap, kernel }: Versions): readonly Finding[] {
  const around = `Node ${node}, ${bubblewrap}, Linux ${kernel}`
  if (daemon !== undefined && daemon !== own) {
    const detail = `the daemon that runs is plasm ${daemon}, this is plasm ${own}; ${around}`
    return [{ name, status: 'degraded', detail, mend: 'sudo systemctl restart plasm' }]
  }
  if (Number.parseInt(node, 10) < wantedNode) {
    const detail = `plasm ${own} on ${around}: fences ask for Node ${wantedNode}`
    return [{ name, status: 'degraded', detail, mend: `run plasm with Node ${wantedNode} or newer` }]
  }
  return [{ name, status: 'ok', detail: `plasm ${own}, ${around}` }]
}
