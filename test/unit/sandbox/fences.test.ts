import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Child, ChildLaunch } from '../../../daemon/src/sandbox/child.ts'
import { bundleChild, findChildBundle, withCompiledCode } from '../../../daemon/src/sandbox/child-bundle.ts'
import { type FencedProgram, raiseFences } from '../../../daemon/src/sandbox/fences.ts'
import { seccompFilter } from '../../../daemon/src/sandbox/seccomp.ts'

const directory = mkdtempSync(join(tmpdir(), 'plasm-fences-'))
afterAll(() => rmSync(directory, { recursive: true }))

const program = {
  node: process.execPath,
  nodeFlags: ['--max-old-space-size=64'],
  runtime: 'interpreter' as const,
  bundle: { script: '/opt/child.cjs', code: '/opt/child.cjs.code', compiled: '/opt/child.cjs.1234' },
  dataBytes: 1 << 30,
  cpuSeconds: 60,
}

/** Directories that hold programs of these names, which nobody runs. */
function pathWith(...names: readonly string[]): string {
  const path = mkdtempSync(join(directory, 'bin-'))
  for (const name of names) writeFileSync(join(path, name), '#!/bin/sh\n', { mode: 0o755 })
  if (names.includes('ldd')) {
    writeFileSync(join(path, 'ldd'), `#!/bin/sh\nprintf '\\tlibx.so => ${directory} (0x1)\\n\\tvdso (0x2)\\n'\n`, {
      mode: 0o755,
    })
  }
  return path
}

/** Raises fences on a machine where only launches that `bears` accepts start. */
async function raise(
  path: string,
  bears: (launch: ChildLaunch) => boolean = () => true,
  strongest: 'full' | 'reduced' = 'full',
  around: FencedProgram = program,
) {
  const tried: ChildLaunch[] = []
  const fences = await raiseFences(around, {
    path,
    strongest,
    start: async (launch) => {
      tried.push(launch)
      if (!bears(launch)) throw new Error('not on this machine')
      return {} as Child
    },
  })
  return { ...fences, tried, line: [fences.launch.command, ...fences.launch.args].join(' ') }
}

describe('fences', () => {
  test('are full where bubblewrap works: every namespace, no capability, nothing bound but what Node needs', async () => {
    const { isolation, reason, launch, line } = await raise(pathWith('bwrap', 'prlimit', 'setpriv', 'ldd'))
    expect([isolation, reason]).toEqual(['full', undefined])
    for (const flag of [
      '--unshare-all',
      '--clearenv',
      '--die-with-parent',
      '--new-session',
      '--cap-drop ALL',
      '--remount-ro /',
      '--core=0',
      '--permission',
      '--max-old-space-size=64',
    ]) {
      expect(line).toContain(flag)
    }
    const bound = launch.args.flatMap((arg, index) => (arg === '--ro-bind' ? [launch.args[index + 2]] : []))
    expect(bound).toEqual(['/node', '/child.cjs', '/child.cjs.code', '/child.cjs.compiled', directory])
    expect(launch.args).not.toContain('--bind')
    expect(line).toContain('--seccomp 3')
    expect(launch.seccompFilter).toEqual(seccompFilter(process.arch))
  })

  test('are reduced, with the reason, where bubblewrap is there and does not work', async () => {
    const { isolation, reason, line } = await raise(
      pathWith('bwrap', 'prlimit', 'setpriv', 'ldd'),
      ({ args }) => !args.some((arg) => arg.endsWith('bwrap')),
    )
    expect(isolation).toBe('reduced')
    expect(reason).toBe('bubblewrap does not work here: not on this machine')
    expect(line).toMatch(
      /prlimit .*setpriv --no-new-privs --pdeathsig KILL -- .*node --permission --no-experimental-sqlite .*--allow-fs-read=\/opt\/child.cjs /,
    )
  })

  test('are reduced where the libraries cannot be found out', async () => {
    expect((await raise(pathWith('bwrap', 'prlimit', 'setpriv'))).reason).toContain('ldd is not installed')
  })

  test.each([
    [['prlimit', 'setpriv'], 'bubblewrap (bwrap) is not installed'],
    [['bwrap', 'setpriv', 'ldd'], 'prlimit is not installed; no resource limits (prlimit)'],
    [['prlimit'], 'bubblewrap (bwrap) is not installed; a killed daemon leaves its children behind (setpriv)'],
    [
      [],
      'bubblewrap (bwrap) is not installed; no resource limits (prlimit); a killed daemon leaves its children behind (setpriv)',
    ],
  ])('say what is missing where only %j is installed', async (names, reason) => {
    const fences = await raise(pathWith(...names))
    expect([fences.isolation, fences.reason]).toEqual(['reduced', reason])
    expect(fences.line).toContain('--permission')
  })

  test('go down to what the machine bears, and no further', async () => {
    const bare = ({ command }: ChildLaunch) => command.endsWith('node')
    const { tried, reason } = await raise(pathWith('prlimit', 'setpriv'), bare)
    expect(tried).toHaveLength(3)
    expect(reason).toContain('no resource limits')
    await expect(raise(pathWith('prlimit', 'setpriv'), () => false)).rejects.toThrow('not on this machine')
  })

  test('give a stack of its own size, or none where nothing gives it', async () => {
    const deep = { ...program, runtime: 'v8' as const, stackBytes: 67_108_864 }
    const { launch } = await raise(pathWith('bwrap', 'prlimit', 'ldd'), undefined, 'full', deep)
    expect(launch.args).toContain('--stack=67108864')
    expect(launch.args.slice(-3)).toEqual(['/child.cjs', 'v8', '/child.cjs.compiled'])
    await expect(raise(pathWith('setpriv'), undefined, 'full', deep)).rejects.toThrow('prlimit is not installed')
  })

  test('leave namespaces untried where they are switched off', async () => {
    const { isolation, reason, tried } = await raise(
      pathWith('bwrap', 'prlimit', 'setpriv', 'ldd'),
      () => true,
      'reduced',
    )
    expect([isolation, reason, tried.length]).toEqual(['reduced', 'namespaces are switched off', 1])
  })
})

describe("the child's bundle", () => {
  test('is built once for the same sources, and is all that Node needs', async () => {
    const [one, two] = await Promise.all([findChildBundle(), findChildBundle()])
    expect(two).toEqual(one)
    const needed = [one.script, one.code!].flatMap((file) => {
      expect(existsSync(file)).toBe(true)
      return [...readFileSync(file, 'utf8').matchAll(/\brequire\("([^"]*)"\)/g)].map(([, name]) => name)
    })
    expect([...new Set(needed)].sort()).toEqual(['node:fs', 'node:module', 'node:vm'])
    for (const runtime of ['interpreter', 'v8']) {
      const { stdout } = spawnSync(process.execPath, [one.script, runtime], { input: '', env: {} })
      expect(stdout.toString('latin1')).toContain(`"name":"${runtime}"`)
    }
  })

  test('is compiled once for the same Node and flags, and runs from that; other flags have their own', async () => {
    const bundle = await findChildBundle()
    const compile = (...flags: string[]) => withCompiledCode(bundle, 'interpreter', process.execPath, flags)
    const [one, two] = await Promise.all([compile('--no-addons'), compile('--no-addons')])
    expect(two).toEqual(one)
    expect((await compile()).compiled).not.toBe(one.compiled)
    const other = await withCompiledCode(bundle, 'v8', process.execPath, ['--no-addons'])
    expect(other.compiled).not.toBe(one.compiled)
    const { stdout } = spawnSync(process.execPath, ['--no-addons', one.script, 'interpreter', one.compiled!], {
      input: '',
      env: {},
    })
    expect(stdout.toString('latin1')).toContain('"name":"interpreter"')
  })

  test('runs as well where nothing was compiled before, or by another V8', async () => {
    const bundle = await findChildBundle()
    const bare = await withCompiledCode(bundle, 'interpreter', '/nonexistent/node', [])
    expect(bare).toEqual(bundle)
    const noise = join(directory, 'noise')
    writeFileSync(noise, Buffer.alloc(1000, 7))
    const { stdout } = spawnSync(process.execPath, [bundle.script, 'interpreter', noise], { input: '', env: {} })
    expect(stdout.toString('latin1')).toContain('"name":"interpreter"')
  })

  test('leaves nothing behind where it cannot be built', async () => {
    const entry = join(directory, 'child-boot.ts')
    writeFileSync(entry, `import { nothing } from './nowhere.ts'\nnothing()`)
    const target = join(directory, 'out', 'child.cjs')
    await expect(bundleChild(directory, target)).rejects.toMatchObject({ code: 'SANDBOX_UNAVAILABLE' })
    expect(existsSync(join(directory, 'out')) ? readdirSync(join(directory, 'out')) : []).toEqual([])
  })
})
