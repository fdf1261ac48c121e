import { describe, expect, test } from 'vitest'
import { describeShare, describeWhy, sharingText } from '../../../daemon/src/cli/render/share.ts'
import { cores, duration, memory, schedule, switched } from '../../../daemon/src/cli/share-options.ts'
import { fakeShareDesk } from '../../fakes/share-desk.ts'
import { share } from '../jobs/world.ts'

const usage = expect.objectContaining({ code: 'USAGE' })

describe('the options of plasm share', () => {
  test.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
  ])('a pause of %s', (text, ms) => {
    expect(duration('--pause', text)).toBe(ms)
  })

  test.each([
    ['off', 'always'],
    ['always', 'always'],
    ['22:00-07:00', '22:00-07:00'],
    [' Mon-Fri  22:00 - 07:00 ,Sat 00:00-24:00', 'mon-fri 22:00-07:00, sat 00:00-24:00'],
  ])('a schedule of %o', (text, plain) => {
    expect(schedule(text)).toBe(plain)
  })

  test.each([
    ['2', 200],
    ['1.5', 150],
    ['50%', 200],
    ['100%', 400],
    ['0.25', 25],
  ])('%s cores of four', (text, percent) => {
    expect(cores(text, 4)).toBe(percent)
  })

  test.each([
    ['1048576', 1_048_576],
    ['512M', 512 * 2 ** 20],
    ['1.5GiB', 1.5 * 2 ** 30],
    ['25%', 2 ** 31],
  ])('%s of eight gibibytes', (text, bytes) => {
    expect(memory(text, 2 ** 33)).toBe(bytes)
  })

  test.each<[string, () => unknown]>([
    ['a pause without a unit', () => duration('--pause', '30')],
    ['a pause of nothing', () => duration('--pause', '0h')],
    ['a schedule of nonsense', () => schedule('at night')],
    ['a switch that is neither', () => switched('--only-when-idle', 'maybe')],
    ['no core', () => cores('0', 4)],
    ['more cores than there are', () => cores('5', 4)],
    ['cores that are no number', () => cores('half', 4)],
    ['more memory than there is', () => memory('9G', 2 ** 33)],
    ['too little memory to run anything', () => memory('1k', 2 ** 33)],
  ])('refuses %s', (_, parse) => {
    expect(parse).toThrow(usage)
  })

  test('a switch alone is on', () => {
    expect([switched('x', true), switched('x', 'on'), switched('x', 'off')]).toEqual([true, true, false])
  })
})

describe('what plasm share says', () => {
  test('is the state in plain words', () => {
    const { desk } = fakeShareDesk({ share: { ...share, with: 'nobody' }, overriding: { 'share.idleMs': '--idle' } })
    const fresh = describeShare(desk.view())
    expect(fresh).toContain('shares          with nobody: only your own jobs run here')
    expect(fresh).toContain('never since')
    expect(fresh).toContain('idleMs, by --idle')
    const changed = describeShare(desk.change({ with: 'anyone', coresPercent: 150, onlyWhenIdle: true, pause: {} }))
    expect(changed).toContain('with anyone')
    expect(changed).toContain('closed: paused')
    expect(changed).toContain('until plasm share --resume')
    expect(changed).toContain('1.5 of 4')
    expect(changed).toContain('less than 20% used by other programs for 5 min 0 s (now unknown)')
    expect(changed).toContain('with, onlyWhenIdle, coresPercent')
  })

  test('is why no work comes, and what to do', () => {
    const { desk } = fakeShareDesk({ share: { ...share, with: 'nobody' }, readings: { connectedPeers: 0 } })
    const lines = describeWhy(desk.view()).split('\n')
    expect(lines[0]).toBe("1. it runs nobody's jobs but your own")
    expect(lines[1]).toBe('   to do: plasm share anyone, or plasm share allowlist')
    expect(lines[2]).toBe('2. it is connected to no peer')
  })

  test('names every reason to be closed', () => {
    for (const reason of ['nobody', 'paused', 'schedule', 'in-use', 'unmeasurable'] as const)
      expect(sharingText({ open: false, reason })).toMatch(/^closed: /)
    expect(sharingText({ open: true, until: 0 })).toContain('until 1970-01-01')
  })
})
