import { type Machine, textOf } from './machine.ts'

/** What AppArmor does about plasm on this machine. */
export type AppArmor =
  | { readonly kind: 'off' }
  /** It is on, and there is no profile of plasm's among its files. */
  | { readonly kind: 'no-profile' }
  | { readonly kind: 'not-loaded' }
  /** Only root may see what is loaded. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'loaded'; readonly mode: string }

export const profileFile = '/etc/apparmor.d/plasm'

export function readAppArmor(machine: Pick<Machine, 'read' | 'status'>): AppArmor {
  if (textOf(machine, '/sys/module/apparmor/parameters/enabled') !== 'Y') return { kind: 'off' }
  const profiles = machine.read('/sys/kernel/security/apparmor/profiles')
  const mode = 'text' in profiles ? /^plasm \((\w+)\)$/m.exec(profiles.text)?.[1] : undefined
  if (mode !== undefined) return { kind: 'loaded', mode }
  if (machine.status(profileFile) === undefined) return { kind: 'no-profile' }
  return 'text' in profiles ? { kind: 'not-loaded' } : { kind: 'unseen' }
}
