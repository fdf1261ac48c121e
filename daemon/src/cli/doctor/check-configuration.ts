import type { Finding, Patient } from './finding.ts'

const name = 'configuration'

/** Whether a daemon would start by it; what is running may have been started by an older one. */
export function checkConfiguration({ config }: Pick<Patient, 'config'>): readonly Finding[] {
  if (!('invalid' in config)) return [{ name, status: 'ok', detail: 'a daemon would start by it' }]
  const mend = 'mend what it names until plasm config check is content; then: sudo systemctl restart plasm'
  return [{ name, status: 'failed', detail: `no daemon would start by it: ${config.invalid}`, mend }]
}
