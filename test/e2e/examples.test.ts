import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, inflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { runOnBoth } from './on-both.ts'
import { Home, plasm, start } from './plasm-process.ts'

const home = new Home()
afterAll(() => home.remove())

const root = join(import.meta.dirname, '..', '..')
const wordCount = join(root, 'examples', 'word-count', 'word-count.wasm')

describe('word-count', () => {
  const count = (text: string | Uint8Array, ...args: string[]) => plasm(home, ['run', wordCount, '--', ...args], text)

  test('counts as a program of another kind does, over text of every sort', async () => {
    const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
    const text = Buffer.concat([
      ...docs.map((name) => readFileSync(join(root, 'docs', name))),
      readFileSync(join(root, 'LICENSE')),
      readFileSync(wordCount),
      Buffer.from(`${'x'.repeat(200_000)} abcdefgh abcdefghi abcdefghij ABCDEFGH naïve don't`),
    ])
    const { code, stdout } = await count(text, '--top', '0')
    expect(code).toBe(0)
    expect(stdout).toBe(linesOf(text))
    expect((await count(text)).stdout).toBe(linesOf(text, 10))
  })

  test('counts the same on both runtimes, for the same fuel', { timeout: 60_000 }, async () => {
    const text = readFileSync(join(root, 'LICENSE'))
    const { stdout } = await runOnBoth(home, 'word-count', [wordCount, '--', '--top', '0'], text)
    expect(stdout).toBe(linesOf(text))
  })

  test('says nothing of no words', async () => {
    expect(await count('')).toMatchObject({ code: 0, stdout: '' })
    expect(await count('123 - ÄÖ\n')).toMatchObject({ code: 0, stdout: '' })
  })

  const wrong = [['--top'], ['--top', 'x'], ['--top', ''], ['-n', '3'], ['--top', '1', '2'], ['--top', '1000000000']]
  test.each(wrong.map((args) => ({ args })))('ends with code 2 and its usage on $args', async ({ args }) => {
    const ended = await count('a', ...args)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain('usage: word-count [--top N]')
  })
})

test('picture draws the same PNG everywhere, and it is one', { timeout: 60_000 }, async () => {
  const child = start(home, ['run', join(root, 'examples', 'picture', 'picture.wasm')])
  child.stdin!.end()
  const png = Buffer.concat(await child.stdout!.toArray())
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks = chunksOf(png)
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', ...Array(480).fill('IDAT'), 'IEND'])
  expect(chunks[0]?.data.toString('hex')).toBe('000002d0000001e00802000000')
  const pixels = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  expect(pixels).toHaveLength(480 * (1 + 3 * 720))
  expect(createHash('sha256').update(pixels).digest('hex')).toBe(
    'bbfd726bb954502f323da40ad2a30b4e6d5dff76339b1dc8f541ba85d3bb8acb',
  )
})

describe('ecs', { timeout: 60_000 }, () => {
  const ecs = join(root, 'examples', 'ecs', 'ecs.wasm')

  test.each([
    [10_000, 300, 1],
    [1003, 2000, 4_000_000],
  ])('moves %i entities for %i ticks as the same arithmetic elsewhere does, seed %i', async (entities, ticks, seed) => {
    const words = ['--', '--entities', `${entities}`, '--ticks', `${ticks}`, '--seed', `${seed}`]
    const { stdout } = await runOnBoth(home, `ecs-${seed}`, [ecs, ...words])
    expect(stdout).toBe(simulated(entities, ticks, seed))
  })

  const wrong = [['--entities'], ['--ticks', '1x'], ['--tick', '3'], ['--ticks', '100000000']]
  test.each(wrong.map((args) => ({ args })))('ends with code 2 and its usage on $args', async ({ args }) => {
    const ended = await plasm(home, ['run', ecs, '--', ...args])
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain('usage: ecs [--entities N]')
  })

  test('says so where memory does not suffice', async () => {
    const ended = await plasm(home, ['run', '--memory', '1048576', ecs, '--', '--entities', '99999999'])
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'ecs: the memory limit is too small for this many entities\n',
    })
  })
})

/** What ecs prints, in 32-bit floats: entities one by one where it takes four at a time. */
function simulated(entities: number, ticks: number, seed: number): string {
  const columns = ['x', 'y', 'velocityX', 'velocityY'].map(() => new Float32Array(entities))
  const [x, y, velocityX, velocityY] = columns as [Float32Array, Float32Array, Float32Array, Float32Array]
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) / 2 ** 24
  }
  for (let entity = 0; entity < entities; entity++) {
    x[entity] = random() * 1600
    y[entity] = random() * 900
    velocityX[entity] = (random() - 0.5) * 8
    velocityY[entity] = (random() - 0.5) * 8
  }
  let met = 0
  const move = (positions: Float32Array, velocities: Float32Array, limit: number) => {
    for (let entity = 0; entity < entities; entity++) {
      const moved = Math.fround(positions[entity]! + velocities[entity]!)
      const isOutside = moved < 0 || moved > limit
      positions[entity] = !isOutside ? moved : moved < 0 ? -moved : 2 * limit - moved
      if (!isOutside) continue
      velocities[entity] = -velocities[entity]!
      met++
    }
  }
  for (let tick = 0; tick < ticks; tick++) {
    move(x, velocityX, 1600)
    move(y, velocityY, 900)
  }
  let hash = 0xcbf29ce484222325n
  for (const column of columns) {
    for (const byte of Buffer.from(column.buffer)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  const checksum = hash.toString(16).padStart(16, '0')
  return `entities ${entities}\nticks ${ticks}\nwalls met ${met}\nchecksum ${checksum}\n`
}

/** The specification of word-count in another language: see its README. */
function linesOf(text: Uint8Array, top = Number.POSITIVE_INFINITY): string {
  const counts = new Map<string, number>()
  for (const [word] of Buffer.from(text)
    .toString('latin1')
    .toLowerCase()
    .matchAll(/[a-z]+/g)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, top)
    .map(([word, number]) => `${number} ${word}\n`)
    .join('')
}

/** Every chunk, its CRC checked. */
function chunksOf(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks: { readonly type: string; readonly data: Buffer }[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const end = at + 8 + length
    expect(crc32(png.subarray(at + 4, end))).toBe(png.readUInt32BE(end))
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}
