import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../../daemon/src/config/config.ts'
import { configKeys, valueAt } from '../../../daemon/src/config/keys.ts'

const shipped = readFileSync(join(import.meta.dirname, '..', '..', '..', 'packaging', 'plasm.yaml'), 'utf8')

function read(text: string) {
  const directory = mkdtempSync(join(tmpdir(), 'plasm-shipped-'))
  try {
    const file = join(directory, 'plasm.yaml')
    writeFileSync(file, text)
    return readConfig({ env: {}, home: '/h', file })
  } finally {
    rmSync(directory, { recursive: true })
  }
}

test('the configuration that the package brings changes nothing', () => {
  expect(shipped.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  expect(read(shipped)).toEqual(readConfig({ env: {}, home: '/h' }))
})

test('every example in it is valid where it is taken out of its comment, and shows the default where there is one', () => {
  // Keys are lower case; sentences are not.
  const examples = shipped.replace(/^# ?(?=( *)([a-z][A-Za-z]*:|- ))/gm, '').replace(/^# .*$/gm, '')
  const config = read(examples)
  expect(config).not.toEqual(readConfig({ env: {}, home: '/h' }))
  for (const { name, path, schema } of configKeys) {
    const leaf = path.at(-1)
    if (!new RegExp(`^ *${leaf}:`, 'm').test(examples) || !('default' in schema)) continue
    expect(valueAt(config, path), name).toEqual(schema.default)
  }
})
