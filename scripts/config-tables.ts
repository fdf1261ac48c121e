/** The tables of docs/configuration.md: every key of the configuration, so that none is missing or stale. */
import { describeKey, type KeyDescription } from '../daemon/src/config/describe-key.ts'
import { configGroups, configKeys } from '../daemon/src/config/keys.ts'

const block = /(<!-- keys of the configuration -->\n)[\s\S]*?(<!-- end of keys -->)/

export function withConfigTables(page: string): string {
  return page.replace(block, (_, start: string, end: string) => `${start}${tables()}\n${end}`)
}

function tables(): string {
  return [undefined, ...configGroups]
    .map((group) => {
      const above = group?.path.join('.') ?? ''
      const keys = configKeys.filter(({ path }) => path.slice(0, -1).join('.') === above)
      if (keys.length === 0) return ''
      const head =
        group === undefined
          ? ''
          : `### ${above}\n\n${group.description === undefined ? '' : `${group.description}\n\n`}`
      return `${head}${tableOf(keys.map(describeKey))}`
    })
    .filter((part) => part !== '')
    .join('\n')
}

function tableOf(keys: readonly KeyDescription[]): string {
  const rows = keys.map((key) => {
    const said = key.variable === undefined ? '' : `\`${key.variable}\` \`${key.flag}\``
    const cells = [
      `\`${key.key}\``,
      `${key.type}${key.unit === undefined ? '' : ` (${key.unit})`}`,
      key.default === undefined ? '*absent*' : `\`${JSON.stringify(key.default)}\``,
      said,
      key.reload ? 'reload' : 'restart',
      `${key.description}${key.secret ? ' Never shown.' : ''}`,
    ]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return `| key | value | default | variable, flag | applies at | meaning |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`
}
