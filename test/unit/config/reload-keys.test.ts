import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configKeys, findKey } from '../../../daemon/src/config/keys.ts'

const node = readFileSync(join(import.meta.dirname, '../../../daemon/src/node.ts'), 'utf8')

/** Keys that the composition root takes once, of `const config = live.current`: `config.a.b`, or `{ b, c } = config.a`. */
function takenOnce(source: string): readonly string[] {
  const direct = [...source.matchAll(/(?<![.\w])config\.([a-zA-Z.]+)/g)].map(([, path]) => path!)
  const taken = [...source.matchAll(/\{ ([^{}]+) \} = config\.([a-zA-Z.]+)/g)]
  const inner = taken.flatMap(([, names, path]) =>
    names!.split(', ').map((name) => `${path}.${name.replace('...', '').split(':')[0]}`),
  )
  return [...direct, ...inner]
}

describe('keys that a reload applies', () => {
  test('are asked of the configuration in effect, and never taken once', () => {
    const once = takenOnce(node).filter((path) => findKey(path)?.reload === true)
    expect(once).toEqual([])
  })

  test('taken once would be found', () => {
    expect(takenOnce('const { slots, queue } = config.jobs')).toContain('jobs.queue')
    expect(takenOnce('f(config.share.with)')).toContain('share.with')
    expect(takenOnce('f(live.current.share.with)')).toEqual([])
  })

  test('are those of share, all of them, and some more', () => {
    expect(configKeys.filter(({ path, reload }) => path[0] === 'share' && !reload)).toEqual([])
    const more = ['api.tokens', 'jobs.queue', 'sandbox.isolation', 'log.level']
    expect(more.map((name) => findKey(name)?.reload)).toEqual([true, true, true, true])
  })
})
