import { profileFile, readAppArmor } from '../../machine/apparmor.ts'
import { asDaemon, type Finding, type Patient } from './finding.ts'

const name = 'AppArmor'

/** Where AppArmor is on, plasm's profile is what lets its sandbox make namespaces on newer Ubuntus. */
export function checkAppArmor({ machine }: Pick<Patient, 'machine'>): readonly Finding[] {
  const found = readAppArmor(machine)
  const load = `sudo apparmor_parser -r ${profileFile}`
  switch (found.kind) {
    case 'off':
      return [{ name, status: 'ok', detail: 'not on here' }]
    case 'no-profile':
      return [
        { name, status: 'ok', detail: `on, without a profile for plasm (${profileFile}): nothing is asked of it` },
      ]
    case 'unseen':
      return [{ name, status: 'ok', detail: `on; whether ${profileFile} is loaded, root may see`, mend: asRoot }]
    case 'not-loaded':
      return [{ name, status: 'degraded', detail: `on, and ${profileFile} is not loaded`, mend: load }]
    case 'loaded':
      return [loaded(found.mode)]
    default:
      return found satisfies never
  }
}

/** `unconfined`: what the profile of a program says that needs nothing but its namespaces. */
function loaded(mode: string): Finding {
  const detail = `the profile plasm is loaded (${mode})`
  if (mode === 'enforce' || mode === 'unconfined') return { name, status: 'ok', detail }
  return { name, status: 'degraded', detail: `${detail}: it forbids nothing`, mend: 'sudo aa-enforce plasm' }
}

const asRoot = asDaemon.replace('-u plasm ', '')
