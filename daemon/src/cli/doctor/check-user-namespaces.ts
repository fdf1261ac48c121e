import { readAppArmor } from '../../machine/apparmor.ts'
import { apparmorSetting, namespaceBars } from '../../machine/user-namespaces.ts'
import type { Finding, Patient } from './finding.ts'

const name = 'user namespaces'

/** What the kernel was told about namespaces of users who are not root: a daemon is one, even where the doctor is asked by root. */
export function checkUserNamespaces({ machine }: Pick<Patient, 'machine'>): readonly Finding[] {
  const { kind } = readAppArmor(machine)
  // A loaded profile lifts this one for plasm; who may not see what is loaded sees whether a fence holds, below.
  const lifted = kind === 'loaded' || kind === 'unseen'
  const bars = namespaceBars(machine).filter(({ setting }) => !(lifted && setting === apparmorSetting))
  if (bars.length === 0) return [{ name, status: 'ok', detail: 'no setting of the kernel forbids them' }]
  return bars.map(({ setting, value, mend }) => ({
    name,
    status: 'degraded',
    detail: `${setting} is ${value}: users who are not root get none`,
    mend,
  }))
}
