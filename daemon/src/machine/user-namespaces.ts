import { type Machine, textOf } from './machine.ts'

/** One setting of the kernel that keeps users who are not root from making namespaces, and what lifts it. */
export interface NamespaceBar {
  readonly setting: string
  readonly value: string
  readonly mend: string
}

/** Settings that stand in the way; those that this kernel does not have do not. */
export function namespaceBars(machine: Pick<Machine, 'read'>): readonly NamespaceBar[] {
  return settings.flatMap(({ setting, bars, mend }) => {
    const value = textOf(machine, `/proc/sys/${setting.replaceAll('.', '/')}`)
    return value === bars ? [{ setting, value, mend }] : []
  })
}

/** Ubuntu's: an AppArmor profile that allows them to one program lifts it for that one. */
export const apparmorSetting = 'kernel.apparmor_restrict_unprivileged_userns'

const settings = [
  {
    setting: 'kernel.unprivileged_userns_clone',
    bars: '0',
    mend: 'echo kernel.unprivileged_userns_clone=1 | sudo tee /etc/sysctl.d/60-plasm.conf && sudo sysctl --system',
  },
  { setting: apparmorSetting, bars: '1', mend: 'sudo apparmor_parser -r /etc/apparmor.d/plasm' },
  {
    setting: 'user.max_user_namespaces',
    bars: '0',
    mend: 'echo user.max_user_namespaces=15000 | sudo tee /etc/sysctl.d/60-plasm.conf && sudo sysctl --system',
  },
] as const
